import type { Dice } from '../dice.ts'

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/%'

/** The text with something about it changed, anywhere. */
export function spoil(dice: Dice, text: string): string {
  const at = dice.below(text.length)
  const parts = text.split('.')
  return dice.pick<() => string>([
    () => text.slice(0, at) + another(dice, text[at] ?? '') + text.slice(at + 1),
    () => text.slice(0, Math.min(at, text.length - 1)),
    () => `${text}${dice.pick(['A', '.', '=', '.AAAA', ' '])}`,
    () => [parts.at(-1) ?? '', ...parts.slice(1, -1), parts[0] ?? ''].join('.'),
    () => `${Buffer.from('{"alg":"none","kid":"k1","typ":"springline-ticket"}').toString('base64url')}.${parts[1]}.`,
    () => parts.map((part, place) => (place === 0 ? headerWith(part, dice) : part)).join('.'),
  ])()
}

function another(dice: Dice, now: string): string {
  const found = dice.text(1, CHARACTERS)
  return found === now ? (now === 'A' ? 'B' : 'A') : found
}

/** The same header with one claim of the attacker's choice. */
function headerWith(part: string, dice: Dice): string {
  const change = dice.pick([
    { alg: 'none' },
    { alg: 'RSA-OAEP' },
    { enc: 'A128GCM' },
    { kid: 'k0' },
    { typ: 'x' },
    { crit: ['x'] },
    { zip: 'DEF' },
  ])
  const header = JSON.parse(Buffer.from(part, 'base64url').toString()) as object
  return Buffer.from(JSON.stringify({ ...header, ...change })).toString('base64url')
}
