import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accountRow, decideAtAmazon, goTo, openConsent, quicken, seeStatus, stage } from './acts.ts'
import { expect, test, type App } from './fixture.ts'
import type { Amazon } from './support/amazon.ts'
import { runCommand } from './support/command.ts'
import type { Host } from './support/host.ts'

/** A permission that ended while Springline was not looking. */
async function startLapsed(amazon: Amazon, app: App) {
  amazon.control.fault({ kind: 'expire', account: 'solo', family: 'selling' })
  quicken(amazon)
  const host = await app.start()
  await seeStatus(host.window, 'Solo Home', 'reconnect-required')
  return host
}

/** A popup that closes ends its attempt; a closed tab is nobody's business, so the person leaves the dialog. */
async function leaveAttempt(app: App, { window }: Host): Promise<void> {
  await expect(stage(window, app.host === 'node' ? 'at-amazon' : 'failed')).toBeVisible()
  await window.getByRole('button', { name: app.host === 'node' ? 'Cancel' : 'Close', exact: true }).click()
  await expect(window.locator('[data-stage]')).toHaveCount(0)
}

interface CoveredDay {
  readonly channelId: number
  readonly dataset: string
  readonly day: string
  readonly state: string
  readonly rows: number
  readonly moneyMinor: number | null
  readonly receiptId: number | null
}

/** Every day's state, checked row by row by the command line beside the running program. */
async function coverage(amazon: Amazon, app: App): Promise<readonly CoveredDay[]> {
  const { days } = (await runCommand(app.place, amazon.clockUrl, ['coverage'])) as { days: readonly CoveredDay[] }
  return days.filter((day) => !day.dataset.startsWith('ads-'))
}

const missing = (days: readonly CoveredDay[]) => days.filter((day) => day.state === 'missing-fetchable')

test('a permission that ended is noticed after two refusals and said plainly', async ({ amazon, app }) => {
  const { window } = await startLapsed(amazon, app)
  await expect(accountRow(window, 'Solo Home').getByRole('button', { name: 'Reconnect', exact: true })).toBeVisible()
  await goTo(window, '/notices')
  await expect(window.getByText('Solo Home needs you')).toBeVisible()
})

test('reconnecting brings the missed days back and leaves history as it was', async ({ amazon, app }) => {
  test.slow()
  const before = await coverage(amazon, app)
  const settled = before.filter((day) => day.state === 'complete-settled')
  expect([settled.length > 10, missing(before).length > 4]).toEqual([true, true])
  const host = await startLapsed(amazon, app)
  await decideAtAmazon(await openConsent(host, 'Solo Home'), 'solo', 'confirm')
  await expect(stage(host.window, 'result')).toBeVisible()
  await host.window.getByRole('button', { name: 'Done', exact: true }).click()
  await expect.poll(async () => missing(await coverage(amazon, app)).length, { timeout: 90_000 }).toBe(0)
  await expect(accountRow(host.window, 'Solo Home').getByRole('button', { name: 'Reconnect', exact: true })).toHaveCount(0)
  await expect(accountRow(host.window, 'Solo Home')).toContainText('14 Sep')
  const after = new Map((await coverage(amazon, app)).map((day) => [`${day.channelId} ${day.dataset} ${day.day}`, day]))
  expect(settled.filter((day) => JSON.stringify(after.get(`${day.channelId} ${day.dataset} ${day.day}`)) !== JSON.stringify(day))).toEqual(
    [],
  )
})

test('what came home and what was stored stands in no file in the clear', async ({ amazon, app }) => {
  const host = await startLapsed(amazon, app)
  await decideAtAmazon(await openConsent(host, 'Solo Home'), 'solo', 'confirm')
  await expect(stage(host.window, 'result')).toBeVisible()
  await app.stop()
  const files = readdirSync(app.place.data, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.includes('chromium'),
  )
  const telling = files.filter((entry) =>
    /handoff=|ticket=|Atz[ar]\||spapi_oauth_code|amzn1\.oa2-cs/.test(readFileSync(join(entry.parentPath, entry.name), 'latin1')),
  )
  expect(files.map((entry) => entry.name)).toContain('springline.db')
  expect(telling.map((entry) => entry.name)).toEqual([])
})

test('a different account changes nothing and leaves every choice open', async ({ amazon, app }) => {
  const host = await startLapsed(amazon, app)
  const page = await openConsent(host, 'Solo Home')
  await decideAtAmazon(page, 'other', 'confirm')
  await expect(stage(host.window, 'wrong-account')).toBeVisible()
  await expect(host.window.getByText('Nothing was changed.').first()).toBeVisible()
  for (const choice of ['Try again', 'Add as new', 'Discard'])
    await expect(host.window.getByRole('button', { name: choice, exact: true })).toBeEnabled()
  await expect(host.window.getByRole('button', { name: 'Use it there', exact: true })).toBeDisabled()
  await host.window.getByRole('button', { name: 'Discard', exact: true }).click()
  await seeStatus(host.window, 'Solo Home', 'reconnect-required')
  await expect(host.window.getByTestId('account-row')).toHaveCount(1)
})

test('the other account may become a channel of its own', async ({ amazon, app }) => {
  const host = await startLapsed(amazon, app)
  await decideAtAmazon(await openConsent(host, 'Solo Home'), 'other', 'confirm')
  await expect(stage(host.window, 'wrong-account')).toBeVisible()
  await host.window.getByRole('button', { name: 'Add as new', exact: true }).click()
  await expect(stage(host.window, 'result')).toBeVisible()
  await host.window.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(host.window.getByTestId('account-row')).toHaveCount(2)
  await seeStatus(host.window, 'Solo Home', 'reconnect-required')
})

test('saying no at Amazon leads nowhere: nothing changes, and it can be begun again', async ({ amazon, app }) => {
  const host = await startLapsed(amazon, app)
  const page = await openConsent(host, 'Solo Home')
  await page.locator('[data-account="solo"]').click()
  const closed = page.waitForEvent('close')
  await page.locator('[data-decision="cancel"]').click({ noWaitAfter: true })
  await closed
  await leaveAttempt(app, host)
  await seeStatus(host.window, 'Solo Home', 'reconnect-required')
  await decideAtAmazon(await openConsent(host, 'Solo Home'), 'solo', 'confirm')
  await expect(stage(host.window, 'result')).toBeVisible()
})

test('closing Amazon’s window in the middle is no trouble: it can be begun again', async ({ amazon, app }) => {
  const host = await startLapsed(amazon, app)
  const page = await openConsent(host, 'Solo Home')
  await page.close()
  await leaveAttempt(app, host)
  await decideAtAmazon(await openConsent(host, 'Solo Home'), 'solo', 'confirm')
  await expect(stage(host.window, 'result')).toBeVisible()
})

test('a power cut in the middle of an attempt leaves the old state, and the next attempt works', async ({ amazon, app }) => {
  test.slow()
  const first = await startLapsed(amazon, app)
  const page = await openConsent(first, 'Solo Home')
  await page.locator('[data-account="solo"]').click()
  await app.kill()
  const host = await app.start()
  await seeStatus(host.window, 'Solo Home', 'reconnect-required')
  await decideAtAmazon(await openConsent(host, 'Solo Home'), 'solo', 'confirm')
  await expect(stage(host.window, 'result')).toBeVisible()
})

test('a dataset that Amazon refuses is named; the others go on', async ({ amazon, app }) => {
  amazon.control.fault({ kind: 'remove-role', account: 'solo', role: 'Finance and Accounting' })
  quicken(amazon)
  const { window } = await app.start()
  await seeStatus(window, 'Solo Home', 'access-reduced')
})
