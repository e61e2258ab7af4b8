import { addDays, formatDay } from '../../../shared/domain/day.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import { err, ok } from '../../../shared/lib/result.ts'
import type { DatasetRequest } from '../../datasets/request.ts'
import type { AdsReportOrder } from '../ports/ads-api.ts'
import type { AmazonReports } from './amazon-reports.ts'
import { LOOKS } from './policy.ts'
import type { RunDesk } from './run-desk.ts'

type AdsRequest = Extract<DatasetRequest, { kind: 'ads-report' }>

/** Reports of the advertising API. An identical report under way is answered with its own id, so nothing is ever looked for. */
export function adsReports(desk: RunDesk, request: AdsRequest, profileId: string): AmazonReports {
  const { adsApi, clock } = desk.world.ports
  const { door, gates, urgent, signal } = desk
  return {
    looks: LOOKS.advertising,
    create: async (run, beforeAsk) => {
      const created = await door.ask<{ readonly reportId: string | null }>({
        gate: gates.adsCreate,
        operation: 'createAdsReport',
        urgent,
        signal,
        call: async (caller) => {
          if ((await beforeAsk(clock.now())) === null) return ok({ reportId: null })
          return adsApi.createReport(caller, adsOrder(request, profileId, run))
        },
      })
      if (!created.ok) return created
      return created.value.reportId === null ? err({ kind: 'stopped' }) : ok(created.value.reportId)
    },
    find: () => Promise.resolve(ok(null)),
    look: async (reportId) => {
      const look = await door.ask({
        gate: gates.adsLook,
        operation: 'getAdsReport',
        urgent,
        signal,
        call: (caller) => adsApi.lookAtReport(caller, profileId, reportId),
      })
      if (!look.ok) return look
      const { value } = look
      if (value.kind === 'done') return ok({ kind: 'done', document: value.url })
      return ok(value.kind === 'failed' ? { kind: 'failed', document: null } : { kind: value.kind })
    },
    cancel: () => Promise.resolve(),
    source: (url) => Promise.resolve(ok({ url, gzip: true })),
  }
}

function adsOrder(request: AdsRequest, profileId: string, run: SyncRun): AdsReportOrder {
  const { reportTypeId, adProduct, groupBy, columns } = request
  return {
    profileId,
    name: `springline ${run.id}`,
    reportTypeId,
    adProduct,
    groupBy,
    columns,
    start: formatDay(run.from),
    end: formatDay(addDays(run.until, -1)),
  }
}
