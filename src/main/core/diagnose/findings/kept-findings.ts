import type { KeptSeen, Observations } from '../../../../shared/contract/diagnosis/observations.ts'
import type { Cause } from '../../../../shared/domain/cause.ts'
import type { Step } from '../../../../shared/domain/step.ts'
import type { Finding } from '../finding.ts'

/** Where each cause that stored evidence can name shows on the ladder; the rest is told by state that is stored elsewhere. */
const STEP_OF: Partial<Readonly<Record<Cause, Step>>> = {
  offline: 'network',
  'captive-portal': 'network',
  'network-blocks-amazon': 'network',
  'certificate-untrusted': 'network',
  'clock-wrong': 'clock',
  'storage-full': 'computer',
  'storage-trouble': 'computer',
  'vault-locked': 'computer',
  'credentials-lost': 'computer',
  'other-endpoint': 'computer',
  'broker-trouble': 'amazon',
  'amazon-outage': 'amazon',
  'amazon-trouble': 'amazon',
  'application-key-refused': 'app-key',
  'application-key-ended': 'app-key',
  'application-not-allowed': 'app-key',
  'wrong-account': 'identity',
  'wrong-region': 'standing',
  'account-problem': 'standing',
  'marketplace-not-active': 'standing',
  'ads-profile-missing': 'advertising',
}

/** What was last observed of each kind and not mended since; used where nothing can be asked now. */
export function keptFindings(observed: Observations): readonly Finding[] {
  if (observed.way === 'asked') return []
  return newestOfEach(observed.kept).flatMap(({ outcome, family, firstAt, at }): readonly Finding[] => {
    const step = outcome === 'fine' ? undefined : STEP_OF[outcome]
    if (outcome === 'fine' || step === undefined) return []
    return [{ cause: outcome, step, family, known: 'last-known', facts: { since: firstAt, at } }]
  })
}

/** The newest row of every source and scope: a later answer of the same kind ends what an earlier one said. */
function newestOfEach(kept: readonly KeptSeen[]): readonly KeptSeen[] {
  const newest = new Map<string, KeptSeen>()
  for (const one of kept) {
    const key = [one.everywhere, one.family, one.channelId, one.dataset, one.source].join('\n')
    const held = newest.get(key)
    if (held === undefined || one.at > held.at) newest.set(key, one)
  }
  return [...newest.values()]
}
