import type { HostSeen, Observations } from '../../../../shared/contract/diagnosis/observations.ts'
import type { ApiFamily } from '../../../../shared/domain/region.ts'
import { NO_FACTS, type Finding } from '../finding.ts'
import { FRESH_TROUBLE_MS } from '../policy.ts'
import { amazonHosts, isHeard } from './network-findings.ts'

/** A host that let us in and then said nothing, or an error of its own. */
const FAILING: ReadonlySet<HostSeen['outcome']> = new Set(['down', 'cut', 'no-answer'])

/** Trouble that Amazon or the publisher's broker has to mend, and nobody here. */
export function amazonFindings(observed: Observations): readonly Finding[] {
  return [...brokerFindings(observed), ...outageFindings(observed), ...singleFindings(observed)]
}

function brokerFindings(observed: Observations): readonly Finding[] {
  const broker = observed.hosts.find((one) => one.role === 'broker')
  const isSilent = broker !== undefined && broker.outcome !== 'answered' && amazonHosts(observed).some(isHeard)
  const told = observed.grants.some((one) => one.asked?.cause === 'broker-trouble')
  if (!isSilent && !told) return []
  return [{ cause: 'broker-trouble', step: 'amazon', family: null, known: 'observed', facts: { host: broker?.name ?? null } }]
}

function outageFindings(observed: Observations): readonly Finding[] {
  if (!observed.hosts.some(isHeard) && observed.hosts.length > 0) return []
  const failing = amazonHosts(observed).filter((one) => FAILING.has(one.outcome))
  const [first] = failing
  if (first) {
    const family = failing.every((one) => familyOf(one) === familyOf(first)) ? familyOf(first) : null
    return [{ cause: 'amazon-outage', step: 'amazon', family, known: 'observed', facts: { host: first.name } }]
  }
  const { outage, outageSince, failing: accounts } = observed.others
  if (!outage) return []
  return [
    { cause: 'amazon-outage', step: 'wider', family: null, known: 'concluded', facts: { since: outageSince, accounts: accounts + 1 } },
  ]
}

/** This account alone meets Amazon's own errors: in an answer now, or in syncing's newest try. */
function singleFindings({ grants, calls, datasets, troubles, asOf }: Observations): readonly Finding[] {
  const asked =
    grants.find((one) => one.asked?.cause === 'amazon-trouble')?.family ??
    calls.find((one) => one.cause === 'amazon-trouble')?.family ??
    datasets.find((one) => one.now && one.said === 'amazon-trouble')?.family
  const heard = calls.filter((one) => one.answered)
  const met = troubles.find(
    (one) =>
      (one.kind === 'amazon-trouble' || one.kind === 'access-ended') &&
      asOf - one.at < FRESH_TROUBLE_MS &&
      !heard.some((call) => call.family === one.family),
  )
  const family = asked ?? met?.family
  if (family === undefined) return []
  return [{ cause: 'amazon-trouble', step: 'amazon', family, known: asked ? 'observed' : 'last-known', facts: NO_FACTS }]
}

function familyOf({ role }: HostSeen): ApiFamily | null {
  if (role === 'selling') return 'selling'
  return role === 'ads' || role === 'ads-login' ? 'advertising' : null
}
