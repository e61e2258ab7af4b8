import { parseArgs } from 'node:util'
import { locateDataDirectory } from '../../common/locate-data-directory.ts'
import { handLink } from '../control-pipe.ts'
import { openInBrowser } from '../launcher-file.ts'
import type { Io } from './command.ts'
import { commonOptions } from './commands.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { linkOf, openLinkCommand } from './open-link.ts'

/** `springline open-link` beside a running app: it gets the link and asks in its window. Null when no app runs there. */
export async function handLinkToApp(argv: readonly string[], io: Io): Promise<ExitCode | null> {
  const options = { ...openLinkCommand.options, ...commonOptions }
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: false })
  if (values['help'] === true) return null
  const directory = locateDataDirectory(typeof values['data-dir'] === 'string' ? values['data-dir'] : null, io.env)
  const url = await handLink(directory, linkOf(positionals))
  if (url === null) return null
  const opened = openInBrowser(directory, url)
  io.out(
    values['json'] === true
      ? JSON.stringify({ handed: true, url, opened })
      : `The running app has the link and asks in its window:\n${url}`,
  )
  return EXIT.done
}
