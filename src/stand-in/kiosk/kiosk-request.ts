import type { Core } from '../core.ts'
import { isDay, nextDay, type Day } from '../lib/days.ts'
import { asFields, textOf, textsOf } from '../lib/fields.ts'
import { hasRole, type Caller } from '../selling/access.ts'
import { badRequest, denied, type Answer } from '../selling/answers.ts'
import type { Field } from './graphql.ts'
import type { KioskList } from './kiosk-list.ts'
import { listIn } from './kiosk-lists.ts'

/** A query that was understood: of which places and days. */
export type KioskRequest = {
  readonly marketplaceIds: readonly string[]
  readonly from: Day
  readonly to: Day
}

/** Longest query after its spaces are taken out. Source: Data Kiosk model. */
const MOST_CHARACTERS = 8000
/** Start dates may lie two years back. Source: Data Kiosk's schemas. */
const LOOK_BACK_DAYS = 731

/** Reads a createQuery body, or says the refusal it earns. */
export function readKioskRequest(core: Core, caller: Caller, text: string): KioskRequest | Answer {
  if (text.replaceAll(/\s+/g, '').length > MOST_CHARACTERS) return badRequest('Invalid input', 'the query is too long')
  const found = listIn(text)
  if (found === undefined) return badRequest('Invalid input', 'the query names no known data set')
  const { list, chosen } = found
  if (list.kind !== caller.account.kind || !hasRole(core, caller.account, list.roles)) return denied()
  const asked = placeAndDays(chosen)
  const wrong = troubleWith(core, list, asked, chosen)
  if (wrong !== undefined) return badRequest('Invalid input', wrong)
  if (!asked.marketplaceIds.every((id) => core.world.channel(caller.account.id, id) !== undefined)) return denied('', 'marketplace')
  return asked
}

function placeAndDays({ args }: Field): KioskRequest {
  return { marketplaceIds: textsOf(args, 'marketplaceIds') ?? [], from: textOf(args, 'startDate') ?? '', to: textOf(args, 'endDate') ?? '' }
}

function troubleWith(core: Core, list: KioskList, { marketplaceIds, from, to }: KioskRequest, chosen: Field): string | undefined {
  if (marketplaceIds.length === 0) return 'marketplaceIds is required'
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
