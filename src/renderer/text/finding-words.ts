import type { FindingKind } from '../../shared/domain/finding.ts'

interface FindingWords {
  /** `{column}` is filled in: a column, or status and code of a refusal; `{why}` with what was found. */
  readonly what: string
  /** What Springline does until it knows better. */
  readonly meanwhile: string
  /** Whether the detail says more than these two. */
  readonly detail: 'said' | 'left out'
}

const REFUSED = 'The document was refused whole. Figures that are here stay, and its days are asked for again.'

/** What was not understood, in plain words. */
export const findingWords: Readonly<Record<FindingKind, FindingWords>> = {
  'unknown-column': { what: 'New column {column}', meanwhile: 'Not taken. Everything else of the document is here.', detail: 'left out' },
  'missing-column': { what: 'Column {column} is missing', meanwhile: REFUSED, detail: 'left out' },
  unreadable: { what: '{column} could not be read', meanwhile: REFUSED, detail: 'said' },
  'new-value': { what: 'New word in {column}: {why}', meanwhile: 'Taken as it is.', detail: 'left out' },
  'new-answer': { what: 'Unknown refusal {column}', meanwhile: 'Asked again later. Everything else goes on.', detail: 'said' },
}

export const findingsText = {
  empty: {
    title: 'Everything was understood',
    next: 'Columns, words and refusals of Amazon that Springline does not know appear here.',
  },
  lead: 'Amazon changes its documents now and then. What Springline does not know is told here and stops nothing else.',
  offline: 'No network: what is kept can be read again all the same; asking Amazon again waits.',
  readAgain: 'Read again',
  nothingKept: 'Nothing of it is kept any more.',
} as const
