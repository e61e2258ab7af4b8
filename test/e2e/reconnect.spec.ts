import { accountRow, decideAtAmazon, goTo, openConsent, quicken, seeStatus, stage } from './acts.ts'
import { expect, test, type App } from './fixture.ts'
import type { Amazon } from './support/amazon.ts'
import { runCommand } from './support/command.ts'

/** A permission that ended while Springline was not looking. */
async function startLapsed(amazon: Amazon, app: App) {
  amazon.control.fault({ kind: 'expire', account: 'solo', family: 'selling' })
  quicken(amazon)
  const host = await app.start()
  await seeStatus(host.window, 'Solo Home', 'reconnect-required')
  return host
}

interface AuditedDay {
  readonly channel: number
  readonly dataset: string
  readonly day: string
  readonly state: string
  readonly rowsHash: string | null
}

/** Every day's state with its rows' hash, read beside the running program. */
async function audit(amazon: Amazon, app: App): Promise<AuditedDay[]> {
  const answer = (await runCommand(app.place, amazon.clockUrl, ['coverage', '--audit'])) as { days?: AuditedDay[] } | AuditedDay[]
  return Array.isArray(answer) ? answer : (answer.days ?? [])
}

test('a permission that ended is noticed after two refusals and said plainly', async ({ amazon, app }) => {
  const { window } = await startLapsed(amazon, app)
  await expect(accountRow(window, 'Solo Home').getByRole('button', { name: 'Reconnect', exact: true })).toBeVisible()
  await goTo(window, '/notices')
  await expect(window.getByText('Solo Home needs you')).toBeVisible()
})

test('reconnecting brings the missed days back and leaves history as it was', async ({ amazon, app }) => {
  test.slow()
  const before = await audit(amazon, app)
  const host = await startLapsed(amazon, app)
  const page = await openConsent(host, 'Solo Home')
  await decideAtAmazon(page, 'solo', 'confirm')
  await expect(stage(host.window, 'result')).toBeVisible()
  await host.window.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(accountRow(host.window, 'Solo Home')).not.toHaveAttribute('data-status', 'reconnect-required')
  await expect(accountRow(host.window, 'Solo Home')).toContainText(/1[34] Sep/, { timeout: 60_000 })
  const settled = before.filter((day) => day.state === 'complete-settled')
  expect(settled.length).toBeGreaterThan(10)
  const after = new Map((await audit(amazon, app)).map((day) => [`${day.channel} ${day.dataset} ${day.day}`, day.rowsHash]))
  expect(settled.filter((day) => after.get(`${day.channel} ${day.dataset} ${day.day}`) !== day.rowsHash)).toEqual([])
})

test('a different account changes nothing and leaves every choice open', async ({ amazon, app }) => {
  const host = await startLapsed(amazon, app)
  const page = await openConsent(host, 'Solo Home')
  await decideAtAmazon(page, 'other', 'confirm')
  await expect(stage(host.window, 'wrong-account')).toBeVisible()
  await expect(host.window.getByText('Nothing was changed.').first()).toBeVisible()
  for (const choice of ['Try again', 'Add as new', 'Discard']) await expect(host.window.getByRole('button', { name: choice, exact: true })).toBeEnabled()
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

test('saying no at Amazon ends the attempt without harm', async ({ amazon, app }) => {
  const host = await startLapsed(amazon, app)
  const page = await openConsent(host, 'Solo Home')
  await page.locator('[data-account="solo"]').click()
  await page.locator('[data-decision="cancel"]').click({ noWaitAfter: true })
  await host.window.getByRole('button', { name: 'Cancel', exact: true }).click({ timeout: 5_000 }).catch(() => undefined)
  await seeStatus(host.window, 'Solo Home', 'reconnect-required')
})

test('closing Amazon’s window in the middle is no trouble: it can be begun again', async ({ amazon, app }) => {
  const host = await startLapsed(amazon, app)
  const page = await openConsent(host, 'Solo Home')
  await page.close()
  if (host.outside !== null) await expect(stage(host.window, 'failed')).toBeVisible()
  const leave = host.window.getByRole('button', { name: host.outside === null ? 'Cancel' : 'Close', exact: true })
  await leave.click()
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
