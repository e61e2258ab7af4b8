import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { accountRow, goTo, quicken, seeStatus } from './acts.ts'
import { expect, test } from './fixture.ts'
import { PROGRAM } from './support/layout.ts'

const PLACES = [
  'channels',
  'notices',
  'reports/sales',
  'reports/profit',
  'reports/advertising',
  'reports/products',
  'reports/vendor',
  'settings',
  'settings/channels',
  'help',
]
const TABS = ['overview', 'access', 'coverage', 'backfill', 'activity', 'settings']

for (const theme of ['light', 'dark'] as const) {
  test(`every screen opens without a word on the console: ${theme}`, async ({ amazon, app }) => {
    test.slow()
    amazon.control.fault({ kind: 'expire', account: 'solo', family: 'selling' })
    quicken(amazon)
    const { window } = await app.start()
    await window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await seeStatus(window, 'Solo Home', 'reconnect-required')
    const id = await accountRow(window, 'Solo Home').getAttribute('data-account')
    const folder = join(PROGRAM, 'test-results/screens', app.host)
    mkdirSync(folder, { recursive: true })
    for (const place of [...PLACES, ...TABS.map((tab) => `channels/${id}/${tab}`)]) {
      await goTo(window, `/${place}`)
      await expect(window.locator('main')).toBeVisible()
      await expect(window.getByText('Something went wrong')).toHaveCount(0)
      await window.waitForTimeout(300)
      await window.screenshot({ path: join(folder, `${place.replace(id ?? '', 'solo').replaceAll('/', '-')}-${theme}.png`) })
    }
  })
}
