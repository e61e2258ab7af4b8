import { dayBounds, daysTouched, HOUR_MS, type Day } from '../lib/days.ts'
import { rememberLists } from '../lib/memory.ts'
import { exponentOf } from '../lib/money.ts'
import { drawFor, letters } from '../lib/random.ts'
import { LAST_POSTING_MS, transactionsOf } from './order-transactions.ts'
import { ordersOfDay } from './orders.ts'
import { totalOf, type Transaction } from './transaction.ts'
import type { Channel } from './world.ts'

const remember = rememberLists<Transaction>(250_000)

/** Every transaction posted in the half-open run, earliest first, whether or not it can be read yet. */
export function transactionsBetween(channel: Channel, startMs: number, endMs: number): Transaction[] {
  return daysTouched(startMs - LAST_POSTING_MS, endMs, channel.marketplace.zone)
    .flatMap((day) => causedBy(channel, day))
    .filter((one) => one.postedMs >= startMs && one.postedMs < endMs)
    .toSorted((a, b) => a.postedMs - b.postedMs || a.id.localeCompare(b.id))
}

export type TransactionsTruth = { readonly day: Day; readonly rows: number; readonly moneyMinor: number }

/** What the transactions posted on a day add up to, as far as they can be read at an instant. */
export function transactionsTruth(channel: Channel, day: Day, asOf: number): TransactionsTruth {
  const bounds = dayBounds(day, channel.marketplace.zone)
  const seen = transactionsBetween(channel, bounds.startMs, bounds.endMs).filter((one) => one.visibleMs <= asOf)
  return { day, rows: seen.length, moneyMinor: seen.reduce((sum, one) => sum + totalOf(one.parts), 0) }
}

/** What the orders and the calendar of one day lead to, whenever it is posted. */
function causedBy(channel: Channel, day: Day): readonly Transaction[] {
  return remember(`${channel.seed}|${channel.key}|${channel.ordersPerDay}|${day}`, () => [
    ...ordersOfDay(channel, day).flatMap((order) => transactionsOf(channel, order)),
    ...calendarOf(channel, day),
  ])
}

/** Subscription on the first, storage on the fifteenth, a correction now and then. */
function calendarOf(channel: Channel, day: Day): Transaction[] {
  if (day < channel.openedOn) return []
  const draw = drawFor(channel.seed, channel.key, 'calendar', day)
  const unit = 10 ** exponentOf(channel.marketplace.currency)
  const postedMs = dayBounds(day, channel.marketplace.zone).startMs + Math.floor(draw() * 20) * HOUR_MS
  const entry = (type: 'ServiceFee' | 'Adjustment', description: string, name: string, minor: number): Transaction => ({
    id: letters(draw, 24),
    type,
    description,
    postedMs,
    visibleMs: postedMs + HOUR_MS,
    items: [],
    parts: [{ name, parts: [{ name: description.replaceAll(' ', ''), minor }] }],
  })
  const entries: Transaction[] = []
  if (day.endsWith('-01')) entries.push(entry('ServiceFee', 'Subscription', 'Expenses', -39 * unit))
  if (day.endsWith('-15')) entries.push(entry('ServiceFee', 'FBA Storage Fee', 'Expenses', -Math.round((30 + draw() * 60) * unit)))
  if (draw() < 0.04) entries.push(entry('Adjustment', 'FBA Inventory Reimbursement', 'Sales', Math.round((5 + draw() * 40) * unit)))
  return entries
}
