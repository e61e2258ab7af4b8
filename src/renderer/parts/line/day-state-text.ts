import type { DayState } from '../../../shared/domain/coverage.ts'

/** The words of the legend, and of every accessible name. */
export const dayStateText: Readonly<Record<DayState, string>> = {
  'complete-settled': 'Complete',
  'complete-settling': 'Still settling',
  'empty-proven': 'Proven empty',
  partial: 'Partly here',
  'missing-fetchable': 'Can be fetched',
  'missing-lost': 'Gone at Amazon',
  'not-due': 'Not due yet',
  'before-start': 'Before start',
}

/** The same words inside a sentence: "gone at Amazon". */
export function dayStateInSentence(state: DayState): string {
  const word = dayStateText[state]
  return `${word.slice(0, 1).toLowerCase()}${word.slice(1)}`
}
