import type { Diagnosis } from '../../../shared/contract/diagnosis/diagnosis.ts'
import type { Observations } from '../../../shared/contract/diagnosis/observations.ts'
import { CAUSE_RULES, CAUSES, type Cause, type Fix } from '../../../shared/domain/cause.ts'
import type { Actor } from '../../../shared/domain/status.ts'
import { evidenceLines } from './evidence-lines.ts'
import type { Finding } from './finding.ts'
import { accountFindings } from './findings/account-findings.ts'
import { amazonFindings } from './findings/amazon-findings.ts'
import { computerFindings } from './findings/computer-findings.ts'
import { adsFindings, grantFindings } from './findings/grant-findings.ts'
import { keyFindings } from './findings/key-findings.ts'
import { keptFindings } from './findings/kept-findings.ts'
import { clockFindings, networkFindings } from './findings/network-findings.ts'
import { workFindings } from './findings/work-findings.ts'
import { ladder } from './ladder.ts'
import { ruledOut } from './ruled-out.ts'

/** The verdict: exactly one cause, or nothing wrong. Pure; the same observations always give the same diagnosis. */
export function judge(observed: Observations): Diagnosis {
  const findings = findAll(observed)
  const [first, ...rest] = findings
  const { missingDays, lostDays, readyAt, leaving } = observed.work
  const head = first ? headOf(first, observed) : NOTHING
  return {
    asOf: observed.asOf,
    tookMs: observed.tookMs,
    way: observed.way,
    ...head,
    also: rest.map(({ cause, family, known }) => ({ cause, family, known })),
    ruledOut: [...ruledOut(observed, findings)],
    costs: { missingDays, lostDays, readyAt, leaving },
    evidence: [...evidenceLines(observed, first ?? null)],
    steps: [...ladder(observed, findings)],
  }
}

type Head = Pick<Diagnosis, 'cause' | 'family' | 'known' | 'actor' | 'fix' | 'facts'>

const NOTHING: Head = { cause: null, family: null, known: null, actor: 'nobody', fix: null, facts: {} }

/** Everything that is wrong, nearest first: one of each cause and family. */
export function findAll(observed: Observations): readonly Finding[] {
  const found = [
    ...networkFindings(observed),
    ...clockFindings(observed),
    ...computerFindings(observed),
    ...amazonFindings(observed),
    ...keyFindings(observed),
    ...grantFindings(observed),
    ...accountFindings(observed),
    ...workFindings(observed),
    ...keptFindings(observed),
    ...adsFindings(observed),
  ]
  const unique = found.filter((one, at) => found.findIndex((other) => other.cause === one.cause && other.family === one.family) === at)
  return unique.sort((a, b) => rankOf(a.cause) - rankOf(b.cause) || familyRank(a) - familyRank(b))
}

/** *Ads not connected* is calm: it never stands before anything else. */
function rankOf(cause: Cause): number {
  return cause === 'ads-not-connected' ? CAUSES.length : CAUSES.indexOf(cause)
}

function familyRank({ family }: Finding): number {
  return family === 'advertising' ? 1 : 0
}

function headOf(finding: Finding, observed: Observations): Head {
  const { cause, family, known, facts } = finding
  return { cause, family, known, facts: { ...facts }, actor: actorOf(finding, observed), fix: fixOf(finding, observed) }
}

/** With a private app of one's own the publisher is the person. */
function isOwnApp({ family }: Finding, { grants }: Observations): boolean {
  return grants.some((one) => (family === null || one.family === family) && one.way === 'private-app')
}

function actorOf(finding: Finding, observed: Observations): Actor {
  if (finding.known === 'undecided') return 'nobody'
  const { actor } = CAUSE_RULES[finding.cause]
  return actor === 'publisher' && isKey(finding.cause) && isOwnApp(finding, observed) ? 'you' : actor
}

/** *Reconnect* only where a new permission helps, and never before the second refusal. */
function fixOf(finding: Finding, observed: Observations): Fix {
  const { cause, family, known } = finding
  if (known === 'undecided') return 'wait'
  if (isKey(cause) && isOwnApp(finding, observed)) return cause === 'application-key-ended' ? 'replace-client-secret' : 'check-own-app'
  const { fix } = CAUSE_RULES[cause]
  return fix === 'reconnect' && family === 'advertising' ? 'reconnect-ads' : fix
}

function isKey(cause: Cause): boolean {
  return cause === 'application-key-refused' || cause === 'application-key-ended' || cause === 'application-not-allowed'
}
