import { formatDay } from '../../../../shared/domain/day.ts'
import type { CycleReport } from '../../../core/ports/sync-progress.ts'
import { text, UsageError, type Command, type CommandContext } from './command.ts'
import { ask } from './ask.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { printJson } from './print.ts'

const SAY_APART_MS = 250
const WORST_FIRST = ['failed', 'refused', 'partial', 'postponed', 'stopped', 'complete'] as const

/** `springline sync --once`: one full cycle to the end, or for a number of real minutes. */
export const syncCommand: Command = {
  name: 'sync',
  usage: 'sync --once [--account ID[,ID…]] [--max-minutes N]',
  summary: 'one full cycle: everything due, missing or settling',
  options: { once: { type: 'boolean' }, account: { type: 'string' }, 'max-minutes': { type: 'string' } },
  needs: 'write',
  async run(context) {
    if (context.values['once'] !== true) throw new UsageError('Say --once. (The app itself syncs all the time.)')
    const report = await runFor(context, minutes(text(context.values, 'max-minutes')))
    context.io.err('')
    if (context.json) printJson(context, plainReport(report))
    else context.io.out(`${report.outcome}: ${report.runs.length} runs, ${report.waitingFor.length} still waiting.`)
    return exitOf(context, report)
  },
}

async function runFor(context: CommandContext, maxMinutes: number | null): Promise<CycleReport> {
  const stop = new AbortController()
  const timer = maxMinutes === null ? null : setTimeout(() => stop.abort(), maxMinutes * 60_000)
  context.io.signal.addEventListener('abort', () => stop.abort(), { once: true })
  const onProgress = sayNowAndThen((done, total) => context.io.err(`${done} of ${total} slices done`))
  try {
    const reports: CycleReport[] = []
    for (const accountId of askedAccounts(context.values) ?? [null])
      reports.push(await context.app.runOnce({ accountId, signal: stop.signal, onProgress }))
    return joined(reports)
  } finally {
    if (timer) clearTimeout(timer)
  }
}

/** A line for each change would be thousands; a person reads a few a second. */
function sayNowAndThen(say: (done: number, total: number) => void): (done: number, total: number) => void {
  let saidAt = -Infinity
  return (done, total) => {
    const now = performance.now()
    if (now - saidAt < SAY_APART_MS && done < total) return
    saidAt = now
    say(done, total)
  }
}

/** The accounts named by `--account`, or null for all. */
function askedAccounts(values: CommandContext['values']): readonly string[] | null {
  const given = text(values, 'account')
  return given === null ? null : given.split(',').map((id) => id.trim())
}

/** Several accounts' cycles as one: the outcome is the worst of them. */
function joined(reports: readonly CycleReport[]): CycleReport {
  const outcome = WORST_FIRST.find((one) => reports.some((report) => report.outcome === one)) ?? 'complete'
  return { outcome, runs: reports.flatMap((report) => report.runs), waitingFor: reports.flatMap((report) => report.waitingFor) }
}

export function plainReport(report: CycleReport) {
  return {
    outcome: report.outcome,
    runs: report.runs.map(({ channelId, dataset, from, until, reason, outcome, rows }) => ({
      channelId,
      dataset,
      from: formatDay(from),
      until: formatDay(until),
      reason,
      outcome,
      rows,
    })),
    waitingFor: report.waitingFor.map(({ channelId, dataset, code, until }) => ({ channelId, dataset, code, until })),
  }
}

/** Needing the person outranks Amazon's trouble, which outranks a plain failure. */
async function exitOf({ app, io, values }: CommandContext, report: CycleReport): Promise<ExitCode> {
  const view = await ask(app, 'app.read', {})
  if (view.ok && view.value.storage === 'failing') {
    io.err(`New days cannot be written to ${view.value.dataDirectory}. Free some space and run this again; nothing stored was changed.`)
    return EXIT.failed
  }
  const found = await ask(app, 'channels.list', {})
  const asked = askedAccounts(values)
  const accounts = found.ok ? found.value.accounts.filter((account) => asked?.includes(account.id) ?? true) : []
  const statuses = accounts.flatMap((account) => account.statuses)
  if (statuses.some((status) => status === 'reconnect-required' || status === 'ads-reconnect-required')) return EXIT.needsPerson
  if (report.waitingFor.some((waiting) => waiting.code === 'offline' || waiting.code === 'back-off')) return EXIT.amazonTrouble
  if (report.outcome === 'failed') return EXIT.failed
  return EXIT.done
}

function minutes(given: string | null): number | null {
  if (given === null) return null
  const value = Number(given)
  if (!Number.isFinite(value) || value <= 0 || value > 10_000) throw new UsageError('--max-minutes must be a number of minutes above 0.')
  return value
}
