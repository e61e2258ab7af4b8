import type { AppView, SettingsView } from '../../shared/contract/views/app.ts'
import type { KeepMonths } from '../../shared/domain/retention.ts'
import { own } from './own.ts'

/** Where keys are kept, said plainly. */
export const vaultText: Readonly<
  Record<AppView['vaultTier'], { readonly title: string; readonly detail: string; readonly tone: 'hold' | 'watch' }>
> = {
  os: {
    title: 'Protected by the operating system',
    detail: 'Keys are encrypted with the key store of this computer and never written in plain text.',
    tone: 'hold',
  },
  passphrase: {
    title: 'Protected by your passphrase',
    detail: 'Keys are encrypted with a key made from the passphrase given at start.',
    tone: 'hold',
  },
  'key-file': {
    title: 'Protected by a key file',
    detail: 'Keys are encrypted; who can read both the data folder and the key file can open them.',
    tone: 'watch',
  },
  memory: {
    title: 'Kept in memory only',
    detail: 'This computer offers no safe place. Channels must be reconnected after every restart.',
    tone: 'watch',
  },
}

export const themeText: Readonly<Record<SettingsView['theme'], string>> = { system: 'Like the system', light: 'Light', dark: 'Dark' }
export const densityText: Readonly<Record<SettingsView['density'], string>> = { compact: 'Compact', regular: 'Regular', roomy: 'Roomy' }
export const hostText: Readonly<Record<AppView['host'], string>> = {
  electron: 'desktop app',
  node: 'in your browser, from this computer',
  'electron-double': 'desktop app, test double',
}

export type KeepKey = `${NonNullable<KeepMonths>}` | 'all'

export function keepKey(keepMonths: KeepMonths): KeepKey {
  return keepMonths === null ? 'all' : `${keepMonths}`
}

/** How long figures are kept, as the choice reads. */
export const keepText: Readonly<Record<KeepKey, string>> = {
  all: 'everything',
  '37': '37 months',
  '25': '25 months',
  '18': '18 months',
  '13': '13 months',
}

const platforms: Readonly<Record<string, string>> = { darwin: 'macOS', win32: 'Windows', linux: 'Linux' }

/** A platform as people call it. */
export function platformWord(platform: string): string {
  return own(platforms, platform) ?? platform
}
