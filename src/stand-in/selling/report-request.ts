import type { Core } from '../core.ts'
import { drawFor } from '../lib/random.ts'
import { asFields, isFields, textOf, textsOf } from '../lib/fields.ts'
import { instantOf } from '../lib/instants.ts'
import type { ReportRow } from '../state.ts'
import { marketplaceById } from '../world/marketplaces.ts'
import { hasRole, type Caller } from './access.ts'
import { badRequest, denied, type Answer } from './answers.ts'
import { reportType, type ReportType } from './report-types.ts'

/** Reads a createReport body: the new row, or the refusal it earns. */
export function readReportRequest(core: Core, caller: Caller, body: unknown): ReportRow | Answer {
  const fields = asFields(body)
  const type = reportType(textOf(fields, 'reportType') ?? '')
  if (type === undefined) return badRequest('Invalid input', 'reportType is not one that can be requested')
  const marketplaceIds = textsOf(fields, 'marketplaceIds') ?? []
  const wrong = troubleWithMarketplaces(type, marketplaceIds)
  if (wrong !== undefined) return badRequest('Invalid input', wrong)
  if (type.kind !== caller.account.kind || !hasRole(core, caller.account, type.roles)) return denied()
  if (!marketplaceIds.every((id) => core.world.channel(caller.account.id, id) !== undefined)) return denied('', 'marketplace')
  const span = readSpan(fields)
  const options = readOptions(fields['reportOptions'])
  if (span === undefined || options === undefined) return badRequest('Invalid input', 'a date or an option cannot be read')
  return rowFor(core, caller, { type: type.name, marketplaceIds, span, options })
}

function troubleWithMarketplaces(type: ReportType, ids: readonly string[]): string | undefined {
  if (ids.length === 0 || ids.length > 25) return 'marketplaceIds must name 1 to 25 marketplaces'
  if (!ids.every((id) => marketplaceById(id) !== undefined)) return 'a marketplace id is unknown'
  return type.oneMarketplace && ids.length > 1 ? 'only one marketplace is allowed for this report type' : undefined
}

type Asked = {
  type: string
  marketplaceIds: readonly string[]
  span: Span
  options: Readonly<Record<string, string>>
}

/** Queue and work times are drawn from the id, inside the pace that was set. */
function rowFor(core: Core, caller: Caller, asked: Asked): ReportRow {
  const serial = core.nextSerial()
  const createdAt = core.now()
  const [least, most] = core.state.pace.queueMs
  const draw = drawFor(core.world.seed, 'report pace', serial)
  const wholeMs = Math.round(least + draw() * (most - least))
  return {
    id: String(50_000_000_000 + serial),
    accountId: caller.account.id,
    clientId: caller.grant.clientId,
    region: caller.region,
    type: asked.type,
    marketplaceIds: asked.marketplaceIds,
    ...asked.span,
    options: asked.options,
    createdAt,
    startsAt: createdAt + Math.floor(wholeMs * (0.2 + draw() * 0.4)),
    endsAt: createdAt + wholeMs,
    cancelled: false,
  }
}

type Span = Pick<ReportRow, 'startMs' | 'endMs' | 'startDay' | 'endDay'>

function readSpan(fields: Readonly<Record<string, unknown>>): Span | undefined {
  const startText = textOf(fields, 'dataStartTime')
  const endText = textOf(fields, 'dataEndTime')
  const startMs = instantOf(startText)
  const endMs = instantOf(endText)
  if (fields['dataStartTime'] !== undefined && startMs === undefined) return undefined
  if (fields['dataEndTime'] !== undefined && endMs === undefined) return undefined
  if (startMs !== undefined && endMs !== undefined && endMs < startMs) return undefined
  return { startMs, endMs, startDay: startText?.slice(0, 10), endDay: endText?.slice(0, 10) }
}

function readOptions(value: unknown): Record<string, string> | undefined {
  if (value === undefined) return {}
  if (!isFields(value)) return undefined
  const options: Record<string, string> = {}
  for (const [name, one] of Object.entries(value)) {
    if (typeof one !== 'string') return undefined
    options[name] = one
  }
  return options
}
