import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Authorization } from '../../../shared/domain/authorization.ts'
import type { AuthorizationId, Instant } from '../../../shared/domain/ids.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'
import type { Cause } from '../../../shared/domain/cause.ts'
import { causeOfLogin } from '../../../shared/domain/refusals/login-kind-of.ts'
import type { NoAccess } from '../ports/access-keeper.ts'
import type { AccessCredential, Renewed } from '../ports/login.ts'
import type { CredentialEntry } from '../ports/vault.ts'
import { nextBackOff, type BackOff, type BackOffKind } from './back-off.ts'
import { confirmAt, decideRenewal } from './decide-renewal.ts'
import type { LoginAsk } from './login-weather.ts'
import { moveState } from './move-state.ts'
import { CONFIRM_FROM_MS, CONFIRM_LATE_MS, CONFIRM_UNTIL_MS, OUTAGE_HOLDS_MS } from './policy.ts'
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
  if (!entry.ok || entry.value === null) return locked(desk, authorization)
  const { family, region, boundTo, credential } = entry.value
  if (desk.ports.login.boundTo(credential.way, family, region) !== boundTo) {
    desk.evidence.trouble(renewalScope(authorization), 'other-endpoint', 'not asked')
    return err({ kind: 'other-endpoint' })
  }
  const device = credential.way === 'broker' ? await readDevice(desk.ports.vault) : ok(null)
  if (!device.ok) return locked(desk, authorization)
  const ask: LoginAsk = { accountId: authorization.accountId, family, place: boundTo }
  desk.weather.asked(ask)
  const answer = await desk.ports.login.renew({ family, region, credential, device: device.value })
  noteEvidence(desk, authorization, answer)
  const asked = { desk, authorization, ask }
  return answer.ok ? keep(asked, entry.value, answer.value) : giveUp(asked, answer.error)
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
  if (state.kind === 'disconnected') return { kind: state.kind }
  if (state.kind === 'reconnect-required' && why === 'needed') return { kind: state.kind }
  const now = desk.ports.clock.now()
  const due = desk.confirmations.dueAt(id)
  if (state.kind === 'refused-once' && due !== null && due > now) return { kind: 'refused-once', until: due }
  return why === 'by-hand' ? null : whyWaiting(desk, id, now)
}

function whyWaiting(desk: RenewalDesk, id: AuthorizationId, now: Instant): NoAccess | null {
  const backOff = desk.backOffs.get(id)
  const leftMs = (backOff?.untilMono ?? 0) - desk.ports.clock.monotonic()
  return backOff !== undefined && leftMs > 0 ? { kind: backOff.kind, until: now + leftMs } : null
}

function locked({ evidence }: RenewalDesk, authorization: Authorization): Access {
  evidence.trouble(renewalScope(authorization), 'vault-locked', 'not asked')
  return err({ kind: 'vault-locked' })
}

interface Asked {
  readonly desk: RenewalDesk
  readonly authorization: Authorization
  readonly ask: LoginAsk
}

function noteEvidence({ evidence, ports }: RenewalDesk, authorization: Authorization, answer: Result<Renewed, LoginTrouble>): void {
  const scope = renewalScope(authorization)
  if (answer.ok) return evidence.fine(scope, 'renewed')
  const cause = causeOfLogin(answer.error)
  if (cause !== null) evidence.trouble(scope, datedCause(authorization, cause, ports.clock.now()), answer.error.evidence)
}

function renewalScope({ accountId, family }: Authorization) {
  return { accountId, family, channelId: null, dataset: null, source: 'renewal' } as const
}

/** Amazon says the same of a lapsed and of a withdrawn grant, and of an old and of a wrong key; only the calendar tells them apart. */
function datedCause({ endsAt, secretEndsAt }: Authorization, cause: Cause, now: Instant): Cause {
  if (cause === 'grant-withdrawn-or-changed' && endsAt !== null && endsAt <= now) return 'grant-lapsed'
  if (cause === 'application-key-refused' && secretEndsAt !== null && secretEndsAt <= now) return 'application-key-ended'
  return cause
}

