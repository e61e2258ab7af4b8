import { ask } from './ask.ts'
import { text, type Command } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { fail, printJson, table } from './print.ts'

/** `springline reread`: reads refused documents again without asking Amazon. */
export const rereadCommand: Command = {
  name: 'reread',
  usage: 'reread [--dataset D]',
  summary: 'reads documents that were refused once more, without asking Amazon',
  options: { dataset: { type: 'string' } },
  needs: 'write',
  async run(context) {
    const done = await ask(context.app, 'documents.reread', { dataset: text(context.values, 'dataset') })
    if (!done.ok) return fail(context, done.error)
    const { documents } = done.value
    if (context.json) printJson(context, { documents })
    else if (documents.length === 0) context.io.out('No refused document is kept.')
    else {
      const rows = documents.map((one) => [one.dataset, `${one.from} to ${one.to}`, one.documentId ?? '', one.sentence])
      for (const line of table(['DATASET', 'DAYS', 'AMAZON ID', 'WHAT CAME OF IT'], rows)) context.io.out(line)
    }
    return EXIT.done
  },
}
