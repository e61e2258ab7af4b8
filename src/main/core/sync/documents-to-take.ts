import type { Day } from '../../../shared/domain/day.ts'
import type { TakenDocument } from '../../../shared/domain/listing.ts'
import { epochDayAt } from '../../../shared/lib/zone.ts'
import type { FoundReport } from '../ports/selling-api.ts'

export interface ListedDocument {
  readonly reportId: string
  readonly documentId: string
}

/** What one channel holds of a dataset's listed documents. */
export interface HeldOfChannel {
  readonly zone: string
  readonly taken: readonly TakenDocument[]
  /** Days whose rows no longer match their receipt. */
  readonly damaged: readonly Day[]
}

/**
 * Listed documents to be taken, oldest first: those that some channel never took, and those that own a damaged day. A
 * document taken for every channel is never fetched again otherwise, because it does not change.
 */
export function documentsToTake(found: readonly FoundReport[], held: readonly HeldOfChannel[]): ListedDocument[] {
  return found
    .flatMap((one) =>
      one.look.kind === 'done' ? [{ reportId: one.reportId, documentId: one.look.documentId, createdAt: one.createdAt }] : [],
    )
    .filter(({ reportId }) => held.some((channel) => isWanted(reportId, channel)))
    .sort((a, b) => a.createdAt - b.createdAt || (a.reportId < b.reportId ? -1 : 1))
    .map(({ reportId, documentId }) => ({ reportId, documentId }))
}

function isWanted(reportId: string, { zone, taken, damaged }: HeldOfChannel): boolean {
  const mine = taken.find((one) => one.documentId === reportId)
  if (mine === undefined) return true
  const { owns } = mine
  return owns !== null && damaged.some((day) => day >= epochDayAt(owns.startsAt, zone) && day <= epochDayAt(owns.endsAt - 1, zone))
}
