import { err, ok } from '../../../shared/lib/result.ts'
import { addDays, parseDay, type DayInterval } from '../../../shared/domain/day.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import { accountDetail } from '../channels/account-detail.ts'
import { activityView } from '../channels/activity-view.ts'
import { backfillView } from '../channels/backfill-view.ts'
import { channelsView } from '../channels/channels-view.ts'
import { coverageView, dayEvidence, type DatasetDays } from '../channels/coverage-views.ts'
import { isUsedIn, usedDatasets } from '../channels/snapshot.ts'
import { failure, type Handlers } from '../dispatch.ts'
import { rangeOf } from '../reports/frame.ts'
import type { Desk } from './desk.ts'

type AccountCalls = Pick<
  Handlers,
  'channels.list' | 'accounts.detail' | 'coverage.read' | 'coverage.day' | 'backfill.read' | 'activity.read'
>

const NO_CHANNEL = failure('not-found', 'channel', 'channelId')
const NO_ACCOUNT = failure('not-found', 'account', 'accountId')

/** Calls that read accounts, channels and what is held of them. */
export function accountCalls(desk: Desk): AccountCalls {
  const { stores } = desk.ports
  const isKnown = async (id: string) => (await stores.accounts.accounts()).some((one) => one.id === id)
  return {
    async 'channels.list'() {
      const { snapshot, health, progress } = await desk.look()
      return ok(channelsView(snapshot, health, progress))
    },
    async 'accounts.detail'({ accountId }) {
      const account = (await stores.accounts.accounts()).find((one) => one.id === accountId)
      if (!account) return err(NO_ACCOUNT)
      return ok(accountDetail(accountId, (await desk.look()).snapshot, desk.ports.sellingApi.budget(account.region, account.id)))
    },
    async 'coverage.read'({ channelId, from, to }) {
      const channel = await desk.channel(channelId)
      const range = rangeOf(from, to)
      if (!channel) return err(NO_CHANNEL)
      if (!range) return err(failure('bad-request', 'range', 'to'))
      return ok(coverageView(channel, range, await eventDays(desk, channel, range)))
    },
    async 'coverage.day'({ channelId, day }) {
      const channel = await desk.channel(channelId)
      const asked = parseDay(day)
      if (!channel || asked === null) return err(NO_CHANNEL)
      return ok(await dayEvidence(stores.ledger, channel, asked, await eventDays(desk, channel, { from: asked, until: addDays(asked, 1) })))
    },
    async 'backfill.read'({ accountId }) {
      const { snapshot, progress } = await desk.look()
      return (await isKnown(accountId))
        ? ok(backfillView(accountId, snapshot, progress.find((one) => one.accountId === accountId) ?? null))
        : err(NO_ACCOUNT)
    },
    async 'activity.read'({ accountId, limit }) {
      const filter = accountId === null ? { limit } : { accountId, limit }
      const [entries, runs, channels] = await Promise.all([
        stores.activity.newest(filter),
        stores.runs.newest(filter),
        stores.accounts.channels(),
      ])
      return ok(activityView(entries, runs, channels, [...desk.config.datasets.values()]))
    },
  }
}

async function eventDays(desk: Desk, channel: Channel, range: DayInterval): Promise<DatasetDays[]> {
  const { snapshot } = await desk.look()
  const account = snapshot.accounts.find((one) => one.id === channel.accountId)
  if (!account) return []
  const used = usedDatasets([...desk.config.datasets.values()], account, snapshot.authorizations).filter(
    (dataset) => dataset.shape === 'event' && isUsedIn(channel, dataset),
  )
  return Promise.all(used.map(async (dataset) => ({ dataset, days: await desk.book.days(channel, dataset, range) })))
}
