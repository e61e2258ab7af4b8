import { noticeLostCredentials } from './notice-lost-credentials.ts'
import { checkAccess } from './check-access.ts'
import { UPKEEP_EVERY_MS } from './policy.ts'
import { recoverAttempts, sweepSecrets } from './recover-attempts.ts'
import { reprobeAccess } from './reprobe-access.ts'
import type { AuthorizationWorld } from './world.ts'

export interface Upkeep {
  start(): Promise<void>
  stop(): void
}

/** Looks after what nobody asks for: unfinished attempts, pending confirmations, refused datasets. */
export function createUpkeep(world: AuthorizationWorld): Upkeep {
  let cancel = () => {}
  let isStopped = false
  const again = () => {
    if (isStopped) return
    cancel = world.ports.clock.timer(UPKEEP_EVERY_MS, () => void round(world).finally(again))
  }
  return {
    start: async () => {
      isStopped = false
      await sweepSecrets(world)
      await noticeLostCredentials(world)
      await world.keeper.start()
      // Not waited for: Amazon may be slow, and the window is already open.
      void round(world).finally(again)
    },
    stop: () => {
      isStopped = true
      cancel()
    },
  }
}

async function round(world: AuthorizationWorld): Promise<void> {
  try {
    await recoverAttempts(world)
    await checkAccess(world, null)
    if (await reprobeAccess(world)) world.onChange({ kind: 'accounts' })
  } catch (cause) {
    world.ports.log.write('error', 'authorization-upkeep-broke', { cause: cause instanceof Error ? cause.name : 'unknown' })
  }
}
