import type { DatasetSeen, Observations } from '../../../../shared/contract/diagnosis/observations.ts'
import type { Cause } from '../../../../shared/domain/cause.ts'
import { NO_FACTS, type Finding } from '../finding.ts'
import { namesOf } from './account-findings.ts'

/** How a run that failed of itself ended, and what that means. */
const CAUSE_OF_TROUBLE: Readonly<Record<string, Cause>> = {
  'bad-document': 'document-changed',
  'range-refused': 'request-refused',
  'bad-request': 'request-refused',
}

/** Syncing itself: requests Amazon does not take, documents that read differently, waits, and the person's own pause. */
export function workFindings(observed: Observations): readonly Finding[] {
  return [...runFindings(observed.datasets), ...loginWait(observed), ...delays(observed), ...pause(observed)]
}

function runFindings(datasets: readonly DatasetSeen[]): readonly Finding[] {
  return (['request-refused', 'document-changed'] as const).flatMap((cause): readonly Finding[] => {
    const mine = datasets.filter((one) => one.lastTrouble !== null && CAUSE_OF_TROUBLE[one.lastTrouble.code] === cause)
    const [first] = mine
    if (first === undefined) return []
    const at = Math.max(...mine.map((one) => one.lastTrouble?.at ?? 0))
    return [{ cause, step: 'work', family: first.family, known: 'observed', facts: { ...namesOf(mine), at } }]
  })
}

function loginWait({ grants }: Observations): readonly Finding[] {
  const held = grants.find((one) => one.asked?.cause === 'throttled')
  return held
    ? [{ cause: 'throttled', step: 'work', family: held.family, known: 'observed', facts: { until: held.asked?.until ?? null } }]
    : []
}

function delays({ work }: Observations): readonly Finding[] {
  if (work.delayed === null) return []
  const { by, until } = work.delayed
  return [{ cause: by, step: 'work', family: null, known: 'observed', facts: { until } }]
}

function pause({ account }: Observations): readonly Finding[] {
  return account.paused ? [{ cause: 'paused', step: 'work', family: null, known: 'observed', facts: NO_FACTS }] : []
}
