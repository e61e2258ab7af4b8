import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { AccountProgress, CycleReport } from '../ports/sync-progress.ts'
import { accountProgress, countOpen } from './account-progress.ts'
import { createBoard } from './board.ts'
import { cancelQueries } from './cancel-queries.ts'
import { createDoors } from './doors.ts'
import type { Engine } from './engine.ts'
import { createGates } from './gates.ts'
import { JUMP_MS, SHORTEST_REST_MS, TROUBLES_KEPT } from './policy.ts'
import { isUrgentReportOpen, pump } from './pump.ts'
import { readAccount } from './read-account.ts'
import { createRunBook } from './run-book.ts'
import { createSlots } from './slots.ts'
import type { SyncWorld } from './sync-world.ts'
import { createTurning, pieceEnded, wantTurn, type Turning } from './turning.ts'

export interface Push {
  /** A person or a reconnect asked: no rest is kept, waits after trouble end. */
  readonly urgent: boolean
  /** Doors closed by trouble are tried again. */
  readonly opensDoors: boolean
  /** Snapshots and changes are brought now, days that failed are tried again. */
  readonly requested: boolean
}

/** Keeps one account's data coming: looks, plans, performs, rests. */
export interface AccountEngine {
  push(push: Push): void
  /** Stops asking; durable runs stay as they are. */
  halt(): void
  /** Cancels what is still being made at Amazon for this account. */
  cancel(): Promise<void>
  progress(): AccountProgress
  /** How many slices and runs are not done yet; cheap enough to be asked at every step. */
  open(): number
  nextTurnAt(): Instant | null
  /** Resolves when nothing is under way and nothing more can be started now. */
  whenIdle(): Promise<void>
  records(): CycleReport['runs']
}

export interface EngineHooks {
  readonly isOnline: () => boolean
  readonly onChange: () => void
}

export function createAccountEngine(world: SyncWorld, accountId: AccountId, hooks: EngineHooks): AccountEngine {
  const turning = createTurning()
  const engine = assemble(world, accountId, turning, hooks)
  return {
    push: (push) => pushEngine(engine, turning, push),
    halt: () => {
      turning.isHalted = true
      engine.abort.abort()
      engine.abort = new AbortController()
    },
    cancel: async () => {
      const reading = await readAccount(world, accountId)
      if (reading !== null) await cancelQueries(engine, reading)
    },
    progress: () => accountProgress(forgetTomorrow(engine), { isOnline: hooks.isOnline(), nextCycleAt: turning.dueAt }),
    open: () => countOpen(engine.board),
    nextTurnAt: () => turning.dueAt,
    whenIdle: () =>
      turning.isTurning || engine.board.inFlight.size > 0 ? new Promise((resolve) => turning.idlers.push(resolve)) : Promise.resolve(),
    records: () => engine.board.records,
  }
}

/** Between two cycles nobody asked for there is a rest, so that a flapping network makes no storm. */
function pushEngine(engine: Engine, turning: Turning, push: Push): void {
  const { clock } = engine.world.ports
  turning.isHalted = false
  if (push.opensDoors) engine.doors.openAll()
  if (push.urgent) {
    engine.board.resting.clear()
    engine.board.parked.clear()
  }
  const restedMs = turning.turnedMono === null ? Infinity : clock.monotonic() - turning.turnedMono
  if (!push.urgent && restedMs < SHORTEST_REST_MS) {
    turning.dueAt = Math.min(turning.dueAt ?? Infinity, clock.now() + SHORTEST_REST_MS - restedMs)
    return
  }
  turning.turns = 0
  wantTurn(engine, turning, push.requested)
}

/** Trouble noted while the clock was ahead would stand as the newest, and come back as news when its time comes. */
function forgetTomorrow(engine: Engine): Engine {
  const { board, world } = engine
  const latest = world.ports.clock.now() + JUMP_MS
  if (board.troubles.some((one) => one.at > latest)) board.troubles = board.troubles.filter((one) => one.at <= latest)
  return engine
}

function assemble(world: SyncWorld, accountId: AccountId, turning: Turning, hooks: EngineHooks): Engine {
  const board = createBoard()
  const changed = hooks.onChange
  const onTrouble = (kind: string, family: ApiFamily) => {
    board.troubles = [{ at: world.ports.clock.now(), kind, family }, ...board.troubles].slice(0, TROUBLES_KEPT)
  }
  const engine: Engine = {
    world,
    accountId,
    board,
    // During a turn the queue is about to be replaced; the turn itself starts what there is room for.
    doors: createDoors(world, { onTrouble, onRecovered: () => void (turning.isTurning || pump(engine)) }),
    gates: createGates(world.ports.clock, () => isUrgentReportOpen(engine)),
    ingests: createSlots(world.figures.ingests),
    book: createRunBook(world, changed),
    reading: null,
    abort: new AbortController(),
    changed,
    mayAsk: () => !turning.isHalted && hooks.isOnline(),
    pieceEnded: (how) => pieceEnded(engine, turning, how),
  }
  return engine
}
