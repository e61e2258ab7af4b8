import type { AccountId } from '../../../shared/domain/ids.ts'
import type { Board } from './board.ts'
import type { Doors } from './doors.ts'
import type { Gates } from './gates.ts'
import type { AccountReading } from './read-account.ts'
import type { RunBook } from './run-book.ts'
import type { Slots } from './slots.ts'
import type { SyncWorld } from './sync-world.ts'

/** `stopped` by us, to be taken up at once when we may ask again; `left` over for a later look. */
export type PieceEnd = 'committed' | 'stopped' | 'left'

/** The parts of one account's engine, shared by the functions that move it. */
export interface Engine {
  readonly world: SyncWorld
  readonly accountId: AccountId
  readonly board: Board
  readonly doors: Doors
  readonly gates: Gates
  readonly ingests: Slots
  readonly book: RunBook
  reading: AccountReading | null
  abort: AbortController
  /** Something happened that the window may show. */
  readonly changed: () => void
  /** False while halted or offline: nothing new is started then. */
  readonly mayAsk: () => boolean
  readonly pieceEnded: (how: PieceEnd) => void
}
