import type { DatasetSeen, Observations } from '../../../../shared/contract/diagnosis/observations.ts'
import { NO_FACTS, type Finding } from '../finding.ts'

/** Whose account it is, how it stands at Amazon, and what its permission reaches. */
export function accountFindings(observed: Observations): readonly Finding[] {
  const held = isHeldBack(observed)
  return [
    ...identityFindings(observed),
    ...regionFindings(observed),
    ...(held ? [held] : []),
    ...marketplaceFindings(observed),
    ...(held ? [] : roleFindings(observed)),
    ...profileFindings(observed),
  ]
}

function identityFindings({ grants, strayed, calls }: Observations): readonly Finding[] {
  const other = grants.find((one) => one.sameIdentity === false)
  const seen = calls.find((one) => one.cause === 'wrong-account')
  const family = other?.family ?? seen?.family ?? strayed?.family
  if (family === undefined) return []
  return [{ cause: 'wrong-account', step: 'identity', family, known: 'observed', facts: { strayed: strayed === null ? null : 'yes' } }]
}

function regionFindings({ calls, troubles }: Observations): readonly Finding[] {
  const told = calls.find((one) => one.cause === 'wrong-region')
  const met = troubles.find((one) => one.kind === 'wrong-region' && !calls.some((call) => call.family === one.family && call.answered))
  const family = told?.family ?? met?.family
  if (family === undefined) return []
  return [{ cause: 'wrong-region', step: 'standing', family, known: told ? 'observed' : 'last-known', facts: NO_FACTS }]
}

/**
 * Amazon says it of a suspended account in plain words at times; at others every question is refused without a reason,
 * which no missing role explains when the questions belong to different roles (docs/amazon.md §2.4).
 */
function isHeldBack({ calls, datasets, channels, troubles }: Observations): Finding | null {
  const told = calls.some((one) => one.cause === 'account-problem')
  const standing: Omit<Finding, 'known'> = { cause: 'account-problem', step: 'standing', family: 'selling', facts: NO_FACTS }
  if (told || channels.some((one) => one.suspendedListings === true)) return { ...standing, known: 'observed' }
  const selling = calls.filter((one) => one.family === 'selling')
  const asked = datasets.filter((one) => one.family === 'selling' && one.now && one.answer !== 'not-yet-proven')
  const roles = new Set(asked.map((one) => one.role))
  const isAllRefused =
    selling.some((one) => one.cause === 'permission-missing') &&
    !selling.some((one) => one.answered) &&
    roles.size > 1 &&
    asked.every((one) => one.answer === 'refused')
  if (isAllRefused) return { ...standing, known: 'concluded' }
  const met = troubles.find((one) => one.kind === 'account-problem')
  return met && selling.length === 0 ? { ...standing, known: 'last-known', facts: { since: met.at } } : null
}

function marketplaceFindings({ channels }: Observations): readonly Finding[] {
  const closed = channels.filter((one) => one.participating === false)
  if (closed.length === 0) return []
  const countries = closed.map((one) => one.country).join(', ')
  return [{ cause: 'marketplace-not-active', step: 'standing', family: 'selling', known: 'observed', facts: { countries } }]
}

function roleFindings({ datasets }: Observations): readonly Finding[] {
  const refused = datasets.filter((one) => one.answer === 'refused')
  return (['selling', 'advertising'] as const).flatMap((family): readonly Finding[] => {
    const mine = refused.filter((one) => one.family === family)
    if (mine.length === 0) return []
    const known = mine.some((one) => one.now) ? 'observed' : 'last-known'
    return [{ cause: 'permission-missing', step: 'permissions', family, known, facts: namesOf(mine) }]
  })
}

export function namesOf(datasets: readonly DatasetSeen[]): Finding['facts'] {
  const list = (texts: readonly string[]) => [...new Set(texts)].join(', ')
  return { datasets: list(datasets.map((one) => one.title)), roles: list(datasets.map((one) => one.role)) }
}

function profileFindings({ channels, calls }: Observations): readonly Finding[] {
  const gone = channels.filter((one) => one.profileSeen === false)
  const told = calls.some((one) => one.what === 'profiles' && one.cause === 'ads-profile-missing')
  if (gone.length === 0 && !told) return []
  const countries = gone.map((one) => one.country).join(', ')
  return [{ cause: 'ads-profile-missing', step: 'advertising', family: 'advertising', known: 'observed', facts: { countries } }]
}
