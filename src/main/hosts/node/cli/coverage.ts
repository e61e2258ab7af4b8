import { formatDay, parseDay } from '../../../../shared/domain/day.ts'
import type { CoverageDay } from '../../../../shared/domain/coverage.ts'
import { text, UsageError, type Command, type Values } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { printJson, table } from './print.ts'

/** `springline coverage`: the state of every day, each proven against its rows (count, sum and hash). */
export const coverageCommand: Command = {
  name: 'coverage',
  usage: 'coverage [--channel ID] [--dataset D] [--from YYYY-MM-DD] [--to YYYY-MM-DD]',
  summary: 'per day and dataset what is complete, checked row by row',
  options: { channel: { type: 'string' }, dataset: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
  needs: 'read',
  async run(context) {
    const days = await context.app.auditCoverage({
      channelId: channelOf(context.values),
      dataset: text(context.values, 'dataset'),
      from: dayOf(context.values, 'from'),
      to: dayOf(context.values, 'to'),
    })
    if (context.json) printJson(context, { days: days.map(plainDay) })
    else for (const line of summary(days)) context.io.out(line)
    return EXIT.done
  },
}

export function plainDay(day: CoverageDay) {
  const { channelId, dataset, state, rows, moneyMinor, currency, receiptId } = day
  return { channelId, dataset, day: formatDay(day.day), state, rows, moneyMinor, currency, receiptId }
}

export function channelOf(values: Values): number | null {
  const given = text(values, 'channel')
  if (given === null) return null
  if (!/^\d{1,9}$/.test(given)) throw new UsageError('--channel must be a channel number; see: springline channels')
  return Number(given)
}

export function dayOf(values: Values, name: string) {
  const given = text(values, name)
  if (given === null) return null
  const day = parseDay(given)
  if (day === null) throw new UsageError(`--${name} must be a calendar day YYYY-MM-DD.`)
  return day
}

/** One line per channel and dataset with the count of days in each state. */
export function summary(days: readonly CoverageDay[]): string[] {
  const groups = Map.groupBy(days, (day) => `${day.channelId} ${day.dataset}`)
  const rows = [...groups].map(([key, own]) => {
    const [channel = '', dataset = ''] = key.split(' ')
    const count = (...states: string[]) => String(own.filter((day) => states.includes(day.state)).length)
    return [
      channel,
      dataset,
      count('complete-settled'),
      count('complete-settling'),
      count('empty-proven'),
      count('partial'),
      count('missing-fetchable'),
      count('missing-lost'),
      count('not-due'),
    ]
  })
  return table(['CHANNEL', 'DATASET', 'SETTLED', 'SETTLING', 'EMPTY', 'PARTIAL', 'FETCHABLE', 'LOST', 'NOT DUE'], rows)
}
