import { AxeBuilder } from '@axe-core/playwright'
import { accountRow, goTo, quicken, seeStatus } from './acts.ts'
import { expect, test } from './fixture.ts'

const PLACES = ['channels', 'reports/sales', 'reports/profit', 'reports/products', 'notices', 'settings', 'help']
/** Experimental in axe: it joins the words of neighbouring elements without a space and then finds them different. */
const NOT_ASKED = ['label-content-name-mismatch']
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

test('no screen breaks a rule of WCAG 2.2 AA that a machine can check', async ({ amazon, app }) => {
  test.slow()
  amazon.control.fault({ kind: 'expire', account: 'solo', family: 'selling' })
  quicken(amazon)
  const { window } = await app.start()
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await seeStatus(window, 'Solo Home', 'reconnect-required')
  const id = await accountRow(window, 'Solo Home').getAttribute('data-account')
  for (const place of [...PLACES, `channels/${id}/overview`, `channels/${id}/coverage`]) {
    await goTo(window, `/${place}`)
    await expect(window.locator('main')).toBeVisible()
    await window.waitForTimeout(300)
    const { violations } = await new AxeBuilder({ page: window }).withTags(RULES).disableRules(NOT_ASKED).analyze()
    expect(violations.map((one) => `${place}: ${one.id} ${one.nodes.map((node) => node.html).join(', ')}`)).toEqual([])
  }
})
