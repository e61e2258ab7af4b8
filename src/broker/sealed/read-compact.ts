import { z } from 'zod'

/**
 * Splits a compact JOSE text and reads its protected header. Refuses every spelling but one: base64url decoders ignore
 * the spare bits of a last character, which would give one value several texts.
 */
export function readCompact<Header>(text: string, parts: 3 | 5, header: z.ZodType<Header>): Header | undefined {
  const segments = text.split('.')
  if (segments.length !== parts || !segments.every(isCanonical)) return undefined
  const read = header.safeParse(parse(segments[0] ?? ''))
  return read.success ? read.data : undefined
}

function isCanonical(segment: string): boolean {
  return Buffer.from(segment, 'base64url').toString('base64url') === segment
}

function parse(segment: string): unknown {
  try {
    return JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
