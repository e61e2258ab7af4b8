import type { Rung } from '../../../shared/contract/diagnosis/diagnosis.ts'
import type { Observations } from '../../../shared/contract/diagnosis/observations.ts'
import { STEPS, type NotAsked } from '../../../shared/domain/step.ts'
import type { Finding } from './finding.ts'
import { amazonHosts, isHeard } from './findings/network-findings.ts'
import { SEEN } from './step-seen.ts'

/** Every step with what it saw. A finding turns its step into trouble; the first cause's step is where the line parts. */
export function ladder(observed: Observations, findings: readonly Finding[]): readonly Rung[] {
  return STEPS.map((step) => {
    const seen = SEEN[step](observed)
    const found = findings.find((one) => one.step === step)
    if (found)
      return {
        step,
        state: stateOf(found),
        facts: { ...seen.facts, ...found.facts, cause: found.cause },
        because: null,
        tookMs: seen.tookMs,
      }
    if (seen.asked) return { step, state: 'fine', facts: seen.facts, because: null, tookMs: seen.tookMs }
    return { step, state: 'not-asked', facts: seen.facts, because: seen.because ?? whyNot(observed), tookMs: null }
  })
}

function stateOf({ cause, known }: Finding): Rung['state'] {
  return cause === 'ads-not-connected' || cause === 'paused' || known === 'undecided' ? 'watch' : 'trouble'
}

/** The common reason where a step has none of its own. */
function whyNot(observed: Observations): NotAsked {
  if (observed.way === 'stored') return 'stored-only'
  if (!amazonHosts(observed).some(isHeard)) return 'no-network'
  if (amazonHosts(observed).some((one) => one.outcome !== 'answered')) return 'amazon-down'
  return observed.rights === 'reading' ? 'reading-only' : 'no-time'
}
