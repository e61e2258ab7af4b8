import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accountRow, goTo, quicken, seeStatus } from './acts.ts'
import { expect, test } from './fixture.ts'
import { runCommand } from './support/command.ts'
import { PROGRAM } from './support/layout.ts'

interface Told {
  readonly rows: readonly { readonly totalMinor: number; readonly ownMinor: number; readonly lines: number }[]
}

const euros = (minor: number): string =>
  `${minor < 0 ? '−' : ''}EUR\u00a0${(Math.abs(minor) / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`

/** Takes the payouts in both sizes and colours, for a person to look at. */
async function pictures(window: Page, host: string, name: string): Promise<void> {
  const folder = join(PROGRAM, 'test-results/screens', host)
  mkdirSync(folder, { recursive: true })
  for (const [width, height, theme] of [
    [1280, 800, 'light'],
    [1920, 1080, 'dark'],
  ] as const) {
    await window.setViewportSize({ width, height })
    await window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await window.getByTestId('payouts').evaluate((section) => {
      section.scrollIntoView({ block: 'end' })
    })
    await window.waitForTimeout(300)
    await window.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`) })
  }
}

test('payouts stand below the profit with their own days and age, the newest first', async ({ amazon, place, app }) => {
  const days = ['--from', '2026-08-12', '--to', '2026-09-08']
  const told = Object(await runCommand(place, amazon.clockUrl, ['report', 'settlements', '--channel', '1', ...days])) as Told
  expect(told.rows.length).toBeGreaterThan(1)
  const { window } = await app.start()
  await expect(accountRow(window, 'Solo Home')).toBeVisible()
  await goTo(window, '/reports/profit?channel=1&from=2026-08-12&to=2026-09-08')
  const payouts = window.getByTestId('payouts')
  await expect(payouts).toContainText('Payouts are not added to the profit above')
  await expect(payouts.getByTestId('payout-days')).toContainText('As of')
  const rows = payouts.getByRole('grid', { name: 'Payouts' }).locator('[data-row]')
  await expect(rows).toHaveCount(told.rows.length)
  for (const [at, row] of told.rows.toReversed().entries()) {
    await expect(rows.nth(at)).toContainText(euros(row.totalMinor))
    await expect(rows.nth(at)).toContainText(euros(row.ownMinor))
    await expect(rows.nth(at)).toContainText(row.lines.toLocaleString('en-GB'))
  }
  const { violations } = await new AxeBuilder({ page: window }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map((one) => `${one.id} ${one.nodes.map((node) => node.html).join(', ')}`)).toEqual([])

  await pictures(window, app.host, 'payouts')
  // Days whose payout is not closed: nothing is stored, and nobody says that nothing was paid.
  await goTo(window, '/reports/profit?channel=1&from=2026-09-12&to=2026-09-12')
  await expect(payouts).toContainText('No payout of these days is stored yet')
})

test('where Amazon refuses the role that payouts need, the table names it beside what was fetched before', async ({ amazon, app }) => {
  test.slow()
  amazon.control.fault({ kind: 'remove-role', account: 'solo', role: 'Finance and Accounting' })
  quicken(amazon)
  const { window } = await app.start()
  await seeStatus(window, 'Solo Home', 'access-reduced')
  await goTo(window, '/reports/profit?channel=1&from=2026-08-12&to=2026-09-08')
  const payouts = window.getByTestId('payouts')
  await expect(payouts).toContainText('the role Finance and Accounting is missing')
  await expect(payouts.getByRole('grid', { name: 'Payouts' }).locator('[data-row]')).not.toHaveCount(0)
  await pictures(window, app.host, 'payouts-refused')
})
