import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accountRow, goTo, stage } from './acts.ts'
import { expect, test, type App } from './fixture.ts'
import type { Amazon } from './support/amazon.ts'
import { consentLink } from './support/browser-person.ts'
import { runCommand } from './support/command.ts'
import type { Host } from './support/host.ts'
import { PROGRAM } from './support/layout.ts'
import { goOn, reauthorize } from './support/seller-central.ts'

/** A link arrives as the operating system brings it: by a second start, or by the command that it runs. */
async function bring(link: string, amazon: Amazon, app: App, { outside }: Host): Promise<void> {
  if (outside !== null) expect(await outside.startAgain([link])).toBe(0)
  else expect(await runCommand(app.place, amazon.clockUrl, ['open-link', link])).toMatchObject({ handed: true })
}

async function picture(window: Page, app: App, name: string): Promise<void> {
  const folder = join(PROGRAM, 'test-results/screens', app.host)
  mkdirSync(folder, { recursive: true })
  for (const theme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await window.waitForTimeout(200)
    await window.screenshot({ path: join(folder, `${name}-${theme}.png`) })
  }
}

test('begun inside Seller Central: the app asks, and Amazon goes on only after a yes', async ({ amazon, app }) => {
  const host = await app.start()
  const { window, outside } = host
  await expect(accountRow(window, 'Solo Home')).toBeVisible()
  await bring(await reauthorize(amazon, app.place, 'solo'), amazon, app, host)
  const asking = window.getByRole('alertdialog')
  await expect(asking).toContainText('Renew Solo Home, as begun at Amazon?')
  await picture(window, app, 'begun-at-amazon')
  await asking.getByRole('button', { name: 'Not now' }).click()
  await expect(asking).toHaveCount(0)
  await bring(await reauthorize(amazon, app.place, 'solo'), amazon, app, host)
  const yes = window.getByRole('button', { name: 'Continue at Amazon' })
  if (outside === null) {
    const page = await host.consentPage(() => yes.click())
    await page.locator('[data-action="continue"]').click({ noWaitAfter: true })
  } else {
    await yes.click()
    await expect.poll(async () => (await outside.state()).opened.length).toBe(1)
    await bring(await goOn((await outside.state()).opened[0] ?? ''), amazon, app, host)
  }
  await expect(stage(window, 'result')).toBeVisible()
  await expect(window.getByText('Same account as before')).toBeVisible()
  expect(amazon.control.log().filter((line) => line.operation === 'exchange-code')).toHaveLength(1)
})

test('the code by hand, when the way back is blocked: pasted into the dialog it belongs to', async ({ app }) => {
  const host = await app.start()
  const { window, outside } = host
  await goTo(window, '/channels')
  await accountRow(window, 'Solo Home').getByRole('button', { name: 'More for Solo Home' }).click()
  await window.getByRole('menuitem', { name: 'Renew selling now' }).click()
  await picture(window, app, 'renew-before')
  let address = ''
  if (outside === null) {
    const page = await host.consentPage(() => window.getByRole('button', { name: 'Continue to Amazon' }).click())
    await page.locator('[data-account="solo"]').click()
    await page.locator('[data-decision="confirm"]').click()
    address = (await page.locator('[data-action="continue"]').getAttribute('href')) ?? ''
    await page.close()
  } else {
    await window.getByRole('button', { name: 'In my browser' }).click()
    await expect.poll(async () => (await outside.state()).opened.length).toBe(1)
    address = await consentLink('solo', (await outside.state()).opened[0] ?? '')
  }
  await window.getByRole('button', { name: 'Paste the code' }).click()
  const field = window.getByRole('textbox', { name: 'Address or code from the last page' })
  await field.fill('springline://authorize/seller-eu?handoff=abcdefghij.klm&ticket=somebody-elses')
  await window.getByRole('button', { name: 'Use the code' }).click()
  await expect(window.getByText('That answer belongs to another attempt')).toBeVisible()
  await field.fill(address)
  await window.getByRole('button', { name: 'Use the code' }).click()
  await expect(stage(window, 'result')).toBeVisible()
})

test('a code that only Amazon’s page showed is explained offline, from the dialog that saw nothing', async ({ app }) => {
  const host = await app.start()
  const { window } = host
  const page = await (async () => {
    await accountRow(window, 'Solo Home').getByRole('button', { name: 'More for Solo Home' }).click()
    await window.getByRole('menuitem', { name: 'Renew selling now' }).click()
    return host.consentPage(() => window.getByRole('button', { name: 'Continue to Amazon' }).click())
  })()
  await expect(page.locator('body')).toContainText(/sign in/i)
  await page.close()
  if (app.host === 'node') {
    await window.getByRole('button', { name: 'Cancel', exact: true }).click()
    await goTo(window, '/help/consent-codes')
  } else {
    await picture(window, app, 'failed-with-code')
    await window.getByRole('button', { name: 'What the code means' }).click()
  }
  const field = window.getByRole('textbox', { name: 'Code on Amazon’s page' })
  await field.fill('nonsense')
  await window.getByRole('button', { name: 'Find', exact: true }).click()
  await expect(window.getByText('That is none of the codes known here')).toBeVisible()
  await picture(window, app, 'help-codes')
  await field.fill('Sorry! Error (spdc8143), try again')
  await field.press('Enter')
  await expect(window.getByRole('heading', { name: 'SPDC8143: This user may not authorize apps' })).toBeVisible()
  await picture(window, app, 'help-code')
})

test.describe('a private app', () => {
  test.use({ world: 'empty' })

  test('its client secret is replaced in the channel’s settings', async ({ amazon, app }) => {
    const { window } = await app.start()
    const grant = amazon.control.privateGrant({ account: 'solo', family: 'selling' })
    await window.getByRole('button', { name: 'Connect Amazon' }).click()
    await window.getByText('Use your own private app').click()
    await window.getByLabel('Seller id (merchant token)').fill(grant.sellingPartnerId)
    await window.getByLabel('Client id').fill(grant.clientId)
    await window.getByLabel('Client secret').fill(grant.clientSecret)
    await window.getByLabel('Refresh token').fill(grant.refreshToken)
    await window.getByLabel('Secret made on').fill('2026-03-25')
    await picture(window, app, 'add-private-app')
    await window.getByRole('button', { name: 'Connect', exact: true }).click()
    await expect(accountRow(window, 'Solo Home')).toBeVisible()
    const id = await accountRow(window, 'Solo Home').getAttribute('data-account')
    await goTo(window, `/channels/${id}/settings`)
    await expect(window.getByText('Ends about 21 Sep')).toBeVisible()
    await picture(window, app, 'private-app-settings')
    await window.getByRole('button', { name: 'Replace secret' }).click()
    await window.getByLabel('New client secret').fill('not-the-secret')
    await window.getByRole('button', { name: 'Replace', exact: true }).click()
    await expect(window.getByText('Nothing was replaced. Copy the new secret once more.')).toBeVisible()
    await picture(window, app, 'replace-secret')
    await window.getByLabel('New client secret').fill(grant.clientSecret)
    await window.getByRole('button', { name: 'Replace', exact: true }).click()
    await expect(window.getByText('Amazon takes the new secret. 1 account uses it now.')).toBeVisible()
    await expect(window.getByText('Ends about 14 Mar')).toBeVisible()
    await goTo(window, `/channels/${id}/access`)
    await expect(window.getByRole('list', { name: 'Permissions' })).toContainText('Amazon names no end')
    await picture(window, app, 'permissions')
  })
})
