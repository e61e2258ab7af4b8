import type { Reread } from '../domain/reread.ts'

/** What came of reading a document again; parts in braces are filled in. */
export const rereadText: Readonly<Record<Reread['kind'], string>> = {
  read: 'read again: {days}',
  refused: 'still refused: {why}',
  'not-kept': 'not kept: will be fetched again',
  'newer-held': 'newer data already held: left alone',
  'not-wanted': 'no longer wanted: dropped',
  'put-off': 'could not be stored: stays kept',
}

/** `read again: 30 days, 2 left alone as newer`. */
export function rereadSentence(one: Reread): string {
  const sentence = rereadText[one.kind]
  if (one.kind === 'refused') return sentence.replace('{why}', () => one.why)
  if (one.kind !== 'read') return sentence
  const more = one.leftAlone === 0 ? '' : `, ${one.leftAlone} left alone as newer`
  return `${sentence.replace('{days}', `${one.days} ${one.days === 1 ? 'day' : 'days'}`)}${more}`
}
