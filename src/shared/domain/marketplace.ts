import type { Brand } from '../lib/brand.ts'
import type { Currency } from './money.ts'
import type { Region } from './region.ts'

/** Amazon's id of one country site, e.g. `A1PA6795UKMFR9`. */
export type MarketplaceId = Brand<string, 'MarketplaceId'>

export interface Marketplace {
  readonly id: MarketplaceId
  /** Two letters as people say them: DE, US, UK. */
  readonly country: string
  /** The site's name, e.g. `Amazon.de`. */
  readonly name: string
  readonly currency: Currency
  readonly region: Region
  /** IANA zone of its reporting day. */
  readonly zone: string
  readonly sellerCentralHost: string
  /** Null where Amazon runs no Vendor Central. */
  readonly vendorCentralHost: string | null
}
