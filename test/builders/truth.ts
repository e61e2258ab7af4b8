import { formatDay } from '../../src/shared/domain/day.ts'
import type { CoverageDay } from '../../src/shared/domain/coverage.ts'
import type { Channel } from '../../src/shared/domain/account.ts'
import { isComplete } from '../../src/shared/domain/coverage.ts'
import { MINUTE, type Shop } from './open-shop.ts'
import { specOf, type AccountName } from './story-world.ts'

/** A report shows Amazon's figures of some moment after it was asked for; this long after at most, in steps of half a minute. */
const REPORT_MS = 6 * MINUTE
const STEP_MS = 30_000

export interface TruthOrder {
  readonly account: AccountName
  readonly dataset?: string
  readonly from?: string
  readonly to?: string
}

/** Every day that a story's account holds, audited: content hashes are computed anew from the rows. */
export async function coverageOf(
  shop: Shop,
  { account, dataset, from, to }: TruthOrder,
): Promise<readonly (CoverageDay & { readonly country: string })[]> {
  const days: (CoverageDay & { readonly country: string })[] = []
  for (const channel of await channelsOf(shop, account)) {
    const found = await shop.running().app.auditCoverage({ channelId: channel.id, dataset: dataset ?? null, from: null, to: null })
    days.push(...found.map((day) => ({ ...day, country: channel.country })))
  }
  return days.filter(({ day }) => (from === undefined || formatDay(day) >= from) && (to === undefined || formatDay(day) <= to))
}

/**
 * Where what is held differs from what Amazon would say: a day that should be complete and is not, rows or money that are
 * not the true ones. Empty when all is well. Days that Amazon does not offer yet are left out.
 */
export async function differencesFromTruth(shop: Shop, order: TruthOrder): Promise<readonly string[]> {
  const differences: string[] = []
  const coverage = await coverageOf(shop, order)
  if (coverage.length === 0) return ['nothing is covered at all']
  for (const one of coverage) {
    if (one.state === 'not-due' || one.state === 'before-start') continue
    const name = `${one.country} ${one.dataset} ${formatDay(one.day)}`
    if (!isComplete(one.state)) differences.push(`${name} is ${one.state}`)
    else if (!isTrue(shop, order.account, one))
      differences.push(
        `${name} holds ${one.rows} rows and ${one.moneyMinor}, true is ${describe(truthAt(shop, order.account, one, shop.now()))}`,
      )
  }
  return differences
}

function isTrue(shop: Shop, account: AccountName, day: CoverageDay & { readonly country: string }): boolean {
  const asOf = day.state === 'complete-settled' ? [shop.now()] : moments(day.fetchedAt ?? 0, shop.now())
  return asOf.some((at) => {
    const truth = truthAt(shop, account, day, at)
    return truth.rows === day.rows && (day.rows === 0 || day.moneyMinor === null || truth.moneyMinor === day.moneyMinor)
  })
}

/** Moments a figure may be true of: around the request, or now when changes were brought since. */
function moments(fetchedAt: number, now: number): number[] {
  const steps = Array.from({ length: REPORT_MS / STEP_MS + 1 }, (_, step) => fetchedAt + step * STEP_MS)
  return [...steps.filter((at) => at <= now), now]
}

function truthAt(
  shop: Shop,
  account: AccountName,
  day: CoverageDay & { readonly country: string },
  asOf: number,
): { rows: number; moneyMinor: number } {
  const text = formatDay(day.day)
  const [truth] = shop.control.truth({ account, marketplace: day.country, dataset: day.dataset, from: text, to: text, asOf }).days
  return { rows: Number(truth?.['rows'] ?? 0), moneyMinor: Number(truth?.['moneyMinor'] ?? 0) }
}

function describe({ rows, moneyMinor }: { rows: number; moneyMinor: number }): string {
  return `${rows} rows and ${moneyMinor}`
}

export async function channelsOf(shop: Shop, account: AccountName): Promise<readonly Channel[]> {
  const { stores } = shop.running()
  const owner = (await stores.accounts.accounts()).find((one) => one.sellingPartnerId === specOf(account).sellingPartnerId)
  return (await stores.accounts.channels()).filter((one) => one.accountId === owner?.id)
}
