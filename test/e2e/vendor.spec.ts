import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accountRow, goTo } from './acts.ts'
import { expect, test } from './fixture.ts'
import { DAY, QUICK, type Amazon } from './support/amazon.ts'
import { runCommand } from './support/command.ts'
import { PROGRAM, type Place } from './support/layout.ts'

/** The vendor with its own private app, synced once; answers the German channel's number. */
async function connectVendor(amazon: Amazon, place: Place): Promise<number> {
  amazon.control.pace({ queueMs: [0, 0], quotas: 'off' })
  const grant = amazon.control.privateGrant({ account: 'maker', family: 'selling' })
  const [secret, refresh] = [join(place.data, '../secret'), join(place.data, '../refresh')]
  writeFileSync(secret, grant.clientSecret)
  writeFileSync(refresh, grant.refreshToken)
  const who = [
    '--kind',
    'vendor',
    '--region',
    'eu',
    '--country',
    'DE',
    '--selling-partner-id',
    grant.sellingPartnerId,
    '--client-id',
    grant.clientId,
  ]
  const keys = ['--countries', 'DE', '--client-secret-file', secret, '--refresh-token-file', refresh]
  const run = (args: readonly string[]) => runCommand(place, amazon.clockUrl, args)
  const connected = Object(await run(['connect', '--private-app', ...who, ...keys]))
  amazon.clock.setRate(QUICK * 5)
  await run(['sync', '--once', '--account', String(connected.accountId)])
  amazon.clock.setRate(0)
  const { accounts } = Object(await run(['channels']))
  const found = accounts.find((one: { readonly id: string }) => one.id === connected.accountId)
  return Number(found?.channels[0]?.id)
}

async function expectReadable(window: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map((one) => `${one.id} ${one.nodes.map((node) => node.html).join(', ')}`)).toEqual([])
}

const tile = (window: Page, label: string) => window.getByRole('radio', { name: label })
const line = (window: Page) => window.getByTestId('coverage-line')

/** Takes the window in both sizes and colours, for a person to look at. */
function pictures(window: Page, host: string): (name: string) => Promise<void> {
  const folder = join(PROGRAM, 'test-results/screens', host)
  mkdirSync(folder, { recursive: true })
  return async (name) => {
    for (const [width, height, theme] of [
      [1280, 800, 'light'],
      [1920, 1080, 'dark'],
    ] as const) {
      await window.setViewportSize({ width, height })
      await window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await window.waitForTimeout(300)
      await window.screenshot({ path: join(folder, `vendor-${name}-${width}-${theme}.png`) })
    }
  }
}

