import { gzipSync } from 'node:zlib'
import type { Core } from '../core.ts'
import { damaged } from '../documents/damage.ts'
import type { Rendered } from '../documents/render.ts'
import type { AdsReportRow } from '../state.ts'
import { adsReportRows } from './ads-report-rows.ts'
import { reportTypeOf } from './ads-report-types.ts'

/** An advertising report's document: a packed JSON array. */
export function adsDocument(core: Core, report: AdsReportRow): Rendered {
  const packed = Uint8Array.from(gzipSync(JSON.stringify(adsReportRows(core, report))))
  const bytes = damaged(core, packed, { account: report.accountId, reportType: reportTypeOf(report.configuration)?.id ?? '' })
  return { bytes, contentType: 'application/octet-stream' }
}
