import type { Notifier } from '../../core/ports/notifier.ts'

/** A browser tab has no tray and no notices of the operating system: the window's own list shows them. */
export function createWindowNotifier(): Notifier {
  return { supported: () => false, show: () => undefined, withdraw: () => undefined, tray: () => undefined }
}
