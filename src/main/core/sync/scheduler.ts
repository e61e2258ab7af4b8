import type { AccountId } from '../../../shared/domain/ids.ts'
import type { AccountProgress, CycleReport, Sync, WakeReason } from '../ports/sync-progress.ts'
import { createAccountEngine, type AccountEngine, type Push } from './account-engine.ts'
import { cycleReport } from './cycle-report.ts'
import { LONGEST_REST_MS, STOP_MS, TICK_MS, WAKE_JITTER_MS } from './policy.ts'
import { createSleepWatch } from './sleep-watch.ts'
import type { SyncWorld } from './sync-world.ts'

/** Cycles per account: woken at once by whoever has a reason, else when something falls due. */
export function createScheduler(world: SyncWorld): Sync {
  const { clock, log, random } = world.ports
  const engines = new Map<AccountId, AccountEngine>()
  const listeners = new Set<(accountId: AccountId | null) => void>()
  const watch = createSleepWatch(clock)
  const cancels = new Set<() => void>()
  let isOnline = true
  let isRunning = false
  let listedMono = -Infinity

  const tell = (accountId: AccountId | null) => listeners.forEach((listener) => listener(accountId))
  const after = (ms: number, call: () => void) => {
    const cancel = clock.timer(ms, () => {
      cancels.delete(cancel)
      call()
    })
    cancels.add(cancel)
  }

  function engineOf(id: AccountId): AccountEngine {
    const known = engines.get(id)
    if (known) return known
    const made = createAccountEngine(world, id, { isOnline: () => isOnline, onChange: tell })
    engines.set(id, made)
    return made
  }

  async function listAccounts(): Promise<AccountId[]> {
    listedMono = clock.monotonic()
    return (await world.ports.stores.accounts.accounts()).map((account) => account.id)
  }

  async function wakeAll(push: Push): Promise<void> {
    const ids = await listAccounts().catch(() => {
      log.write('error', 'accounts-unread')
      return [...engines.keys()]
    })
    for (const id of ids) {
      if (push.urgent) engineOf(id).push(push)
      else after(random.fraction() * WAKE_JITTER_MS, () => isRunning && engineOf(id).push(push))
    }
  }

  function wake(reason: WakeReason, accountId: AccountId | null): void {
    if (!isOnline && reason !== 'online') return
    if (accountId === null) void wakeAll(pushFor(reason))
    // What names one account was asked for by a person.
    else engineOf(accountId).push({ ...pushFor(reason), urgent: true })
  }

  function tick(): void {
    if (!isRunning) return
    after(TICK_MS, tick)
    if (!isOnline) return void watch.look()
    if (watch.look() === 'jumped') return wake('resume', null)
    for (const engine of engines.values()) {
      const dueAt = engine.nextTurnAt()
      if (dueAt !== null && dueAt <= clock.now()) engine.push(pushFor('timer'))
    }
    if (clock.monotonic() - listedMono >= LONGEST_REST_MS) wake('timer', null)
  }

  async function stop(): Promise<void> {
    isRunning = false
    for (const cancel of cancels) cancel()
    cancels.clear()
    for (const engine of engines.values()) engine.halt()
    const late = new Promise<void>((resolve) => after(STOP_MS, resolve))
    await Promise.race([Promise.all([...engines.values()].map((engine) => engine.whenIdle())), late])
    for (const cancel of cancels) cancel()
  }

  return {
    start: () => {
      if (isRunning) return
      isRunning = true
      watch.look()
      after(TICK_MS, tick)
      wake('start', null)
    },
    stop,
    wake: (reason, accountId) => {
      if (isRunning) wake(reason, accountId)
    },
    setOnline: (online) => {
      if (online === isOnline) return
      isOnline = online
      if (!online) for (const engine of engines.values()) engine.halt()
      tell(null)
      if (online && isRunning) wake('online', null)
    },
    runOnce: async ({ accountId, signal, onProgress }) => runOnce(accountId === null ? (await listAccounts()).map(engineOf) : [engineOf(accountId)], signal, onProgress),
    progress: (): readonly AccountProgress[] => [...engines.values()].map((engine) => engine.progress()),
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }

  async function runOnce(chosen: readonly AccountEngine[], signal: AbortSignal, onProgress: (done: number, total: number) => void): Promise<CycleReport> {
    const before = new Map(chosen.map((engine) => [engine, engine.records().length]))
    const runs = () => chosen.flatMap((engine) => engine.records().slice(before.get(engine) ?? 0))
    const report = () => {
      const open = chosen.map((engine) => engine.progress()).reduce((sum, one) => sum + one.planned.length + one.running.length, 0)
      onProgress(runs().length, runs().length + open)
    }
    const halt = () => chosen.forEach((engine) => engine.halt())
    listeners.add(report)
    signal.addEventListener('abort', halt, { once: true })
    if (!signal.aborted) chosen.forEach((engine) => engine.push({ urgent: true, opensDoors: true, requested: false }))
    await Promise.all(chosen.map((engine) => engine.whenIdle()))
    signal.removeEventListener('abort', halt)
    listeners.delete(report)
    return cycleReport(runs(), chosen.flatMap((engine) => engine.progress().waiting), signal.aborted)
  }
}

function pushFor(reason: WakeReason): Push {
  switch (reason) {
    case 'requested':
      return { urgent: true, opensDoors: true, requested: true }
    case 'start':
    case 'reconnected':
      return { urgent: true, opensDoors: true, requested: false }
    case 'resume':
    case 'online':
      return { urgent: false, opensDoors: true, requested: false }
    case 'timer':
      return { urgent: false, opensDoors: false, requested: false }
  }
}
