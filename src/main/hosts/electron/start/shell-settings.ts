import { chmodSync, existsSync } from 'node:fs'
import ElectronStore from 'electron-store'
import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from '../../../core/ports/settings.ts'
import type { Bounds } from '../../common/window-bounds.ts'

interface Kept {
  settings: Partial<Settings>
  window: Bounds | null
}

export interface ShellSettings extends SettingsStore {
  readBounds(): Bounds | null
  writeBounds(bounds: Bounds): void
}

/** The settings file both hosts share, and the window's place. A damaged file falls back to defaults. */
export function openShellSettings(dataDirectory: string, onWrite: (settings: Settings) => void): ShellSettings {
  const store = new ElectronStore<Kept>({
    cwd: dataDirectory,
    name: 'settings',
    clearInvalidConfig: true,
    configFileMode: 0o600,
    defaults: { settings: {}, window: null },
  })
  if (existsSync(store.path)) chmodSync(store.path, 0o600)
  return {
    read: () => ({ ...DEFAULT_SETTINGS, ...store.get('settings') }),
    write(change) {
      const next = { ...DEFAULT_SETTINGS, ...store.get('settings'), ...change }
      store.set('settings', next)
      onWrite(next)
      return next
    },
    readBounds: () => store.get('window'),
    writeBounds: (bounds) => store.set('window', bounds),
  }
}
