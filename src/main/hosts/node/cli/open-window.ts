import { parseArgs } from 'node:util'
import { locateDataDirectory } from '../../common/locate-data-directory.ts'
import { askForBootUrl } from '../control-pipe.ts'
import { openInBrowser } from '../launcher-file.ts'
import type { Io } from './command.ts'
import { commonOptions } from './commands.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'

/** `springline open`: a fresh one-time link to the window of the app that is running on this data directory. */
export async function openWindow(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values } = parseArgs({ args: [...argv], options: commonOptions, strict: false })
  if (values['help'] === true) {
    io.out('springline open [--data-dir DIR] [--json]\n\n  open the window of the running app with a fresh link')
    return EXIT.done
  }
  const directory = locateDataDirectory(typeof values['data-dir'] === 'string' ? values['data-dir'] : null, io.env)
  const url = await askForBootUrl(directory)
  if (!url) {
    io.err('springline: no app is running on this data directory. Start it with: npm run serve')
    return EXIT.failed
  }
  const opened = openInBrowser(directory, url)
  io.out(values['json'] === true ? JSON.stringify({ url, opened }) : url)
  return EXIT.done
}
