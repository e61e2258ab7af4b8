import { gzipSync } from 'node:zlib'
import type { Core } from '../core.ts'
import {
  FBA_FEES,
  LISTINGS,
  ORDERS_BY_DATE,
  ORDERS_BY_UPDATE,
  SALES_TRAFFIC,
  VENDOR_FORECAST,
  VENDOR_INVENTORY,
  VENDOR_MARGIN,
  VENDOR_REPORTS,
  VENDOR_SALES,
  VENDOR_TRAFFIC,
} from '../selling/report-types.ts'
import { SETTLEMENT, settlementOf } from '../selling/settlement-reports.ts'
import type { ReportRow } from '../state.ts'
import { marketplaceById, type Marketplace } from '../world/marketplaces.ts'
import { encode, type Charset } from './charsets.ts'
import { damaged } from './damage.ts'
import { goesPacked } from './document-url.ts'
import { feesFile } from './fees-file.ts'
import { listingsFile } from './listings-file.ts'
import { ordersFile } from './orders-file.ts'
import { vendorForecastFile, vendorInventoryFile, vendorMarginFile, vendorTrafficFile } from './vendor-analytics-files.ts'
import { settlementFile } from './settlement-file.ts'
import { salesTrafficFile } from './sales-traffic-file.ts'
import { vendorSalesFile } from './vendor-sales-file.ts'

/** A document as it goes over the wire. */
export type Rendered = { readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string }

/** Writes a finished report's document, with whatever damage was ordered. */
export function renderDocument(core: Core, row: ReportRow): Rendered {
  const target = { account: row.accountId, reportType: row.type }
  const sentence = core.faults.strike('document-sentence', target) !== undefined
  const charset = charsetOf(core, row)
  const plain = encode(sentence ? 'We could not process your request. Please try again later.' : textOf(core, row), charset)
  const bytes = damaged(core, goesPacked(core, row) ? Uint8Array.from(gzipSync(plain)) : plain, target)
  const told = core.faults.strike('wrong-charset', target) === undefined ? charset : WRONG_FOR[charset]
  const kind =
    VENDOR_REPORTS.includes(row.type) || row.type === SALES_TRAFFIC || row.outcome?.kind === 'fatal'
      ? 'application/json'
      : 'text/tab-separated-values'
  // Settlements name no charset, unless they are to name a wrong one.
  return { bytes, contentType: row.type === SETTLEMENT && told === charset ? 'text/plain' : `${kind};charset=${told}` }
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
  [SETTLEMENT]: settlementFile,
  [SALES_TRAFFIC]: salesTrafficFile,
  [VENDOR_SALES]: vendorSalesFile,
  [VENDOR_INVENTORY]: vendorInventoryFile,
  [VENDOR_TRAFFIC]: vendorTrafficFile,
  [VENDOR_MARGIN]: vendorMarginFile,
  [VENDOR_FORECAST]: vendorForecastFile,
}

/** Listings and settlements come in the marketplace's old charset outside America, everything else in UTF-8. */
function charsetOf(core: Core, row: ReportRow): Charset {
  const isOld = row.type === LISTINGS || row.type === SETTLEMENT
  if (!isOld || row.outcome?.kind !== 'done') return 'UTF-8'
  const marketplace = homeOf(core, row)
  if (marketplace?.country === 'JP') return 'Shift_JIS'
  return marketplace?.region === 'eu' ? 'Cp1252' : 'UTF-8'
}

/** A settlement names every marketplace of its region; its own is the first of its currency. */
function homeOf(core: Core, row: ReportRow): Marketplace | undefined {
  if (row.type === SETTLEMENT) return settlementOf(core, row).channels[0]?.marketplace
  return marketplaceById(row.marketplaceIds[0] ?? '')
}
