import type { GrantSeen, Observations } from '../../../../shared/contract/diagnosis/observations.ts'
import type { ApiFamily } from '../../../../shared/domain/region.ts'
import type { Known, Step } from '../../../../shared/domain/step.ts'
import { NO_FACTS, type Finding } from '../finding.ts'

/** Both permissions, by their answers now or by what was kept of earlier ones. */
export function grantFindings(observed: Observations): readonly Finding[] {
  const selling = observed.grants.find((one) => one.family === 'selling')
  const absent: Finding = { cause: 'never-connected', step: 'grant', family: 'selling', known: 'observed', facts: NO_FACTS }
  return [...(selling ? [] : [absent]), ...observed.grants.flatMap((one) => permissionFindings(one, observed))]
}

/** Advertising that was never connected, or ended on purpose: a calm fact, looked at last. */
export function adsFindings({ grants, account }: Observations): readonly Finding[] {
  const ads = grants.find((one) => one.family === 'advertising')
  if (account.paused || (ads && ads.state.kind !== 'disconnected')) return []
  return [{ cause: 'ads-not-connected', step: 'advertising', family: 'advertising', known: 'observed', facts: NO_FACTS }]
}

function permissionFindings(grant: GrantSeen, { asOf }: Observations): readonly Finding[] {
  const { family, state, lost } = grant
  switch (state.kind) {
    case 'disconnected':
      if (family === 'advertising' || lost) return []
      return [{ cause: 'never-connected', step: 'grant', family, known: 'observed', facts: { since: state.since } }]
    case 'refused-once':
      return [refusal(grant, { known: 'undecided', firstRefusedAt: state.firstRefusedAt, since: null, asOf })]
    case 'reconnect-required':
      return [ended(grant, state, asOf)]
    case 'publisher-problem':
    case 'active':
      return overdue(grant, asOf)
  }
}

type Ended = Extract<GrantSeen['state'], { kind: 'reconnect-required' }>

function ended(grant: GrantSeen, { cause, firstRefusedAt, since }: Ended, asOf: number): Finding {
  const { family, asked } = grant
  if (cause === 'wrong-account') return { cause, step: 'identity', family, known: 'last-known', facts: NO_FACTS }
  const known = asked?.cause === 'grant-withdrawn-or-changed' ? 'observed' : 'last-known'
  return refusal(grant, { known, firstRefusedAt, since, asOf })
}

/** Not refused yet, as far as anybody heard; but its year is over. */
function overdue({ family, endsAt, asked }: GrantSeen, asOf: number): readonly Finding[] {
  const isAnswered = asked !== null && (asked.renewed || asked.cause !== null)
  if (isAnswered || endsAt === null || endsAt > asOf) return []
  return [{ cause: 'grant-lapsed', step: stepOf(family), family, known: 'concluded', facts: { endsAt } }]
}

interface Refused {
  readonly known: Known
  readonly firstRefusedAt: number
  readonly since: number | null
  readonly asOf: number
}

/** Amazon never says whether a permission lapsed or was withdrawn; a year that is over lets us conclude the first. */
function refusal({ family, endsAt, state, asked }: GrantSeen, { known, firstRefusedAt, since, asOf }: Refused): Finding {
  const isLapsed = state.kind === 'reconnect-required' ? state.cause === 'lapsed' : endsAt !== null && endsAt <= asOf
  const facts = { firstRefusedAt, since, endsAt, until: asked?.until ?? null }
  const step = stepOf(family)
  if (!isLapsed) return { cause: 'grant-withdrawn-or-changed', step, family, known, facts }
  return { cause: 'grant-lapsed', step, family, known: known === 'undecided' ? known : 'concluded', facts }
}

function stepOf(family: ApiFamily): Step {
  return family === 'selling' ? 'grant' : 'advertising'
}
