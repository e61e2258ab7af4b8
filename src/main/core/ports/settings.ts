import type { KeepMonths } from '../../../shared/domain/retention.ts'

/** Shell matters only; no secret and no business fact is ever kept here. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark'
  readonly density: 'compact' | 'regular' | 'roomy'
  /** Show notices of the operating system. */
  readonly notices: boolean
  /** Days before an end at which a notice is posted. */
  readonly expiryLadder: readonly number[]
  /** True once the person has been told that closing the window keeps Springline in the tray. */
  readonly trayExplained: boolean
  /** How long figures are kept; null keeps everything. */
  readonly keepMonths: KeepMonths
}

export interface SettingsStore {
  read(): Settings
  write(change: Partial<Settings>): Settings
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'regular',
  notices: true,
  expiryLadder: [30, 14, 7, 3, 1, 0],
  trayExplained: false,
  keepMonths: null,
}
