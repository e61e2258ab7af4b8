import type { LogLine } from '../../../src/stand-in/request-log.ts'
import type { BudgetView } from '../../../src/shared/contract/views/channel-detail.ts'
import type { AccountId } from '../../../src/shared/domain/ids.ts'
import { connectOwnApp } from '../../builders/own-app.ts'
import { MINUTE, openShop, type Shop } from '../../builders/open-shop.ts'
import { createDice } from '../dice.ts'
import type { Soak, SoakOrder, SoakReport } from '../soak.ts'
import { createAllowances, type Allowances } from './allowances.ts'
import { compareBudgets, type BudgetGap } from './compare-budgets.ts'
import { quotaWorld } from './quota-world.ts'

/** Accounts of the simulated day. Source: the budget `quota`. */
const ACCOUNTS = 20
const STEP_MS = 10 * MINUTE
const STEPS = 144
/** The program is restarted within the first rush and at noon. */
const RESTARTS: ReadonlySet<number> = new Set([6, STEPS / 2])
/** Budgets shown may differ from the truth by this share of what can be saved up. Source: the budget `quota`. */
const TOLERANCE = 0.05

/**
 * A simulated day of many accounts that all want their history at once, at an Amazon whose allowances partly differ from
 * the published ones; the program is restarted twice meanwhile. One case is one account's day.
 */
export const quotaSoak: Soak = {
  name: 'quota',
  about: 'a simulated day: no avoidable 429 after learning, budgets shown like the truth',
  cases: ACCOUNTS,
  run: runQuota,
}

async function runQuota({ cases, seed, plant, say }: SoakOrder): Promise<SoakReport> {
  const shop = await openShop({ accounts: [], world: quotaWorld(cases), historyDays: 120 })
  try {
    const allowances = createAllowances(createDice(seed))
    shop.control.pace({ rates: allowances.rates })
    const ids = await connectAll(shop, cases)
    const gaps: BudgetGap[] = []
    const calls = createCallRecord(shop)
    for (let step = 1; step <= STEPS; step += 1) {
      await shop.crank.advance(STEP_MS)
      calls.read()
      if (RESTARTS.has(step)) {
        if (plant) await forgetMarks(shop)
        await shop.restart()
      }
      gaps.push(...compareBudgets(shop.control.quotas(), await shownBudgets(shop, ids), allowances))
      if (step % 24 === 0) say(`${step / 6} hours, ${calls.lines.length} selling calls`)
    }
    return reportOf(cases, { calls, allowances, gaps })
  } finally {
    await shop.close()
  }
}

/** Every account with a private app of its own; the ids are ours, by the name the stand-in gives them. */
async function connectAll(shop: Shop, count: number): Promise<ReadonlyMap<string, AccountId>> {
  const ids = new Map<string, AccountId>()
  for (const account of quotaWorld(count).accounts) ids.set(account.id, await connectOwnApp(shop, account))
  return ids
}

async function shownBudgets(shop: Shop, ids: ReadonlyMap<string, AccountId>): Promise<ReadonlyMap<string, readonly BudgetView[]>> {
  const shown = new Map<string, readonly BudgetView[]>()
  for (const [account, accountId] of ids) shown.set(account, (await shop.call('accounts.detail', { accountId })).budgets)
  return shown
}

/** A planted fault: the next start believes that everything was saved up again. */
async function forgetMarks(shop: Shop): Promise<void> {
  const { quota } = shop.running().stores
  for (const mark of await quota.marks()) await quota.keep({ ...mark, tokens: mark.burst, at: shop.now() + 60_000 })
}

/** Every selling call of the day: the stand-in keeps the newest lines only, so they are taken from it step by step. */
interface CallRecord {
  readonly lines: readonly LogLine[]
  /** Calls that were never seen. */
  readonly lost: number
  read(): void
}

function createCallRecord(shop: Shop): CallRecord {
  const lines: LogLine[] = []
  let last = 0
  let lost = 0
  return {
    lines,
    get lost() {
      return lost
    },
    read: () => {
      const fresh = shop.control.log().filter((line) => line.seq > last)
      const [first] = fresh
      if (first === undefined) return
      lost += first.seq - last - 1
      last = fresh.at(-1)?.seq ?? last
      lines.push(...fresh.filter((line) => line.api === 'selling'))
    },
  }
}

interface Day {
  readonly calls: CallRecord
  readonly allowances: Allowances
  readonly gaps: readonly BudgetGap[]
}

function reportOf(cases: number, { calls: { lines, lost }, allowances, gaps }: Day): SoakReport {
  const refused = lines.filter((line) => line.status === 429)
  const avoidable = allowances.avoidable(refused)
  const wide = gaps.filter((one) => one.share > TOLERANCE)
  return {
    cases,
    violations: [
      ...(lost > 0 ? [`${lost} calls left the record before they were judged`] : []),
      ...avoidable.map((line) => `${line.account} ${line.operation} was refused again at ${new Date(line.at).toISOString()}`),
      ...wide.map((one) => `${one.account} ${one.operation} was shown as ${one.shown.toFixed(2)} and is ${one.truth.toFixed(2)}`),
    ],
    rows: [
      ['accounts', cases],
      ['selling calls', lines.length],
      ['429 while learning', refused.length - avoidable.length],
      ['429 after learning', avoidable.length],
      ['budgets compared', gaps.length],
      ['widest gap, share of the burst', Math.max(0, ...gaps.map((one) => one.share)).toFixed(4)],
    ],
  }
}
