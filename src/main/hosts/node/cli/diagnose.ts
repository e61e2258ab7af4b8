import type { AccountView } from '../../../../shared/contract/views/channels.ts'
import { text, UsageError, type Command, type CommandContext } from './command.ts'
import { ask } from './ask.ts'
import { diagnosisLines } from './diagnosis-lines.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { fail, printJson } from './print.ts'
import { replay } from './replay.ts'

/** `springline diagnose`: asks step by step and names one cause per account; `--offline` uses stored evidence alone. */
export const diagnoseCommand: Command = {
  name: 'diagnose',
  usage: 'diagnose [--account ID] [--offline] [--save FILE [--names]] [--replay FILE]',
  summary: 'what is wrong, who must act and what helps, per account',
  options: {
    account: { type: 'string' },
    offline: { type: 'boolean' },
    save: { type: 'string' },
    names: { type: 'boolean' },
    replay: { type: 'string' },
  },
  needs: 'write-if-free',
  async run(context) {
    const replayed = text(context.values, 'replay')
    if (replayed !== null) return replay(context, replayed)
    const found = await ask(context.app, 'channels.list', {})
    if (!found.ok) return fail(context, found.error)
    const wanted = text(context.values, 'account')
    const accounts = found.value.accounts.filter((account) => wanted === null || account.id === wanted)
    const file = text(context.values, 'save')
    if (file !== null && accounts.length !== 1) throw new UsageError('--save takes one account; name it with --account.')
    const findings = await Promise.all(accounts.map((account) => findingOf(context, account)))
    if (context.json) printJson(context, { asOf: found.value.asOf, accounts: findings })
    else for (const one of findings) printFinding(context, one)
    const [only] = accounts
    return file !== null && only !== undefined ? save(context, only, file) : EXIT.done
  },
}

type Finding = Awaited<ReturnType<typeof findingOf>>

async function findingOf(context: CommandContext, account: AccountView) {
  const { id, name, status, statuses, whoMustAct, action, selling, advertising, missingDays, risk } = account
  const diagnosed = await ask(context.app, 'diagnose.run', { accountId: id, ask: context.values['offline'] !== true })
  const detail = await ask(context.app, 'accounts.detail', { accountId: id })
  const refused = detail.ok ? detail.value.datasets.filter((dataset) => dataset.access === 'refused').map((dataset) => dataset.dataset) : []
  return {
    accountId: id,
    name,
    status,
    statuses,
    whoMustAct,
    action,
    cause: selling.cause ?? advertising?.cause ?? null,
    facts: selling.facts,
    refusedDatasets: [...new Set(refused)],
    missingDays,
    risk,
    diagnosis: diagnosed.ok ? diagnosed.value : null,
  }
}

function printFinding({ io }: CommandContext, { name, diagnosis }: Finding): void {
  for (const line of diagnosis === null ? [`${name}: could not be diagnosed.`] : diagnosisLines(name, diagnosis)) io.out(line)
}

async function save(context: CommandContext, account: AccountView, file: string): Promise<ExitCode> {
  const bundle = await ask(context.app, 'diagnose.bundle', { accountId: account.id, names: context.values['names'] === true })
  if (!bundle.ok) return fail(context, bundle.error)
  await context.io.writeFile(file, bundle.value.text)
  if (!context.json)
    context.io.out(`Saved to ${file}. It holds no secret and no name${context.values['names'] === true ? ' but this one' : ''}.`)
  return EXIT.done
}
