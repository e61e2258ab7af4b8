import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from '../../src/main/core/ports/settings.ts'

/** Settings in memory, beginning with the defaults and whatever a test lays over them. */
export function createMemorySettings(start: Partial<Settings> = {}): SettingsStore {
  let settings: Settings = { ...DEFAULT_SETTINGS, ...start }
  return {
    read: () => settings,
    write: (change) => {
      settings = { ...settings, ...change }
      return settings
    },
  }
}
