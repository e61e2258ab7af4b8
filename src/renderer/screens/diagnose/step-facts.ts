import type { Rung } from '../../../shared/contract/diagnosis/diagnosis.ts'
import { notAskedText } from '../../text/diagnosis/step-text.ts'
import { counted } from '../common/counted.ts'
import type { Words } from '../common/words.ts'

type Told = (facts: Rung['facts'], words: Words) => string

const GB = 1_000_000_000

/** The small line under a step: what was seen there, or why nothing was. */
export function stepFacts({ step, state, facts, because }: Rung, words: Words): string {
  if (state === 'not-asked') return because === null ? '' : notAskedText[because]
  return told[step](facts, words)
}

const told: Readonly<Record<Rung['step'], Told>> = {
  network: ({ reached, hosts }) => `reached ${String(reached ?? 0)} of ${counted(Number(hosts ?? 0), 'host', 'hosts')}`,
  clock: ({ offMs }) => (typeof offMs === 'number' ? `${(Math.abs(offMs) / 1000).toFixed(1)} s off Amazon’s` : ''),
  computer: ({ freeBytes }) => (typeof freeBytes === 'number' ? `${Math.floor(freeBytes / GB)} GB free` : 'the database answers'),
  amazon: ({ host }) => (typeof host === 'string' ? host : 'answered normally'),
  wider: ({ fine, total }) =>
    Number(total ?? 0) === 0 ? 'no other account to compare' : `${String(fine)} of ${String(total)} other accounts fine`,
  'app-key': ({ secretEndsAt }, words) => (typeof secretEndsAt === 'number' ? `ends ${words.until(secretEndsAt)}` : ''),
  grant: ({ firstRefusedAt, endsAt }, words) => {
    if (typeof firstRefusedAt === 'number') return `since ${words.moment(firstRefusedAt)}, asked again now`
    return typeof endsAt === 'number' ? `ends about ${words.date(endsAt)}` : ''
  },
  identity: () => '',
  standing: ({ marketplaces, countries }) =>
    typeof countries === 'string' && countries !== '' ? countries : counted(Number(marketplaces ?? 0), 'marketplace', 'marketplaces'),
  permissions: ({ granted, datasets }) =>
    typeof datasets === 'string' && datasets !== '' ? datasets : `${counted(Number(granted ?? 0), 'dataset', 'datasets')} granted`,
  advertising: ({ endsAt, countries }, words) => {
    if (typeof countries === 'string' && countries !== '') return countries
    return typeof endsAt === 'number' ? `a separate permission, ends about ${words.date(endsAt)}` : 'a separate permission'
  },
  work: ({ missingDays, until }, words) => {
    if (typeof until === 'number') return `goes on ${words.until(until)}`
    return Number(missingDays ?? 0) === 0 ? 'nothing is missing' : `${counted(Number(missingDays), 'day', 'days')} to fetch`
  },
}
