import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import type { AccountKind, Region } from '../../../shared/domain/region.ts'
import type { ContinueAt } from '../ports/login.ts'
import { INVITATION_LIMIT_MS, MOST_INVITATIONS } from './policy.ts'

/** Amazon asks the person to go on with a permission they began inside Seller Central. Nothing happens before they say so. */
export interface Invitation {
  readonly id: string
  /** Null when the account is not here yet. */
  readonly accountId: AccountId | null
  readonly kind: AccountKind
  readonly region: Region
  readonly country: string
  /** Named by the link, proven by nothing. */
  readonly sellingPartnerId: string
  readonly host: string
  readonly cameAt: Instant
  readonly runsOutAt: Instant
  readonly continueAt: ContinueAt
}

export type NewInvitation = Omit<Invitation, 'id' | 'cameAt' | 'runsOutAt'>

/** Invitations live in memory only: Amazon's own state in them is as short-lived as they are. */
export interface InvitationBoard {
  add(invitation: NewInvitation): void
  /** Those that still wait, oldest first. */
  waiting(): readonly Invitation[]
  /** Hands one out, once; null when it has run out or was taken. */
  take(id: string): Invitation | null
}

export interface InvitationWorld {
  readonly now: () => Instant
  readonly newId: () => string
  readonly onChange: () => void
}

/** A newer invitation for the same account takes the place of the older; more than a few at once are dropped, oldest first. */
export function createInvitationBoard({ now, newId, onChange }: InvitationWorld): InvitationBoard {
  let kept: readonly Invitation[] = []
  const waiting = () => kept.filter((one) => one.runsOutAt > now())
  return {
    waiting,
    add: (invitation) => {
      const cameAt = now()
      const fresh = { ...invitation, id: newId(), cameAt, runsOutAt: cameAt + INVITATION_LIMIT_MS }
      kept = [...waiting().filter((one) => !isSame(one, fresh)), fresh].slice(-MOST_INVITATIONS)
      onChange()
    },
    take: (id) => {
      const found = waiting().find((one) => one.id === id) ?? null
      kept = kept.filter((one) => one.id !== id)
      if (found !== null) onChange()
      return found
    },
  }
}

function isSame(one: Invitation, other: Invitation): boolean {
  return one.sellingPartnerId === other.sellingPartnerId && one.kind === other.kind && one.region === other.region
}
