import { KEEP_MONTHS, type KeepMonths } from '../../../../shared/domain/retention.ts'
import { ask } from './ask.ts'
import { UsageError, required, type Command } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { fail, printJson } from './print.ts'

const WORDS = ['all', ...KEEP_MONTHS.map(String)]

/** `springline keep`: how long figures stay. Without `--yes` it only counts what a limit would delete. */
export const keepCommand: Command = {
  name: 'keep',
  usage: `keep --months ${WORDS.join('|')} [--yes]`,
  summary: 'how long figures are kept; counts first, deletes with --yes',
  options: { months: { type: 'string' }, yes: { type: 'boolean' } },
  needs: 'write',
  async run(context) {
    const keepMonths = monthsOf(required(context.values, 'months'))
    const isSure = context.values['yes'] === true
    const done = await ask(context.app, isSure ? 'keeping.choose' : 'keeping.preview', { keepMonths })
    if (!done.ok) return fail(context, done.error)
    const { days, rows } = done.value
    if (context.json) printJson(context, { days, rows, deleted: isSure })
    else if (isSure) context.io.out(`Deleted ${days} days with ${rows} rows.`)
    else context.io.out(`${days} days with ${rows} rows are older. Nothing was deleted; add --yes to delete them.`)
    return EXIT.done
  },
}

function monthsOf(text: string): KeepMonths {
  if (!WORDS.includes(text)) throw new UsageError(`--months must be one of ${WORDS.join(', ')}.`)
  return KEEP_MONTHS.find((months) => String(months) === text) ?? null
}
