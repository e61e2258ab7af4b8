import type { AccountView, ChannelsView, ChannelView } from '../../../shared/contract/views/channels.ts'
import { isComplete } from '../../../shared/domain/coverage.ts'
import { addDays, formatDay, lengthOf, parseDay, type Day, type DayInterval } from '../../../shared/domain/day.ts'
import { presetDays } from '../../parts/controls/date-presets.ts'
import { dayIn, wholeRange } from '../common/words.ts'
import type { Comparison, ReportPlace, ReportSearch } from '../places.ts'

/** Which channel, which days, against what. */
export interface ReportScope {
  readonly account: AccountView
  readonly channel: ChannelView
  readonly days: DayInterval
  readonly lastComplete: Day
  readonly compare: Comparison
}

export interface ScopeChoice {
  readonly account: AccountView
  readonly channel: ChannelView
}

/** Weeks that lie between a day and the same weekday a year before. */
const YEAR_DAYS = 364

/** Channels a report can be about. */
export function choicesFor(report: ReportPlace, { accounts }: Pick<ChannelsView, 'accounts'>): ScopeChoice[] {
  return accounts.flatMap((account) =>
    account.channels.filter((channel) => fits(report, account, channel)).map((channel) => ({ account, channel })),
  )
}

/** The scope an address means; what it leaves open is chosen: the first channel, the last 30 complete days. Null where no channel fits. */
export function scopeOf(report: ReportPlace, search: ReportSearch, view: Pick<ChannelsView, 'accounts'>, now: number): ReportScope | null {
  const choices = choicesFor(report, view)
  const chosen = choices.find(({ channel }) => channel.id === search.channel) ?? choices[0]
  if (chosen === undefined) return null
  const lastComplete = lastCompleteOf(report, chosen.channel, now)
  const days =
    search.from === undefined || search.to === undefined ? presetDays('last-30', lastComplete) : wholeRange(search.from, search.to)
  return { ...chosen, days, lastComplete, compare: search.compare ?? 'previous' }
}

/** The days a scope is compared with; null without a comparison. */
export function comparedDays({ days, compare }: Pick<ReportScope, 'days' | 'compare'>): DayInterval | null {
  if (compare === 'none') return null
  const shift = compare === 'year' ? YEAR_DAYS : lengthOf(days)
  return { from: addDays(days.from, -shift), until: addDays(days.until, -shift) }
}

/** An interval as the contract asks for it: both ends included. */
export function asRange({ from, until }: DayInterval): { readonly from: string; readonly to: string } {
  return { from: formatDay(from), to: formatDay(addDays(until, -1)) }
}

/** The dataset whose days a report is of. */
const DATASET_OF: Readonly<Record<ReportPlace, string>> = {
  sales: 'orders',
  profit: 'transactions',
  advertising: 'ads-campaign-daily',
  products: 'orders',
  vendor: 'vendor-sales',
}

/** The day a report reaches: another dataset of its family may be further behind. Yesterday in the marketplace before there is any. */
function lastCompleteOf(report: ReportPlace, channel: ChannelView, now: number): Day {
  const own = parseDay(channel.freshTo[DATASET_OF[report]] ?? '')
  const reached = [own, familyReaches(report, channel)].filter((day) => day !== null)
  return reached.length === 0 ? addDays(dayIn(now, channel.zone), -1) : reached.reduce((a, b) => (a > b ? a : b))
}

function familyReaches(report: ReportPlace, { line }: ChannelView): Day | null {
  const first = parseDay(line.from)
  const at = (report === 'advertising' ? line.advertising : line.selling)?.findLastIndex(isComplete) ?? -1
  return first === null || at < 0 ? null : addDays(first, at)
}

function fits(report: ReportPlace, account: AccountView, channel: ChannelView): boolean {
  if (report === 'vendor') return account.kind === 'vendor'
  if (report === 'advertising') return channel.advertising !== null
  return account.kind === 'seller'
}
