import { gzipSync } from 'node:zlib'
import type { Core } from '../core.ts'
import { damaged } from '../documents/damage.ts'
import type { Rendered } from '../documents/render.ts'
import { asFields } from '../lib/fields.ts'
import { hashOf } from '../lib/random.ts'
import type { QueryRow } from '../state.ts'
import type { Field } from './graphql.ts'
import { listIn } from './kiosk-lists.ts'

export const KIOSK = 'DATA_KIOSK'

const INTERNAL = { message: 'The query could not be processed.', code: 'INTERNAL' }
/** What the document of a failed query says, by the status a trouble is ordered with. Amazon publishes no such texts: these are made up. */
const FAILURES: Readonly<Record<string, { readonly message: string; readonly code: string }>> = {
  'invalid-query': { message: 'Validation error of type FieldUndefined: Field is undefined', code: 'InvalidQuery' },
  'not-available': { message: 'Data for the requested date range is not yet available.', code: 'DataNotAvailable' },
  access: { message: 'The selling partner is not authorized to access this data set.', code: 'Unauthorized' },
}

/** A finished query's document: one line an entry, with the fields asked for; or what went wrong. Some come packed. */
export function kioskDocument(core: Core, row: QueryRow): Rendered {
  const target = { account: row.accountId, reportType: KIOSK }
  const isFailed = row.outcome === 'failed'
  const text = isFailed ? JSON.stringify({ errors: [FAILURES[row.failedFor ?? ''] ?? INTERNAL] }) : pageOf(core, row).text
  const plain = new TextEncoder().encode(text)
  const bytes = damaged(core, hashOf(`packed ${row.id}`) % 2 === 0 ? Uint8Array.from(gzipSync(plain)) : plain, target)
  return { bytes, contentType: isFailed ? 'application/json' : 'application/jsonl' }
}

/** The lines of one page of a result, and how many lines end before the next page; null on the last. */
export function pageOf(core: Core, row: QueryRow): { readonly text: string; readonly nextSkip: number | null } {
  const lines = linesOf(core, row)
  const until = row.skip + (core.state.pace.pageLines ?? Infinity)
  return { text: lines.slice(row.skip, until).join(''), nextSkip: until < lines.length ? until : null }
}

/** All lines of a query's result, as the world stood when its first page was finished. */
function linesOf(core: Core, row: QueryRow): string[] {
  const found = listIn(row.text)
  if (found === undefined) throw new Error(`query ${row.id} was taken without being understood`)
  const { list, chosen } = found
  const lines = row.marketplaceIds.flatMap((id) => {
    const channel = core.world.channel(row.accountId, id)
    return channel === undefined ? [] : list.entries(channel, row, row.asOf ?? row.endsAt, chosen.args)
  })
  return lines.map((entry) => `${JSON.stringify(selected(entry, chosen.fields))}\n`)
}

function selected(value: unknown, fields: readonly Field[]): unknown {
  if (fields.length === 0 || value === null || value === undefined) return value ?? null
  if (Array.isArray(value)) return value.map((one) => selected(one, fields))
  return Object.fromEntries(fields.map((field) => [field.name, selected(asFields(value)[field.name], field.fields)]))
}
