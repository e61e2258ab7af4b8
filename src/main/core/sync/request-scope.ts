import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import { startOfEpochDay } from '../../../shared/lib/zone.ts'
import type { RequestScope } from '../../datasets/request.ts'

/** What a run asks for. `now` is the moment the request was first made, so the same run always describes the same request. */
export function requestScope(
  account: Pick<AmazonAccount, 'sellingPartnerId'>,
  channel: Channel,
  run: Pick<SyncRun, 'from' | 'until'>,
  now: Instant,
): RequestScope {
  return {
    channel,
    sellingPartnerId: account.sellingPartnerId,
    interval: { from: run.from, until: run.until },
    startsAt: startOfEpochDay(run.from, channel.zone),
    endsAt: Math.min(now, startOfEpochDay(run.until, channel.zone)),
    now,
  }
}
