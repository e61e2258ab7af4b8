import { chmodSync, existsSync } from 'node:fs'
import Conf from 'conf'
import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from '../../core/ports/settings.ts'

/** Settings in a small JSON file (the base of electron-store, without Electron). A damaged file falls back to defaults. */
export function openSettingsFile(dataDirectory: string): SettingsStore {
  const conf = new Conf<{ settings: Partial<Settings> }>({
    cwd: dataDirectory,
    configName: 'settings',
    projectName: 'springline',
    clearInvalidConfig: true,
    configFileMode: 0o600,
    defaults: { settings: {} },
  })
  if (existsSync(conf.path)) chmodSync(conf.path, 0o600)
  return {
    read: () => ({ ...DEFAULT_SETTINGS, ...conf.get('settings') }),
    write(change) {
      const next = { ...DEFAULT_SETTINGS, ...conf.get('settings'), ...change }
      conf.set('settings', next)
      return next
    },
  }
}
