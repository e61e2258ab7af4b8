import { writeSync } from 'node:fs'
import { openWriter } from '../../../src/main/workers/open-writer.ts'
import { ADDRESS, documentFetch, NOON, orderFor } from '../ingest/shop.ts'
import { ordersText } from '../ingest/orders-text.ts'

/** Commits ever new figures for the same days until it is killed; says each commit once it is done. */
const [, , databasePath = '', first = '0'] = process.argv
const bodies = new Map<string, { bytes: Uint8Array }>()
const writer = openWriter({ databasePath, allowedOrigins: ['https://*.amazonaws.com'], version: '1.0.0', fetch: documentFetch(bodies) })
if (!writer.ok) throw new Error(writer.error.kind)
writeSync(1, 'open\n')
for (let round = Number(first); ; round += 1) {
  const lines = Array.from({ length: 400 }, (_, index) => ({
    id: `302-${index}`,
    sku: `S${index % 20}`,
    at: `2026-03-0${1 + (index % 3)}T10:00:00Z`,
    price: `${round}.${String(index % 100).padStart(2, '0')}`,
  }))
  bodies.set(ADDRESS, { bytes: new TextEncoder().encode(ordersText(lines)) })
  const request = round % 3 === 2 ? 'changes' : 'days'
  const done = await writer.value.ingest.commitDocument(orderFor({ request, fetchedAt: NOON + round }), { url: ADDRESS, gzip: false })
  if (!done.ok) throw new Error(done.error.evidence)
  writeSync(1, `${request} ${round}\n`)
}
