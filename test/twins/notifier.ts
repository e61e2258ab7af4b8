import type { Notice } from '../../src/shared/domain/notice.ts'
import type { Notifier, TrayState } from '../../src/main/core/ports/notifier.ts'

export interface ShownNotice {
  readonly notice: Notice
  readonly title: string
  readonly body: string
}

export interface TwinNotifier extends Notifier {
  /** Everything ever shown, oldest first. */
  readonly shown: readonly ShownNotice[]
  readonly withdrawn: readonly string[]
  /** Notices on the person's screen now. */
  standing(): readonly ShownNotice[]
  /** What the tray shows now; null before the first word. */
  trayNow(): TrayState | null
}

/** Remembers what the person would have been told. */
export function createTwinNotifier(supported = true): TwinNotifier {
  const shown: ShownNotice[] = []
  const withdrawn: string[] = []
  const standing = new Map<string, ShownNotice>()
  let tray: TrayState | null = null
  return {
    shown,
    withdrawn,
    standing: () => [...standing.values()],
    trayNow: () => tray,
    supported: () => supported,
    show: (notice, words) => {
      const entry = { notice, ...words }
      shown.push(entry)
      standing.set(notice.key, entry)
    },
    withdraw: (key) => {
      withdrawn.push(key)
      standing.delete(key)
    },
    tray: (state) => {
      tray = state
    },
  }
}
