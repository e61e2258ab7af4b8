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

/** A finished query's document: one line an entry, with the fields asked for; or what went wrong. Some come packed. */
export function kioskDocument(core: Core, row: QueryRow): Rendered {
  const target = { account: row.accountId, reportType: KIOSK }
  const isFailed = row.outcome === 'failed'
  const text = isFailed
    ? JSON.stringify({ errors: [{ message: 'The query could not be processed.', code: 'INTERNAL' }] })
    : linesOf(core, row)
  const plain = new TextEncoder().encode(text)
  const bytes = damaged(core, hashOf(`packed ${row.id}`) % 2 === 0 ? Uint8Array.from(gzipSync(plain)) : plain, target)
  return { bytes, contentType: isFailed ? 'application/json' : 'application/jsonl' }
}

/** The lines of a query as the world stood when it was finished; '' when there are none. */
export function linesOf(core: Core, row: QueryRow): string {
  const found = listIn(row.text)
  if (found === undefined) throw new Error(`query ${row.id} was taken without being understood`)
  const { list, chosen } = found
  const lines = row.marketplaceIds.flatMap((id) => {
    const channel = core.world.channel(row.accountId, id)
    return channel === undefined ? [] : list.entries(channel, row, row.endsAt, chosen.args)
  })
  return lines.map((entry) => `${JSON.stringify(selected(entry, chosen.fields))}\n`).join('')
}

function selected(value: unknown, fields: readonly Field[]): unknown {
  if (fields.length === 0 || value === null || value === undefined) return value ?? null
  if (Array.isArray(value)) return value.map((one) => selected(one, fields))
  return Object.fromEntries(fields.map((field) => [field.name, selected(asFields(value)[field.name], field.fields)]))
}
