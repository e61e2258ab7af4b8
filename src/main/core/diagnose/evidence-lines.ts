import type { EvidenceLine } from '../../../shared/contract/diagnosis/diagnosis.ts'
import type { GrantSeen, KeptSeen, Observations } from '../../../shared/contract/diagnosis/observations.ts'
import type { Finding } from './finding.ts'
import { EVIDENCE_SHOWN, KEY_PROOF_MS } from './policy.ts'

/** What the verdict rests on, oldest first: our own records, Amazon's answers kept from before, and those of now. */
export function evidenceLines(observed: Observations, first: Finding | null): readonly EvidenceLine[] {
  const family = first?.family ?? null
  const isNear = (one: { readonly family: string | null }) => family === null || one.family === null || one.family === family
  const lines = [
    ...observed.grants.filter(isNear).flatMap((one) => grantLines(one)),
    ...observed.kept.filter((one) => isNear(one) && tells(one, first)).map(keptLine),
    ...hostLines(observed, first),
    ...observed.calls
      .filter(isNear)
      .map((one) => line(one.at, one.answered ? 'answered' : 'call-refused', { call: one.what, cause: one.cause }, one.said)),
    ...datasetLines(observed, first),
    ...otherLines(observed),
  ]
  const sorted = lines.sort((a, b) => a.at - b.at)
  // The newest tell most; what was left out stays in the bundle.
  return sorted.slice(-EVIDENCE_SHOWN)
}

function grantLines({ family, consentedAt, endsAt, secretEndsAt, state, asked }: GrantSeen): readonly EvidenceLine[] {
  const lines = [line(consentedAt, 'consented', { family, endsAt })]
  if (secretEndsAt !== null) lines.push(line(consentedAt, 'secret-known', { secretEndsAt }))
  if ('firstRefusedAt' in state) lines.push(line(state.firstRefusedAt, 'refused-first', { family }))
  if (state.kind === 'reconnect-required') lines.push(line(state.since, 'refused-second', { family, cause: state.cause }))
  if (state.kind === 'publisher-problem') lines.push(line(state.since, 'key-refused', { family, cause: state.cause }))
  if (state.kind === 'disconnected') lines.push(line(state.since, 'disconnected', { family }))
  if (asked !== null && asked.because === null)
    lines.push(line(asked.at, asked.renewed ? 'renewed-now' : 'asked-again', { family, cause: asked.cause }, asked.said))
  return lines
}

/** Kept rows of what the cause is about; fine ones only say that something else is not it. */
function tells({ outcome }: KeptSeen, first: Finding | null): boolean {
  return outcome !== 'fine' && (first === null || outcome === first.cause || first.known === 'last-known')
}

function keptLine(one: KeptSeen): EvidenceLine {
  const { source, dataset, outcome, times, firstAt } = one
  return line(one.at, 'kept', { source, dataset, outcome, times, firstAt }, one.said === '' ? null : one.said)
}

function hostLines({ hosts, asOf }: Observations, first: Finding | null): readonly EvidenceLine[] {
  const isAboutHosts = first !== null && ['network', 'clock', 'amazon'].includes(first.step)
  const telling = hosts.filter((one) => one.outcome !== 'answered' || (isAboutHosts && first.step === 'clock'))
  return telling.map(({ name, outcome, status, offMs, requestId }) => ({
    ...line(asOf, 'host', { host: name, outcome, status, offMs }),
    requestId,
  }))
}

function datasetLines({ datasets }: Observations, first: Finding | null): readonly EvidenceLine[] {
  if (first === null) return []
  if (first.cause === 'document-changed' || first.cause === 'request-refused')
    return datasets.flatMap(({ title, lastTrouble }) =>
      lastTrouble === null ? [] : [line(lastTrouble.at, 'run-failed', { dataset: title, code: lastTrouble.code })],
    )
  if (first.cause !== 'permission-missing' && first.cause !== 'account-problem') return []
  return datasets
    .filter((one) => one.answer === 'refused' && one.checkedAt !== null)
    .map((one) => line(one.checkedAt ?? 0, 'dataset-refused', { dataset: one.title, role: one.role }, one.said))
}

function otherLines({ others, asOf }: Observations): readonly EvidenceLine[] {
  if (others.total === 0) return []
  const isFresh = others.keyWorkedAt !== null && asOf - others.keyWorkedAt < KEY_PROOF_MS
  return [line(asOf, 'others', { fine: others.fine, total: others.total, sameKey: isFresh ? 'works' : null })]
}

function line(at: number, what: string, facts: EvidenceLine['facts'], said: string | null = null): EvidenceLine {
  return { at, what, facts, said: said === null ? null : withoutId(said), requestId: said === null ? null : idIn(said) }
}

/** Adapters end what they observed with the request id: a word of sixteen letters, digits and dashes or more. */
const REQUEST_ID = /(?:^|\s)(?=[\w-]*\d)([\w-]{16,80})$/

function idIn(said: string): string | null {
  return REQUEST_ID.exec(said)?.[1] ?? null
}

function withoutId(said: string): string | null {
  const rest = said.replace(REQUEST_ID, '').trim()
  return rest === '' ? null : rest
}
