import type { Instant } from '../../../shared/domain/ids.ts'
import type { Engine, PieceEnd } from './engine.ts'
import { nextTurnAt } from './next-turn.ts'
import { MOST_PLANS, SHORTEST_REST_MS } from './policy.ts'
import { pump } from './pump.ts'
import { takeTurn } from './take-turn.ts'

/** Where an account's engine stands between its turns. */
export interface Turning {
  /** A turn is asked for; `requested` when a person did. */
  wanted: { readonly requested: boolean } | null
  isTurning: boolean
  isHalted: boolean
  /** When the last turn began, monotonic; null before the first. */
  turnedMono: number | null
  /** Turns since somebody outside last asked. */
  turns: number
  dueAt: Instant | null
  /** Something came to its end since the last turn, so there may be something new to do. */
  hasEnded: boolean
  readonly idlers: (() => void)[]
}

export function createTurning(): Turning {
  return { wanted: null, isTurning: false, isHalted: false, turnedMono: null, turns: 0, dueAt: null, hasEnded: false, idlers: [] }
}

/** Asks for a turn; one under way is followed by another, never joined by it. */
export function wantTurn(engine: Engine, turning: Turning, requested: boolean): void {
  turning.wanted = { requested: requested || (turning.wanted?.requested ?? false) }
  if (!turning.isTurning) void turnWhileWanted(engine, turning)
}

/** A piece came to its end: its room is used again, and when it was the last one, one more look tells whether anything is left. */
export function pieceEnded(engine: Engine, turning: Turning, how: PieceEnd): void {
  turning.hasEnded = true
  if (!turning.isTurning && engine.mayAsk()) {
    if (how === 'stopped') wantTurn(engine, turning, false)
    else pump(engine)
    if (how === 'left') turning.dueAt = Math.min(turning.dueAt ?? Infinity, engine.world.ports.clock.now() + SHORTEST_REST_MS)
  }
  settle(engine, turning)
  engine.changed()
}

async function turnWhileWanted(engine: Engine, turning: Turning): Promise<void> {
  const { clock, log } = engine.world.ports
  turning.isTurning = true
  while (turning.wanted !== null && engine.mayAsk()) {
    const { requested } = turning.wanted
    Object.assign(turning, { wanted: null, hasEnded: false, turnedMono: clock.monotonic(), turns: turning.turns + 1 })
    try {
      await takeTurn(engine, requested)
    } catch (error) {
      log.write('error', 'turn-broke', { error: error instanceof Error ? error.message : 'unknown' })
    }
    turning.dueAt = nextTurnAt(engine)
  }
  turning.wanted = null
  turning.isTurning = false
  settle(engine, turning)
}

function settle(engine: Engine, turning: Turning): void {
  if (turning.isTurning || engine.board.inFlight.size > 0) return
  if (turning.hasEnded && engine.mayAsk() && turning.turns < MOST_PLANS) return wantTurn(engine, turning, false)
  turning.dueAt = nextTurnAt(engine)
  // Nobody waits for an account of this cycle, so it is not kept.
  if (turning.idlers.length === 0) engine.board.records.length = 0
  for (const idler of turning.idlers.splice(0)) idler()
}
