import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import { channelFor } from '../../../shared/domain/channel-days.ts'
import type { Authorization } from '../../../shared/domain/authorization.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { AccessRecord } from '../ports/account-store.ts'
import type { Ports } from '../ports/ports.ts'
import { factsOf, type DatasetFacts } from './channel-facts.ts'
import type { BackfillMemory } from './backfill-memory.ts'
import type { CoverageBook } from './coverage-book.ts'

/** Everything the screens, health and notices are computed from, read at one moment. */
export interface Snapshot {
  readonly now: Instant
  readonly accounts: readonly AmazonAccount[]
  readonly channels: readonly Channel[]
  readonly authorizations: readonly Authorization[]
  readonly access: readonly AccessRecord[]
  readonly facts: readonly DatasetFacts[]
  /** How large the holes were at first. */
  readonly memory: BackfillMemory
}

export interface SnapshotSources {
  readonly ports: Pick<Ports, 'stores' | 'clock'>
  readonly datasets: readonly Dataset[]
  readonly book: CoverageBook
  readonly memory: BackfillMemory
}

export async function readSnapshot({ ports, datasets, book, memory }: SnapshotSources): Promise<Snapshot> {
  const { stores, clock } = ports
  const [accounts, channels, authorizations, access, snapshots] = await Promise.all([
    stores.accounts.accounts(),
    stores.accounts.channels(),
    stores.accounts.authorizations(),
    stores.access.all(),
    stores.ledger.snapshots(),
  ])
  const pairs = channels.flatMap((channel) => {
    const account = accounts.find((one) => one.id === channel.accountId)
    return account
      ? usedDatasets(datasets, account, authorizations)
          .filter((dataset) => isUsedIn(channel, dataset))
          .map((dataset) => ({ channel: channelFor(channel, dataset), dataset }))
      : []
  })
  const facts = await Promise.all(
    pairs.map(async ({ channel, dataset }) => {
      if (dataset.shape === 'event') {
        const listedAt = await book.listedAt(channel, dataset)
        return factsOf(channel, dataset, await book.wanted(channel, dataset), listedAt === null ? null : { at: listedAt, rows: null })
      }
      const taken = snapshots.find((one) => one.channelId === channel.id && one.dataset === dataset.id)
      return factsOf(channel, dataset, [], taken ? { at: taken.takenAt, rows: taken.rows } : null)
    }),
  )
  memory.look(facts)
  return { now: clock.now(), accounts, channels, authorizations, access, facts, memory }
}

/** Datasets of an account: those of its kind, in families it was ever connected to. */
export function usedDatasets(datasets: readonly Dataset[], account: AmazonAccount, authorizations: readonly Authorization[]): Dataset[] {
  const families = new Set(authorizations.filter((one) => one.accountId === account.id).map((one) => one.family))
  return datasets.filter((dataset) => dataset.kinds.includes(account.kind) && families.has(dataset.family))
}

/** Advertising belongs to channels with an ads profile; in the others nothing is wanted, so nothing is missing. */
export function isUsedIn(channel: Channel, dataset: Dataset): boolean {
  return dataset.family === 'selling' || channel.adsProfileId !== null
}
