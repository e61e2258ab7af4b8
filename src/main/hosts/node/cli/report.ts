import type { CallResult } from '../../../../shared/contract/calls.ts'
import type { Failure } from '../../../../shared/contract/failures.ts'
import { addDays, formatDay, parseDay } from '../../../../shared/domain/day.ts'
import { err, type Result } from '../../../../shared/lib/result.ts'
import { required, text, UsageError, type Command, type CommandContext } from './command.ts'
import { ask } from './ask.ts'
import { EXIT } from './exit-codes.ts'
import { fail, printJson, table } from './print.ts'
import { chosenPart, furtherPartsOf, vendorCallOf, vendorPartsOf, type ChosenPart } from './vendor-part.ts'

const NAMES = {
  sales: 'reports.sales',
  profit: 'reports.profit',
  ads: 'reports.ads',
  products: 'reports.products',
  vendor: 'reports.vendor',
  settlements: 'reports.settlements',
} as const
type ReportName = keyof typeof NAMES
type AnyReport = CallResult<(typeof NAMES)[ReportName] | 'reports.vendorForecast' | 'reports.vendorOrders'>

/** The best of a vendor's products; JSON has them all. */
const PRODUCTS_PRINTED = 20

export const reportOptions = {
  channel: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  on: { type: 'string' },
  part: { type: 'string' },
} as const

/** `springline report NAME`: a report's rows and totals, readable offline. */
export const reportCommand: Command = {
  name: 'report',
  usage: 'report sales|profit|ads|products|vendor|settlements --channel ID [--from D] [--to D] [--on D] [--part P]',
  summary: 'a report from the local database',
  options: reportOptions,
  needs: 'read',
  async run(context) {
    const found = await readReport(context)
    if (!found.ok) return fail(context, found.error)
    const { currency, moneyScale } = found.value
    const { rows, totals, missingDays, settlingDays, asOf } = chosenPart(context.values, found.value)
    const parts = { currency, moneyScale, rows, totals, missingDays, settlingDays, asOf, ...partsOf(found.value) }
    if (context.json) printJson(context, parts)
    else printReport(context, found.value)
    return EXIT.done
  },
}

export async function readReport({ app, values, positionals }: CommandContext): Promise<Result<AnyReport, Failure>> {
  const name = positionals[0]
  if (!isReportName(name)) throw new UsageError(`Name a report: ${Object.keys(NAMES).join(', ')}.`)
  const channel = channelOf(values)
  const view = await ask(app, 'app.read', {})
  if (!view.ok) return err(view.error)
  const to = text(values, 'to') ?? formatDay(addDays(dayBefore(view.value.now), 0))
  const last = parseDay(to)
  if (last === null) throw new UsageError('--to must be a calendar day YYYY-MM-DD.')
  const from = text(values, 'from') ?? formatDay(addDays(last, -29))
  if (parseDay(from) === null) throw new UsageError('--from must be a calendar day YYYY-MM-DD.')
  return askReport({ app, values }, name, { channelId: channel, from, to })
}

async function askReport(
  { app, values }: Pick<CommandContext, 'app' | 'values'>,
  name: ReportName,
  asked: { readonly channelId: number; readonly from: string; readonly to: string },
): Promise<Result<AnyReport, Failure>> {
  if (name === 'products') return askProducts(app, asked, text(values, 'on'))
  const further = name === 'vendor' ? vendorCallOf(values) : null
  if (further === 'reports.vendorForecast') return ask(app, further, { channelId: asked.channelId })
  return further === null ? ask(app, NAMES[name], asked) : ask(app, further, asked)
}

function channelOf(values: CommandContext['values']): number {
  const channel = Number(required(values, 'channel'))
  if (!Number.isSafeInteger(channel) || channel < 1) throw new UsageError('--channel must be a channel number; see: springline channels')
  return channel
}

/** Products as last seen, or as they were on a day. */
function askProducts(app: CommandContext['app'], asked: { channelId: number; from: string; to: string }, on: string | null) {
  if (on !== null && parseDay(on) === null) throw new UsageError('--on must be a calendar day YYYY-MM-DD.')
  return ask(app, NAMES.products, { ...asked, ...(on === null ? {} : { on }) })
}

function dayBefore(now: number) {
  const day = parseDay(new Date(now).toISOString().slice(0, 10))
  if (day === null) throw new Error('the clock is out of range')
  return addDays(day, -1)
}

function isReportName(name: string | undefined): name is ReportName {
  return name !== undefined && Object.hasOwn(NAMES, name)
}

/** What single reports say beside their rows. */
function partsOf(report: AnyReport): object {
  if ('campaigns' in report) return { products: report.products, campaigns: report.campaigns }
  if ('netPpm' in report) return vendorPartsOf(report)
  if ('generatedOn' in report || 'lostDays' in report) return furtherPartsOf(report)
  return 'asItWas' in report ? { taken: report.taken, asItWas: report.asItWas } : {}
}

/** A dash for what is unknown; lists as they are. */
function cellText(cell: unknown): string {
  return typeof cell === 'string' ? cell : JSON.stringify(cell ?? null).replace(/^null$/, '-')
}

/** Top products of a part of the vendor report; other reports list theirs elsewhere. */
function productsOf(part: ChosenPart): readonly (readonly object[])[] {
  return part.products === undefined ? [] : [part.products.slice(0, PRODUCTS_PRINTED)]
}

function printReport({ io, values }: CommandContext, report: AnyReport): void {
  const chosen = chosenPart(values, report)
  for (const part of 'campaigns' in report ? [report.rows, report.campaigns] : [chosen.summary ?? chosen.rows, ...productsOf(chosen)]) {
    const [first] = part
    const heads = first ? Object.keys(first) : []
    const rows = part.map((row) => Object.values(row).map(cellText))
    for (const line of table(heads, rows)) io.out(line)
    io.out('')
  }
  if (chosen.remark !== undefined) io.out(chosen.remark)
  io.out(`Totals: ${JSON.stringify(chosen.totals)} (${report.currency}, ${report.moneyScale} decimals)`)
  io.out(chosen.asOf === null ? 'Nothing fetched yet' : `As of ${new Date(chosen.asOf).toISOString()}`)
  if (chosen.missingDays.length > 0) io.out(`Missing and left out: ${chosen.missingDays.join(', ')}`)
  if (chosen.settlingDays.length > 0) io.out(`Still settling: ${chosen.settlingDays.length} days`)
}
