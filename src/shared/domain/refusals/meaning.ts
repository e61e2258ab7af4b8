import type { Cause } from '../cause.ts'

/**
 * What an answer means: a cause, or something that is nobody's trouble yet.
 * - `access-ended`: renewing once cures it. `revoked-or-elsewhere`: Amazon says it of ended and of misdirected credentials.
 * - `already-running`: the same report is being made. `not-found`: Amazon does not know what was asked about.
 * - `code-refused`: the consent is tried again; it says nothing about a grant.
 */
export type Meaning = Cause | 'fine' | 'access-ended' | 'revoked-or-elsewhere' | 'already-running' | 'not-found' | 'code-refused'
