import type { AccountId } from '../../../shared/domain/ids.ts'
import type { AccountProgress } from '../ports/sync-progress.ts'
import type { BackfillMemory } from './backfill-memory.ts'
import type { DatasetFacts } from './channel-facts.ts'

/** Days back and days that were missing, while holes are being fetched; null when nothing is being brought back. */
export function progressOf(
  accountId: AccountId,
  progress: AccountProgress | null,
  facts: readonly DatasetFacts[],
  memory: BackfillMemory,
): { done: number; total: number } | null {
  const isFetching = progress !== null && [...progress.planned, ...progress.running].some((slice) => slice.reason === 'gap')
  return isFetching ? memory.count(accountId, facts) : null
}
