import type { AccountId } from '../../../shared/domain/ids.ts'
import { createAccountEngine, type AccountEngine, type Push } from './account-engine.ts'
import { createAlarms } from './alarms.ts'
import { WAKE_APART_MS, WAKE_JITTER_MS } from './policy.ts'
import type { SyncWorld } from './sync-world.ts'

/** One engine per account, made when first needed, and what can be told to all of them. */
export interface EngineRoom {
  readonly isOnline: () => boolean
  setOnline(online: boolean): void
  of(id: AccountId): AccountEngine
  all(): readonly AccountEngine[]
  /** Stops an account's engine and lets it go once it is idle. */
  leave(id: AccountId): Promise<void>
  /** Ids of every account the store knows. */
  list(): Promise<AccountId[]>
  /** Pushes every account; spread over a few seconds unless somebody waits for it. */
  pushAll(push: Push): Promise<void>
  /** Monotonic time of the last look at the list of accounts. */
  listedMono(): number
  tell(): void
  onChange(listener: () => void): () => void
  /** Forgets pushes that have not reached their engine. */
  calm(): void
}

export function createEngineRoom(world: SyncWorld): EngineRoom {
  const { clock, log, random, stores } = world.ports
  const engines = new Map<AccountId, AccountEngine>()
  const listeners = new Set<() => void>()
  const alarms = createAlarms(clock)
  let isOnline = true
  let listedMono = -Infinity
  let calmed = 0
  const tell = () => listeners.forEach((listener) => listener())

  const of = (id: AccountId): AccountEngine => {
    const engine = engines.get(id) ?? createAccountEngine(world, id, { isOnline: () => isOnline, onChange: tell })
    engines.set(id, engine)
    return engine
  }
  const list = async () => {
    listedMono = clock.monotonic()
    return (await stores.accounts.accounts()).map((account) => account.id)
  }

  return {
    isOnline: () => isOnline,
    setOnline: (online) => {
      isOnline = online
    },
    of,
    all: () => [...engines.values()],
    leave: async (id) => {
      const engine = engines.get(id)
      engine?.halt()
      await engine?.whenIdle()
      await engine?.cancel()
      engines.delete(id)
    },
    list,
    pushAll: async (push) => {
      const before = calmed
      const ids = await list().catch(() => {
        log.write('error', 'accounts-unread')
        return [...engines.keys()]
      })
      if (calmed !== before) return
      const spreadMs = Math.min(WAKE_JITTER_MS, ids.length * WAKE_APART_MS)
      for (const id of ids) {
        if (push.urgent) of(id).push(push)
        else alarms.after(random.fraction() * spreadMs, () => of(id).push(push))
      }
    },
    listedMono: () => listedMono,
    tell,
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    calm: () => {
      calmed += 1
      alarms.clear()
    },
  }
}
