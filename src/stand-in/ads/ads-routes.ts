import type { Context } from 'hono'
import type { Core, Env, Router } from '../core.ts'
import { createTokenBuckets, type TokenBuckets } from '../quota/token-buckets.ts'
import type { AdsReportRow } from '../state.ts'
import { REGIONS, type Region } from '../world/marketplaces.ts'
import { admitAds, refuse, scopeOf } from './ads-access.ts'
import { readAdsReportRequest } from './ads-report-request.ts'
import { adsStatusOf, describeAdsReport } from './ads-report-status.ts'
import { profilesOf } from './profiles.ts'

const REPORT_REQUEST = 'application/vnd.createasyncreportrequest.v3+json'

/** The advertising API of every region under `/ads-<region>`. */
export function addAdsRoutes(router: Router, core: Core): void {
  const buckets = createTokenBuckets()
  for (const region of REGIONS) {
    router.get(`/ads-${region}/v2/profiles`, (c) => listProfiles(c, core, buckets, region))
    router.post(`/ads-${region}/reporting/reports`, (c) => createReport(c, core, buckets, region))
    router.get(`/ads-${region}/reporting/reports/:id`, (c) => getReport(c, core, buckets, region))
  }
}

/** Only profiles of this region; without further words, only those the person may edit. */
function listProfiles(c: Context<Env>, core: Core, buckets: TokenBuckets, region: Region): Response {
  const caller = admitAds(c, core, buckets, 'ads.listProfiles')
  if (caller instanceof Response) return caller
  const editable =
    core.faults.look('remove-role', { account: caller.account.id }) === undefined ||
    !core.state.rolesRemoved.includes(`${caller.account.id} ads edit`)
  const wanted = c.req.query('accessLevel') ?? 'edit'
  const isGone = core.faults.look('no-profiles', { account: caller.account.id }) !== undefined
  const visible = !isGone && caller.account.region === region && (editable || wanted === 'view')
  return c.json(visible ? profilesOf(core.world, caller.account) : [])
}

async function createReport(c: Context<Env>, core: Core, buckets: TokenBuckets, region: Region): Promise<Response> {
  const caller = admitAds(c, core, buckets, 'ads.createReport')
  if (caller instanceof Response) return caller
  const channel = scopeOf(c, core, caller, region)
  if (channel instanceof Response) return channel
  if (!(c.req.header('content-type') ?? '').startsWith(REPORT_REQUEST))
    return refuse(c, 415, 'UNSUPPORTED_MEDIA_TYPE', `Content-Type must be ${REPORT_REQUEST}`)
  const row = readAdsReportRequest(core, caller, channel, await c.req.json().catch(() => undefined))
  if (typeof row === 'string') return refuse(c, 400, '400', row)
  const running = core.state.adsReports.find(
    (one) => isSame(one, row) && adsStatusOf(core, one) !== 'COMPLETED' && adsStatusOf(core, one) !== 'FAILED',
  )
  if (running !== undefined) return refuse(c, 425, '425', `The Request is a duplicate of : ${running.id}`)
  core.state.adsReports.push(row)
  core.changed()
  return c.json(describeAdsReport(core, row))
}

function getReport(c: Context<Env>, core: Core, buckets: TokenBuckets, region: Region): Response {
  const caller = admitAds(c, core, buckets, 'ads.getReport')
  if (caller instanceof Response) return caller
  const channel = scopeOf(c, core, caller, region)
  if (channel instanceof Response) return channel
  const row = core.state.adsReports.find((one) => one.id === c.req.param('id') && one.profileId === channel.ads?.profileId)
  return row === undefined ? refuse(c, 404, '404', 'Report not found') : c.json(describeAdsReport(core, row))
}

/** Two requests are the same when only their names differ. */
function isSame(one: AdsReportRow, other: AdsReportRow): boolean {
  if (one.profileId !== other.profileId || one.startDate !== other.startDate || one.endDate !== other.endDate) return false
  return JSON.stringify(one.configuration) === JSON.stringify(other.configuration)
}
