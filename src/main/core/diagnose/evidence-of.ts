import type { Observations } from '../../../shared/contract/diagnosis/observations.ts'
import type { Evidence } from '../../../shared/domain/evidence.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { clockFindings, clockOff, networkFindings } from './findings/network-findings.ts'

/** What an asked diagnosis leaves behind for one made later without a network. Renewals leave their own. Pure. */
export function evidenceOf(observed: Observations, accountId: AccountId): readonly Evidence[] {
  const { asOf } = observed
  const everywhere = { at: asOf, accountId: null, family: null, channelId: null, dataset: null } as const
  const network = networkFindings(observed)[0]
  const clock = clockFindings(observed)[0]
  const off = clockOff(observed)
  const answered = observed.hosts.map((one) => `${one.role} ${one.outcome}`).join(', ')
  const notes: Evidence[] = []
  if (observed.hosts.length > 0)
    notes.push({ ...everywhere, source: 'network', outcome: network?.cause ?? 'fine', said: answered.slice(0, 200) })
  if (off !== null) notes.push({ ...everywhere, source: 'clock', outcome: clock ? 'clock-wrong' : 'fine', said: `${off} ms off` })
  const told = observed.calls.filter((one) => one.answered || one.cause !== null)
  return [
    ...notes,
    ...told.map(({ what, family, at, cause, said }): Evidence => ({
      ...everywhere,
      at,
      accountId,
      family,
      source: what,
      outcome: cause ?? 'fine',
      said,
    })),
  ]
}
