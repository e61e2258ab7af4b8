import { currencyScale } from '../../shared/domain/money.ts'
import type { BadVerdict, FlatRecord, RowContext, Statement, StatementFacts } from './document.ts'
import { badRow as bad } from './row-verdict.ts'
import { settlementRow } from './settlement-row.ts'
import { dateShapeOf, decimalMarkOf, readMarked, readShaped, type DateShape, type DecimalMark } from './written-figures.ts'

const ID = /^[A-Za-z0-9-]{1,40}$/
const CURRENCY = /^[A-Z]{3}$/
/** A period is about 14 days; what it claims is declared complete, so a year mistyped must not pass. Our choice. */
const LONGEST_MS = 366 * 86_400_000

/** How a file writes its figures, known from its first record; a decimal mark that shows only later is learned then. */
interface Hand {
  readonly shape: DateShape
  mark: DecimalMark | null
  readonly scale: number
}

/** Opens a settlement by its first record: number, period, deposit, total and currency, with the columns of a line left blank. */
export function openSettlement(head: FlatRecord, context: RowContext): Statement | BadVerdict {
  const currency = head('currency')
  if (!CURRENCY.test(currency)) return bad('currency', 'no currency in the first record')
  if (currency !== context.channel.currency) return FOREIGN
  const shape = dateShapeOf(head('startsAt'))
  if (shape === null) return bad('settlement-start-date', 'written in no way we know')
  const hand: Hand = { shape, mark: decimalMarkOf(head('total')), scale: currencyScale(currency) }
  const says = factsOf(head, hand, currency)
  return 'kind' in says ? says : readerOf(says, hand, context)
}

const FOREIGN: Statement = { says: null, read: () => ({ kind: 'foreign' }), end: () => null }

function factsOf(head: FlatRecord, hand: Hand, currency: string): StatementFacts | BadVerdict {
  const name = head('settlementId')
  const [startsAt, endsAt] = [readShaped(head('startsAt'), hand.shape), readShaped(head('endsAt'), hand.shape)]
  const paidAt = head('paidAt') === '' ? null : readShaped(head('paidAt'), hand.shape)
  const totalMinor = amountIn(hand, head('total'))
  if (!ID.test(name)) return bad('settlement-id', 'not a number of a settlement')
  if (startsAt === null) return bad('settlement-start-date', 'not a date')
  if (endsAt === null || !isPeriod(startsAt, endsAt)) return bad('settlement-end-date', 'not a date within a year after the start')
  if (paidAt === null && head('paidAt') !== '') return bad('deposit-date', 'not written like the start')
  if (totalMinor === null) return bad('total-amount', 'not an amount')
  if (head('amount') !== '') return bad('amount', 'filled in the first record')
  return { name, startsAt, endsAt, paidAt, totalMinor, currency }
}

function isPeriod(startsAt: number, endsAt: number): boolean {
  return endsAt > startsAt && endsAt - startsAt <= LONGEST_MS
}

/** Every line counts for the total, whosever it is. */
function readerOf(says: StatementFacts, hand: Hand, context: RowContext): Statement {
  let sum = 0
  return {
    says,
    read: (record, line) => {
      if (record('settlementId') !== says.name) return bad('settlement-id', 'not the one of the first record')
      if (record('total') !== '') return bad('total-amount', 'filled a second time')
      const amountMinor = amountIn(hand, record('amount'))
      if (amountMinor === null) return bad('amount', 'not an amount as the first record writes it')
      const postedAt = readShaped(record('postedAt'), hand.shape)
      if (postedAt === null) return bad('posted-date-time', 'not written like the dates of the first record')
      sum += amountMinor
      return settlementRow(record, { settlementId: says.name, line, postedAt, amountMinor }, context)
    },
    end: () => {
      if (sum === says.totalMinor) return null
      return bad('total-amount', `says ${decimal(says.totalMinor, hand.scale)}, its lines sum to ${decimal(sum, hand.scale)}`)
    },
  }
}

function amountIn(hand: Hand, text: string): number | null {
  hand.mark ??= decimalMarkOf(text)
  return readMarked(text, hand.mark ?? '.', hand.scale)
}

function decimal(minor: number, scale: number): string {
  const digits = String(Math.abs(minor)).padStart(scale + 1, '0')
  const cut = digits.length - scale
  return `${minor < 0 ? '-' : ''}${digits.slice(0, cut)}${scale === 0 ? '' : `.${digits.slice(cut)}`}`
}
