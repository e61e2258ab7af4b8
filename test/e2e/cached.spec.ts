import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { accountRow, goTo } from './acts.ts'
import { expect, test } from './fixture.ts'
import { PROGRAM } from './support/layout.ts'

test.describe('without Amazon', () => {
  test('the channels come from the local database at once', async ({ amazon, app }) => {
    amazon.control.fault({ kind: 'outage', api: 'all', status: 'reset' })
    const { window } = await app.start()
    await expect(accountRow(window, 'Solo Home')).toBeVisible()
  })

  test('a system without a language of its own sees them, too', async ({ app }) => {
    const { window } = await app.start()
    await window.addInitScript(() => Object.defineProperty(navigator, 'language', { get: () => 'en-US@posix' }))
    await window.reload()
    await expect(accountRow(window, 'Solo Home')).toBeVisible()
  })

  test('every report opens and shows its figures', async ({ amazon, app }) => {
    amazon.control.fault({ kind: 'outage', api: 'all', status: 'reset' })
    const { window } = await app.start()
    for (const report of ['sales', 'profit', 'products']) {
      await goTo(window, `/reports/${report}`)
      await expect(window.getByTestId('report-table').locator('[role="row"], tr').nth(1)).toBeVisible()
    }
  })
})

test.describe('a first start', () => {
  test.use({ world: 'empty' })

  test('welcomes the person and says where things are kept', async ({ app }) => {
    const { window } = await app.start()
    await expect(
      window
        .getByRole('button', { name: 'Connect Amazon' })
        .or(window.getByRole('link', { name: 'Connect Amazon' }))
        .first(),
    ).toBeVisible()
  })
})

test('sales tell how today goes so far, apart from the days of the report', async ({ amazon, app }) => {
  amazon.clock.setRate(60)
  const { window } = await app.start()
  await goTo(window, '/reports/sales')
  const soFar = window.getByTestId('so-far-today')
  await expect(soFar).toContainText(/\d+ orders?, \d+ units?/, { timeout: 45_000 })
  await expect(soFar).toContainText(/As of .*Not in the figures below\./)
  const folder = join(PROGRAM, 'test-results/screens', app.host)
  mkdirSync(folder, { recursive: true })
  await window.setViewportSize({ width: 1280, height: 800 })
  await window.screenshot({ path: join(folder, 'so-far-today.png') })
})

test('while everything works nobody is asked for anything', async ({ amazon, app }) => {
  amazon.clock.setRate(120)
  const { window } = await app.start()
  await expect(accountRow(window, 'Solo Home')).toBeVisible()
  await expect(accountRow(window, 'Solo Home').getByRole('button', { name: 'Reconnect', exact: true })).toHaveCount(0)
  await expect(accountRow(window, 'Solo Home')).not.toHaveAttribute('data-status', 'reconnect-required')
})
