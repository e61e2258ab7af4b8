import type { BackfillRowView, BackfillView } from '../../../shared/contract/views/channel-detail.ts'
import { isFetchable } from '../../../shared/domain/coverage.ts'
import { addDays, formatDay, type Day } from '../../../shared/domain/day.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import type { AccountProgress, WaitCode } from '../ports/sync-progress.ts'
import type { DatasetFacts } from './channel-facts.ts'
import type { Snapshot } from './snapshot.ts'

/** Days shown around a hole in a row's little line. */
const SHOWN_DAYS = 60

/** What is being brought back, what waits and why, and what is gone for good; days, never percent. Pure. */
export function backfillView(accountId: AccountId, snapshot: Snapshot, progress: AccountProgress | null): BackfillView {
  const facts = snapshot.facts.filter((one) => one.channel.accountId === accountId && one.dataset.shape === 'event')
  const open = facts.filter((one) => one.fetchableDays > 0 || touches(progress, one)).map((one) => openRow(one, progress))
  const lost = facts.filter((one) => one.lostDays > 0).map(lostRow)
  return {
    accountId,
    rows: [...open, ...lost],
    done: open.reduce((sum, row) => sum + row.done, 0),
    total: open.reduce((sum, row) => sum + row.total, 0),
    readyAt: progress?.readyAt ?? null,
    lostDays: facts.reduce((sum, one) => sum + one.lostDays, 0),
  }
}

function openRow(one: DatasetFacts, progress: AccountProgress | null): BackfillRowView {
  const days = recent(one)
  const first = days.find((day) => isFetchable(day.state)) ?? days[0]
  const last = days.findLast((day) => day.state !== 'not-due') ?? days.at(-1)
  const inside = days.filter((day) => first && last && day.day >= first.day && day.day <= last.day)
  const missing = inside.filter((day) => isFetchable(day.state)).length
  return {
    ...headOf(one, first?.day ?? null, last?.day ?? null),
    done: inside.length - missing,
    total: inside.length,
    days: inside.map((day) => day.state),
    ...stateOf(one, progress, missing),
    leavesOn: one.leaving ? formatDay(addDays(one.leaving.day, one.dataset.timing.lookBackDays ?? 0)) : null,
  }
}

function lostRow(one: DatasetFacts): BackfillRowView {
  const lost = one.days.filter((day) => day.state === 'missing-lost')
  return {
    ...headOf(one, lost[0]?.day ?? null, lost.at(-1)?.day ?? null),
    done: 0,
    total: lost.length,
    days: lost.slice(-SHOWN_DAYS).map((day) => day.state),
    state: 'lost',
    nextLookAt: null,
    leavesOn: null,
  }
}

function headOf(one: DatasetFacts, from: Day | null, to: Day | null) {
  const day = from ?? one.channel.wantedFrom
  return {
    channelId: one.channel.id,
    country: one.channel.country,
    dataset: one.dataset.id,
    title: one.dataset.title,
    from: formatDay(day),
    to: formatDay(to ?? day),
  }
}

const WAIT_STATES: Readonly<Record<WaitCode, BackfillRowView['state']>> = {
  quota: 'waiting-for-quota',
  'amazon-prepares': 'waiting-for-amazon',
  'back-off': 'failed',
  'permission-missing': 'refused',
  'no-access': 'refused',
  offline: 'waiting-its-turn',
  'its-turn': 'waiting-its-turn',
  paused: 'waiting-its-turn',
}

function stateOf(one: DatasetFacts, progress: AccountProgress | null, missing: number): Pick<BackfillRowView, 'state' | 'nextLookAt'> {
  if (missing === 0 && one.fetchableDays === 0) return { state: 'done', nextLookAt: null }
  const waiting = progress?.waiting.find((wait) => wait.channelId === one.channel.id && wait.dataset === one.dataset.id)
  if (waiting) return { state: WAIT_STATES[waiting.code], nextLookAt: waiting.until }
  const running = progress?.running.find((run) => run.channelId === one.channel.id && run.dataset === one.dataset.id)
  if (!running) return { state: 'waiting-its-turn', nextLookAt: null }
  return { state: running.step === 'waiting' ? 'waiting-for-amazon' : 'running', nextLookAt: running.nextLookAt }
}

function touches(progress: AccountProgress | null, one: DatasetFacts): boolean {
  return progress?.running.some((run) => run.channelId === one.channel.id && run.dataset === one.dataset.id && run.reason === 'gap') ?? false
}

/** From a little before the oldest fetchable hole, at most the newest sixty days when the hole is small. */
function recent(one: DatasetFacts) {
  const firstHole = one.days.findIndex((day) => isFetchable(day.state))
  return one.days.slice(firstHole < 0 ? -SHOWN_DAYS : firstHole)
}