async function keep({ desk, authorization, ask }: Asked, entry: CredentialEntry, renewed: Renewed): Promise<Access> {
  const { ports } = desk
  const now = ports.clock.now()
  desk.backOffs.delete(authorization.id)
  desk.met.delete(authorization.id)
  desk.confirmations.cancel(authorization.id)
  desk.weather.succeeded(ask, now)
  if (renewed.credential !== null) {
    const written = await ports.vault.write(`authorization/${authorization.id}`, { ...entry, credential: renewed.credential })
    // The credential held before still renews (old broker keys decrypt for 400 days), so the hour just won is used.
    if (!written.ok) ports.log.write('warn', 'credential-not-replaced', { authorization: authorization.id, trouble: written.error.kind })
  }
  await ports.stores.accounts.noteRenewed(authorization.id, now)
  await moveState(desk, authorization, decideRenewal(authorization, 'renewed', { now, loginOutage: false }))
  return ok(renewed.access)
}

function giveUp(asked: Asked, trouble: LoginTrouble): Promise<Access> {
  const { desk, authorization } = asked
  desk.met.set(authorization.id, trouble)
  desk.ports.log.write('warn', 'renewal-failed', { authorization: authorization.id, kind: trouble.kind, evidence: trouble.evidence })
  switch (trouble.kind) {
    case 'grant-refused':
      return refuse(asked)
    case 'amazon-trouble':
      return waitFor(asked, { kind: 'amazon-trouble', tryAgainAt: trouble.tryAgainAt, cause: causeOfLogin(trouble) })
    case 'offline':
      return waitFor(asked, { kind: 'offline', tryAgainAt: null, cause: causeOfLogin(trouble) })
    case 'publisher-problem':
      return waitFor(asked, { kind: 'publisher-problem', tryAgainAt: null, cause: causeOfLogin(trouble) })
    case 'code-refused':
    case 'handoff-refused':
      // No answer to a renewal; whatever sent it is not to be believed about the grant.
      return waitFor(asked, { kind: 'amazon-trouble', tryAgainAt: null, cause: causeOfLogin(trouble) })
  }
}

async function refuse({ desk, authorization, ask }: Asked): Promise<Access> {
  const { ports, confirmations } = desk
  const now = ports.clock.now()
  const state = decideRenewal(authorization, 'grant-refused', { now, loginOutage: isHeldUp(desk, authorization, ask.place) })
  await moveState(desk, authorization, state)
  if (state.kind !== 'refused-once') return err({ kind: 'reconnect-required' })
  const isEarly = now - state.firstRefusedAt < CONFIRM_FROM_MS
  const at = confirmAt(isEarly ? state.firstRefusedAt : now, ports.random.fraction())
  confirmations.plan(authorization.id, at)
  return err({ kind: 'refused-once', until: at })
}

/** While a login fails for several accounts its refusals decide nothing, as long as the failures go on. */
function isHeldUp({ ports, weather }: RenewalDesk, { state }: Authorization, place: string): boolean {
  const now = ports.clock.now()
  if (!weather.isOutage(place, now)) return false
  if (state.kind !== 'refused-once') return true
  return now - state.firstRefusedAt < OUTAGE_HOLDS_MS || weather.hasFailedSince(place, state.firstRefusedAt)
}

interface Wait {
  readonly kind: BackOffKind
  readonly tryAgainAt: number | null
  readonly cause: Cause | null
}

async function waitFor({ desk, authorization, ask }: Asked, { kind, tryAgainAt, cause }: Wait): Promise<Access> {
  const { ports, backOffs, confirmations, weather } = desk
  const now = ports.clock.now()
  const nowMono = ports.clock.monotonic()
  const tryAgainMono = tryAgainAt === null ? null : nowMono + (tryAgainAt - now)
  const grown = nextBackOff(backOffs.get(authorization.id), { kind, tryAgainMono }, { nowMono, fraction: ports.random.fraction() })
  const backOff = authorization.state.kind === 'refused-once' ? hurried(grown, { nowMono, tryAgainMono }) : grown
  const until = now + (backOff.untilMono - nowMono)
  backOffs.set(authorization.id, backOff)
  if (kind === 'amazon-trouble') weather.failed(ask, now, cause)
  if (kind === 'publisher-problem') await moveState(desk, authorization, decideRenewal(authorization, kind, { now, loginOutage: false }))
  if (authorization.state.kind === 'refused-once') confirmations.plan(authorization.id, until)
  return err({ kind, until })
}

/** A refusal that waits for its second answer is asked about soon, unless Amazon itself named a later time. */
function hurried(backOff: BackOff, { nowMono, tryAgainMono }: { readonly nowMono: number; readonly tryAgainMono: number | null }): BackOff {
  return { ...backOff, untilMono: Math.max(Math.min(backOff.untilMono, nowMono + CONFIRM_UNTIL_MS), tryAgainMono ?? 0) }
}
