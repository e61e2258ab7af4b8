import type { App } from '../../core/app-surface.ts'

/** How often the network hint is read: a person notices a minute, not ten seconds. */
export const HINT_EVERY_MS = 10_000

export interface MachineWorld {
  readonly power: { on(event: 'resume', listener: () => void): unknown }
  readonly isOnline: () => boolean
  readonly every: (ms: number, call: () => void) => () => void
}

/** Wake-ups and the network hint, as the core wants them. `false` is reliable; `true` says nothing, so it becomes `unknown`. */
export function watchMachine({ power, isOnline, every }: MachineWorld, app: Pick<App, 'wake' | 'connectivityChanged'>): () => void {
  power.on('resume', () => app.wake('resume'))
  let told: boolean | null = null
  const look = () => {
    const online = isOnline()
    if (online === told) return
    told = online
    app.connectivityChanged(online ? 'unknown' : 'offline')
  }
  look()
  return every(HINT_EVERY_MS, look)
}
