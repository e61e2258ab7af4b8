import { describe, expect, test } from 'vitest'
import { createReports, type Reports } from '../../../src/renderer/state/reports.ts'
import type { Client } from '../../../src/renderer/transport/client.ts'
import type { SalesReport } from '../../../src/shared/contract/views/reports.ts'
import type { Failure } from '../../../src/shared/contract/failures.ts'
import type { ChannelId } from '../../../src/shared/domain/ids.ts'
import { brand } from '../../../src/shared/lib/brand.ts'
import { err, ok, type Result } from '../../../src/shared/lib/result.ts'
import { salesReport, type ReportWish } from './report-world.ts'

const offline: Failure = { code: 'offline', reason: null, field: null }
const [shop, other] = [brand<ChannelId>(1), brand<ChannelId>(2)]
const august = (channelId: ChannelId): ReportWish => ({ channelId, from: '2026-08-01', to: '2026-08-30' })
const nextDay = (channelId: ChannelId): ReportWish => ({ channelId, from: '2026-08-02', to: '2026-08-31' })

/** The Sales screen on a core that answers when told. */
function salesScreen() {
  const waiting: { readonly range: ReportWish; readonly answer: (result: Result<SalesReport, Failure>) => void }[] = []
  const client = {
    call: (_name: string, range: ReportWish) =>
      new Promise((answer) => {
        waiting.push({ range, answer })
      }),
  } as unknown as Client
  const reports: Reports = createReports(client, () => undefined)
  let leave = (): void => undefined
  let resource = reports.onScreen('sales', august(shop))
  const settle = async (result: (range: ReportWish) => Result<SalesReport, Failure>): Promise<void> => {
    for (const { range, answer } of waiting.splice(0)) answer(result(range))
    for (let turn = 0; turn < 4; turn += 1) await Promise.resolve()
  }
  return {
    reports,
    open: (range: ReportWish): void => {
      leave()
      resource = reports.onScreen('sales', range)
      leave = resource.watch()
    },
    arrives: () => settle((range) => ok(salesReport(range))),
    fails: () => settle(() => err(offline)),
    shows: () => {
      const reading = resource.state.getState()
      if (reading.kind !== 'shown') return reading.kind
      const { value, age, trouble } = reading
      return { channel: value.channelId, days: `${value.from} to ${value.to}`, asOf: value.asOf, age, trouble: trouble?.code ?? null }
    },
  }
}

const old = { channel: shop, days: '2026-08-01 to 2026-08-30', asOf: salesReport(august(shop)).asOf }
const now = { ...old, days: '2026-08-02 to 2026-08-31' }

describe('when the days of a report move on', () => {
  test('the figures before stay, as being reloaded, until the next ones are there', async () => {
    const screen = salesScreen()
    screen.open(august(shop))
    await screen.arrives()
    screen.open(nextDay(shop))
    expect(screen.shows()).toEqual({ ...old, age: 'reloading', trouble: null })
    await screen.arrives()
    expect(screen.shows()).toEqual({ ...now, age: 'current', trouble: null })
  })

  test('another channel never shows the figures of the one before', async () => {
    const screen = salesScreen()
    screen.open(august(shop))
    await screen.arrives()
    screen.open(august(other))
    expect(screen.shows()).toBe('waiting')
    await screen.fails()
    expect(screen.shows()).toBe('failed')
    screen.open(nextDay(shop))
    expect(screen.shows()).toBe('waiting')
  })

  test('when the next figures cannot be had, the old ones stay with their own days and age beside the trouble', async () => {
    const screen = salesScreen()
    screen.open(august(shop))
    await screen.arrives()
    screen.open(nextDay(shop))
    await screen.fails()
    expect(screen.shows()).toEqual({ ...old, age: 'current', trouble: 'offline' })
    screen.open({ ...nextDay(shop), from: '2026-08-20' })
    expect(screen.shows()).toEqual({ ...old, age: 'reloading', trouble: null })
  })

  test('the days compared with are never carried into the report, nor another report', async () => {
    const screen = salesScreen()
    screen.open(august(shop))
    screen.reports.of('sales', { channelId: shop, from: '2026-07-02', to: '2026-07-31' }).watch()
    await screen.arrives()
    screen.open(nextDay(shop))
    expect(screen.shows()).toMatchObject({ days: old.days })
    expect(screen.reports.onScreen('profit', nextDay(shop)).state.getState().kind).toBe('waiting')
  })
})
