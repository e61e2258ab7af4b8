import type { Core } from '../core.ts'
import { dayOf, daysBetween, isDay, nextDay } from '../lib/days.ts'
import { asFields, textOf, textsOf, type Fields } from '../lib/fields.ts'
import { drawFor } from '../lib/random.ts'
import type { AdsReportRow } from '../state.ts'
import type { Channel } from '../world/world.ts'
import type { AdsCaller } from './ads-access.ts'
import { CAMPAIGN_COLUMNS } from './ads-columns.ts'

/** Source: table of report types, Sponsored Products. */
const LONGEST_DAYS = 31
const RETENTION_DAYS = 95

/** A new report, or the reason it is refused with 400. */
export function readAdsReportRequest(core: Core, caller: AdsCaller, channel: Channel, body: unknown): AdsReportRow | string {
  const fields = asFields(body)
  const configuration = asFields(fields['configuration'])
  const columns = textsOf(configuration, 'columns') ?? []
  const startDate = textOf(fields, 'startDate') ?? ''
  const endDate = textOf(fields, 'endDate') ?? ''
  const wrong = troubleWithDates(core, channel, startDate, endDate) ?? troubleWithConfiguration(configuration, columns)
  if (wrong !== undefined) return wrong
  return rowFor(core, caller, channel, { name: textOf(fields, 'name') ?? '', startDate, endDate, columns, configuration })
}

function troubleWithDates(core: Core, channel: Channel, startDate: string, endDate: string): string | undefined {
  if (!isDay(startDate) || !isDay(endDate)) return 'startDate and endDate must be dates in the form YYYY-MM-DD'
  if (endDate < startDate) return 'endDate must not be before startDate'
  if (daysBetween(startDate, endDate) + 1 > LONGEST_DAYS) return `The date range must not exceed ${LONGEST_DAYS} days`
  const today = dayOf(core.now(), channel.marketplace.zone)
  if (startDate < nextDay(today, -RETENTION_DAYS)) return `startDate must be within the last ${RETENTION_DAYS} days`
  return endDate > today ? 'endDate must not be in the future' : undefined
}

function troubleWithConfiguration(configuration: Fields, columns: readonly string[]): string | undefined {
  if (configuration['adProduct'] !== 'SPONSORED_PRODUCTS' || configuration['reportTypeId'] !== 'spCampaigns')
    return 'configuration: reportTypeId and adProduct do not fit'
  if (textsOf(configuration, 'groupBy')?.join() !== 'campaign') return 'configuration: groupBy must be campaign'
  if (configuration['timeUnit'] !== 'DAILY') return 'configuration: timeUnit must be DAILY'
  if (configuration['format'] !== 'GZIP_JSON') return 'configuration: format must be GZIP_JSON'
  const bad = columns.find((name) => !CAMPAIGN_COLUMNS.has(name))
  if (bad !== undefined) return `configuration: columns includes invalid values: (${bad})`
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
