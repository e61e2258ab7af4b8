import { afterEach, describe, expect, test } from 'vitest'
import type { Caller, ReportOrder, SellingApi } from '../../../src/main/core/ports/selling-api.ts'
import { valueOf } from '../value-of.ts'

export interface OpenSelling {
  readonly api: SellingApi
  readonly caller: Caller
  readonly now: () => number
  /** Lets Amazon's time pass. */
  readonly pass: (ms: number) => Promise<void>
  close(): Promise<void>
}

const ORDERS = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL'
const METRICS = { operation: 'getOrderMetrics', perSecond: 0.5, burst: 15 }
const HOUR_MS = 3_600_000

/** What core may expect of the selling API: of the twin, of the adapter, whoever answers it. The account sells in Germany. */
export function sellingSuite(name: string, open: () => Promise<OpenSelling>): void {
  describe(name, () => {
    let opened: OpenSelling | null = null
    afterEach(async () => opened?.close())
    const begin = async () => {
      opened = await open()
      return opened
    }
    const order = (now: number): ReportOrder => {
      const end = new Date(now - (now % HOUR_MS) - 24 * HOUR_MS)
      const start = new Date(end.getTime() - 5 * 24 * HOUR_MS)
      return {
        reportType: ORDERS,
        marketplaceIds: ['A1PA6795UKMFR9'],
        options: {},
        dates: { start: start.toISOString(), end: end.toISOString() },
      }
    }

    test('the account’s marketplaces are told', async () => {
      const { api, caller } = await begin()
      const german = valueOf(await api.participations(caller)).find((one) => one.marketplaceId === 'A1PA6795UKMFR9')
      expect(german).toMatchObject({ country: 'DE', participating: true })
    })

    test('a report is ordered, waited for and found under an address that is good for a download', async () => {
      const { api, caller, now, pass } = await begin()
      const { reportId } = valueOf(await api.createReport(caller, order(now())))
      expect(valueOf(await api.lookAtReport(caller, reportId))).toEqual({ kind: 'waiting' })
      await pass(6 * HOUR_MS)
      const look = valueOf(await api.lookAtReport(caller, reportId))
      expect(look.kind).toBe('done')
      if (look.kind !== 'done') return
      expect(valueOf(await api.resolveDocument(caller, look.documentId)).url).toMatch(/^http/)
    })

    test('after a crash the report is found again by type and time, as it was ordered', async () => {
      const { api, caller, now, pass } = await begin()
      const wanted = order(now())
      const { reportId } = valueOf(await api.createReport(caller, wanted))
      const madeAt = now()
      await pass(120_000)
      const found = valueOf(await api.findReports(caller, { reportType: ORDERS, since: madeAt - 60_000 }))
      expect(found.map((one) => one.reportId)).toEqual([reportId])
      expect(found[0]).toMatchObject({ reportType: ORDERS, marketplaceIds: ['A1PA6795UKMFR9'] })
      expect([found[0]?.start, found[0]?.end].map((text) => Date.parse(text ?? ''))).toEqual(
        [wanted.dates?.start, wanted.dates?.end].map((text) => Date.parse(text ?? '')),
      )
      expect(Math.abs((found[0]?.createdAt ?? 0) - madeAt)).toBeLessThanOrEqual(1000)
      expect(valueOf(await api.findReports(caller, { reportType: ORDERS, since: madeAt + 60_000 }))).toEqual([])
    })

    test('a report nobody ordered is not there', async () => {
      const { api, caller } = await begin()
      expect(await api.lookAtReport(caller, '999999999')).toMatchObject({ ok: false, error: { kind: 'not-found' } })
    })

    test('a declared call hands its bytes on unread, and as a probe only its verdict', async () => {
      const { api, caller, now } = await begin()
      const day = (ms: number) => `${new Date(ms).toISOString().slice(0, 10)}T00:00:00Z`
      const interval = `${day(now() - 48 * HOUR_MS)}--${day(now() - 24 * HOUR_MS)}`
      const call = {
        quota: METRICS,
        path: '/sales/v1/orderMetrics',
        query: { marketplaceIds: 'A1PA6795UKMFR9', interval, granularity: 'Total' },
      }
      const bytes = valueOf(await api.readPage(caller, call))
      expect(JSON.parse(new TextDecoder().decode(bytes))).toHaveProperty('payload')
      expect(valueOf(await api.probe(caller, call)).evidence).not.toBe('')
    })

    test('who was told to stop does not ask', async () => {
      const { api, caller } = await begin()
      expect(await api.participations({ ...caller, signal: AbortSignal.abort() })).toMatchObject({ ok: false, error: { kind: 'offline' } })
    })
  })
}
