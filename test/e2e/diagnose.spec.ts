import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accountRow, goTo } from './acts.ts'
import { expect, test, type App } from './fixture.ts'
import { PROGRAM } from './support/layout.ts'

async function pictures(window: Page, app: App, name: string): Promise<void> {
  const folder = join(PROGRAM, 'test-results/screens', app.host)
  mkdirSync(folder, { recursive: true })
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await window.setViewportSize({ width, height })
    for (const theme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await window.waitForTimeout(150)
      await window.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`) })
    }
  }
}

const verdict = (window: Page) => window.getByTestId('verdict')
const step = (window: Page, name: string) => window.locator(`[data-step="${name}"]`)

test('a permission that was taken away: the line parts there, and one refusal alone advises nobody to reconnect', async ({
  amazon,
  app,
}) => {
  const { window } = await app.start()
  await expect(accountRow(window, 'Solo Home')).toBeVisible()
  amazon.control.fault({ kind: 'revoke', account: 'solo', family: 'selling', hard: true })
  await accountRow(window, 'Solo Home').getByRole('button', { name: 'More for Solo Home' }).click()
  await window.getByRole('menuitem', { name: 'Diagnose' }).click()
  await expect(verdict(window)).toHaveAttribute('data-cause', 'grant-withdrawn-or-changed', { timeout: 15_000 })
  await expect(window.getByText('Refused once; a second answer decides within minutes')).toBeVisible()
  await expect(window.getByRole('button', { name: 'Reconnect', exact: true })).toHaveCount(0)
  await expect(step(window, 'network')).toHaveAttribute('data-state', 'fine')
  await expect(step(window, 'grant')).not.toHaveAttribute('data-state', 'fine')
  amazon.clock.advance(5 * 60_000)
  // The deciding second renewal is the app's own; until it was answered, asking again changes nothing.
  await expect(async () => {
    await window.getByRole('button', { name: 'Run again' }).click()
    await expect(window.getByRole('button', { name: 'Reconnect', exact: true })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  await expect(step(window, 'grant')).toHaveAttribute('data-state', 'trouble')
  await pictures(window, app, 'diagnose-refused')
})

test('nothing is wrong: every step holds, advertising was never asked for, and the bundle can be saved', async ({ app }) => {
  const { window } = await app.start()
  await goTo(window, '/channels')
  await accountRow(window, 'Solo Home').getByRole('button', { name: 'More for Solo Home' }).click()
  await window.getByRole('menuitem', { name: 'Open' }).click()
  await expect(window.getByTestId('channel-head')).toBeVisible()
  await window.keyboard.press('d')
  await expect(verdict(window)).toHaveAttribute('data-cause', 'ads-not-connected', { timeout: 15_000 })
  await expect(window.getByText('Nothing is wrong; everything that is connected works')).toBeVisible()
  await pictures(window, app, 'diagnose-fine')
  const saved = window.waitForEvent('download')
  await window.getByRole('button', { name: 'Save bundle' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^springline-diagnosis-\d{4}-\d{2}-\d{2}\.json$/)
})
