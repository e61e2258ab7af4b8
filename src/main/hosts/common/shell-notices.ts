import type { Notifier } from '../../core/ports/notifier.ts'

/** The system said neither yes nor no within this time: taken as not shown (only macOS and Windows report failures). */
const SHOWN_WITHIN_MS = 5_000

/** The part of Electron's Notification that is used. */
export interface NativeNotice {
  on(event: 'show' | 'click' | 'close' | 'failed', listener: () => void): unknown
  show(): void
  close(): void
}

export interface NoticeWorld {
  readonly isSupported: () => boolean
  readonly make: (options: { title: string; body: string }) => NativeNotice
  readonly later: (delayMs: number, call: () => void) => () => void
  /** A click: show the window at this account. */
  readonly onClick: (accountId: string | null) => void
  /** The system did not show a notice: from now on the window's own list has to. */
  readonly onFailed: () => void
}

export interface Notices extends Omit<Notifier, 'tray'> {
  /** False after a notice that was not shown, until one is: then the window shows them itself. */
  areShown(): boolean
}

/** Notices of the operating system. Shown ones are held, because a collected object's click is lost. */
export function createNotices(world: NoticeWorld): Notices {
  const held = new Map<string, NativeNotice>()
  let working = true
  return {
    supported: world.isSupported,
    areShown: () => working && world.isSupported(),
    show(notice, { title, body }) {
      if (!world.isSupported()) return
      held.get(notice.key)?.close()
      const native = world.make({ title, body })
      const failed = () => {
        cancel()
        if (held.get(notice.key) === native) held.delete(notice.key)
        working = false
        world.onFailed()
      }
      const cancel = world.later(SHOWN_WITHIN_MS, failed)
      native.on('show', () => {
        cancel()
        working = true
      })
      native.on('failed', failed)
      native.on('click', () => world.onClick(notice.accountId))
      native.on('close', () => {
        if (held.get(notice.key) === native) held.delete(notice.key)
      })
      held.set(notice.key, native)
      native.show()
    },
    withdraw(key) {
      held.get(key)?.close()
      held.delete(key)
    },
  }
}
