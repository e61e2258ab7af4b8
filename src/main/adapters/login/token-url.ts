import type { ApiFamily, Region } from '../../../shared/domain/region.ts'
import type { LoginEndpoints } from './world.ts'

/** Address of Amazon's login endpoint: one for selling, one for each region's advertising (docs/amazon.md §1.2, §1.8). */
export function tokenUrlFor(endpoints: LoginEndpoints, family: ApiFamily, region: Region): string {
  return family === 'selling' ? endpoints.loginToken : endpoints.ads[region].token
}
