import type { RefusalCause } from '../../shared/domain/authorization.ts'
import type { ApiFamily } from '../../shared/domain/region.ts'
import { own } from './own.ts'
import { familyText } from './place-text.ts'

export type Facts = Readonly<Record<string, string | number | null>>

/** What a cause may be told with: facts of the status, and how this window writes times. */
export interface CauseQuestion {
  readonly family: ApiFamily
  readonly facts: Facts
  /** Forecast end of the permission, ms since 1970. */
  readonly endsAt: number | null
  /** "3 Sep" from an instant. */
  readonly day: (at: number) => string
  /** "12:17" or "Mon 12:17" from an instant. */
  readonly moment: (at: number) => string
}

type Told = (question: CauseQuestion) => string

/** One plain sentence per cause; never finer than what Amazon lets us know. */
export const causeText: Readonly<Record<RefusalCause, Told>> = {
  lapsed: ({ family, facts, endsAt, day }) => {
    const ended = instantOf(facts['endsAt']) ?? endsAt
    const permission = family === 'selling' ? 'The yearly permission' : 'The yearly advertising permission'
    return ended === null ? `${permission} has ended.` : `${permission} ended on ${day(ended)}.`
  },
  'withdrawn-or-changed': ({ family, facts, moment }) => {
    const first = instantOf(facts['firstRefusedAt'])
    const second = instantOf(facts['since'])
    const times = first === null || second === null ? '' : `, at ${moment(first)} and ${moment(second)}`
    return `Amazon refused ${familyText[family].permission} twice${times}.`
  },
  'permission-missing': ({ facts }) => {
    const datasets = facts['datasets']
    if (typeof datasets === 'string' && datasets !== '') return `Amazon refuses ${datasets}. A role is missing.`
    return 'Amazon refuses some datasets. A role is missing.'
  },
  'application-credential-ended': ({ facts, moment }) => {
    const since = instantOf(facts['since'])
    return `Amazon refuses the key of the app itself${since === null ? '' : ` since ${moment(since)}`}. Your permission may be fine.`
  },
  'wrong-account': () => 'Amazon answered for a different account. Nothing was changed.',
  unknown: ({ family }) => `Amazon refused ${familyText[family].permission}.`,
}

/** Further causes a status may carry that are no refusal. */
const troubleText: Readonly<Record<string, Told>> = {
  'account-problem': () => 'Amazon holds this account back. Seller Central says why.',
  'amazon-trouble': ({ facts, moment }) => {
    const since = instantOf(facts['since'])
    return `Several accounts fail at once${since === null ? '' : ` since ${moment(since)}`}. Amazon has to act; nobody needs to reconnect.`
  },
  'publisher-problem': () => 'Amazon refuses the key of the app itself. Your permission may be fine.',
  'broker-trouble': () => 'The publisher’s server does not answer as it should. Your permission may be fine; nobody needs to reconnect.',
  'wrong-region': () => 'Amazon serves this account at another address than the app asks. Your permission may be fine.',
  stale: ({ facts, moment }) => {
    const last = instantOf(facts['lastSuccessAt'])
    const what = typeof facts['datasets'] === 'string' && facts['datasets'] !== '' ? `${facts['datasets']}: nothing` : 'Nothing'
    return last === null ? `${what} was fetched for too long.` : `${what} was fetched since ${moment(last)}.`
  },
  offline: () => 'This computer was offline.',
}

/** The sentence of a cause; null where nothing can honestly be said. */
export function causeSentence(cause: string | null, question: CauseQuestion): string | null {
  return own<Told>({ ...troubleText, ...causeText }, cause)?.(question) ?? null
}

function instantOf(value: string | number | null | undefined): number | null {
  return typeof value === 'number' ? value : null
}
