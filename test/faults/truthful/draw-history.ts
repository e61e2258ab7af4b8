import type { ApiFamily, Region } from '../../../src/shared/domain/region.ts'
import type { Dice } from '../dice.ts'
import { ACCOUNT, DATA, LOGIN, NETWORK } from './answers.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export interface AccountPlan {
  readonly name: string
  readonly region: Region
  readonly hasAds: boolean
  /** When each grant dies, in ms from the start; null: it lives. `lapsed`: at the end of its 365 days. */
  readonly selling: GrantEnd | null
  readonly advertising: GrantEnd | null
}
export interface GrantEnd {
  readonly at: number
  readonly how: 'lapsed' | 'revoked' | 'revoked at once'
}

/** What goes wrong from when to when, and for whom; times in ms from the start. */
export type FaultPlan = { readonly from: number; readonly until: number; readonly name: string } & (
  | { readonly where: 'network'; readonly flapMs: number | null }
  | { readonly where: 'login'; readonly family: ApiFamily | 'both' }
  | { readonly where: 'data'; readonly family: ApiFamily; readonly region: Region | 'all' }
  | { readonly where: 'account'; readonly account: string }
  | { readonly where: 'role'; readonly account: string; readonly operation: string }
  /** One renewal of a living grant is answered invalid_grant. */
  | { readonly where: 'hiccup'; readonly account: string; readonly family: ApiFamily }
)

export type MachinePlan = { readonly at: number } & (
  | { readonly act: 'restart' }
  | { readonly act: 'sleep'; readonly ms: number }
  /** The computer's clock is set wrong by so much, and put right by the next one. */
  | { readonly act: 'skew'; readonly ms: number }
)

export interface HistoryPlan {
  readonly accounts: readonly AccountPlan[]
  readonly faults: readonly FaultPlan[]
  readonly machine: readonly MachinePlan[]
  /** Faults happen before this; after it there is time to heal. */
  readonly troubledMs: number
}

const REGIONS: readonly Region[] = ['eu', 'eu', 'na', 'fe']
export const OPERATIONS = ['stock', 'prices'] as const

/** A random life of some accounts: hours mostly, days at times, weeks now and then. */
export function drawHistory(dice: Dice): HistoryPlan {
  const troubledMs = dice.chance(0.92)
    ? (2 + dice.below(10)) * HOUR
    : dice.chance(0.85)
      ? (1 + dice.below(2)) * DAY
      : (4 + dice.below(12)) * DAY
  const accounts = Array.from({ length: 1 + dice.below(4) }, (_, index) => drawAccount(dice, index, troubledMs))
  const faults = Array.from({ length: dice.below(5) }, () => drawFault(dice, accounts, troubledMs))
  return { accounts, faults: faults.filter(isFirstHiccup), machine: drawMachine(dice, troubledMs), troubledMs }
}

/** Two false refusals of one grant in a row could be told from true ones by nobody. */
function isFirstHiccup(fault: FaultPlan, index: number, all: readonly FaultPlan[]): boolean {
  if (fault.where !== 'hiccup') return true
  return !all.slice(0, index).some((one) => one.where === 'hiccup' && one.account === fault.account && one.family === fault.family)
}

function drawAccount(dice: Dice, index: number, spanMs: number): AccountPlan {
  const hasAds = dice.chance(0.5)
  const end = (): GrantEnd | null =>
    dice.chance(0.15) ? { at: dice.below(spanMs), how: dice.pick(['lapsed', 'revoked', 'revoked at once'] as const) } : null
  return { name: `a${index}`, region: dice.pick(REGIONS), hasAds, selling: end(), advertising: hasAds ? end() : null }
}

function drawFault(dice: Dice, accounts: readonly AccountPlan[], spanMs: number): FaultPlan {
  const from = dice.below(spanMs)
  const lengthMs = dice.chance(0.6) ? (1 + dice.below(40)) * MINUTE : (1 + dice.below(8)) * HOUR
  const span = { from, until: Math.min(spanMs, from + lengthMs) }
  const account = dice.pick(accounts)
  const family = account.hasAds && dice.chance(0.4) ? 'advertising' : 'selling'
  switch (dice.below(7)) {
    case 0:
    case 1:
      return { ...span, where: 'network', name: named(dice, NETWORK), flapMs: dice.chance(0.3) ? dice.pick([1000, 20_000, 180_000]) : null }
    case 2:
    case 3:
      return { ...span, where: 'login', name: named(dice, LOGIN), family: dice.pick(['both', 'both', family] as const) }
    case 4:
      return { ...span, where: 'data', name: named(dice, DATA), family, region: dice.pick([account.region, 'all'] as const) }
    case 5:
      return dice.chance(0.5)
        ? { ...span, where: 'account', name: named(dice, ACCOUNT), account: account.name }
        : { ...span, where: 'role', name: 'role removed', account: account.name, operation: dice.pick(OPERATIONS) }
    default:
      return { ...span, where: 'hiccup', name: 'one false invalid_grant', account: account.name, family }
  }
}

function named(dice: Dice, from: Readonly<Record<string, unknown>>): string {
  return dice.pick(Object.keys(from))
}

function drawMachine(dice: Dice, spanMs: number): readonly MachinePlan[] {
  const acts: MachinePlan[] = []
  while (dice.chance(0.4)) acts.push({ at: dice.below(spanMs), act: 'restart' })
  while (dice.chance(0.2)) acts.push({ at: dice.below(spanMs), act: 'sleep', ms: dice.pick([20 * MINUTE, 9 * HOUR, 3 * DAY]) })
  if (dice.chance(0.2)) {
    const ms = dice.pick([-1, 1]) * dice.pick([5 * MINUTE, 3 * HOUR, 40 * DAY])
    const at = dice.below(spanMs)
    acts.push({ at, act: 'skew', ms }, { at: at + dice.below(spanMs - at), act: 'skew', ms: -ms })
  }
  return acts.sort((a, b) => a.at - b.at)
}
