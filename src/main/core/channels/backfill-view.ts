import type { BackfillRowView, BackfillView } from '../../../shared/contract/views/channel-detail.ts'
import { isFetchable } from '../../../shared/domain/coverage.ts'
import { addDays, formatDay, type Day } from '../../../shared/domain/day.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import type { AccountProgress, WaitCode } from '../ports/sync-progress.ts'
import type { Hole } from './backfill-memory.ts'
import type { DatasetFacts } from './channel-facts.ts'
import type { Snapshot } from './snapshot.ts'

/** Lost days shown in a row's little line. */
const SHOWN_DAYS = 60

/** What is being brought back, what waits and why, and what is gone for good; days, never percent. Pure. */
export function backfillView(accountId: AccountId, snapshot: Snapshot, progress: AccountProgress | null): BackfillView {
  const facts = snapshot.facts.filter((one) => one.channel.accountId === accountId && one.dataset.shape === 'event')
  const open = facts.filter((one) => snapshot.memory.hole(one) !== null).map((one) => openRow(one, snapshot.memory.hole(one), progress))
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

function openRow(one: DatasetFacts, hole: Hole | null, progress: AccountProgress | null): BackfillRowView {
  const inside = one.days.filter((day) => hole !== null && day.day >= hole.from && day.day <= hole.to)
  const missing = inside.filter((day) => isFetchable(day.state)).length
  const total = hole?.total ?? 0
  return {
    ...headOf(one, hole?.from ?? null, hole?.to ?? null),
    done: Math.max(0, total - missing),
    total,
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
