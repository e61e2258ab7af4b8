import type { HostSeen, Observations } from '../../../../shared/contract/diagnosis/observations.ts'
import { NO_FACTS, type Finding } from '../finding.ts'
import { CLOCK_OFF_MS } from '../policy.ts'

type Outcome = HostSeen['outcome']

const APIS: ReadonlySet<HostSeen['role']> = new Set(['login', 'selling', 'ads-login', 'ads'])
/** A host that could not even be connected to, while others could: something on the way keeps it away. */
const BLOCKED: ReadonlySet<Outcome> = new Set(['dns', 'refused', 'unreachable', 'connect-timeout'])

/** Amazon's own doors, without the broker and the consent page. */
export function amazonHosts({ hosts }: Pick<Observations, 'hosts'>): readonly HostSeen[] {
  return hosts.filter((one) => APIS.has(one.role))
}

/** True when the host itself said something, be it an error of its own. */
export function isHeard({ outcome }: HostSeen): boolean {
  return outcome === 'answered' || outcome === 'down'
}

/** What stands between this computer and Amazon. One computer's silence is never taken for Amazon's while others answer. */
export function networkFindings(observed: Observations): readonly Finding[] {
  const { hosts } = observed
  if (hosts.length === 0) return []
  const apis = amazonHosts(observed)
  const isOpen = apis.some(isHeard)
  if (!isOpen && hosts.some((one) => one.outcome === 'portal')) return [network('captive-portal')]
  const proxy = apis.find((one) => one.outcome === 'proxy')
  if (proxy) return [network('network-blocks-amazon', { host: proxy.name })]
  const untrusted = apis.find((one) => one.outcome === 'tls')
  if (untrusted) return [network('certificate-untrusted', { host: untrusted.name })]
  if (!hosts.some(isHeard)) return [silence(hosts)]
  const blocked = apis.find((one) => BLOCKED.has(one.outcome))
  if (blocked) return [network('network-blocks-amazon', { host: blocked.name })]
  return []
}

/** A wrong clock makes good credentials look ended and good proofs look forged. */
export function clockFindings(observed: Observations): readonly Finding[] {
  const off = clockOff(observed)
  if (off !== null && Math.abs(off) > CLOCK_OFF_MS)
    return [{ cause: 'clock-wrong', step: 'clock', family: null, known: 'observed', facts: { offMs: off } }]
  const told = observed.grants.find((one) => one.asked?.cause === 'clock-wrong')
  return told ? [{ cause: 'clock-wrong', step: 'clock', family: null, known: 'observed', facts: { offMs: off } }] : []
}

/** The middle of what Amazon's hosts say, so that one odd server decides nothing. Positive: this computer is ahead. */
export function clockOff(observed: Pick<Observations, 'hosts'>): number | null {
  const offs = amazonHosts(observed)
    .filter(isHeard)
    .flatMap((one) => (one.offMs === null ? [] : [one.offMs]))
    .sort((a, b) => a - b)
  return offs[Math.floor(offs.length / 2)] ?? null
}

/** Nothing answered at all. Everybody refusing at once is a wall on this computer or network; anything else is no network. */
function silence(hosts: readonly HostSeen[]): Finding {
  const isWall = hosts.every((one) => one.outcome === 'refused')
  return isWall ? network('network-blocks-amazon', { host: hosts[0]?.name ?? null }) : network('offline')
}

function network(cause: Finding['cause'], facts: Finding['facts'] = NO_FACTS): Finding {
  return { cause, step: 'network', family: null, known: 'observed', facts }
}
