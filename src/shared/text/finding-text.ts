import type { FindingKind } from '../domain/finding.ts'

/** What was found, and what it means for the figures; `{column}` and `{why}` are filled in. */
export const findingText: Readonly<Record<FindingKind, string>> = {
  'unknown-column': 'New column {column}: not taken, everything else is',
  'missing-column': 'Column {column} is missing: the document was refused whole',
  unreadable: '{column} could not be read ({why}): the document was refused whole',
  'new-answer': 'Unknown refusal {column}: that request is asked again later, others go on ({why})',
  'new-value': 'New word in {column}: {why}; taken as it is',
}

/** Whom a refusal came from, where it is of no dataset. */
export const doorText: Readonly<Record<string, string>> = {
  selling: 'Selling API',
  advertising: 'Advertising API',
  login: 'Amazon’s login',
  broker: 'Publisher’s service',
}

export function findingSentence({
  kind,
  column,
  why,
}: {
  readonly kind: FindingKind
  readonly column: string
  readonly why: string
}): string {
  return findingText[kind].replace('{column}', () => column).replace('{why}', () => why)
}
