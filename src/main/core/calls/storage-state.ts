import type { Instant } from '../../../shared/domain/ids.ts'
import type { AccountProgress } from '../ports/sync-progress.ts'

/** Trouble with the disk older than this is over: the longest wait between two tries is a minute. */
const FRESH_MS = 5 * 60_000

/** Whether new days can be written; kept in memory alone, because a full disk takes no note of itself. Pure. */
export function storageState(progress: readonly AccountProgress[], now: Instant): 'fine' | 'failing' {
  const isFailing = progress.some(({ troubles }) => troubles.some((one) => one.kind === 'storage' && now - one.at < FRESH_MS))
  return isFailing ? 'failing' : 'fine'
}
