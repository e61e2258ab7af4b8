import { resolve } from 'node:path'
import { SCHEME } from '../../common/arrivals.ts'

/** Tells the operating system that `springline:` links are ours; in development the program is Electron with our script. */
export function claimScheme(app: Pick<Electron.App, 'isPackaged' | 'setAsDefaultProtocolClient'>, argv: readonly string[]): boolean {
  const script = argv[1]
  if (app.isPackaged || script === undefined) return app.setAsDefaultProtocolClient(SCHEME)
  return app.setAsDefaultProtocolClient(SCHEME, process.execPath, [resolve(script)])
}
