import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cliReport, cliStatus } from '../../../src/shared/contract/cli/schemas.ts'
import { openShop, type Shop } from './cli.ts'

let shop: Shop
let channel: string
beforeAll(async () => {
  shop = await openShop()
  expect(await shop.connect('acme-vendor', '--country', 'UK', '--countries', 'UK')).toMatchObject({ code: 0 })
  expect((await shop.run('sync', '--once')).code).toBe(0)
  const { channels } = cliStatus.parse(JSON.parse((await shop.run('status', '--json')).out))
  channel = String(channels[0]?.id)
}, 120_000)
afterAll(() => shop.stop())

const days = ['--from', '2026-08-05', '--to', '2026-09-05'] as const
const truthOf = (dataset: string, from: string, to: string) =>
  shop.amazon.control.truth({ account: 'acme-vendor', marketplace: 'UK', dataset, from, to }).days
const report = (part: string, ...more: string[]) => shop.run('report', 'vendor', '--channel', channel, '--part', part, ...days, ...more)
const sum = (numbers: readonly unknown[]): number => numbers.reduce<number>((all, one) => all + Number(one), 0)

test('purchase orders come newest first, and their articles cost what Amazon ordered them at', async () => {
  const { code, out } = await report('orders', '--json')
  expect(code).toBe(0)
  const told = {
    ...cliReport.parse(JSON.parse(out)),
    ...(JSON.parse(out) as { items: readonly { costMinor: number }[]; lostDays: string[] }),
  }
  const truth = truthOf('vendor-purchase-orders', '2026-08-05', '2026-09-05')
  expect(told.rows.length).toBeGreaterThan(5)
  expect(told.items).toHaveLength(sum(truth.map((one) => one.rows)))
  expect([told.totals['units'], told.totals['costMinor'], told.currency]).toEqual([
    sum(truth.map((one) => one['units'])),
    sum(truth.map((one) => one.moneyMinor)),
    'GBP',
  ])
  const moments = told.rows.map((row) => Number(row['orderedAt']))
  expect(moments).toEqual(moments.toSorted((a, b) => b - a))
  expect(new Set(moments).size).toBeGreaterThan(5)
  expect([told.missingDays, told.lostDays]).toEqual([[], []])
})

test('the forecast is the newest generation, week by week, and says that nothing of it is sold', async () => {
  const { code, out } = await report('forecast', '--json')
  expect(code).toBe(0)
  const told = { ...cliReport.parse(JSON.parse(out)), ...(JSON.parse(out) as { generatedOn: string; weeks: readonly object[] }) }
  // 10 September 2026 is a Thursday; the generation is that of the Sunday before.
  expect(told.generatedOn).toBe('2026-09-06')
  expect(told.rows).toHaveLength(sum(truthOf('vendor-forecasting', '2026-09-06', '2026-09-06').map((one) => one.rows)))
  expect(told.weeks).toHaveLength(8)
  expect(Object.keys(told.totals)).toEqual(['products', 'lacking', 'weeks', 'nextMeanUnits'])
  const plain = await report('forecast')
  expect(plain.out).toContain("Amazon's forecast of 2026-09-06: expected demand, not sales.")
})

test('both are exported as they are told', async () => {
  for (const [part, head] of [
    ['orders', 'number,orderedOn,orderedAt,state,type,changedAt,articles,units,costMinor,currency'],
    ['forecast', 'from,to,asin,meanUnits,p70Units,p80Units,p90Units,currency'],
  ] as const) {
    const told = cliReport.parse(JSON.parse((await report(part, '--json')).out))
    const file = join(shop.folder, `${part}.csv`)
    expect(await shop.run('export', 'vendor', '--channel', channel, '--part', part, ...days, '--out', file)).toMatchObject({ code: 0 })
    const lines = readFileSync(file, 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n')
    expect([lines[0], lines.length - 1]).toEqual([head, told.rows.length])
  }
})

test('a part that does not exist, or of another report, is named', async () => {
  expect(await report('forecasts')).toMatchObject({ code: 2, err: expect.stringContaining('forecast, orders') })
  const other = await shop.run('report', 'sales', '--channel', channel, '--part', 'orders')
  expect(other).toMatchObject({ code: 2, err: expect.stringContaining('belongs to the vendor report') })
})
