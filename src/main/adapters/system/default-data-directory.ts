import path from 'node:path'

export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** Where Springline keeps its database when nobody says otherwise. */
export function defaultDataDirectory(machine: Machine): string {
  const { platform, env, home } = machine
  if (platform === 'win32') return path.win32.join(env['LOCALAPPDATA'] ?? path.win32.join(home, 'AppData', 'Local'), 'Springline')
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'Springline')
  return path.posix.join(absolute(env['XDG_DATA_HOME']) ?? path.posix.join(home, '.local', 'share'), 'springline')
}

/** Where keys lie: never beside the data they open. */
export function defaultKeyDirectory(machine: Machine): string {
  const { platform, env, home } = machine
  if (platform === 'win32') return path.win32.join(env['APPDATA'] ?? path.win32.join(home, 'AppData', 'Roaming'), 'Springline', 'keys')
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Preferences', 'springline', 'keys')
  return path.posix.join(absolute(env['XDG_CONFIG_HOME']) ?? path.posix.join(home, '.config'), 'springline', 'keys')
}

/** The XDG rules say: a relative path is to be ignored. */
function absolute(folder: string | undefined): string | null {
  return folder !== undefined && path.posix.isAbsolute(folder) ? folder : null
}
