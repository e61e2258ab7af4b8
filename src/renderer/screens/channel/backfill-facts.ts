import { parseDay, type Day } from '../../../shared/domain/day.ts'
import type { BackfillRowView, BackfillView } from '../../../shared/contract/views/channel-detail.ts'
import { DASH } from '../../format/dash.ts'
import type { BackfillRowProps, BackfillState } from '../../parts/flow/backfill-row.tsx'
import { stepText, untilReconnect, type StepText } from '../../text/wait-text.ts'
import type { Words } from '../common/words.ts'

const states: Readonly<Record<BackfillRowView['state'], BackfillState>> = {
  done: 'done',
  running: 'reading',
  'waiting-for-amazon': 'preparing',
  'waiting-for-quota': 'waiting',
  'waiting-its-turn': 'waiting',
  failed: 'waiting',
  refused: 'waiting',
  lost: 'lost',
}

/** Days below which a day that leaves Amazon is said in the watch ink, then in the act ink. Source: the look, section 6. */
const SOON_DAYS = 7
const NOW_DAYS = 2
/** Beyond this the date says enough. */
const FAR_DAYS = 90

/** Whether the account's permissions are in force, or one of them waits for a person. */
export type Permission = 'in-force' | 'ended'

/** Rows in the order they are fetched; lost ones last, without a place. */
export function backfillRows(view: BackfillView, words: Words, permission: Permission = 'in-force'): BackfillRowProps[] {
  const going = view.rows.filter((row) => row.state !== 'lost')
  const lost = view.rows.filter((row) => row.state === 'lost')
  return [...going.map((row, at) => rowOf(row, at + 1, words, permission)), ...lost.map((row) => rowOf(row, undefined, words, permission))]
}

function rowOf(row: BackfillRowView, place: number | undefined, words: Words, permission: Permission): BackfillRowProps {
  const text: StepText = row.state === 'refused' && permission === 'ended' ? untilReconnect : stepText[row.state]
  const until = row.nextLookAt === null ? null : words.time(row.nextLookAt)
  return {
    place,
    what: `${row.title}, ${row.country}`,
    days: words.range(row.from, row.to),
    back: row.done,
    of: row.total,
    state: states[row.state],
    stateText: text.word,
    reason: text.reason(until) ?? undefined,
    leaves: leavesOf(row, words),
  }
}

function leavesOf(row: BackfillRowView, words: Words): BackfillRowProps['leaves'] {
  if (row.state === 'done') return { text: 'safe', tone: 'calm' }
  if (row.state === 'lost') return { text: row.leavesOn === null ? DASH : `left ${words.day(row.leavesOn)}`, tone: 'calm' }
  const day = row.leavesOn === null ? null : parseDay(row.leavesOn)
  if (day === null) return { text: 'stays at Amazon', tone: 'calm' }
  const left = day - words.today
  return {
    text: words.day(row.leavesOn),
    ...(left > FAR_DAYS ? {} : { detail: left <= 0 ? 'today' : `in ${left} d` }),
    tone: left < NOW_DAYS ? 'now' : left < SOON_DAYS ? 'soon' : 'calm',
  }
}

/** First and last day of everything asked for; null when nothing is. */
export function backfillSpan(view: BackfillView): { readonly from: string; readonly to: string } | null {
  const rows = view.rows.filter((row) => row.state !== 'lost')
  const from = rows.map((row) => row.from).sort()[0]
  const to = rows
    .map((row) => row.to)
    .sort()
    .at(-1)
  return from === undefined || to === undefined ? null : { from, to }
}

/** True where the first day leaves so soon that a person should know. Source: the look, section 6. */
export function isLossNear(row: Pick<BackfillRowView, 'leavesOn'>, today: Day): boolean {
  const day = row.leavesOn === null ? null : parseDay(row.leavesOn)
  return day !== null && day - today < SOON_DAYS
}

/** The first day at risk over all rows; null when no day ever leaves. */
export function nextLoss(view: BackfillView): BackfillRowView | null {
  const at = view.rows.filter((row) => row.leavesOn !== null && row.state !== 'done' && row.state !== 'lost')
  return at.sort((a, b) => (a.leavesOn ?? '').localeCompare(b.leavesOn ?? ''))[0] ?? null
}
