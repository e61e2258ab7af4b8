import type { Notice } from '../../../shared/domain/notice.ts'

/** What the tray shows; words are made by the host from these facts. */
export interface TrayState {
  readonly tone: 'holding' | 'working' | 'needs-you' | 'offline'
  readonly needYou: number
  /** `YYYY-MM-DD` most channels have reached; null before any data. */
  readonly dataTo: string | null
  readonly attention: readonly { readonly accountId: string; readonly name: string; readonly action: string }[]
  readonly paused: boolean
}

/** Tells the person outside the window; hosts that cannot answer `false` from `supported`. */
export interface Notifier {
  supported(): boolean
  show(notice: Notice, words: { readonly title: string; readonly body: string }): void
  withdraw(key: string): void
  tray(state: TrayState): void
}
