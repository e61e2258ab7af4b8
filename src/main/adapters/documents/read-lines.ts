import { BadDocument } from './bad-document.ts'
import { MOST_LINE_CHARACTERS } from './policy.ts'

export interface Line {
  readonly number: number
  readonly text: string
  /** False for a last line without a line feed: it may be cut. */
  readonly isEnded: boolean
}

/** Lines split on LF, CR trimmed; batches as they come. Blank lines are only allowed at the end. */
export async function* readLines(text: AsyncIterable<string>): AsyncGenerator<readonly Line[]> {
  let carry = ''
  let number = 0
  let blank = 0
  const toLine = (raw: string, isEnded: boolean): Line | null => {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    number += 1
    if (line === '') {
      blank ||= number
      return null
    }
    if (blank > 0) throw new BadDocument(`line ${blank} is blank`)
    if (line.length > MOST_LINE_CHARACTERS) throw new BadDocument(`line ${number} is too long`)
    if (line.includes('\0')) throw new BadDocument(`line ${number} has a null character`)
    return { number, text: line, isEnded }
  }
  for await (const chunk of text) {
    const pieces = (carry + chunk).split('\n')
    carry = pieces.pop() ?? ''
    if (carry.length > MOST_LINE_CHARACTERS) throw new BadDocument(`line ${number + pieces.length + 1} is too long`)
    yield pieces.flatMap((piece) => toLine(piece, true) ?? [])
  }
  if (carry === '') return
  const last = toLine(carry, false)
  if (last) yield [last]
}
