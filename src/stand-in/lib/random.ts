/** A reproducible stream of numbers in [0, 1). */
export type Draw = () => number

/**
 * Starts a stream that depends on nothing but its parts, so that any order of any day can be drawn
 * without drawing what came before it.
 */
export function drawFor(...parts: readonly (string | number)[]): Draw {
  let state = hashOf(parts.join('\u0000'))
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A 32-bit hash (FNV-1a with a final mix). Not for secrets. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A whole number in [from, to], both included. */
export function wholeBetween(draw: Draw, from: number, to: number): number {
  return from + Math.floor(draw() * (to - from + 1))
}

/** One member of a list that is known not to be empty. */
export function oneOf<T>(draw: Draw, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(draw() * choices.length)] ?? choices[0]
}

/** Digits only, as in Amazon's order numbers. */
export function digits(draw: Draw, count: number): string {
  let text = ''
  for (let index = 0; index < count; index += 1) text += Math.floor(draw() * 10).toString()
  return text
}

const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'

/** Capital letters and digits, as in ASINs. */
export function letters(draw: Draw, count: number): string {
  let text = ''
  for (let index = 0; index < count; index += 1) text += CODE_LETTERS[Math.floor(draw() * CODE_LETTERS.length)] ?? 'A'
  return text
}
