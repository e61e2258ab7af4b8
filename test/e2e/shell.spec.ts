import { accountRow, decideAtAmazon, goTo, openConsent, quicken, seeStatus, stage } from './acts.ts'
import { expect, test, type App } from './fixture.ts'
import type { Amazon } from './support/amazon.ts'
import { consentLink } from './support/browser-person.ts'
import { hostName, type Host, type Outside } from './support/host.ts'

test.describe('the shell', { tag: '@electron' }, () => {
  test.skip(hostName(process.env) !== 'electron-double', 'drives what lies outside the window, which only the double can')

  function outsideOf(host: Host): Outside {
    if (host.outside === null) throw new Error('this host has no outside')
    return host.outside
  }

  async function startLapsed(amazon: Amazon, app: App) {
    amazon.control.fault({ kind: 'expire', account: 'solo', family: 'selling' })
    quicken(amazon)
    const host = await app.start()
    await seeStatus(host.window, 'Solo Home', 'reconnect-required')
    return { host, outside: outsideOf(host) }
  }

  const LINK = 'springline://authorize/seller-eu?handoff=abcdefghij.klm&ticket=not-a-ticket-of-ours'

  test('who needs somebody stands in the tray, and a click leads to exactly that account', async ({ amazon, app }) => {
    const { host, outside } = await startLapsed(amazon, app)
    await expect.poll(async () => (await outside.state()).tray?.toolTip).toMatch(/^Springline: 1 needs you/)
    const { tray } = await outside.state()
    expect(tray?.image).toMatch(/needs-you/)
    expect(tray?.menu.map((entry) => entry.label)).toContain('Solo Home: Reconnect')
    await outside.obey({ do: 'tray-menu', label: 'Solo Home' })
    await expect(host.window).toHaveURL(/#\/channels\/[^/]+/)
  })

  test('a notice is posted once; its click shows the account, a reconnect withdraws it', async ({ amazon, app }) => {
    const { host, outside } = await startLapsed(amazon, app)
    await expect
      .poll(async () => (await outside.state()).notices.filter((one) => one.open).map((one) => one.title))
      .toEqual(['Solo Home needs you'])
    await outside.obey({ do: 'close-window' })
    expect((await outside.state()).windows[0]?.visible).toBe(false)
    await outside.obey({ do: 'notice-click', title: 'Solo Home' })
    expect((await outside.state()).windows[0]?.visible).toBe(true)
    await expect(host.window).toHaveURL(/#\/channels\/[^/]+/)
    await goTo(host.window, '/channels')
    await decideAtAmazon(await openConsent(host, 'Solo Home'), 'solo', 'confirm')
    await expect(stage(host.window, 'result')).toBeVisible()
    await expect
      .poll(async () => (await outside.state()).notices.filter((one) => one.open && one.title === 'Solo Home needs you'))
      .toEqual([])
  })

  test('closing the window hides it into the tray, explained once', async ({ app }) => {
    const host = await app.start()
    const outside = outsideOf(host)
    await outside.obey({ do: 'close-window' })
    await expect
      .poll(async () => (await outside.state()).dialogs.map((one) => one.message))
      .toEqual(['Springline keeps running in the tray'])
    await outside.obey({ do: 'tray-click' })
    await outside.obey({ do: 'close-window' })
    const { dialogs, windows } = await outside.state()
    expect([dialogs.length, windows[0]?.visible]).toEqual([1, false])
  })

  test('a second start brings the window back and ends', async ({ app }) => {
    const host = await app.start()
    const outside = outsideOf(host)
    await outside.obey({ do: 'close-window' })
    expect(await outside.startAgain([])).toBe(0)
    await expect.poll(async () => (await outside.state()).windows[0]?.visible).toBe(true)
  })

  test('foreign links, by a second start or by the system, change nothing', async ({ app }) => {
    const host = await app.start()
    const outside = outsideOf(host)
    expect(await outside.startAgain([LINK])).toBe(0)
    expect(await outside.startAgain([LINK, `${LINK}2`])).toBe(0)
    await outside.obey({ do: 'open-url', url: LINK })
    await outside.obey({ do: 'open-url', url: `springline:${'x'.repeat(9_000)}` })
    await expect(accountRow(host.window, 'Solo Home')).toBeVisible()
    await expect(host.window.getByTestId('account-row')).toHaveCount(1)
  })

  test('in the person’s own browser the answer comes home as a link to the app', async ({ amazon, app }) => {
    const { host, outside } = await startLapsed(amazon, app)
    const popup = await openConsent(host, 'Solo Home')
    const closed = popup.waitForEvent('close')
    await host.window.getByRole('button', { name: 'Open in browser' }).click()
    await closed
    await expect.poll(async () => (await outside.state()).opened.length).toBe(1)
    const [address = ''] = (await outside.state()).opened
    const link = await consentLink('solo', address)
    expect(await outside.startAgain([link])).toBe(0)
    await expect(stage(host.window, 'result')).toBeVisible()
  })

  test('what the popup may see is gone with it, and two attempts share nothing', async ({ amazon, app }) => {
    const { host } = await startLapsed(amazon, app)
    const first = await openConsent(host, 'Solo Home')
    await first.evaluate(() => {
      document.cookie = 'left=behind; path=/'
      localStorage.setItem('left', 'behind')
    })
    await first.close()
    await host.window.getByRole('button', { name: 'Close', exact: true }).click()
    const second = await openConsent(host, 'Solo Home')
    expect(await second.evaluate(() => [document.cookie, localStorage.getItem('left'), 'springline' in window])).toEqual(['', null, false])
  })

  test('a popup that is led off Amazon’s pages is closed and the host named', async ({ amazon, app }) => {
    const { host } = await startLapsed(amazon, app)
    const page = await openConsent(host, 'Solo Home')
    const closed = page.waitForEvent('close')
    await page.evaluate(() => location.assign('https://sellercentral.amazon.de.phish.example/')).catch(() => undefined)
    await closed
    await expect(stage(host.window, 'failed')).toBeVisible()
    await expect(host.window.getByText('An unexpected page was stopped').first()).toBeVisible()
  })

  test('a first launch by the link completes an attempt that a power cut interrupted', async ({ amazon, app }) => {
    test.slow()
    const { host, outside } = await startLapsed(amazon, app)
    await openConsent(host, 'Solo Home')
    await host.window.getByRole('button', { name: 'Open in browser' }).click()
    await expect.poll(async () => (await outside.state()).opened.length).toBe(1)
    const [address = ''] = (await outside.state()).opened
    const link = await consentLink('solo', address)
    await app.kill()
    const again = await app.start({ more: [link] })
    await expect(accountRow(again.window, 'Solo Home')).not.toHaveAttribute('data-status', 'reconnect-required', { timeout: 30_000 })
    await expect(accountRow(again.window, 'Solo Home').getByRole('button', { name: 'Reconnect', exact: true })).toHaveCount(0)
  })

  test('offline is said in the window and in the tray, and ends by itself', async ({ app }) => {
    test.slow()
    const host = await app.start()
    const outside = outsideOf(host)
    await outside.obey({ do: 'network', online: false })
    await expect(host.window.getByTestId('offline-bar')).toBeVisible({ timeout: 30_000 })
    await expect.poll(async () => (await outside.state()).tray?.image).toMatch(/offline/)
    await outside.obey({ do: 'network', online: true })
    await expect(host.window.getByTestId('offline-bar')).toHaveCount(0, { timeout: 30_000 })
  })

  test('waking up wakes the scheduler', async ({ amazon, app }) => {
    const host = await app.start()
    await expect(accountRow(host.window, 'Solo Home')).toBeVisible()
    await expect.poll(() => amazon.control.log().length, { timeout: 30_000 }).toBeGreaterThan(0)
    amazon.control.clearLog()
    amazon.clock.advance(6 * 3_600_000)
    await outsideOf(host).obey({ do: 'power', event: 'resume' })
    await expect.poll(() => amazon.control.log().length, { timeout: 30_000 }).toBeGreaterThan(0)
  })

  test('what Electron must be told before it is ready has been told', async ({ app }) => {
    const state = await outsideOf(await app.start()).state()
    expect([state.sandbox, state.schemes, state.privileged]).toEqual([true, ['springline'], ['app']])
  })
})

test.describe('keys under the operating system', { tag: '@electron' }, () => {
  test.skip(hostName(process.env) !== 'electron-double', 'needs a key store, real or doubled')
  test.use({ world: 'empty' })

  test('a connection made here still works after a restart', async ({ amazon, app }) => {
    test.slow()
    const first = await app.start({ keys: 'os' })
    await connect(first)
    await app.stop()
    amazon.control.clearLog()
    amazon.clock.advance(2 * 3_600_000)
    const again = await app.start({ keys: 'os' })
    await expect(accountRow(again.window, 'Solo Home')).toBeVisible()
    await expect
      .poll(() => amazon.control.log().some((line) => line.api === 'login' && line.status === 200), { timeout: 30_000 })
      .toBe(true)
  })

  async function connect(host: Host): Promise<void> {
    await host.window.getByRole('button', { name: 'Connect Amazon' }).click()
    const page = await host.consentPage(() => host.window.getByRole('button', { name: 'Continue to Amazon' }).click())
    await decideAtAmazon(page, 'solo', 'confirm')
    await expect(stage(host.window, 'result')).toBeVisible()
    await host.window.getByRole('button', { name: 'Done', exact: true }).click()
  }
})
