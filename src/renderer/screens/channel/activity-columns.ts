import type { ActivityView } from '../../../shared/contract/views/channel-detail.ts'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import type { DataColumn } from '../../parts/table/data-columns.ts'
import { countText } from '../../format/number.ts'
import { activityText, outcomeText, reasonText } from '../../text/activity-text.ts'
import { helpText, helpTopicOf } from '../../text/help-text.ts'
import { own } from '../../text/own.ts'
import { categoryWord } from '../../text/profit-text.ts'
import { troubleWord } from '../../text/trouble-text.ts'
import type { Words } from '../common/words.ts'

type Entry = ActivityView['entries'][number]
type Run = ActivityView['runs'][number]

/** Columns of the time-line. */
export function entryColumns(words: Words, account: AccountView): DataColumn<Entry>[] {
  const countries = new Map(account.channels.map((channel) => [channel.id, channel.country]))
  return [
    { key: 'at', head: 'When', align: 'left', track: '180px', cell: (entry) => words.dated(entry.at), sortBy: (entry) => entry.at },
    {
      key: 'where',
      head: 'Where',
      align: 'left',
      track: '80px',
      cell: (entry) => (entry.channelId === null ? 'account' : (countries.get(entry.channelId) ?? '')),
    },
    { key: 'what', head: 'What', align: 'left', track: 'minmax(330px,5fr)', cell: (entry) => known(activityText, entry.kind) },
    { key: 'facts', head: 'Facts', align: 'left', track: 'minmax(290px,6fr)', cell: (entry) => factsText(entry, words) },
  ]
}

/** Columns of the requests. */
export function runColumns(words: Words): DataColumn<Run>[] {
  return [
    {
      key: 'at',
      head: 'Planned',
      align: 'left',
      track: '122px',
      cell: (run) => words.dated(run.plannedAt),
      sortBy: (run) => run.plannedAt,
    },
    {
      key: 'what',
      head: 'Dataset',
      align: 'left',
      track: 'minmax(236px,2fr)',
      cell: (run) => `${run.title}, ${run.country}`,
      sortBy: (run) => run.title,
    },
    { key: 'days', head: 'Days', align: 'left', track: '146px', cell: (run) => words.range(run.from, run.to) },
    { key: 'why', head: 'Why', align: 'left', track: '106px', cell: (run) => known(reasonText, run.reason) },
    { key: 'end', head: 'Outcome', align: 'left', track: 'minmax(190px,2fr)', cell: (run) => outcomeOf(run) },
    {
      key: 'rows',
      head: 'Rows',
      align: 'right',
      track: '64px',
      cell: (run) => countText(run.rows, words.locale),
      sortBy: (run) => run.rows,
    },
    { key: 'id', head: 'Amazon report id', align: 'left', track: 'minmax(150px,1fr)', cell: (run) => run.amazonReportId ?? '' },
  ]
}

function outcomeOf(run: Run): string {
  const word = run.outcome === null ? 'on its way' : known(outcomeText, run.outcome)
  return run.trouble === null ? word : `${word}: ${troubleWord(run.trouble)}`
}

function known(table: Readonly<Record<string, string>>, key: string): string {
  return own(table, key) ?? categoryWord(key)
}

/** Facts as "rows 143, days 12"; moments are written as such, long texts are cut. */
function factsText(entry: Entry, words: Words): string {
  return Object.entries(entry.facts)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `${leadOf(key)}${typeof value === 'number' ? numberFact(value, words) : wordFact(String(value))}`)
    .join(', ')
}

/** Facts whose value says by itself what it is. */
const plainFacts: ReadonlySet<string> = new Set(['family', 'cause', 'country', 'outcome'])

function leadOf(key: string): string {
  return plainFacts.has(key) ? '' : `${categoryWord(key).toLowerCase()} `
}

/** A code reads as its help page's title; other texts are cut. */
function wordFact(value: string): string {
  const topic = helpTopicOf(value)
  return topic === null ? value.slice(0, LONGEST_FACT) : helpText[topic].title.toLowerCase()
}

const LONGEST_FACT = 60

/** Numbers of this size can only be moments: ms since 1970 after 2001. */
const MOMENT_FROM = 1_000_000_000_000

function numberFact(value: number, words: Words): string {
  return value >= MOMENT_FROM ? words.dated(value) : countText(value, words.locale)
}
