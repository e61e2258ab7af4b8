import type { Core } from '../core.ts'
import { dayOf, daysBetween, isDay, nextDay } from '../lib/days.ts'
import { asFields, textOf, textsOf, type Fields } from '../lib/fields.ts'
import { drawFor } from '../lib/random.ts'
import type { AdsReportRow } from '../state.ts'
import type { Channel } from '../world/world.ts'
import type { AdsCaller } from './ads-access.ts'
import { reportTypeOf, RETENTION_DAYS } from './ads-report-types.ts'

/** Source: table of report types. */
const LONGEST_DAYS = 31

/** A new report, or the reason it is refused with 400. */
export function readAdsReportRequest(core: Core, caller: AdsCaller, channel: Channel, body: unknown): AdsReportRow | string {
  const fields = asFields(body)
  const configuration = asFields(fields['configuration'])
  const columns = textsOf(configuration, 'columns') ?? []
  const startDate = textOf(fields, 'startDate') ?? ''
  const endDate = textOf(fields, 'endDate') ?? ''
  const wrong = troubleWithConfiguration(configuration, columns) ?? troubleWithDates(core, channel, { startDate, endDate, configuration })
  if (wrong !== undefined) return wrong
  return rowFor(core, caller, channel, { name: textOf(fields, 'name') ?? '', startDate, endDate, columns, configuration })
}

type Dates = { readonly startDate: string; readonly endDate: string; readonly configuration: Fields }

/** Days are the profile's. How far back they may lie depends on the product. */
function troubleWithDates(core: Core, channel: Channel, { startDate, endDate, configuration }: Dates): string | undefined {
  const type = reportTypeOf(configuration)
  const kept = type === undefined ? 0 : RETENTION_DAYS[type.product]
  if (!isDay(startDate) || !isDay(endDate)) return 'startDate and endDate must be dates in the form YYYY-MM-DD'
  if (endDate < startDate) return 'endDate must not be before startDate'
  if (daysBetween(startDate, endDate) + 1 > LONGEST_DAYS) return `The date range must not exceed ${LONGEST_DAYS} days`
  const today = dayOf(core.now(), channel.adsZone)
  if (startDate < nextDay(today, -kept)) return `startDate must be within the last ${kept} days`
  return endDate > today ? 'endDate must not be in the future' : undefined
}

function troubleWithConfiguration(configuration: Fields, columns: readonly string[]): string | undefined {
  const type = reportTypeOf(configuration)
  if (type === undefined || configuration['adProduct'] !== type.product) return 'configuration: reportTypeId and adProduct do not fit'
  if (textsOf(configuration, 'groupBy')?.join() !== type.groupBy) return `configuration: groupBy must be ${type.groupBy}`
  if (configuration['timeUnit'] !== 'DAILY') return 'configuration: timeUnit must be DAILY'
  if (configuration['format'] !== 'GZIP_JSON') return 'configuration: format must be GZIP_JSON'
  const bad = columns.filter((name) => !type.columns.includes(name))
  if (bad.length > 0)
    return `configuration columns includes invalid values: (${bad.join(', ')}). Allowed values: (${type.columns.join(', ')})`
  return columns.includes('date') ? undefined : 'configuration: columns must include date when timeUnit is DAILY'
}

type Asked = Pick<AdsReportRow, 'name' | 'startDate' | 'endDate' | 'columns' | 'configuration'>

function rowFor(core: Core, caller: AdsCaller, channel: Channel, asked: Asked): AdsReportRow {
  const serial = core.nextSerial()
  const createdAt = core.now()
  const [least, most] = core.state.pace.queueMs
  const draw = drawFor(core.world.seed, 'ads report pace', serial)
  const wholeMs = Math.round(least + draw() * (most - least))
  const hex = core.sealer.deriveHex('ads report', String(serial), 32)
  return {
    ...asked,
    id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
    accountId: caller.account.id,
    clientId: caller.grant.clientId,
    profileId: channel.ads?.profileId ?? 0,
    region: channel.account.region,
    createdAt,
    startsAt: createdAt + Math.floor(wholeMs * 0.4),
    endsAt: createdAt + wholeMs,
  }
}
