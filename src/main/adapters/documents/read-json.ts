import { BadDocument } from './bad-document.ts'
import { MOST_JSON_BYTES, MOST_JSON_DEPTH } from './policy.ts'

/**
 * Parses JSON of bounded size and depth. Whole numbers that a double cannot hold come out as their own digits in a
 * text, so that an id never loses any. Throws `BadDocument`.
 */
export function readJson(text: string): unknown {
  if (text.length > MOST_JSON_BYTES) throw new BadDocument(`JSON larger than ${MOST_JSON_BYTES} characters`)
  checkDepth(text)
  try {
    return /\d{16}/.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new BadDocument('not JSON')
    throw cause
  }
}

function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const isLossy = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
  return isLossy && context?.source !== undefined ? context.source : value
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Counts brackets outside texts. */
function checkDepth(text: string): void {
  let depth = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === QUOTE) index = endOfText(text, index)
    else depth += stepOf(code)
    if (depth > MOST_JSON_DEPTH) throw new BadDocument(`JSON nested deeper than ${MOST_JSON_DEPTH} levels`)
  }
}

/** Place of the closing quote of the text that begins at `start`; the end when it is never closed. */
function endOfText(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === BACKSLASH) index += 1
    else if (code === QUOTE) return index
  }
  return text.length
}

function stepOf(code: number): number {
  if (code === 0x7b || code === 0x5b) return 1
  return code === 0x7d || code === 0x5d ? -1 : 0
}
