import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { startAmazon, type Amazon } from './amazon.ts'
import type { Layout } from './layout.ts'
import { consentAs } from './person.ts'
import type { Setup } from './setup.ts'
import { springlineOn, type Springline } from './springline.ts'
import { ACCOUNTS, daysAgo, LAPSED, REDUCED, SYNCED_DAYS_AGO, VENDOR, type DemoAccount } from './timeline.ts'

/** Simulated ms per real ms while history is built: a report's queue time passes in a blink. */
const BUILD_RATE = 200

/** Days of history everybody holds today. */
const HISTORY_DAYS = 400

interface Building {
  readonly amazon: Amazon
  readonly springline: Springline
  readonly say: (line: string) => void
  readonly accounts: Map<string, string>
}

/**
 * Builds 400 days of history once: the product's own command line connects and syncs against the stand-in at earlier
 * simulated dates, so every row came through an ordinary commit. A half-built seed is thrown away.
 */
export async function buildHistory(layout: Layout, setup: Setup, say: (line: string) => void): Promise<void> {
  if (existsSync(layout.seed.folder)) return
  const draft = {
    ...layout.seed,
    folder: `${layout.seed.folder}-draft`,
    data: `${layout.seed.folder}-draft/data`,
    amazonState: `${layout.seed.folder}-draft/amazon.json`,
  }
  rmSync(draft.folder, { recursive: true, force: true })
  mkdirSync(draft.folder, { recursive: true, mode: 0o700 })
  const first = Math.max(...ACCOUNTS.map((account) => account.consentedDaysAgo))
  const amazon = await startAmazon(layout, setup, draft, { at: new Date(daysAgo(first)).toISOString() })
  try {
    await amazon.control('pace', { queueMs: [0, 0], quotas: 'off', patience: BUILD_RATE })
    await follow({ amazon, springline: springlineOn(layout, draft, amazon.clockUrl), say, accounts: new Map() })
    await amazon.control('pace', { queueMs: [20_000, 90_000], quotas: 'real', patience: 1 })
  } finally {
    await amazon.stop()
  }
  cpSync(draft.folder, layout.seed.folder, { recursive: true })
  rmSync(draft.folder, { recursive: true, force: true })
}

/** Walks through the year: consents on their days, cycles in between, the trouble on its days. */
async function follow(building: Building): Promise<void> {
  const steps = [
    ...ACCOUNTS.map((account) => ({ days: account.consentedDaysAgo, act: () => connect(building, account) })),
    ...ACCOUNTS.flatMap((account) =>
      account.adsConsentedDaysAgo === null ? [] : [{ days: account.adsConsentedDaysAgo, act: () => connectAds(building, account) }],
    ),
    // Whoever connects lets the app fetch what Amazon still has.
    ...ACCOUNTS.flatMap(({ id, consentedDaysAgo, adsConsentedDaysAgo }) =>
      [...new Set([consentedDaysAgo, adsConsentedDaysAgo ?? consentedDaysAgo])].map((days) => ({ days, act: () => syncOne(building, id) })),
    ),
    ...VENDOR.syncedDaysAgo.map((days) => ({ days, act: () => syncOne(building, VENDOR.account) })),
    ...SYNCED_DAYS_AGO.map((days) => ({ days, act: () => syncAll(building, days) })),
    {
      days: REDUCED.daysAgo,
      act: () => building.amazon.control('fault', { kind: 'remove-role', account: REDUCED.account, role: REDUCED.role }),
    },
  ].sort((a, b) => b.days - a.days)
  for (const [index, step] of steps.entries()) {
    await building.amazon.setClock({ set: daysAgo(step.days), rate: 0 })
    building.say(
      `building 400 days of history: step ${index + 1} of ${steps.length} (${new Date(daysAgo(step.days)).toISOString().slice(0, 10)})`,
    )
    await step.act()
  }
  await building.amazon.setClock({ set: daysAgo(0), rate: 0 })
}

async function connect({ springline, accounts }: Building, account: DemoAccount): Promise<void> {
  for (const country of [account.country, ...(account.moreCountries ?? [])]) {
    const args = ['connect', '--broker', '--kind', account.kind, '--region', account.region, '--country', country, '--name', account.name]
    accounts.set(account.id, await withConsent(springline, account, args))
  }
}

async function connectAds({ springline, accounts }: Building, account: DemoAccount): Promise<void> {
  await withConsent(springline, account, ['reconnect', '--account', accounts.get(account.id) ?? '', '--family', 'advertising'])
}

async function withConsent(springline: Springline, account: DemoAccount, args: readonly string[]): Promise<string> {
  const consents: Promise<void>[] = []
  const ended = await springline.run(args, {
    env: { SPRINGLINE_HISTORY_DAYS: String(HISTORY_DAYS - account.consentedDaysAgo) },
    onLine: (line) => {
      if (line.startsWith('http')) consents.push(consentAs(account.id, line.trim()))
    },
  })
  if (consents.length === 0) throw new Error(`${account.name}: no consent address was shown`)
  await Promise.all(consents)
  return (ended as { accountId: string }).accountId
}

/** One cycle for an account alone. */
async function syncOne({ amazon, springline, accounts }: Building, id: string): Promise<void> {
  await amazon.setClock({ rate: BUILD_RATE })
  await springline.run(['sync', '--once', '--account', accounts.get(id) ?? ''], { alsoFine: [5] })
}

/** One cycle for everybody; the account whose grant ended stays silent from then on. */
async function syncAll({ amazon, springline, accounts }: Building, daysBefore: number): Promise<void> {
  await amazon.setClock({ rate: BUILD_RATE })
  const lapsed = daysBefore < 12
  if (!lapsed) {
    await springline.run(['sync', '--once'], { alsoFine: [5] })
    return
  }
  const others = [...accounts].flatMap(([id, account]) => (id === LAPSED ? [] : [account]))
  await springline.run(['sync', '--once', '--account', others.join(',')], { alsoFine: [5] })
}
