import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { AccountProgress, CycleReport } from '../ports/sync-progress.ts'
import { accountProgress } from './account-progress.ts'
import { createBoard } from './board.ts'
import { createDoors } from './doors.ts'
import type { Engine, PieceEnd } from './engine.ts'
import { createGates } from './gates.ts'
import { nextTurnAt } from './next-turn.ts'
import { MOST_PLANS, SHORTEST_REST_MS, TROUBLES_KEPT } from './policy.ts'
import { isUrgentReportOpen, pump } from './pump.ts'
import { createRunBook } from './run-book.ts'
import { createSlots } from './slots.ts'
import type { SyncWorld } from './sync-world.ts'
import { takeTurn } from './take-turn.ts'

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
  progress(): AccountProgress
  nextTurnAt(): Instant | null
  /** Resolves when nothing is under way and nothing more can be started now. */
  whenIdle(): Promise<void>
  records(): CycleReport['runs']
}

export interface EngineHooks {
  readonly isOnline: () => boolean
  readonly onChange: (accountId: AccountId) => void
}

export function createAccountEngine(world: SyncWorld, accountId: AccountId, hooks: EngineHooks): AccountEngine {
  const { clock, log } = world.ports
  const engine = assemble(world, accountId, { changed: () => hooks.onChange(accountId), mayAsk: () => !isHalted && hooks.isOnline(), pieceEnded })
  const { board, doors } = engine
  const idlers: (() => void)[] = []
  let wanted: Push | null = null
  let isTurning = false
  let isHalted = false
  let turnedMono: number | null = null
  let plans = 0
  let dueAt: Instant | null = null
  let hasEnded = false

  function push(next: Push): void {
    isHalted = false
    if (next.opensDoors) doors.openAll()
    if (next.urgent) {
      board.resting.clear()
      board.parked.clear()
    }
    const restedMs = turnedMono === null ? Infinity : clock.monotonic() - turnedMono
    if (!next.urgent && restedMs < SHORTEST_REST_MS) {
      dueAt = Math.min(dueAt ?? Infinity, clock.now() + SHORTEST_REST_MS - restedMs)
      return
    }
    plans = 0
    want(next)
  }

  function want(next: Push): void {
    wanted = { ...next, requested: next.requested || (wanted?.requested ?? false) }
    if (!isTurning) void turnWhileWanted()
  }

  async function turnWhileWanted(): Promise<void> {
    isTurning = true
    while (wanted !== null && engine.mayAsk()) {
      const { requested } = wanted
      wanted = null
      hasEnded = false
      turnedMono = clock.monotonic()
      plans += 1
      try {
        await takeTurn(engine, requested)
      } catch (error) {
        log.write('error', 'turn-broke', { error: error instanceof Error ? error.message : 'unknown' })
      }
      dueAt = nextTurnAt(engine)
    }
    wanted = null
    isTurning = false
    settle()
  }

  function pieceEnded(how: PieceEnd): void {
    hasEnded = true
    if (!isTurning && engine.mayAsk()) {
      if (how === 'stopped') want(QUIET)
      else pump(engine)
      if (how === 'left') dueAt = Math.min(dueAt ?? Infinity, clock.now() + SHORTEST_REST_MS)
    }
    settle()
    engine.changed()
  }

  /** When the last piece is in, one more look tells whether something is left. */
  function settle(): void {
    if (isTurning || board.inFlight.size > 0) return
    if (hasEnded && engine.mayAsk() && plans < MOST_PLANS) return want(QUIET)
    dueAt = nextTurnAt(engine)
    for (const idler of idlers.splice(0)) idler()
  }

  return {
    push,
    halt: () => {
      isHalted = true
      engine.abort.abort()
      engine.abort = new AbortController()
    },
    progress: () => accountProgress(engine, { isOnline: hooks.isOnline(), nextCycleAt: dueAt }),
    nextTurnAt: () => dueAt,
    whenIdle: () => (isTurning || board.inFlight.size > 0 ? new Promise((resolve) => idlers.push(resolve)) : Promise.resolve()),
    records: () => board.records,
  }
}

const QUIET: Push = { urgent: false, opensDoors: false, requested: false }

function assemble(world: SyncWorld, accountId: AccountId, hooks: Pick<Engine, 'changed' | 'pieceEnded' | 'mayAsk'>): Engine {
  const board = createBoard()
  const noteTrouble = (kind: string, family: ApiFamily) => {
    board.troubles = [{ at: world.ports.clock.now(), kind, family }, ...board.troubles].slice(0, TROUBLES_KEPT)
  }
  const engine: Engine = {
    world,
    accountId,
    board,
    doors: createDoors(world, { onTrouble: noteTrouble, onRecovered: () => void pump(engine) }),
    gates: createGates(world.ports.clock, () => isUrgentReportOpen(engine)),
    ingests: createSlots(world.figures.ingests),
    book: createRunBook(world, hooks.changed),
    reading: null,
    abort: new AbortController(),
    ...hooks,
  }
  return engine
}
