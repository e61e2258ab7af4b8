import type { AccessAnswer } from '../../shared/domain/access.ts'
import { own } from './own.ts'

export const accessText: Readonly<Record<AccessAnswer, string>> = {
  granted: 'granted',
  refused: 'refused, role missing',
  'not-yet-proven': 'not yet proven',
}

/** Amazon's scopes have no name of their own; these are the names of their consent page. */
const scopes: Readonly<Record<string, string>> = { 'advertising::campaign_management': 'Campaign management' }

/** A role as Amazon's own pages name it. */
export function roleText(role: string): string {
  return own(scopes, role) ?? role
}

/** Evidence that is a code reads as words; Amazon's answers (status, request id) stay as they came. */
const evidences: Readonly<Record<string, string>> = {
  profile: 'profile found',
  'no-profile': 'no profile in this marketplace',
  'no-access': 'not asked, the permission ended',
}

export function evidenceText(evidence: string | null): string {
  return evidence === null ? '' : (own(evidences, evidence) ?? evidence)
}
