import type { CoverageView } from '../../../shared/contract/views/channel-detail.ts'
import type { AccountView, ChannelView } from '../../../shared/contract/views/channels.ts'
import { addDays, formatDay, parseDay, toIntervals, type Day } from '../../../shared/domain/day.ts'
import { maskId } from '../../format/mask-id.ts'
import { dayStateText } from '../../parts/line/day-state-text.ts'
import type { DayState } from '../../../shared/domain/coverage.ts'
import type { Words } from '../common/words.ts'
import { countCoverage, countsText } from './coverage-facts.ts'

export interface StatementQuestion {
  readonly account: Pick<AccountView, 'name' | 'sellingPartnerId'>
  readonly channel: Pick<ChannelView, 'marketplace' | 'zone'>
  readonly view: CoverageView
  readonly words: Words
}

const OPEN: readonly DayState[] = ['missing-fetchable', 'partial', 'missing-lost']

/** What is held and what is not, as text to send on. Days are ISO, so that nobody reads them the wrong way round. */
export function coverageStatement({ account, channel, view, words }: StatementQuestion): string {
  const head = [
    `Coverage of ${account.name} (${maskId(account.sellingPartnerId)}), ${channel.marketplace}`,
    `${view.from} to ${view.to}, days in ${channel.zone}; written ${words.dated(words.now)}`,
    countsText(countCoverage(view), words.locale),
  ]
  return [...head, '', ...view.datasets.map((one) => `${one.title}: ${datasetLine(view.from, one.days)}`)].join('\n')
}

function datasetLine(from: string, days: readonly DayState[]): string {
  const first = parseDay(from)
  if (first === null) return ''
  const parts = OPEN.flatMap((state) => {
    const found = days.flatMap((one, at) => (one === state ? [addDays(first, at)] : []))
    return found.length === 0 ? [] : [`${dayStateText[state].toLowerCase()} ${spans(found)}`]
  })
  return parts.length === 0 ? 'nothing missing' : parts.join('; ')
}

function spans(days: readonly Day[]): string {
  return toIntervals(days)
    .map(({ from, until }) => (until - from === 1 ? formatDay(from) : `${formatDay(from)} to ${formatDay(addDays(until, -1))}`))
    .join(', ')
}
