/** A secret as it could turn up: `window` is the part looked for, because long texts may be cut by pages and lines. */
interface Canary {
  readonly what: string
  readonly window: string
}

export interface CanaryBook {
  add(what: string, text: string): void
  readonly canaries: readonly Canary[]
  /** Under which names secrets passed by, the same one perhaps under several. */
  readonly kinds: ReadonlySet<string>
}

/** Shorter texts would turn up by chance. */
const SHORTEST = 12
/** Sealed texts begin alike, so of long ones a part of the middle and the end are looked for. */
const LONG = 80
const PART = 48

export function createCanaryBook(): CanaryBook {
  const known = new Map<string, Canary>()
  const kinds = new Set<string>()
  return {
    kinds,
    add(what, text) {
      if (text.length < SHORTEST) return
      kinds.add(what)
      const middle = Math.floor((text.length - PART) / 2)
      const parts = text.length <= LONG ? [text] : [text.slice(middle, middle + PART), text.slice(-PART)]
      for (const window of parts) if (!known.has(window)) known.set(window, { what, window })
    },
    get canaries() {
      return [...known.values()]
    },
  }
}

export const ENCODINGS = ['raw', 'URL', 'base64', 'hex', 'UTF-16', 'JSON-escaped'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Every spelling of a text in one encoding; base64 has one for each of the three places it can begin at. */
export function spellingsOf(text: string, encoding: Encoding): Buffer[] {
  switch (encoding) {
    case 'raw':
      return [Buffer.from(text)]
    case 'URL':
      return [Buffer.from(encodeURIComponent(text))]
    case 'base64':
      return [0, 1, 2]
        .map((shift) => innerBase64(text, shift))
        .flatMap((one) => [Buffer.from(one), Buffer.from(one.replaceAll('+', '-').replaceAll('/', '_'))])
    case 'hex':
      return [Buffer.from(Buffer.from(text).toString('hex')), Buffer.from(Buffer.from(text).toString('hex').toUpperCase())]
    case 'UTF-16':
      return [Buffer.from(text, 'utf16le')]
    case 'JSON-escaped':
      return [Buffer.from(text.replaceAll(/[^A-Za-z0-9]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`))]
  }
}

/** The characters of a base64 text that depend on this text alone, whatever stands before and behind it. */
function innerBase64(text: string, shift: number): string {
  const whole = Buffer.from('\0'.repeat(shift) + text)
    .toString('base64')
    .replace(/=+$/, '')
  return whole.slice(shift === 0 ? 0 : shift + 1, -1)
}
