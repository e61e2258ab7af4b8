import type { Endpoints } from '../../../shared/contract/endpoints.ts'

/** Amazon hands documents out from its storage service and its delivery network; a local Amazon from this computer. */
export function documentOrigins(endpoints: Endpoints): string[] {
  const addresses = [...Object.values(endpoints.selling), ...Object.values(endpoints.ads).map((one) => one.api)]
  const local = addresses.some((address) => new URL(address).protocol === 'http:')
  const origins = addresses.map((address) => new URL(address).origin)
  return ['https://*.amazonaws.com', 'https://*.cloudfront.net', ...(local ? [...origins, 'http://127.0.0.1:*'] : [])]
}
