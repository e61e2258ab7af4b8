import type { GrantSeen, Observations } from '../../../../shared/contract/diagnosis/observations.ts'
import type { Cause } from '../../../../shared/domain/cause.ts'
import { NO_FACTS, type Finding } from '../finding.ts'

const KEY_CAUSES: ReadonlySet<Cause> = new Set(['application-key-refused', 'application-key-ended', 'application-not-allowed'])

/** The app's own key: as its renewals are answered, as data calls say, or as it was last known to stand. */
export function keyFindings(observed: Observations): readonly Finding[] {
  return [...observed.grants.flatMap((one) => askedKey(one) ?? storedKey(one, observed)), ...calledKey(observed)]
}

/** Null when nothing was answered now that speaks of the key. */
function askedKey({ family, asked, secretEndsAt }: GrantSeen): readonly Finding[] | null {
  if (asked === null) return null
  if (asked.renewed) return []
  const { cause } = asked
  if (!isKeyCause(cause)) return null
  // Amazon calls every wrong key invalid; a key whose days are over lets us conclude why.
  const isOver = cause === 'application-key-refused' && secretEndsAt !== null && secretEndsAt <= asked.at
  return [isOver ? about('application-key-ended', family, 'concluded', secretEndsAt) : about(cause, family, 'observed', secretEndsAt)]
}

/** The state says only that the application is at fault; how Amazon refused renewals since the last good one says why. */
function storedKey({ family, state, secretEndsAt, lastRenewedAt }: GrantSeen, { kept }: Observations): readonly Finding[] {
  if (state.kind !== 'publisher-problem') return []
  const [said] = kept
    .filter((one) => one.source === 'renewal' && one.family === family && one.at > (lastRenewedAt ?? 0))
    .flatMap(({ outcome, at }) => (outcome !== 'fine' && isKeyCause(outcome) ? [{ outcome, at }] : []))
    .sort((a, b) => b.at - a.at)
  const known = state.cause === 'application-credential-ended' ? 'application-key-ended' : 'application-key-refused'
  const cause = said?.outcome ?? known
  return [{ ...about(cause, family, 'last-known', secretEndsAt), facts: { since: state.since, secretEndsAt } }]
}

/** A data call can name the ended secret although the hourly credential was renewed (docs/amazon.md §2.4). */
function calledKey({ calls, troubles }: Observations): readonly Finding[] {
  const told = calls.find((one) => isKeyCause(one.cause))
  if (told) return [about('application-key-ended', told.family, 'observed', null)]
  const met = troubles.find((one) => one.kind === 'application-credential-ended' && !calls.some((call) => call.family === one.family))
  return met ? [{ ...about('application-key-ended', met.family, 'last-known', null), facts: { since: met.at } }] : []
}

function isKeyCause(cause: Cause | null): cause is Cause {
  return cause !== null && KEY_CAUSES.has(cause)
}

function about(cause: Cause, family: Finding['family'], known: Finding['known'], secretEndsAt: number | null): Finding {
  return { cause, step: 'app-key', family, known, facts: secretEndsAt === null ? NO_FACTS : { secretEndsAt } }
}
