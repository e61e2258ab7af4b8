import { accountRow, decideAtAmazon, openConsent, quicken, seeStatus, stage } from './acts.ts'
import { expect, test, type App } from './fixture.ts'
import type { Amazon } from './support/amazon.ts'
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
    await expect.poll(async () => (await outside.state()).notices.filter((one) => one.open).map((one) => one.title)).toEqual(['Solo Home needs you'])
    await outside.obey({ do: 'close-window' })
    expect((await outside.state()).windows[0]?.visible).toBe(false)
    await outside.obey({ do: 'notice-click', title: 'Solo Home' })
    expect((await outside.state()).windows[0]?.visible).toBe(true)
    await expect(host.window).toHaveURL(/#\/channels\/[^/]+/)
    await host.window.goBack()
    await decideAtAmazon(await openConsent(host, 'Solo Home'), 'solo', 'confirm')
    await expect(stage(host.window, 'result')).toBeVisible()
    await expect.poll(async () => (await outside.state()).notices.filter((one) => one.open && one.title === 'Solo Home needs you')).toEqual([])
  })

  test('closing the window hides it into the tray, explained once', async ({ app }) => {
    const host = await app.start()
    const outside = outsideOf(host)
    await outside.obey({ do: 'close-window' })
    await expect.poll(async () => (await outside.state()).dialogs.map((one) => one.message)).toEqual(['Springline keeps running in the tray'])
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
    const link = await consentInBrowser(address)
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

  test('keys are protected by the operating system where it can', async ({ app }) => {
    const host = await app.start()
    const outside = outsideOf(host)
    const state = await outside.state()
    expect([state.sandbox, state.schemes]).toEqual([true, ['springline']])
  })
})

/** The person in a browser of their own, over plain HTTP: answers the link on the broker's last page. */
async function consentInBrowser(address: string): Promise<string> {
  const { consentLink } = await import('./support/browser-person.ts')
  return consentLink('solo', address)
}
