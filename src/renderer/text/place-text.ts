import type { AccountKind, ApiFamily, Region } from '../../shared/domain/region.ts'

export const regionText: Readonly<Record<Region, string>> = { na: 'North America', eu: 'Europe', fe: 'Far East' }
export const kindText: Readonly<Record<AccountKind, string>> = { seller: 'Seller', vendor: 'Vendor' }
export const centralText: Readonly<Record<AccountKind, string>> = { seller: 'Seller Central', vendor: 'Vendor Central' }
export const identityText: Readonly<Record<AccountKind, string>> = { seller: 'Seller id', vendor: 'Vendor id' }
export const familyText: Readonly<Record<ApiFamily, { readonly name: string; readonly permission: string }>> = {
  selling: { name: 'Selling data', permission: 'the selling permission' },
  advertising: { name: 'Advertising', permission: 'the advertising permission' },
}
