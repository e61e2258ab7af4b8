import type { Core } from '../core.ts'
import { isDay, nextDay, type Day } from '../lib/days.ts'
import { asFields, textOf, textsOf } from '../lib/fields.ts'
import { hasRole, type Caller } from '../selling/access.ts'
import { badRequest, denied, type Answer } from '../selling/answers.ts'
import { parseQuery, type Field } from './graphql.ts'
import { KIOSK_LISTS, type KioskList } from './kiosk-lists.ts'

/** A query that was understood: which list, of which places and days, and which of its fields. */
export type KioskRequest = {
  readonly list: KioskList
  readonly marketplaceIds: readonly string[]
  readonly from: Day
  readonly to: Day
  readonly args: Field['args']
  readonly fields: readonly Field[]
}

/** Longest query after its spaces are taken out. Source: Data Kiosk model. */
const MOST_CHARACTERS = 8000
/** Start dates may lie two years back. Source: Data Kiosk's schemas. */
const LOOK_BACK_DAYS = 731

/** Reads a createQuery body, or says the refusal it earns. */
export function readKioskRequest(core: Core, caller: Caller, text: string): KioskRequest | Answer {
  if (text.replaceAll(/\s+/g, '').length > MOST_CHARACTERS) return badRequest('Invalid input', 'the query is too long')
  const root = parseQuery(text)
  const chosen = root?.fields.length === 1 ? root.fields[0] : undefined
  const list = chosen === undefined ? undefined : KIOSK_LISTS[`${root?.name}.${chosen.name}`]
  if (chosen === undefined || list === undefined) return badRequest('Invalid input', 'the query names no known data set')
  if (list.kind !== caller.account.kind || !hasRole(core, caller.account, list.roles)) return denied()
  const args = asFields(chosen.args)
  const marketplaceIds = textsOf(args, 'marketplaceIds') ?? []
  const [from, to] = [textOf(args, 'startDate') ?? '', textOf(args, 'endDate') ?? '']
  const wrong = troubleWith(core, list, { from, to }, chosen)
  if (wrong !== undefined || marketplaceIds.length === 0) return badRequest('Invalid input', wrong ?? 'marketplaceIds is required')
  if (!marketplaceIds.every((id) => core.world.channel(caller.account.id, id) !== undefined)) return denied('', 'marketplace')
  return { list, marketplaceIds, from, to, args, fields: chosen.fields }
}

function troubleWith(core: Core, list: KioskList, { from, to }: { from: string; to: string }, chosen: Field): string | undefined {
  if (!isDay(from) || !isDay(to) || to < from) return 'startDate and endDate must be days in order'
  if (from < nextDay(new Date(core.now()).toISOString().slice(0, 10), -LOOK_BACK_DAYS)) return 'startDate is more than two years ago'
  if (!list.allows(chosen.args)) return 'aggregateBy is not one that is offered'
  const unknown = unknownField(chosen.fields, list.shape)
  return unknown === undefined ? undefined : `${unknown} is not a field of the data set`
}

/** A selection must name fields there are, and go down to plain values. */
function unknownField(fields: readonly Field[], shape: Readonly<Record<string, unknown>>): string | undefined {
  if (fields.length === 0) return 'an empty selection'
  for (const field of fields) {
    if (!Object.hasOwn(shape, field.name)) return field.name
    const below = shape[field.name]
    const isGroup = typeof below === 'object' && below !== null
    if (isGroup !== field.fields.length > 0) return field.name
    const unknown = isGroup ? unknownField(field.fields, asFields(Array.isArray(below) ? below[0] : below)) : undefined
    if (unknown !== undefined) return unknown
  }
  return undefined
}
