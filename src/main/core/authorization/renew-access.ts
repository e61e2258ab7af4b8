import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Authorization } from '../../../shared/domain/authorization.ts'
import type { AuthorizationId } from '../../../shared/domain/ids.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'
import type { NoAccess } from '../ports/access-keeper.ts'
import type { AccessCredential, Renewed } from '../ports/login.ts'
import type { CredentialEntry } from '../ports/vault.ts'
import { nextBackOff, type BackOffKind } from './back-off.ts'
import { confirmAt, decideRenewal } from './decide-renewal.ts'
import { moveState } from './move-state.ts'
import { CONFIRM_FROM_MS, CONFIRM_LATE_MS } from './policy.ts'
import { readCredential, readDevice } from './read-vault.ts'
import type { RenewalDesk } from './renewal-desk.ts'

type Access = Result<AccessCredential, NoAccess>

/** Renews one authorization if anything may be asked now, and moves its state by the answer. Call one at a time per id. */
export async function renewAccess(desk: RenewalDesk, id: AuthorizationId, why: 'needed' | 'by-hand' = 'needed'): Promise<Access> {
  const authorizations = await desk.ports.stores.accounts.authorizations()
  const authorization = authorizations.find((one) => one.id === id)
  if (authorization === undefined) return err({ kind: 'disconnected' })
  const closed = whyNotNow(desk, authorization, why)
  if (closed) return err(closed)
  const entry = await readCredential(desk.ports.vault, `authorization/${id}`)
  if (!entry.ok || entry.value === null) return err({ kind: 'vault-locked' })
  const { family, region, boundTo, credential } = entry.value
  if (desk.ports.login.boundTo(credential.way, family, region) !== boundTo) return err({ kind: 'other-endpoint' })
  const device = credential.way === 'broker' ? await readDevice(desk.ports.vault) : ok(null)
  if (!device.ok) return err({ kind: 'vault-locked' })
  desk.weather.asked(authorization.accountId)
  const answer = await desk.ports.login.renew({ family, region, credential, device: device.value })
  return answer.ok ? keep(desk, authorization, entry.value, answer.value) : giveUp(desk, authorization, answer.error)
}

/** Decisions that were pending when the app ended: due soon when their time has passed. */
export async function takeUpConfirmations({ ports, confirmations }: RenewalDesk): Promise<void> {
  const now = ports.clock.now()
  for (const { id, state } of await ports.stores.accounts.authorizations()) {
    if (state.kind !== 'refused-once') continue
    const soonest = now + CONFIRM_LATE_MS * (1 + ports.random.fraction())
    confirmations.plan(id, Math.max(soonest, confirmAt(Math.min(now, state.firstRefusedAt), ports.random.fraction())))
  }
}

/** A person who asks by hand may ask about a refused permission once more and skips waits, but never hastens a second refusal. */
function whyNotNow(desk: RenewalDesk, { id, state }: Authorization, why: 'needed' | 'by-hand'): NoAccess | null {
  if (state.kind === 'disconnected' || (state.kind === 'reconnect-required' && why === 'needed')) return { kind: state.kind }
  const now = desk.ports.clock.now()
  const due = desk.confirmations.dueAt(id)
  if (state.kind === 'refused-once' && due !== null && due > now) return { kind: 'refused-once', until: due }
  const backOff = why === 'by-hand' ? undefined : desk.backOffs.get(id)
  return backOff !== undefined && backOff.until > now ? { kind: backOff.kind, until: backOff.until } : null
}

async function keep(desk: RenewalDesk, authorization: Authorization, entry: CredentialEntry, renewed: Renewed): Promise<Access> {
  const { ports } = desk
  const now = ports.clock.now()
  desk.backOffs.delete(authorization.id)
  desk.met.delete(authorization.id)
  desk.confirmations.cancel(authorization.id)
  desk.weather.note(authorization.accountId, now, 'success')
  if (renewed.credential !== null) {
    const written = await ports.vault.write(`authorization/${authorization.id}`, { ...entry, credential: renewed.credential })
    // The credential held before still renews (old broker keys decrypt for 400 days), so the hour just won is used.
    if (!written.ok) ports.log.write('warn', 'credential-not-replaced', { authorization: authorization.id, trouble: written.error.kind })
  }
  await ports.stores.accounts.noteRenewed(authorization.id, now)
  await moveState(desk, authorization, decideRenewal(authorization, 'renewed', { now, loginOutage: false }))
  return ok(renewed.access)
}

function giveUp(desk: RenewalDesk, authorization: Authorization, trouble: LoginTrouble): Promise<Access> {
  desk.met.set(authorization.id, trouble)
  desk.ports.log.write('warn', 'renewal-failed', { authorization: authorization.id, kind: trouble.kind, evidence: trouble.evidence })
  switch (trouble.kind) {
    case 'grant-refused':
      return refuse(desk, authorization)
    case 'amazon-trouble':
      return waitFor(desk, authorization, 'amazon-trouble', trouble.tryAgainAt)
    case 'offline':
      return waitFor(desk, authorization, 'offline', null)
    case 'publisher-problem':
      return waitFor(desk, authorization, 'publisher-problem', null)
    case 'code-refused':
    case 'handoff-refused':
      // No answer to a renewal; whatever sent it is not to be believed about the grant.
      return waitFor(desk, authorization, 'amazon-trouble', null)
  }
}

async function refuse(desk: RenewalDesk, authorization: Authorization): Promise<Access> {
  const { ports, confirmations, weather } = desk
  const now = ports.clock.now()
  const state = decideRenewal(authorization, 'grant-refused', { now, loginOutage: weather.isOutage(now) })
  await moveState(desk, authorization, state)
  if (state.kind !== 'refused-once') return err({ kind: 'reconnect-required' })
  const isEarly = now - state.firstRefusedAt < CONFIRM_FROM_MS
  const at = confirmAt(isEarly ? state.firstRefusedAt : now, ports.random.fraction())
  confirmations.plan(authorization.id, at)
  return err({ kind: 'refused-once', until: at })
}

async function waitFor(desk: RenewalDesk, authorization: Authorization, kind: BackOffKind, tryAgainAt: number | null): Promise<Access> {
  const { ports, backOffs, confirmations, weather } = desk
  const now = ports.clock.now()
  const backOff = nextBackOff(backOffs.get(authorization.id), { kind, tryAgainAt }, { now, fraction: ports.random.fraction() })
  backOffs.set(authorization.id, backOff)
  if (kind === 'amazon-trouble') weather.note(authorization.accountId, now, 'failure')
  if (kind === 'publisher-problem') await moveState(desk, authorization, decideRenewal(authorization, kind, { now, loginOutage: false }))
  if (authorization.state.kind === 'refused-once') confirmations.plan(authorization.id, backOff.until)
  return err({ kind, until: backOff.until })
}
