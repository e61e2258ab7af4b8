import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { accountRow, goTo } from './acts.ts'
import { expect, test } from './fixture.ts'
import { runCommand } from './support/command.ts'
import { PROGRAM } from './support/layout.ts'

interface Told {
  readonly rows: readonly { readonly totalMinor: number; readonly ownMinor: number; readonly lines: number }[]
}

const euros = (minor: number): string =>
  `${minor < 0 ? '−' : ''}EUR\u00a0${(Math.abs(minor) / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`

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

  const folder = join(PROGRAM, 'test-results/screens', app.host)
  mkdirSync(folder, { recursive: true })
  for (const [width, height, theme] of [
    [1280, 800, 'light'],
    [1920, 1080, 'dark'],
  ] as const) {
    await window.setViewportSize({ width, height })
    await window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await rows.last().scrollIntoViewIfNeeded()
    await window.waitForTimeout(300)
    await window.screenshot({ path: join(folder, `payouts-${width}-${theme}.png`) })
  }
  // Days whose payout is not closed: nothing is stored, and nobody says that nothing was paid.
  await goTo(window, '/reports/profit?channel=1&from=2026-09-12&to=2026-09-12')
  await expect(payouts).toContainText('No payout of these days is stored yet')
})
