import type { Brand } from '../lib/brand.ts'

/** Amazon's id of one country site, e.g. `A1PA6795UKMFR9`; its currency, zone and hosts are in the figures file. */
export type MarketplaceId = Brand<string, 'MarketplaceId'>
