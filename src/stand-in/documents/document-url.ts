import type { Core } from '../core.ts'
import { hashOf } from '../lib/random.ts'
import type { ReportRow } from '../state.ts'

/** A document's address works this long. Source: reports model. */
const DOCUMENT_URL_LIFE_MS = 5 * 60_000

/** Until when an address given now works. Where the clock is run fast, a quick download may take minutes of it: patience makes up for that. */
export function documentUntil(core: Core): number {
  return core.now() + DOCUMENT_URL_LIFE_MS * (core.state.pace.patience ?? 1)
}

export function documentIdOf(row: ReportRow): string {
  return `amzn1.spdoc.1.4.${row.region}.${hashOf(`document ${row.id} ${row.accountId}`).toString(16).padStart(8, '0')}.${row.id}`
}

/** A fresh address for a report's document, and whether its bytes are packed. */
export function documentUrl(core: Core, row: ReportRow): { url: string; gzip: boolean } {
  const key = core.sealer.seal('document', { report: row.id, until: documentUntil(core) })
  return { url: `${core.origin()}/documents/${key}`, gzip: goesPacked(core, row) }
}

/** Most documents come packed, a few do not. */
export function isPacked(row: ReportRow): boolean {
  return hashOf(`packed ${row.id}`) % 10 > 0
}

/** As it goes over the wire: damage that was ordered needs packing to damage. */
export function goesPacked(core: Core, row: ReportRow): boolean {
  const target = { account: row.accountId, reportType: row.type }
  return isPacked(row) || (['truncate-document', 'corrupt-gzip'] as const).some((kind) => core.faults.look(kind, target) !== undefined)
}
