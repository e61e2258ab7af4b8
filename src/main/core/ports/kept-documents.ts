import type { Channel } from '../../../shared/domain/account.ts'
import type { KeptDocument, Reread } from '../../../shared/domain/reread.ts'

/** Refused documents that are kept for reading them again; they lie beside the database. */
export interface KeptDocuments {
  /** Oldest first. */
  list(): Promise<readonly KeptDocument[]>
  /**
   * Reads one again and commits it as if it had just been fetched, except that whatever was fetched later stays. What
   * was read, outdone or is not wanted is forgotten; what is still refused stays kept. `channel` null: it is gone.
   */
  readAgain(id: string, channel: Channel | null): Promise<Reread>
}
