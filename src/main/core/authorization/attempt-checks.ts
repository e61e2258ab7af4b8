import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { Check, CheckCode } from './attempt-board.ts'

const CODES: Readonly<Record<ApiFamily, readonly CheckCode[]>> = {
  selling: ['identity', 'stored', 'permissions', 'syncing'],
  advertising: ['profiles', 'stored', 'permissions', 'syncing'],
}

/** The steps after the consent, in order; advertising is identified by its profiles. */
export function checksAtStart(family: ApiFamily): readonly Check[] {
  return CODES[family].map((code) => ({ code, state: 'waiting', at: null }))
}

export function identityCheckOf(family: ApiFamily): CheckCode {
  return family === 'selling' ? 'identity' : 'profiles'
}