test('a vendor sees sales of both views, stock, views, net PPM, forecast and purchase orders, each with its own days and age', async ({
  amazon,
  place,
  app,
}) => {
  test.slow()
  const channel = await connectVendor(amazon, place)
  const asked = ['report', 'vendor', '--channel', String(channel), '--from', '2026-08-12', '--to', '2026-09-12']
  const told = Object(await runCommand(place, amazon.clockUrl, asked))
  const stock = Object(await runCommand(place, amazon.clockUrl, [...asked, '--part', 'stock']))
  expect([stock.rows, stock.totals, stock.asOf]).toEqual([told.stock.rows, {}, told.stock.asOf])
  const { window } = await app.start()
  await expect(accountRow(window, 'Solo Home')).toBeVisible()
  const picture = pictures(window, app.host)
  const shown = (count: number) => count.toLocaleString('en-GB')
  const fraction = (value: number, digits = 1) =>
    value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const open = async (part: string, more = ''): Promise<void> => {
    await goTo(window, `/reports/vendor?channel=${channel}&from=2026-08-12&to=2026-09-12&compare=none&part=${part}${more}`)
    await expect(line(window)).toContainText('As of')
  }

  await open('sales')
  await expect(tile(window, 'Shipped units')).toContainText(shown(told.totals.shippedUnits))
  await picture('sales')
  await window.getByRole('radio', { name: 'Sourcing' }).click()
  await expect(tile(window, 'Shipped units')).toContainText(shown(told.sourcing.totals.shippedUnits))
  await expect(tile(window, 'Ordered units')).toHaveCount(0)
  await picture('sourcing')

  await window.getByRole('radio', { name: 'Stock' }).click()
  const newest = told.stock.rows.at(-1)
  await expect(tile(window, 'Sellable on hand')).toContainText(shown(newest.sellableUnits))
  await expect(tile(window, 'Unfilled orders')).toContainText(shown(newest.unfilledUnits))
  // 9 to 12 September are not due yet: Amazon publishes them later.
  expect(newest.day < '2026-09-12').toBe(true)
  await picture('stock')

  await window.getByRole('radio', { name: 'Glance views' }).first().click()
  await expect(line(window)).toContainText('still settling')
  await picture('views')
  await window.getByRole('radio', { name: 'Net PPM' }).click()
  await expect(tile(window, 'Middle product')).toContainText('%')
  await picture('net-ppm')
  await window.getByRole('radio', { name: /^By product/ }).click()
  await expect(window.getByTestId('report-table')).toContainText(told.netPpm.products[0].asin)
  await picture('net-ppm-products')

  const forecast = Object(await runCommand(place, amazon.clockUrl, [...asked, '--part', 'forecast']))
  await window.getByRole('radio', { name: 'Forecast' }).click()
  await expect(window.getByTestId('forecast-line')).toContainText('Amazon’s forecast of 13 Sep')
  await expect(window.getByText('nothing of it is sold or ordered yet')).toBeVisible()
  await expect(window.getByRole('grid', { name: 'Forecast by week' })).toContainText(fraction(forecast.weeks[0].meanUnits))
  await expectReadable(window)
  await picture('forecast')
  await window.getByRole('radio', { name: 'By product', exact: true }).click()
  const best = window.getByRole('grid', { name: 'Forecast by product' }).locator('[data-row]').first()
  await expect(best).toContainText(forecast.products[0].asin)
  await expect(best).toContainText(fraction(forecast.products[0].nextMeanUnits))
  await expect(best).toContainText(fraction(forecast.products[0].weekP90Units))
  await picture('forecast-products')
  await window.getByRole('radio', { name: 'By week and product' }).click()
  await expect(window.getByRole('grid', { name: 'Forecast by week and product' })).toContainText(fraction(forecast.rows[0].p70Units))
  await picture('forecast-product-weeks')

  const orders = Object(await runCommand(place, amazon.clockUrl, [...asked, '--part', 'orders']))
  await window.getByRole('radio', { name: 'Purchase orders' }).click()
  await expect(line(window)).toContainText('As of')
  await expect(window.getByTestId('orders-line')).toContainText(`${orders.totals.orders} orders`)
  await expect(window.getByTestId('orders-line')).toContainText(`€${fraction(orders.totals.costMinor / 100, 2)}`)
  const newestOrder = window.getByRole('grid', { name: 'Purchase orders' }).locator('[data-row]').first()
  await expect(newestOrder).toContainText(orders.rows[0].number)
  await expect(newestOrder).toContainText(orders.rows[0].state)
  await expectReadable(window)
  await picture('orders')
  await window.getByRole('radio', { name: 'Articles' }).click()
  await expect(window.getByRole('grid', { name: 'Articles of purchase orders' }).locator('[data-row]').first()).toContainText(
    orders.items[0].asin,
  )
  await picture('orders-articles')
})

test('a week after Amazon refused, the old forecast and the orders say which days are missing', async ({ amazon, place, app }) => {
  test.slow()
  const channel = await connectVendor(amazon, place)
  amazon.control.fault({ kind: 'expire', account: 'maker', family: 'selling' })
  amazon.clock.advance(8 * DAY)
  const { window } = await app.start()
  await expect(accountRow(window, 'Solo Home')).toBeVisible()
  const picture = pictures(window, app.host)

  await goTo(window, `/reports/vendor?channel=${channel}&part=forecast`)
  await expect(window.getByTestId('forecast-line')).toContainText('Amazon’s forecast of 13 Sep')
  await expect(window.getByTestId('forecast-line')).toContainText('in the next 4 weeks (mean, 20 Sep to 17 Oct)')
  await expect(window.getByText('a newer forecast may have been made and is not here')).toContainText('days missing')
  await expect(window.getByText(/What was made on \d of them cannot be had any more/)).toBeVisible()
  await expect(window.getByRole('gridcell', { name: '13 to 19 Sep, over' })).toBeVisible()
  await picture('forecast-missing')
  await goTo(window, `/reports/vendor?channel=${channel}&from=2026-09-13&to=2026-09-22&part=orders`)
  await expect(line(window)).toContainText('missing and left out')
  await picture('orders-missing')
})
