import type { SyncRun } from '../../../shared/domain/run.ts'
import { lineKey } from '../backfill/account-snapshot.ts'
import { backOffMs, longestBackOffMs } from './back-off.ts'
import { sliceKey, type Piece } from './board.ts'
import type { Engine, PieceEnd } from './engine.ts'
import { performRun } from './perform-run.ts'
import { FAILURES_BEFORE_REST } from './policy.ts'
import type { RunDesk } from './run-desk.ts'
import { isOwnFailure, type RunEnd } from './run-end.ts'

/** Performs a piece on the side and notes on the board how it ended. */
export function launch(engine: Engine, piece: Piece): void {
  const { signal } = engine.abort
  void performSafely(engine, piece, signal).then((end) => {
    engine.board.inFlight.delete(piece)
    noteEnd(engine, piece, end)
    engine.world.daysMoved(engine.accountId, piece.dataset)
    return engine.pieceEnded(howItEnded(end))
  })
}

/** A surprise costs this run a rest, never the account its cycle. */
async function performSafely(engine: Engine, piece: Piece, signal: AbortSignal): Promise<RunEnd> {
  try {
    return await perform(engine, piece, signal)
  } catch (error) {
    const { clock, log } = engine.world.ports
    log.write('error', 'run-broke', { dataset: piece.dataset, error: error instanceof Error ? error.message : 'unknown' })
    restLine(engine, lineKey(piece.channelId, piece.dataset))
    if (isOfStorage(error)) engine.doors.of(piece.family)?.close('storage')
    return { kind: 'standing', trouble: 'storage', until: clock.now() + longestBackOffMs('storage') }
  }
}

/** Stores reject with an error of this name; anything else is a surprise of ours and no word about the disk. */
function isOfStorage(error: unknown): boolean {
  return error instanceof Error && error.name === 'StorageFailure'
}

function howItEnded(end: RunEnd): PieceEnd {
  if (end.kind === 'committed') return 'committed'
  return end.kind === 'standing' && end.trouble === 'stopped' ? 'stopped' : 'left'
}

async function perform(engine: Engine, piece: Piece, signal: AbortSignal): Promise<RunEnd> {
  const desk = deskFor(engine, piece, signal)
  if (desk === null) return { kind: 'standing', trouble: 'stopped', until: null }
  piece.run ??= await engine.book.intend(engine.accountId, piece.slice)
  return performRun(desk, piece.run)
}

function deskFor(engine: Engine, piece: Piece, signal: AbortSignal): RunDesk | null {
  const { world, reading, doors, gates, ingests } = engine
  const door = doors.of(piece.family)
  const line = reading?.lines.find((one) => one.channel.id === piece.channelId && one.dataset.id === piece.dataset)
  if (!reading || !line || door === null) return null
  const { channel, dataset, access } = line
  const about = { channelId: channel.id, dataset: dataset.id }
  const book: RunDesk['book'] = {
    ...engine.book,
    advance: async (run, change) => {
      const next = await engine.book.advance(run, change)
      if (next) piece.run = next
      return next
    },
  }
  const onWaiting: RunDesk['onWaiting'] = (run) => {
    piece.run = run
    engine.changed()
  }
  return {
    world,
    account: reading.account,
    channel,
    dataset,
    siblings: reading.lines.filter((one) => one.dataset.id === dataset.id),
    door: { ...door, ask: (order) => door.ask({ about, ...order }) },
    gates,
    ingests,
    book,
    granted: engine.board.granted,
    doubted: engine.board.doubted,
    isRefused: access?.answer === 'refused',
    urgent: piece.urgent,
    signal,
    onWaiting,
  }
}

function noteEnd(engine: Engine, piece: Piece, end: RunEnd): void {
  const { board, world } = engine
  const { run } = piece
  if (run === null) return
  if (end.kind === 'standing') return notePause(engine, piece, end)
  board.ended.add(run.id)
  const { id, channelId, dataset, from, until, reason } = run
  const outcome = end.kind === 'committed' ? 'complete' : end.outcome
  board.records.push({ id, channelId, dataset, from, until, reason, outcome, rows: end.kind === 'committed' ? end.rows : 0 })
  if (end.kind === 'committed') return noteCommit(engine, piece)
  world.ports.log.write('warn', 'run-ended', { dataset, outcome, trouble: end.trouble })
  if (isOwnFailure(end)) return noteFailure(engine, run)
  if (end.outcome === 'postponed' && engine.doors.of(piece.family)?.closed() === null) restLine(engine, lineKey(channelId, dataset))
}

function noteCommit({ board, world }: Engine, { channelId, dataset, slice }: Piece): void {
  const { clock } = world.ports
  const key = lineKey(channelId, dataset)
  board.resting.delete(key)
  board.failedInARow.delete(key)
  board.lastCommitted.set(key, clock.now())
  board.lastSuccessAt = clock.now()
  board.committedMono.set(sliceKey(slice), clock.monotonic())
}

function noteFailure(engine: Engine, { channelId, dataset, request, from, until }: SyncRun): void {
  const { board, world } = engine
  const key = lineKey(channelId, dataset)
  const failed = (board.failedInARow.get(key) ?? 0) + 1
  board.failures.push({ channelId, dataset, request, from, until, at: world.ports.clock.now() })
  board.failedInARow.set(key, failed)
  if (failed >= FAILURES_BEFORE_REST) restLine(engine, key)
}

function notePause({ board, world }: Engine, { run }: Piece, { trouble, until }: Extract<RunEnd, { kind: 'standing' }>): void {
  const { clock } = world.ports
  if (run === null || trouble === 'stopped') return
  board.parked.set(run.id, { run, untilMono: clock.monotonic() + (until === null ? 0 : Math.max(0, until - clock.now())) })
}

/** The door is open for everything else; this line alone waits, longer each time. */
function restLine({ board, world }: Engine, key: string): void {
  const { clock, random } = world.ports
  const failures = (board.resting.get(key)?.failures ?? 0) + 1
  board.resting.set(key, { failures, untilMono: clock.monotonic() + backOffMs('amazon-trouble', failures, random.fraction()) })
}
