import type { Core, Router } from '../core.ts'
import { asFields, numberOf, textOf, type Fields } from '../lib/fields.ts'
import { adsDocument } from '../ads/ads-document.ts'
import { kioskDocument } from '../kiosk/kiosk-document.ts'
import { settlementReport } from '../selling/settlement-reports.ts'
import { renderDocument, type Rendered } from './render.ts'

/** The store Amazon's document addresses point to. It knows no access tokens, only addresses that end. */
export function addDocumentRoutes(router: Router, core: Core): void {
  router.get('/documents/:key', (c) => {
    c.get('note').operation = 'download'
    const address = asFields(core.sealer.open('document', c.req.param('key')))
    const untilMs = numberOf(address, 'until')
    if (untilMs === undefined) return c.body(storeError('SignatureDoesNotMatch'), 403, { 'content-type': 'application/xml' })
    if (core.now() >= untilMs) return c.body(storeError('AccessDenied', 'Request has expired'), 403, { 'content-type': 'application/xml' })
    const found = documentAt(core, address)
    if (found === undefined) return c.body(storeError('NoSuchKey'), 404, { 'content-type': 'application/xml' })
    c.get('note').account = found.accountId
    const document = found.render()
    return c.body(document.bytes, 200, { 'content-type': document.contentType })
  })
}

/** Whichever of the three kinds of documents an address is of. */
function documentAt(core: Core, address: Fields): { readonly accountId: string; readonly render: () => Rendered } | undefined {
  const reportId = textOf(address, 'report')
  const row = core.state.reports.find((one) => one.id === reportId) ?? settlementReport(core, reportId)
  if (row !== undefined) return { accountId: row.accountId, render: () => renderDocument(core, row) }
  const query = core.state.queries.find((one) => one.id === textOf(address, 'query'))
  if (query !== undefined) return { accountId: query.accountId, render: () => kioskDocument(core, query) }
  const ads = core.state.adsReports.find((one) => one.id === textOf(address, 'ads'))
  return ads === undefined ? undefined : { accountId: ads.accountId, render: () => adsDocument(core, ads) }
}

function storeError(code: string, message = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`
}
