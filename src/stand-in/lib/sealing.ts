import { createHmac, timingSafeEqual } from 'node:crypto'

/** Turns values into texts that only this stand-in can have made, so that nothing has to be remembered for them. */
export type Sealer = {
  seal(purpose: string, value: unknown): string
  /** The value, or undefined when the text was made elsewhere, for another purpose, or changed. */
  open(purpose: string, text: string): unknown
  /** A fixed text for a name, e.g. a client secret. */
  derive(purpose: string, name: string, length: number): string
  /** The same in the digits of ids: 0-9 and a-f, at most 64. */
  deriveHex(purpose: string, name: string, length: number): string
}

export function createSealer(seed: string): Sealer {
  const digest = (purpose: string, text: string): Buffer => createHmac('sha256', `stand-in ${seed} ${purpose}`).update(text).digest()
  const mac = (purpose: string, text: string): string => digest(purpose, text).toString('base64url')
  return {
    seal: (purpose, value) => {
      const body = Buffer.from(JSON.stringify(value)).toString('base64url')
      return `${body}.${mac(purpose, body)}`
    },
    open: (purpose, text) => {
      const [body, tag, ...rest] = text.split('.')
      if (body === undefined || tag === undefined || rest.length > 0) return undefined
      return sameText(tag, mac(purpose, body)) ? JSON.parse(Buffer.from(body, 'base64url').toString()) : undefined
    },
    derive: (purpose, name, length) => mac(purpose, name).replaceAll(/[-_]/g, 'x').slice(0, length),
    deriveHex: (purpose, name, length) => digest(purpose, name).toString('hex').slice(0, length),
  }
}

/** Compares without telling by its duration how much agreed. */
export function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left)
  const b = Buffer.from(right)
  return a.length === b.length && timingSafeEqual(a, b)
}
