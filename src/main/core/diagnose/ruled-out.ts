import type { RuledOut } from '../../../shared/contract/diagnosis/diagnosis.ts'
import type { Observations } from '../../../shared/contract/diagnosis/observations.ts'
import type { Cause } from '../../../shared/domain/cause.ts'
import type { Finding } from './finding.ts'
import { amazonHosts, clockOff, isHeard } from './findings/network-findings.ts'
import { keyWorks } from './key-works.ts'

interface Rule {
  readonly name: RuledOut
  /** Evidence that speaks against it; silence rules nothing out. */
  readonly isSeen: (observed: Observations) => boolean
  readonly unless: readonly Cause[]
}

const RULES: readonly Rule[] = [
  {
    name: 'network',
    isSeen: (observed) => amazonHosts(observed).some(isHeard),
    unless: ['offline', 'captive-portal', 'network-blocks-amazon', 'certificate-untrusted'],
  },
  { name: 'clock', isSeen: (observed) => clockOff(observed) !== null, unless: ['clock-wrong'] },
  {
    name: 'computer',
    isSeen: ({ computer, grants }) => computer.freeBytes !== null && grants.some((one) => one.vault === 'held'),
    unless: ['storage-full', 'storage-trouble', 'vault-locked', 'credentials-lost', 'other-endpoint'],
  },
  {
    name: 'amazon-outage',
    isSeen: (observed) => amazonHosts(observed).length > 0 && amazonHosts(observed).every((one) => one.outcome === 'answered'),
    unless: ['amazon-outage', 'amazon-trouble', 'broker-trouble'],
  },
  { name: 'app-key', isSeen: keyWorks, unless: ['application-key-refused', 'application-key-ended', 'application-not-allowed'] },
  {
    name: 'grant',
    isSeen: ({ grants }) => grants.some((one) => one.family === 'selling' && one.asked?.renewed === true),
    unless: ['grant-lapsed', 'grant-withdrawn-or-changed', 'never-connected'],
  },
  { name: 'wrong-account', isSeen: ({ grants }) => grants.some((one) => one.sameIdentity === true), unless: ['wrong-account'] },
  {
    name: 'wrong-region',
    isSeen: ({ calls, datasets }) => calls.some((one) => one.answered) || datasets.some((one) => one.answer === 'granted'),
    unless: ['wrong-region'],
  },
  {
    name: 'permissions',
    isSeen: ({ datasets }) => datasets.some((one) => one.now && one.answer === 'granted'),
    unless: ['permission-missing', 'account-problem', 'marketplace-not-active'],
  },
]

/** What was looked at and is not the cause. */
export function ruledOut(observed: Observations, findings: readonly Finding[]): readonly RuledOut[] {
  return RULES.filter((rule) => rule.isSeen(observed) && !findings.some((one) => rule.unless.includes(one.cause))).map((one) => one.name)
}
