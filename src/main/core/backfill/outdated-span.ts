import type { KeptFinding } from '../../../shared/domain/finding.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { OutdatedSpan } from './account-snapshot.ts'

/**
 * When days were fetched without a column that the dataset takes now: from the first to the last time it was told as unknown.
 * Nothing has to be remembered: a version that takes the column tells it no more, so the time ends where that version began.
 */
export function outdatedSpan({ id, fetchAgainFor = [] }: Dataset, findings: readonly KeptFinding[]): OutdatedSpan | null {
  const told = findings.filter((one) => one.source === id && one.kind === 'unknown-column' && fetchAgainFor.includes(one.column))
  if (told.length === 0) return null
  return { since: Math.min(...told.map((one) => one.firstAt)), through: Math.max(...told.map((one) => one.at)) }
}
