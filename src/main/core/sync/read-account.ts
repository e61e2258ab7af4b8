import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import type { Authorization } from '../../../shared/domain/authorization.ts'
import { channelFor } from '../../../shared/domain/channel-days.ts'
import { interval, type Day } from '../../../shared/domain/day.ts'
import { deriveCoverage, publishEdge } from '../../../shared/domain/derive-coverage.ts'
import type { KeptFinding } from '../../../shared/domain/finding.ts'
import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import { listingFact } from '../../../shared/domain/listing.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import { brand } from '../../../shared/lib/brand.ts'
import { epochDayAt } from '../../../shared/lib/zone.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import { lineKey, type PlanLine } from '../backfill/account-snapshot.ts'
import { outdatedSpan } from '../backfill/outdated-span.ts'
import type { AccessRecord } from '../ports/account-store.ts'
import type { SnapshotFact } from '../ports/ledger-store.ts'
import type { SyncWorld } from './sync-world.ts'

/** As many as are ever kept. */
const MOST_FINDINGS = 1_000

/** What the stores say about one account now. */
export interface AccountReading {
  readonly at: Instant
  readonly account: AmazonAccount
  readonly authorizations: readonly Authorization[]
  readonly lines: readonly PlanLine[]
  /** The same lines by `lineKey`. */
  readonly lineBy: ReadonlyMap<string, PlanLine>
  readonly standing: readonly SyncRun[]
}

/** Reads everything a plan needs; null when the account is gone. */
export async function readAccount({ ports, datasets }: SyncWorld, accountId: AccountId): Promise<AccountReading | null> {
  const { accounts, access, ledger, runs } = ports.stores
  const [all, channels, authorizations, records, snapshots, standing] = await Promise.all([
    accounts.accounts(),
    accounts.channels(),
    accounts.authorizations(),
    access.all(),
    ledger.snapshots(),
    runs.standing(),
  ])
  const account = all.find((one) => one.id === accountId)
  if (!account) return null
  const mine = authorizations.filter((one) => one.accountId === accountId)
  const families = new Set(mine.map((one) => one.family))
  const used = [...datasets.values()].filter((one) => one.kinds.includes(account.kind) && families.has(one.family))
  const at = ports.clock.now()
  const pairs = channels
    .filter((one) => one.accountId === accountId)
    .flatMap((channel) => used.map((dataset) => ({ channel: channelFor(channel, dataset), dataset })))
  const findings = used.some((one) => one.fetchAgainFor !== undefined) ? await ports.stores.findings.newest(MOST_FINDINGS) : []
  const lines = await Promise.all(pairs.map((pair) => readLine(ledger, pair, { records, snapshots, findings, at })))
  const lineBy = new Map(lines.map((line) => [lineKey(line.channel.id, line.dataset.id), line]))
  return { at, account, authorizations: mine, lines, lineBy, standing: standing.filter((one) => one.accountId === accountId) }
}

interface Shared {
  readonly records: readonly AccessRecord[]
  readonly snapshots: readonly SnapshotFact[]
  readonly findings: readonly KeptFinding[]
  readonly at: Instant
}

async function readLine(
  ledger: SyncWorld['ports']['stores']['ledger'],
  pair: { readonly channel: Channel; readonly dataset: Dataset },
  shared: Shared,
): Promise<PlanLine> {
  const { channel, dataset } = pair
  const isMine = (one: { readonly channelId: number; readonly dataset: string }) =>
    one.channelId === channel.id && one.dataset === dataset.id
  const access = shared.records.find(isMine)?.access ?? null
  if (dataset.shape === 'snapshot') {
    const ids = dataset.request.kind === 'calls-by-id' ? { ids: await ledger.idCounts(channel.id, dataset.id) } : {}
    return { ...pair, access, days: [], takenAt: shared.snapshots.find(isMine)?.takenAt ?? null, changesThrough: null, ...ids }
  }
  const outdated = outdatedSpan(dataset, shared.findings)
  return { ...pair, ...(outdated === null ? {} : { outdated }), access, takenAt: null, ...(await readDays(ledger, pair, shared.at)) }
}

async function readDays(
  ledger: SyncWorld['ports']['stores']['ledger'],
  { channel, dataset }: { readonly channel: Channel; readonly dataset: Dataset },
  now: Instant,
): Promise<Pick<PlanLine, 'days' | 'changesThrough'>> {
  if (dataset.request.kind === 'listed-reports') return readListedDays(ledger, { channel, dataset }, now)
  const days = interval(channel.wantedFrom, publishEdge(now, channel.zone, dataset.timing))
  const [held, changesThrough] = await Promise.all([
    ledger.receipts(channel.id, dataset.id, days, 'sums'),
    dataset.changes === null ? null : ledger.changesThrough(channel.id, dataset.id),
  ])
  return { days: deriveCoverage({ channel, dataset, interval: days, held, now }), changesThrough }
}

/** A document may prove days long before the clock alone makes them due, so these go up to today. */
async function readListedDays(
  ledger: SyncWorld['ports']['stores']['ledger'],
  { channel, dataset }: { readonly channel: Channel; readonly dataset: Dataset },
  now: Instant,
): Promise<Pick<PlanLine, 'days' | 'changesThrough'>> {
  const days = interval(channel.wantedFrom, brand<Day>(epochDayAt(now, channel.zone) + 1))
  const [held, changesThrough, taken] = await Promise.all([
    ledger.receipts(channel.id, dataset.id, days, 'sums'),
    ledger.changesThrough(channel.id, dataset.id),
    ledger.takenDocuments(channel.id, dataset.id),
  ])
  const listing = listingFact(taken, changesThrough)
  return { days: deriveCoverage({ channel, dataset, interval: days, held, now, listing }), changesThrough }
}
