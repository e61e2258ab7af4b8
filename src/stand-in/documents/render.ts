import { gzipSync } from 'node:zlib'
import type { Core } from '../core.ts'
import { FBA_FEES, LISTINGS, ORDERS_BY_DATE, ORDERS_BY_UPDATE, SALES_TRAFFIC, VENDOR_SALES } from '../selling/report-types.ts'
import type { ReportRow } from '../state.ts'
import { marketplaceById } from '../world/marketplaces.ts'
import { encode, type Charset } from './charsets.ts'
import { damaged } from './damage.ts'
import { goesPacked } from './document-url.ts'
import { feesFile } from './fees-file.ts'
import { listingsFile } from './listings-file.ts'
import { ordersFile } from './orders-file.ts'
import { salesTrafficFile } from './sales-traffic-file.ts'
import { vendorSalesFile } from './vendor-sales-file.ts'

/** A document as it goes over the wire. */
export type Rendered = { readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string }

/** Writes a finished report's document, with whatever damage was ordered. */
export function renderDocument(core: Core, row: ReportRow): Rendered {
  const target = { account: row.accountId, reportType: row.type }
  const sentence = core.faults.strike('document-sentence', target) !== undefined
  const charset = charsetOf(row)
  const plain = encode(sentence ? 'We could not process your request. Please try again later.' : textOf(core, row), charset)
  const bytes = damaged(core, goesPacked(core, row) ? Uint8Array.from(gzipSync(plain)) : plain, target)
  const told = core.faults.strike('wrong-charset', target) === undefined ? charset : WRONG_FOR[charset]
  const kind =
    row.type === VENDOR_SALES || row.type === SALES_TRAFFIC || row.outcome?.kind === 'fatal'
      ? 'application/json'
      : 'text/tab-separated-values'
  return { bytes, contentType: `${kind};charset=${told}` }
}

const WRONG_FOR: Readonly<Record<Charset, Charset>> = { 'UTF-8': 'Cp1252', Cp1252: 'UTF-8', Shift_JIS: 'UTF-8' }

function textOf(core: Core, row: ReportRow): string {
  if (row.outcome?.kind === 'fatal') return JSON.stringify({ errorDetails: row.outcome.reason })
  if (row.outcome?.kind === 'sentence') return row.outcome.sentence
  const write = WRITERS[row.type]
  if (write === undefined) throw new Error(`no writer for report type ${row.type}`)
  return write(core, row)
}

const WRITERS: Readonly<Record<string, (core: Core, row: ReportRow) => string>> = {
  [ORDERS_BY_DATE]: ordersFile,
  [ORDERS_BY_UPDATE]: ordersFile,
  [LISTINGS]: listingsFile,
  [FBA_FEES]: feesFile,
  [SALES_TRAFFIC]: salesTrafficFile,
  [VENDOR_SALES]: vendorSalesFile,
}

/** Listings come in the marketplace's old charset outside America, everything else in UTF-8. */
function charsetOf(row: ReportRow): Charset {
  if (row.type !== LISTINGS || row.outcome?.kind !== 'done') return 'UTF-8'
  const marketplace = marketplaceById(row.marketplaceIds[0] ?? '')
  if (marketplace?.country === 'JP') return 'Shift_JIS'
  return marketplace?.region === 'eu' ? 'Cp1252' : 'UTF-8'
}
