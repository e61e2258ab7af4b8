import type { AdsApi } from '../../core/ports/ads-api.ts'
import type { Asking } from './ask.ts'
import { createHolds } from './holds.ts'
import { readProfiles } from './profiles.ts'
import { createReport, lookAtReport } from './reports.ts'
import type { AdsWorld } from './world.ts'

/** Amazon's advertising API over HTTP. */
export function createAdsApi(world: AdsWorld): AdsApi {
  const asking: Asking = { world, holds: createHolds(world.clock) }
  return {
    profiles: (caller) => readProfiles(asking, caller),
    createReport: (caller, order) => createReport(asking, caller, order),
    lookAtReport: (caller, profileId, reportId) => lookAtReport(asking, caller, { profileId, reportId }),
  }
}
