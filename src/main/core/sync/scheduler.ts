import type { AccountId } from '../../../shared/domain/ids.ts'
import type { Sync, WakeReason } from '../ports/sync-progress.ts'
import { createAlarms } from './alarms.ts'
import { createEngineRoom, type EngineRoom } from './engine-room.ts'
import { LONGEST_REST_MS, STOP_MS, TICK_MS } from './policy.ts'
import { pushFor } from './push-for.ts'
import { runOnce } from './run-once.ts'
import { createSleepWatch } from './sleep-watch.ts'
import type { SyncWorld } from './sync-world.ts'

/** Cycles per account: woken at once by whoever has a reason, else when something falls due. */
export function createScheduler(world: SyncWorld): Sync {
  const { clock } = world.ports
  const room = createEngineRoom(world)
  const watch = createSleepWatch(clock)
  const alarms = createAlarms(clock)
  let isRunning = false

  function wake(reason: WakeReason, accountId: AccountId | null): void {
    if (!isRunning || !room.isOnline()) return
    if (accountId === null) void room.pushAll(pushFor(reason, false))
    else room.of(accountId).push(pushFor(reason, true))
  }

  function tick(): void {
    alarms.after(TICK_MS, tick)
    if (watch.look() === 'jumped') wake('resume', null)
    else if (room.isOnline()) pushDue(room, clock.now())
    if (clock.monotonic() - room.listedMono() >= LONGEST_REST_MS) wake('timer', null)
  }

  return {
    start: () => {
      if (isRunning) return
      isRunning = true
      watch.look()
      alarms.after(TICK_MS, tick)
      wake('start', null)
    },
    stop: async () => {
      isRunning = false
      alarms.clear()
      room.calm()
      for (const engine of room.all()) engine.halt()
      await Promise.race([
        Promise.all(room.all().map((engine) => engine.whenIdle())),
        new Promise<void>((resolve) => alarms.after(STOP_MS, resolve)),
      ])
      alarms.clear()
    },
    wake,
    setOnline: (online) => {
      if (online === room.isOnline()) return
      room.setOnline(online)
      if (!online) for (const engine of room.all()) engine.halt()
      room.tell()
      if (online) wake('online', null)
    },
    runOnce: async ({ accountId, signal, onProgress }) => {
      const ids = accountId === null ? await room.list() : [accountId]
      return runOnce(
        room,
        ids.map((id) => room.of(id)),
        { signal, onProgress },
      )
    },
    leave: (accountId) => room.leave(accountId),
    progress: () => room.all().map((engine) => engine.progress()),
    isOutage: (family, region) => world.sky.isOutage(family, region),
    onChange: (listener) => room.onChange(listener),
  }
}

function pushDue(room: EngineRoom, now: number): void {
  for (const engine of room.all()) {
    const dueAt = engine.nextTurnAt()
    if (dueAt !== null && dueAt <= now) engine.push(pushFor('timer', false))
  }
}
