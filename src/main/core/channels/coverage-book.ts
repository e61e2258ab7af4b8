import type { Channel } from '../../../shared/domain/account.ts'
import { channelFor } from '../../../shared/domain/channel-days.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import { addDays, interval, type Day, type DayInterval } from '../../../shared/domain/day.ts'
import { deriveCoverage, publishEdge, type HeldDay } from '../../../shared/domain/derive-coverage.ts'
import { listingFact, type ListingFact } from '../../../shared/domain/listing.ts'
import type { AccountId, DatasetId, Instant } from '../../../shared/domain/ids.ts'
import { brand } from '../../../shared/lib/brand.ts'
import { epochDayAt } from '../../../shared/lib/zone.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { Clock } from '../ports/clock.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'

/** Held days are read again after this long even if nothing was committed, so damage done behind the ledger's back shows. */
const READ_AGAIN_MS = 600_000

/** A dataset in every channel of an account: one document may hold days of several. */
export interface HeldPlace {
  readonly accountId: AccountId
  readonly dataset: DatasetId
}

/** Coverage of a channel's dataset, from receipts compared with their rows; reads are shared until something is committed. */
export interface CoverageBook {
  days(channel: Channel, dataset: Dataset, days: DayInterval): Promise<readonly CoverageDay[]>
  /** Everything from the first wanted day through today. */
  wanted(channel: Channel, dataset: Dataset): Promise<readonly CoverageDay[]>
  /** Same as `days`, with every content hash recomputed from the rows. */
  audited(channel: Channel, dataset: Dataset, days: DayInterval): Promise<readonly CoverageDay[]>
  /** When Amazon's list of the dataset's documents was last read whole; null where there is none, or not yet. */
  listedAt(channel: Channel, dataset: Dataset): Promise<Instant | null>
  /** Null: everything. */
  forget(what: HeldPlace | null): void
}

interface Held {
  readonly held: readonly HeldDay[]
  readonly listing?: ListingFact
}

async function readHeld(
  ledger: LedgerStore,
  channel: Channel,
  dataset: Dataset,
  { days, check }: { readonly days: DayInterval; readonly check: 'sums' | 'hash' },
): Promise<Held> {
  if (dataset.request.kind !== 'listed-reports') return { held: await ledger.receipts(channel.id, dataset.id, days, check) }
  const [held, taken, listedAt] = await Promise.all([
    ledger.receipts(channel.id, dataset.id, days, check),
    ledger.takenDocuments(channel.id, dataset.id),
    ledger.changesThrough(channel.id, dataset.id),
  ])
  return { held, listing: listingFact(taken, listedAt) }
}

interface Page extends HeldPlace {
  readonly readAt: number
  readonly held: Promise<Held>
}

export function createCoverageBook(ledger: LedgerStore, clock: Clock): CoverageBook {
  const pages = new Map<string, Page>()
  const drawn = new WeakMap<Held, { readonly moment: string; readonly days: readonly CoverageDay[] }>()

  function heldOf(channel: Channel, dataset: Dataset): Promise<Held> {
    const key = `${channel.id}/${dataset.id}`
    const known = pages.get(key)
    if (known && clock.monotonic() - known.readAt < READ_AGAIN_MS) return known.held
    const held = readHeld(ledger, channel, dataset, { days: everything(channelFor(channel, dataset), clock.now()), check: 'sums' })
    pages.set(key, { accountId: channel.accountId, dataset: dataset.id, readAt: clock.monotonic(), held })
    held.catch(() => pages.delete(key))
    return held
  }

  return {
    async days(channel, dataset, days) {
      return derive({ channel, dataset, days, ...(await heldOf(channel, dataset)), now: clock.now() })
    },
    async wanted(channel, dataset) {
      const held = await heldOf(channel, dataset)
      const now = clock.now()
      const moment = momentOf(channelFor(channel, dataset), dataset, now)
      const known = drawn.get(held)
      if (known?.moment === moment) return known.days
      const days = derive({ channel, dataset, days: everything(channelFor(channel, dataset), now), ...held, now })
      drawn.set(held, { moment, days })
      return days
    },
    async audited(channel, dataset, days) {
      const held = await readHeld(ledger, channel, dataset, { days, check: 'hash' })
      return derive({ channel, dataset, days, ...held, now: clock.now() })
    },
    async listedAt(channel, dataset) {
      return (await heldOf(channel, dataset)).listing?.listedAt ?? null
    },
    forget(what) {
      for (const [key, page] of pages)
        if (what === null || (page.accountId === what.accountId && page.dataset === what.dataset)) pages.delete(key)
    },
  }
}

function derive(
  question: {
    channel: Channel
    dataset: Dataset
    days: DayInterval
    now: Instant
  } & Held,
): CoverageDay[] {
  const { channel, dataset, days, held, listing, now } = question
  return deriveCoverage({
    channel: channelFor(channel, dataset),
    dataset,
    interval: days,
    held,
    now,
    ...(listing ? { listing } : {}),
  })
}

/** All that the states of held days depend on beside what is held: they move when a day begins or is published, not with every second. */
function momentOf(channel: Channel, { timing }: Dataset, now: Instant): string {
  return [channel.zone, channel.wantedFrom, channel.connectedAt, today(channel, now), publishEdge(now, channel.zone, timing)].join(' ')
}

function everything(channel: Channel, now: Instant): DayInterval {
  return interval(channel.wantedFrom, addDays(today(channel, now), 1))
}

/** The day an instant falls on in a channel's zone. */
export function today(channel: Pick<Channel, 'zone'>, now: Instant): Day {
  return brand<Day>(epochDayAt(now, channel.zone))
}
