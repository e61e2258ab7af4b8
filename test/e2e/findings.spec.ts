import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accountRow, goTo, quicken } from './acts.ts'
import { expect, test, type App } from './fixture.ts'
import { PROGRAM } from './support/layout.ts'

async function openFindings(window: Page): Promise<void> {
  await expect(accountRow(window, 'Solo Home')).toBeVisible()
  const id = await accountRow(window, 'Solo Home').getAttribute('data-account')
  await goTo(window, `/channels/${id}/activity`)
  await window.getByRole('radio', { name: 'Not understood' }).click()
}

async function picture(window: Page, app: App, [width, height]: readonly [number, number], theme: 'light' | 'dark'): Promise<void> {
  const folder = join(PROGRAM, 'test-results/screens', app.host)
  mkdirSync(folder, { recursive: true })
  await window.setViewportSize({ width, height })
  await window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await window.waitForTimeout(200)
  await window.screenshot({ path: join(folder, `findings-${width}-${theme}.png`) })
}

test('Amazon leaves out a column and refuses in new words: both are told, the rest is fetched, and what is kept is read again', async ({
  amazon,
  app,
}) => {
  test.slow()
  amazon.control.fault({ kind: 'missing-column', account: 'solo', reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA' })
  amazon.control.fault({ kind: 'new-refusal', account: 'solo', operation: 'listTransactions' })
  amazon.control.fault({ kind: 'new-enum', account: 'solo' })
  quicken(amazon)
  const { window } = await app.start()
  await openFindings(window)
  const table = window.getByRole('table', { name: 'Not understood' })
  const listings = table.getByRole('row').filter({ hasText: 'Column seller-sku is missing' })
  await expect(listings).toContainText('Listings', { timeout: 60_000 })
  await expect(listings).toContainText('The document was refused whole')
  await expect(table.getByRole('row').filter({ hasText: 'Unknown refusal 400 NovelRefusal' })).toContainText('Selling API', {
    timeout: 60_000,
  })
  amazon.clock.setRate(1)
  await picture(window, app, [1280, 800], 'light')
  await listings.getByRole('button', { name: 'Read again: Listings' }).click()
  await expect(window.getByRole('status').filter({ hasText: 'Still refused: line 1: no column seller-sku' })).toBeVisible()
  await picture(window, app, [1920, 1080], 'dark')
})

test('nothing was ever not understood: said as such', async ({ app }) => {
  const { window } = await app.start()
  await openFindings(window)
  await expect(window.getByText('Everything was understood')).toBeVisible()
  await picture(window, app, [1280, 800], 'dark')
})
