import { createSeededRandom } from '../../../twins/random.ts'
import type { CallTrouble } from '../../../../src/shared/domain/trouble.ts'
import type { NoAccess } from '../../../../src/main/core/ports/access-keeper.ts'
import { ads, DAY, HOUR, listings, MINUTE, orders, sales } from './datasets.ts'
import { openShop, type Shop } from './shop.ts'

/** Whoever takes a role away in the middle of a report loses that report, too. */
const LOSES_REPORTS: ReadonlySet<string> = new Set(['crash', 'lost answer', 'flapping', 'permission-missing'])

export interface HistoryEnd {
  readonly shop: Shop
  readonly missing: number
  readonly falselyComplete: number
  /** Reports ordered beyond those that were committed, failed at Amazon, or lost by a crash. */
  readonly wasted: number
  readonly story: readonly string[]
}

/**
 * Some days of an account under random faults, sleep and crashes; then everything works again and the person presses *Sync
 * now*. The same seed tells the same story.
 */
export async function liveHistory(seed: number): Promise<HistoryEnd> {
  const random = createSeededRandom(seed)
  const roll = (most: number) => Math.floor(random.fraction() * most)
  const datasets = [orders(), sales(), listings(), ads()]
  const shop = openShop({
    now: '2026-03-20T10:00:00Z',
    datasets,
    wantedFrom: '2025-12-25',
    heldUntil: '2026-03-01',
    seed,
    amazon: {
      reportMs: () => 20_000 + roll(200_000),
      reportEnd: () => (random.fraction() < 0.05 ? 'failed' : random.fraction() < 0.05 ? 'empty' : 'done'),
    },
  })
  const story: string[] = []
  let allowance = 0
  shop.sync.start()
  for (let step = 0; step < 8; step += 1) {
    const lastsMs = Math.round(random.fraction() ** 3 * 2 * DAY) + MINUTE
    const [name, begin, end] = pick(shop, roll, lastsMs)
    story.push(`${name} ${Math.round(lastsMs / MINUTE)} min`)
    if (LOSES_REPORTS.has(name)) allowance += 4
    begin()
    await shop.clock.advance(lastsMs)
    end()
    await shop.clock.advance(roll(2 * HOUR))
  }
  shop.sync.setOnline(true)
  for (let round = 0; round < 4; round += 1) {
    shop.sync.wake('requested', null)
    await shop.clock.advance(HOUR)
  }
  const events = datasets.filter((one) => one.shape === 'event')
  const before = events.flatMap((dataset) => missingDays(shop, dataset))
  // A day may have been published a moment ago; what is missing then and twenty minutes later is missing.
  await shop.clock.advance(20 * MINUTE)
  const after = new Set(events.flatMap((dataset) => missingDays(shop, dataset)))
  const missing = before.filter((one) => after.has(one)).length
  return { shop, missing, falselyComplete: foreignCommits(shop), wasted: wasted(shop) - allowance, story }
}

function missingDays(shop: Shop, dataset: ReturnType<typeof orders>): string[] {
  return shop.coverage(dataset).flatMap((one) => (one.state === 'missing-fetchable' ? [`${one.dataset}/${one.day}`] : []))
}

type Fault = readonly [name: string, begin: () => void, end: () => void]

function pick(shop: Shop, roll: (most: number) => number, lastsMs: number): Fault {
  const amazon = (trouble: CallTrouble): Fault => [
    trouble.kind,
    () => {
      shop.amazon.faults.standing(() => (roll(10) < 8 ? trouble : null))
      shop.ads.faults.standing(() => (roll(10) < 8 ? trouble : null))
    },
    () => {
      shop.amazon.faults.standing(null)
      shop.ads.faults.standing(null)
    },
  ]
  const access = (why: NoAccess): Fault => [
    why.kind,
    () => void (shop.refuseAccess = () => why),
    () => void (shop.refuseAccess = () => null),
  ]
  const faults: readonly (() => Fault)[] = [
    () => amazon({ kind: 'amazon-trouble', evidence: '503' }),
    () => amazon({ kind: 'offline', evidence: '' }),
    () => amazon({ kind: 'account-problem', evidence: '' }),
    () => amazon({ kind: 'permission-missing', evidence: '' }),
    () => amazon({ kind: 'access-ended', evidence: '' }),
    () => amazon({ kind: 'throttled', tryAgainAt: shop.clock.now() + roll(HOUR) }),
    () => access({ kind: 'amazon-trouble', until: shop.clock.now() + lastsMs }),
    () => access({ kind: 'vault-locked' }),
    () => ['crash', () => (shop.crash(), shop.sync.start()), () => undefined],
    () => ['lost answer', () => shop.amazon.loseNextAnswer(), () => undefined],
    () => ['offline machine', () => shop.sync.setOnline(false), () => shop.sync.setOnline(true)],
    () => ['flapping', () => [false, true, false, true].forEach((is) => shop.sync.setOnline(is)), () => undefined],
    () => ['asleep', () => shop.clock.jumpWall(lastsMs), () => undefined],
    () => ['clock set back', () => shop.clock.jumpWall(-HOUR), () => shop.clock.jumpWall(HOUR)],
    () => [
      'disk full',
      () => void (shop.memory.refuse = () => ({ kind: 'storage-full', evidence: '' })),
      () => void (shop.memory.refuse = () => null),
    ],
    () => [
      'bad downloads',
      () => void (shop.memory.refuse = () => (roll(2) === 0 ? { kind: 'download-failed', evidence: '' } : null)),
      () => void (shop.memory.refuse = () => null),
    ],
    () => ['quiet', () => undefined, () => undefined],
  ]
  return (faults[roll(faults.length)] ?? (() => ['quiet', () => undefined, () => undefined] as const))()
}

/** Commits whose document was ordered for other days than they claim. */
function foreignCommits(shop: Shop): number {
  return shop.memory.commits.filter(({ order, url }) => {
    if (url === null || order.dataset === 'listings') return false
    const ordered = shop.amazon.orderOf(url)?.dates
    const ad = shop.ads.orderOf(url)
    const days = [order.interval.from, order.interval.until - 1].map((day) => new Date(day * DAY).toISOString().slice(0, 10))
    if (ad) return ad.start !== days[0] || ad.end !== days[1]
    return !ordered || berlin(ordered.start) !== days[0] || berlin(ordered.end) > (days[1] ?? '')
  }).length
}

function berlin(iso: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    Date.parse(iso),
  )
}

function wasted({ amazon, memory }: Shop): number {
  const committed = new Set(memory.commits.map((one) => one.order.amazonReportId))
  return amazon.reports.filter((one) => one.end !== 'failed' && !committed.has(one.reportId)).length
}
