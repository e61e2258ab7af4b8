import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { AuthorizationId, Instant } from '../../../shared/domain/ids.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import { err, type Result } from '../../../shared/lib/result.ts'
import type { NoAccess } from '../ports/access-keeper.ts'
import type { Caller } from '../ports/selling-api.ts'
import { backOffMs, isWeather, type BackOffKind } from './back-off.ts'
import type { Gate } from './gate.ts'
import { LONGEST_CLOSED_MS, SHORTEST_CLOSED_MS, TROUBLES_BEFORE_BACK_OFF } from './policy.ts'
import { noteSuccess, noteTrouble, type AskAbout } from './note-answer.ts'
import { sleep } from './sleep.ts'
import type { SyncWorld } from './sync-world.ts'

/** Why an ask came to nothing; being throttled never shows, it only takes longer. */
export type AskTrouble =
  | Exclude<CallTrouble, { kind: 'throttled' }>
  | { readonly kind: 'no-access'; readonly why: NoAccess['kind'] }
  | { readonly kind: 'closed' }
  | { readonly kind: 'stopped' }

export interface AskOrder<Value> extends AskAbout {
  readonly gate: Gate
  readonly urgent: boolean
  readonly signal: AbortSignal
  readonly call: (caller: Caller) => Promise<Result<Value, CallTrouble>>
}

/** One account's way into one API family: its access, its back-off, and whether only a single try may go out. */
export interface Door {
  ask<Value>(order: AskOrder<Value>): Promise<Result<Value, AskTrouble>>
  /** Trouble outside a call (the disk, say) that makes further work pointless for a while. */
  close(kind: BackOffKind): void
  /** Null while open; `until` null means only a person can open it. */
  closed(): { readonly until: Instant | null } | null
  /** True after trouble until something succeeded: one piece of work at a time. */
  isProbing(): boolean
  /** Ends the wait; what was refused by a person's decision is asked again too. */
  open(): void
}

export interface DoorOrder {
  readonly world: SyncWorld
  readonly account: Pick<AmazonAccount, 'id' | 'region'>
  readonly family: ApiFamily
  readonly authorizationId: AuthorizationId
  readonly onTrouble: (kind: string) => void
  /** Something succeeded after a wait: the others may follow. */
  readonly onRecovered: () => void
}

export function createDoor(order: DoorOrder): Door {
  const { clock, random } = order.world.ports
  let closures = 0
  let inARow = 0
  let opensAt: number | null = 0

  const close = (kind: BackOffKind) => {
    // The disk is nobody's weather, but the person has to hear of it.
    if (kind === 'storage') order.onTrouble(kind)
    if (opensAt === null || clock.monotonic() < opensAt) return
    closures += 1
    opensAt = clock.monotonic() + backOffMs(kind, closures, random.fraction())
  }
  const closed = () => {
    if (opensAt === null) return { until: null }
    const leftMs = opensAt - clock.monotonic()
    return leftMs > 0 ? { until: clock.now() + leftMs } : null
  }
  const closeOn = (kind: AskTrouble['kind']) => {
    // A refusal closes no door, but many at once are an outage, which health has to see.
    if (kind === 'permission-missing') order.onTrouble(kind)
    if (!isWeather(kind)) return
    order.onTrouble(kind)
    inARow += 1
    if (kind !== 'amazon-trouble' || closures > 0 || inARow >= TROUBLES_BEFORE_BACK_OFF) close(kind)
  }
  const refuse = (why: NoAccess): Result<never, AskTrouble> => {
    if ('until' in why) {
      close('no-access')
      opensAt = Math.max(opensAt ?? 0, clock.monotonic() + Math.min(3_600_000, why.until - clock.now()))
    } else if (why.kind === 'reconnect-required' || why.kind === 'disconnected') opensAt = null
    else close('no-access')
    order.onTrouble(why.kind)
    return err({ kind: 'no-access', why: why.kind })
  }
  const goOn = () => {
    inARow = 0
    if (closures === 0) return
    closures = 0
    order.onRecovered()
  }

  return {
    ask: (ask) => askThrough({ ...order, closed, refuse, closeOn, goOn }, ask),
    close,
    closed,
    isProbing: () => closures > 0,
    open: () => {
      opensAt = 0
    },
  }
}

interface OpenDoor extends DoorOrder {
  readonly closed: Door['closed']
  readonly refuse: (why: NoAccess) => Result<never, AskTrouble>
  readonly closeOn: (kind: AskTrouble['kind']) => void
  readonly goOn: () => void
}

/** Asks until there is an answer: waits out throttling at the gate, renews an ended access credential once. */
async function askThrough<Value>(door: OpenDoor, order: AskOrder<Value>): Promise<Result<Value, AskTrouble>> {
  let renewals = 0
  for (;;) {
    const answer = await order.gate.pass(order, () => askOnce(door, order))
    if (answer === null) return err({ kind: 'stopped' })
    if (answer.ok) {
      noteSuccess(door, order)
      door.goOn()
      return answer
    }
    if (answer.error.kind === 'throttled') {
      // The gate is closed for everybody; this one waits by itself too, so that nothing ever asks in a circle.
      if ((await sleep(door.world.ports.clock, pauseMs(door, answer.error.tryAgainAt), order.signal)) === 'stopped')
        return err({ kind: 'stopped' })
      continue
    }
    if (answer.error.kind === 'access-ended' && renewals === 0) {
      renewals += 1
      continue
    }
    return order.signal.aborted ? err({ kind: 'stopped' }) : giveUp(door, order, answer.error)
  }
}

/** An access credential that is refused fresh from its renewal is Amazon's trouble, not the credential's. */
function giveUp(door: OpenDoor, order: AskOrder<unknown>, error: AskTrouble): Result<never, AskTrouble> {
  const trouble = error.kind === 'access-ended' ? { kind: 'amazon-trouble' as const, evidence: error.evidence } : error
  if (isOfCall(trouble)) noteTrouble(door, order, trouble)
  door.closeOn(trouble.kind)
  return err(trouble)
}

/** Trouble that an answer, or silence, of Amazon's told; the others are our own waits. */
function isOfCall(trouble: AskTrouble): trouble is Exclude<CallTrouble, { kind: 'throttled' }> {
  return trouble.kind !== 'no-access' && trouble.kind !== 'closed' && trouble.kind !== 'stopped'
}

function pauseMs({ world }: OpenDoor, tryAgainAt: Instant): number {
  const leftMs = tryAgainAt - world.ports.clock.now()
  return Number.isFinite(leftMs) ? Math.min(LONGEST_CLOSED_MS, Math.max(SHORTEST_CLOSED_MS, leftMs)) : SHORTEST_CLOSED_MS
}

async function askOnce<Value>(door: OpenDoor, order: AskOrder<Value>): Promise<Result<Value, AskTrouble | CallTrouble>> {
  const { gate, signal, call } = order
  if (door.closed() !== null) return err({ kind: 'closed' })
  const access = await door.world.access.accessFor(door.authorizationId)
  if (signal.aborted) return err({ kind: 'stopped' })
  if (!access.ok) return door.refuse(access.error)
  const answer = await call({ access: access.value, region: door.account.region, bucketKey: door.account.id, signal })
  if (answer.ok) return answer
  if (answer.error.kind === 'throttled') {
    noteTrouble(door, order, answer.error)
    gate.closeUntil(answer.error.tryAgainAt)
  }
  if (answer.error.kind === 'access-ended') door.world.access.forget(door.authorizationId, access.value)
  return answer
}
