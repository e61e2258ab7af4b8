import type { Core, Router } from '../core.ts'
import { asFields, numberOf, textOf } from '../lib/fields.ts'
import { adsDocument } from '../ads/ads-document.ts'
import { kioskDocument } from '../kiosk/kiosk-document.ts'
import { renderDocument } from './render.ts'

/** The store Amazon's document addresses point to. It knows no access tokens, only addresses that end. */
export function addDocumentRoutes(router: Router, core: Core): void {
  router.get('/documents/:key', (c) => {
    c.get('note').operation = 'download'
    const address = asFields(core.sealer.open('document', c.req.param('key')))
    const untilMs = numberOf(address, 'until')
    if (untilMs === undefined) return c.body(storeError('SignatureDoesNotMatch'), 403, { 'content-type': 'application/xml' })
    if (core.now() >= untilMs) return c.body(storeError('AccessDenied', 'Request has expired'), 403, { 'content-type': 'application/xml' })
    const row = core.state.reports.find((one) => one.id === textOf(address, 'report'))
    const ads = core.state.adsReports.find((one) => one.id === textOf(address, 'ads'))
    const query = core.state.queries.find((one) => one.id === textOf(address, 'query'))
    const owner = row?.accountId ?? ads?.accountId ?? query?.accountId
    if (owner !== undefined) c.get('note').account = owner
    const document =
      row !== undefined
        ? renderDocument(core, row)
        : ads !== undefined
          ? adsDocument(core, ads)
          : query === undefined
            ? undefined
            : kioskDocument(core, query)
    if (document === undefined) return c.body(storeError('NoSuchKey'), 404, { 'content-type': 'application/xml' })
    return c.body(document.bytes, 200, { 'content-type': document.contentType })
  })
}

function storeError(code: string, message = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`
}
