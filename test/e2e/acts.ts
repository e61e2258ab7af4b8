import { expect, type Page } from '@playwright/test'
import type { Status } from '../../src/shared/domain/status.ts'
import { QUICK, type Amazon } from './support/amazon.ts'
import type { Host } from './support/host.ts'

/** The row of one account on the Channels screen. */
export function accountRow(window: Page, name: string) {
  return window.getByTestId('account-row').filter({ hasText: name })
}

export async function seeStatus(window: Page, name: string, status: Status): Promise<void> {
  await expect(accountRow(window, name)).toHaveAttribute('data-status', status, { timeout: 45_000 })
}

/** Goes to a place in the window, as its links do. */
export async function goTo(window: Page, place: string): Promise<void> {
  await window.evaluate((hash) => {
    location.hash = hash
  }, `#${place}`)
}

/** Lets simulated time run so that minutes pass in seconds. */
export function quicken(amazon: Amazon): void {
  amazon.clock.setRate(QUICK)
}

/** From a row's Reconnect to Amazon's page. */
export async function openConsent(host: Host, name: string): Promise<Page> {
  const { window } = host
  await accountRow(window, name).getByRole('button', { name: 'Reconnect', exact: true }).click()
  await expect(window.locator('[data-stage="before"]')).toBeVisible()
  const page = await host.consentPage(() => window.getByRole('button', { name: 'Continue to Amazon' }).click())
  await expect(page.locator('[data-account]').first()).toBeVisible()
  return page
}

/** Signs in at Amazon as somebody, and says yes or no. The broker's page in between is there outside the popup only. */
export async function decideAtAmazon(page: Page, account: string, decision: 'confirm' | 'cancel'): Promise<void> {
  await page.locator(`[data-account="${account}"]`).click()
  const closed = page.waitForEvent('close', { timeout: 20_000 }).catch(() => undefined)
  await page.locator(`[data-decision="${decision}"]`).click({ noWaitAfter: true })
  const onward = page.locator('[data-action="continue"]')
  await Promise.race([closed, onward.click({ timeout: 20_000, noWaitAfter: true }).catch(() => undefined)])
}

/** The stage of the reconnect dialog. */
export function stage(window: Page, name: 'before' | 'at-amazon' | 'checking' | 'result' | 'wrong-account' | 'failed') {
  return window.locator(`[data-stage="${name}"]`)
}
