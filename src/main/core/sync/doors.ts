import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { Authorization } from '../../../shared/domain/authorization.ts'
import type { AuthorizationId } from '../../../shared/domain/ids.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import { createDoor, type Door } from './door.ts'
import type { SyncWorld } from './sync-world.ts'

/** The doors of one account, one per authorization in force; selling and advertising never wait for each other. */
export interface Doors {
  /** Brings the doors in line with what the store says now. */
  update(account: AmazonAccount, authorizations: readonly Authorization[]): void
  /** Null when only a person can open this family again. */
  of(family: ApiFamily): Door | null
  openAll(): void
}

export interface DoorHooks {
  readonly onTrouble: (kind: string, family: ApiFamily) => void
  readonly onRecovered: () => void
}

export function createDoors(world: SyncWorld, { onTrouble, onRecovered }: DoorHooks): Doors {
  const known = new Map<AuthorizationId, Door>()
  let inForce = new Map<ApiFamily, Door>()

  function doorOf(account: AmazonAccount, { id, family }: Authorization): Door {
    const door =
      known.get(id) ??
      createDoor({ world, account, family, authorizationId: id, onTrouble: (kind) => onTrouble(kind, family), onRecovered })
    known.set(id, door)
    // The keeper says in the store when a grant has died; a door shut for that reason opens when the store says it lives.
    if (door.closed()?.until === null) door.open()
    return door
  }

  return {
    update: (account, authorizations) => {
      const live = authorizations.filter((one) => one.state.kind !== 'reconnect-required' && one.state.kind !== 'disconnected')
      inForce = new Map(live.map((one) => [one.family, doorOf(account, one)]))
    },
    of: (family) => inForce.get(family) ?? null,
    openAll: () => {
      for (const door of known.values()) door.open()
    },
  }
}
