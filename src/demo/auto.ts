import type { BrowserContext, Page } from '@playwright/test'
import { startAmazon, type Amazon, type LogLine } from './amazon.ts'
import { launchBrowser } from './browser.ts'
import { freshCopy } from './copies.ts'
import { coverageTable, fetchableDays } from './coverage-table.ts'
import { readCoverage, settledMark, type PlainDay } from './history-mark.ts'
import type { Layout } from './layout.ts'
import type { Setup } from './setup.ts'
import { springlineOn, type Springline } from './springline.ts'
import { LAPSED, TODAY } from './timeline.ts'
import { startWindow } from './window.ts'

/** Simulated ms per real ms: a simulated minute passes in half a second. */
const RATE = 120
const STEP_MS = 60_000
const LOOK_MS = 400

interface Scene {
  readonly layout: Layout
  readonly amazon: Amazon
  readonly springline: Springline
  /** Channels of the account whose permission ended. */
  readonly lapsed: ReadonlySet<number>
  readonly say: (line: string) => void
}

/**
 * The whole mission, unattended, in the built window in headless Chromium: a permission that ended is noticed, the person
 * reconnects on Amazon's (stand-in) pages, the missed days come back, and history stayed readable and unchanged.
 */
export async function runAuto(layout: Layout, setup: Setup, say: (line: string) => void): Promise<boolean> {
  freshCopy(layout, layout.auto)
  const amazon = await startAmazon(layout, setup, layout.auto, { at: new Date(TODAY).toISOString() })
  try {
    const springline = springlineOn(layout, layout.auto, amazon.clockUrl)
    return await play({ layout, amazon, springline, lapsed: await channelsOf(springline), say })
  } finally {
    await amazon.stop()
  }
}

async function play(scene: Scene): Promise<boolean> {
  const { amazon, say, springline, layout, lapsed } = scene
  const before = await readCoverage(springline)
  const settled = settledMark(before, null)
  say(`1. Nordlys Home: its yearly permission ended twelve days ago; ${fetchableDays(before, lapsed).length} dataset days are missing.`)
  const sinceSeq = lastSeq(await amazon.log(0))
  await amazon.setClock({ rate: RATE })
  const window = await startWindow(layout, layout.auto, amazon.clockUrl)
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' })
    const page = await throughTheWindow(scene, context, window.url)
    printLog(await amazon.log(sinceSeq), say)
    await waitForBackfill(scene, page)
    await readOffline(scene, page)
  } finally {
    await browser.close()
    await window.stop()
  }
  await amazon.control('faults/clear', {})
  return verdict(scene, { before, settled, after: await readCoverage(springline) })
}

async function throughTheWindow({ say }: Scene, context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  const row = page.getByTestId('account-row').filter({ hasText: 'Nordlys Home' })
  await row.and(page.locator('[data-status="reconnect-required"]')).waitFor({ timeout: STEP_MS })
  say('2. Springline asked twice, was refused twice, and says so: Reconnect required.')
  await row.getByRole('button', { name: 'Reconnect', exact: true }).click()
  await page.locator('[data-stage="before"]').waitFor({ timeout: STEP_MS })
  say('3. Reconnect: what will happen, what stays untouched.')
  const amazonPage = await openAmazon(page, context)
  say(`4. Amazon's page opens in a window of its own: ${new URL(amazonPage.url()).pathname}`)
  await amazonPage.locator(`[data-account="${LAPSED}"]`).click()
  await amazonPage.locator('[data-decision="confirm"]').click()
  await amazonPage.locator('[data-action="continue"]').click()
  await page.locator('[data-stage="result"]').waitFor({ timeout: STEP_MS })
  say('5. The redirect came home; same account, new permission stored, every dataset checked.')
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  return page
}

async function openAmazon(page: Page, context: BrowserContext): Promise<Page> {
  const opened = context.waitForEvent('page', { timeout: STEP_MS })
  await page.getByRole('button', { name: 'Continue to Amazon' }).click()
  const amazonPage = await opened
  await amazonPage.locator('[data-account]').first().waitFor({ timeout: STEP_MS })
  return amazonPage
}

/** Days come back by themselves; what is said is what the window shows. The ledger is asked once the window shows no more work. */
async function waitForBackfill({ say, springline, lapsed }: Scene, page: Page): Promise<void> {
  const row = page.getByTestId('account-row').filter({ hasText: 'Nordlys Home' })
  const until = Date.now() + STEP_MS
  let shown = ''
  while (Date.now() < until) {
    await page.waitForTimeout(LOOK_MS)
    const text = (await row.getByTestId('backfill-progress').allTextContents())[0] ?? ''
    if (text !== shown && text !== '') say(`6. Backfill: ${text}`)
    shown = text
    if (text === '' && fetchableDays(await readCoverage(springline), lapsed).length === 0)
      return say('6. Every missed day that Amazon still has is back.')
  }
  throw new Error('the missed days did not come back in time')
}

/** Amazon goes away entirely; the reports stay. */
async function readOffline({ amazon, say }: Scene, page: Page): Promise<void> {
  await amazon.control('fault', { kind: 'outage', api: 'all', status: 'reset' })
  for (const heading of ['Sales', 'Profit & loss', 'Advertising', 'Products', 'Vendor']) {
    await page.getByRole('link', { name: heading, exact: true }).click()
    await page.getByRole('heading', { name: heading, exact: true }).waitFor({ timeout: STEP_MS })
    await page.getByTestId('report-table').filter({ hasText: /\d/ }).waitFor({ timeout: STEP_MS })
  }
  say('7. With Amazon gone, every report still opens.')
}

function verdict(
  scene: Scene,
  facts: { before: readonly PlainDay[]; after: readonly PlainDay[]; settled: ReturnType<typeof settledMark> },
): boolean {
  const { say, lapsed } = scene
  say('')
  say('Coverage of Nordlys Home, in days, before and after:')
  for (const line of coverageTable(facts.before, facts.after, lapsed)) say(line)
  const open = fetchableDays(facts.after, lapsed)
  const untouched = sameHistory(facts.before, facts.after, facts.settled.keys)
  say('')
  say(open.length === 0 ? 'Every fetchable missed day is complete.' : `${open.length} fetchable days are still missing.`)
  say(
    untouched
      ? `Settled history is identical (${facts.settled.keys.size} dataset days, each proven against its rows).`
      : 'Settled history CHANGED.',
  )
  return open.length === 0 && untouched
}

function sameHistory(before: readonly PlainDay[], after: readonly PlainDay[], keys: ReadonlySet<string>): boolean {
  return settledMark(before, keys).hash === settledMark(after, keys).hash
}

async function channelsOf(springline: Springline): Promise<ReadonlySet<number>> {
  const { accounts } = (await springline.run(['channels'])) as { accounts: { name: string; channels: { id: number }[] }[] }
  return new Set(
    accounts.filter((account) => account.name.startsWith('Nordlys')).flatMap((account) => account.channels.map((channel) => channel.id)),
  )
}

function lastSeq(lines: readonly LogLine[]): number {
  return Math.max(0, ...lines.map((line) => line.seq))
}

/** The reconnect as Amazon saw it: consent page, decision, callback's code redeemed, renewals. */
function printLog(lines: readonly LogLine[], say: (line: string) => void): void {
  say('   Amazon (stand-in) saw:')
  for (const line of lines) {
    if (line.api !== 'consent' && line.api !== 'login') continue
    say(
      `   ${new Date(line.at).toISOString().slice(11, 19)}  ${line.method.padEnd(4)} ${(line.operation ?? line.path).padEnd(24)} ${line.status} ${line.note ?? ''}`,
    )
  }
}
