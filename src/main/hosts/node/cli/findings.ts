import { findingSentence } from '../../../../shared/text/finding-text.ts'
import { ask } from './ask.ts'
import type { Command } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { fail, printJson, table } from './print.ts'

const MOST = 500

/** `springline findings`: what Amazon's documents had that Springline does not know. */
export const findingsCommand: Command = {
  name: 'findings',
  usage: 'findings',
  summary: 'columns and words of Amazon that are new or could not be read',
  options: {},
  needs: 'read',
  async run(context) {
    const found = await ask(context.app, 'findings.list', { limit: MOST })
    if (!found.ok) return fail(context, found.error)
    const { findings } = found.value
    if (context.json) printJson(context, { findings })
    else if (findings.length === 0) context.io.out('Nothing new was found.')
    else {
      const rows = findings.map((one) => [
        one.source,
        one.documentId ?? '',
        new Date(one.at).toISOString().slice(0, 10),
        String(one.times),
        findingSentence(one),
      ])
      for (const line of table(['FROM', 'AMAZON ID', 'LAST', 'TIMES', 'WHAT'], rows)) context.io.out(line)
    }
    return EXIT.done
  },
}
