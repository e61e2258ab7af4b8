import type { Rung } from '../../../shared/contract/diagnosis/diagnosis.ts'
import type { GrantSeen, Observations } from '../../../shared/contract/diagnosis/observations.ts'
import type { NotAsked, Step } from '../../../shared/domain/step.ts'
import { amazonHosts, clockOff, isHeard } from './findings/network-findings.ts'
import { keyWorks } from './key-works.ts'

/** What a step saw: `asked` false leaves the reason to the step before it. */
export interface Seen {
  readonly asked: boolean
  readonly facts: Rung['facts']
  readonly tookMs: number | null
  readonly because?: NotAsked | null
}

/** What each step saw, from the observations alone. */
export const SEEN: Readonly<Record<Step, (observed: Observations) => Seen>> = {
  network: ({ hosts }) => ({
    asked: hosts.some(isHeard),
    facts: { reached: hosts.filter(isHeard).length, hosts: hosts.length },
    tookMs: fastest(hosts.filter(isHeard)),
  }),
  clock: (observed) => {
    const offMs = clockOff(observed)
    return { asked: offMs !== null, facts: { offMs }, tookMs: null }
  },
  computer: ({ computer, grants, rights }) => ({
    asked: computer.freeBytes !== null || computer.database === 'fine',
    facts: {
      freeBytes: computer.freeBytes,
      vault: rights === 'full' ? (grants.find((one) => one.vault !== 'not-looked')?.vault ?? null) : null,
    },
    tookMs: null,
  }),
  amazon: (observed) => {
    const hosts = amazonHosts(observed)
    return {
      asked: hosts.length > 0 && hosts.every((one) => one.outcome === 'answered'),
      facts: { region: observed.account.region },
      tookMs: slowest(hosts.filter(isHeard)),
    }
  },
  wider: ({ others }) => ({
    asked: true,
    facts: { fine: others.fine, total: others.total, failing: others.failing },
    tookMs: null,
  }),
  'app-key': (observed) => {
    const selling = grantOf(observed, 'selling')
    const facts = { secretEndsAt: selling?.secretEndsAt ?? null, keyWorkedAt: observed.others.keyWorkedAt }
    return { asked: keyWorks(observed), facts, tookMs: null, because: selling?.asked?.because ?? null }
  },
  grant: (observed) => grantSaw(grantOf(observed, 'selling')),
  identity: (observed) => {
    const proof = observed.calls.find((one) => (one.what === 'listings' || one.what === 'purchase-orders') && one.answered)
    const isProven = proof !== undefined || observed.grants.some((one) => one.sameIdentity === true)
    return { asked: isProven, facts: {}, tookMs: proof?.tookMs ?? null, because: afterGrant(observed) }
  },
  standing: (observed) => {
    const list = observed.calls.find((one) => one.what === 'participations')
    const countries = observed.channels.filter((one) => one.participating === true).length
    return {
      asked: list?.answered === true,
      facts: { marketplaces: countries },
      tookMs: list?.tookMs ?? null,
      because: observed.account.kind === 'vendor' ? 'nothing-cheap' : afterGrant(observed),
    }
  },
  permissions: (observed) => {
    const selling = observed.datasets.filter((one) => one.family === 'selling')
    const granted = selling.filter((one) => one.answer === 'granted')
    const unproven = new Set(selling.filter((one) => one.answer === 'not-yet-proven').map((one) => one.dataset)).size
    const facts = { granted: new Set(granted.map((one) => one.dataset)).size, unproven }
    return { asked: granted.some((one) => one.now), facts, tookMs: null, because: afterGrant(observed) }
  },
  advertising: (observed) => {
    const ads = grantOf(observed, 'advertising')
    const list = observed.calls.find((one) => one.what === 'profiles')
    const tookMs = list?.answered === true ? list.tookMs + (ads?.asked?.tookMs ?? 0) : null
    return { asked: list?.answered === true, facts: { endsAt: ads?.endsAt ?? null }, tookMs, because: adsReason(ads) }
  },
  work: ({ work }) => ({ asked: true, facts: { missingDays: work.missingDays, readyAt: work.readyAt }, tookMs: null }),
}

function grantSaw(selling: GrantSeen | undefined): Seen {
  if (selling === undefined) return { asked: false, facts: {}, tookMs: null, because: 'not-connected' }
  const { asked, endsAt, lastRenewedAt } = selling
  const facts = { endsAt, lastRenewedAt }
  if (asked === null) return { asked: false, facts, tookMs: null }
  return { asked: asked.renewed, facts, tookMs: asked.because === null ? asked.tookMs : null, because: asked.because }
}

function grantOf({ grants }: Observations, family: GrantSeen['family']): GrantSeen | undefined {
  return grants.find((one) => one.family === family)
}

/** What hangs on the permission cannot be asked without it. */
function afterGrant(observed: Observations): NotAsked | null {
  const selling = grantOf(observed, 'selling')
  if (selling === undefined) return 'not-connected'
  if (selling.asked === null || selling.asked.renewed) return null
  return selling.asked.because ?? 'no-permission'
}

function adsReason(ads: GrantSeen | undefined): NotAsked | null {
  if (ads === undefined || ads.state.kind === 'disconnected') return 'not-connected'
  if (ads.asked === null || ads.asked.renewed) return null
  return ads.asked.because ?? 'no-permission'
}

function fastest(hosts: Observations['hosts']): number | null {
  return hosts.length === 0 ? null : Math.min(...hosts.map((one) => one.tookMs))
}

function slowest(hosts: Observations['hosts']): number | null {
  return hosts.length === 0 ? null : Math.max(...hosts.map((one) => one.tookMs))
}
