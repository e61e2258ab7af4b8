import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import { lineKey } from '../backfill/account-snapshot.ts'
import { finishTime } from '../backfill/finish-time.ts'
import { costOf } from '../backfill/slice-cost.ts'
import type { AccountProgress, PlannedSlice, Waiting, WaitCode } from '../ports/sync-progress.ts'
import type { Piece } from './board.ts'
import type { Engine } from './engine.ts'
import { lineOf } from './pump.ts'

/** What the window, health and the tray may know of one account now. */
export function accountProgress(engine: Engine, { isOnline, nextCycleAt }: { readonly isOnline: boolean; readonly nextCycleAt: Instant | null }): AccountProgress {
  const { board, accountId } = engine
  const flying = [...board.inFlight].flatMap((piece) => (piece.run === null ? [] : [piece.run]))
  const parked = [...board.parked.values()].map((one) => one.run)
  return {
    accountId,
    running: [...flying, ...board.resumable, ...parked],
    planned: board.queue,
    waiting: waitingOf(engine, accountId, isOnline),
    readyAt: readyAt(engine),
    nextCycleAt,
    troubles: board.troubles,
    lastSuccessAt: board.lastSuccessAt,
  }
}

/** One reason per dataset and channel: the first found, in-flight work before the queue, then what cannot even be planned. */
function waitingOf(engine: Engine, accountId: AccountId, isOnline: boolean): Waiting[] {
  const found = new Map<string, Waiting>()
  const note = ({ channelId, dataset }: Pick<PlannedSlice, 'channelId' | 'dataset'>, [code, until]: readonly [WaitCode, Instant | null]) => {
    const key = lineKey(channelId, dataset)
    if (!found.has(key)) found.set(key, { accountId, channelId, dataset, code, until })
  }
  if (engine.reading?.account.paused) {
    for (const line of engine.reading.lines) note({ channelId: line.channel.id, dataset: line.dataset.id }, ['paused', null])
    return [...found.values()]
  }
  for (const piece of engine.board.inFlight) note(piece, isOnline ? whyInFlight(engine, piece) : ['offline', null])
  const { clock } = engine.world.ports
  for (const { run, untilMono } of engine.board.parked.values()) note(run, ['back-off', clock.now() + Math.max(0, untilMono - clock.monotonic())])
  for (const slice of [...engine.board.resumable, ...engine.board.queue]) note(slice, isOnline ? whyQueued(engine, slice) : ['offline', null])
  for (const { channel, dataset, access } of engine.reading?.lines ?? []) {
    const line = { channelId: channel.id, dataset: dataset.id }
    if (access?.answer === 'refused') note(line, ['permission-missing', null])
    else if (dataset.family === 'advertising' && channel.adsProfileId === null) note(line, ['no-access', null])
  }
  return [...found.values()]
}

function whyInFlight({ gates }: Engine, { run, bucket }: Piece): readonly [WaitCode, Instant | null] {
  if (run?.step === 'waiting') return ['amazon-prepares', run.nextLookAt]
  const gate = bucket === 'report' ? (run?.step === 'ready' ? gates.document : gates.create) : bucket === 'ads-report' ? gates.adsCreate : null
  const until = gate?.closedUntil() ?? null
  return until === null ? ['its-turn', null] : ['quota', until]
}

function whyQueued(engine: Engine, slice: Pick<PlannedSlice, 'channelId' | 'dataset'>): readonly [WaitCode, Instant | null] {
  const family = lineOf(engine, slice)?.dataset.family
  const door = family ? engine.doors.of(family) : null
  if (door === null) return ['no-access', null]
  const closed = door.closed()
  if (closed !== null) return closed.until === null ? ['no-access', null] : ['back-off', closed.until]
  const { clock } = engine.world.ports
  const restMs = (engine.board.resting.get(lineKey(slice.channelId, slice.dataset))?.untilMono ?? 0) - clock.monotonic()
  return restMs > 0 ? ['back-off', clock.now() + restMs] : ['its-turn', null]
}

/** Only what somebody lets us fetch has an end; it begins when the last closed door of it opens. */
function readyAt(engine: Engine): Instant | null {
  const { board, doors, world } = engine
  let from = world.ports.clock.now()
  const costs = [...[...board.inFlight].map((piece) => piece.slice), ...board.resumable, ...board.queue].flatMap((slice) => {
    const line = lineOf(engine, slice)
    const door = line ? doors.of(line.dataset.family) : null
    const closed = door?.closed() ?? null
    if (line === null || door === null || (closed !== null && closed.until === null)) return []
    from = Math.max(from, closed?.until ?? 0)
    return [costOf(line.dataset, slice)]
  })
  return finishTime(costs, from, engine.gates.tokens())
}
