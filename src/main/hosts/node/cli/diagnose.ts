import type { AccountView } from '../../../../shared/contract/views/channels.ts'
import { text, type Command } from './command.ts'
import { ask } from './ask.ts'
import { EXIT } from './exit-codes.ts'
import { fail, printJson } from './print.ts'

/** `springline diagnose`: what the stored evidence says about each account; asks nobody, so it works offline. */
export const diagnoseCommand: Command = {
  name: 'diagnose',
  usage: 'diagnose [--account ID]',
  summary: 'what the stored evidence says, per account',
  options: { account: { type: 'string' } },
  needs: 'read',
  async run(context) {
    const found = await ask(context.app, 'channels.list', {})
    if (!found.ok) return fail(context, found.error)
    const wanted = text(context.values, 'account')
    const accounts = found.value.accounts.filter((account) => wanted === null || account.id === wanted)
    const findings = await Promise.all(
      accounts.map(async (account) => {
        const detail = await ask(context.app, 'accounts.detail', { accountId: account.id })
        const refused = detail.ok
          ? detail.value.datasets.filter((dataset) => dataset.access === 'refused').map((dataset) => dataset.dataset)
          : []
        return finding(account, [...new Set(refused)])
      }),
    )
    if (context.json) printJson(context, { asOf: found.value.asOf, accounts: findings })
    else
      for (const one of findings)
        context.io.out(
          `${one.name}: ${one.status}${one.cause ? ` (${one.cause})` : ''}; who must act: ${one.whoMustAct}; do: ${one.action}`,
        )
    return EXIT.done
  },
}

function finding(account: AccountView, refusedDatasets: readonly string[]) {
  const { id, name, status, statuses, whoMustAct, action, selling, advertising, missingDays, risk } = account
  return {
    accountId: id,
    name,
    status,
    statuses,
    whoMustAct,
    action,
    cause: selling.cause ?? advertising?.cause ?? null,
    facts: selling.facts,
    refusedDatasets,
    missingDays,
    risk,
  }
}
