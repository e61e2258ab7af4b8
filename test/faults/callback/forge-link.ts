import { createHash } from 'node:crypto'
import type { Dice } from '../dice.ts'
import { otherIssuer, type Stranger, type Walk } from './walks.ts'

export interface Forging {
  readonly dice: Dice
  /** An open attempt whose links are being forged. */
  readonly victim: Walk
  /** Another open attempt of the same person. */
  readonly other: Walk
  readonly stranger: Stranger
  /** A walk at somebody else's broker. */
  readonly impostor: Stranger
  /** Links that were used before. */
  readonly used: readonly string[]
}

type Forge = (forging: Forging) => string

const linkOf = (issuer: string, handoff: string, mark: string) => `springline://authorize/${issuer}?handoff=${handoff}&${mark}`
const hashOf = (ticket: string) => createHash('sha256').update(ticket).digest('base64url')

/** Forgeries by somebody who does not hold the attempt's ticket, or spoils the link's form: they must not even disturb the attempt. */
export const OUTSIDE: Readonly<Record<string, Forge>> = {
  'a stranger’s whole link': ({ stranger }) => stranger.link,
  'an impostor’s whole link': ({ impostor }) => impostor.link,
  'a used link again': ({ dice, used, stranger }) => (used.length === 0 ? stranger.link : dice.pick(used)),
  'a ticket with one character changed': ({ dice, victim }) =>
    linkOf(victim.issuer, victim.handoff, `ticket=${changeOne(dice, victim.ticket)}`),
  'a ticket cut short': ({ dice, victim }) =>
    linkOf(victim.issuer, victim.handoff, `ticket=${victim.ticket.slice(0, -1 - dice.below(40))}`),
  'a made-up ticket': ({ dice, victim }) =>
    linkOf(victim.issuer, victim.handoff, `ticket=${dice.text(80)}.${dice.text(80)}.${dice.text(43)}`),
  'a made-up mark': ({ dice, victim }) => linkOf(victim.issuer, victim.handoff, `attempt=${dice.text(43)}`),
  'a stranger’s ticket with the hand-off': ({ victim, stranger }) => linkOf(victim.issuer, victim.handoff, `ticket=${stranger.ticket}`),
  'another issuer': ({ dice, victim }) => linkOf(otherIssuer(victim.issuer, dice.below(8)), victim.handoff, `ticket=${victim.ticket}`),
  'a parameter twice': ({ dice, victim }) =>
    `${victim.link}&${dice.pick(['handoff=AAAAAAAAAA', `ticket=${victim.ticket}`, 'error=consent-declined', 'issuer=seller-eu'])}`,
  'a strange parameter': ({ dice, victim }) => `${victim.link}&${dice.text(6)}=${dice.text(6)}`,
  'another scheme or host': ({ dice, victim }) =>
    victim.link.replace(
      'springline://authorize',
      dice.pick([
        'SPRINGLINE://authorize',
        'springline://evil',
        'springline:authorize',
        'https://authorize',
        'springline://authorize.evil',
        'springline://authorize:1',
        'springline://u@authorize',
      ]),
    ),
  'another loopback': ({ dice, victim }) =>
    `${dice.pick(['http://localhost:51234', 'https://127.0.0.1:51234', 'http://127.0.0.1:80', 'http://127.0.0.2:51234', 'http://[::1]:51234'])}/oauth/callback?handoff=${victim.handoff}&ticket=${victim.ticket}&issuer=${victim.issuer}`,
  'something behind it': ({ dice, victim }) => victim.link + dice.pick(['#', '#x', '\n', ' ', '\u0000', '%00', '&', '?x']),
  'something before it': ({ dice, victim }) => dice.pick([' ', '\n', 'x', '"', "' "]) + victim.link,
  'far too long': ({ victim, dice }) => `${victim.link}&${'a'.repeat(8200 + dice.below(3000))}`,
  noise: ({ dice }) => dice.text(dice.below(300), ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCxyz[\\]^_`{|}~\u0000\u20AC'),
  'a renewal’s link': ({ victim }) => `springline:begin/selling?callback=https%3A%2F%2Fx.test%2F&state=${victim.ticket}&partner=A1`,
}

/** Forgeries by somebody who holds the ticket as well: they can end the attempt, and nothing else. */
export const INSIDE: Readonly<Record<string, Forge>> = {
  'another attempt’s hand-off': ({ victim, other }) => linkOf(victim.issuer, other.handoff, `ticket=${victim.ticket}`),
  'a stranger’s hand-off': ({ victim, stranger }) => linkOf(victim.issuer, stranger.handoff, `ticket=${victim.ticket}`),
  'a stranger’s hand-off under the mark': ({ victim, stranger }) =>
    linkOf(victim.issuer, stranger.handoff, `attempt=${hashOf(victim.ticket)}`),
  'an impostor’s hand-off': ({ victim, impostor }) => linkOf(victim.issuer, impostor.handoff, `ticket=${victim.ticket}`),
  'a hand-off with one character changed': ({ dice, victim }) =>
    linkOf(victim.issuer, changeOne(dice, victim.handoff), `ticket=${victim.ticket}`),
  'a made-up hand-off': ({ dice, victim }) =>
    linkOf(victim.issuer, `eyJhbGciOiJkaXIifQ..${dice.text(16)}.${dice.text(200)}.${dice.text(22)}`, `ticket=${victim.ticket}`),
}

/** The last character of a base64url part carries unused bits, so only others are changed. */
function changeOne(dice: Dice, text: string): string {
  const at = dice.below(text.length - 2)
  const now = text[at]
  if (now === '.' || text[at + 1] === '.') return changeOne(dice, text)
  return `${text.slice(0, at)}${now === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
}
