import type { Core } from '../core.ts'
import { isoZeroOffset } from '../lib/instants.ts'
import { decimalText } from '../lib/money.ts'
import { hashOf } from '../lib/random.ts'
import { settlementOf } from '../selling/settlement-reports.ts'
import type { ReportRow } from '../state.ts'
import type { Marketplace } from '../world/marketplaces.ts'
import { settlementLines, settlementTotal, type SettlementLine } from '../world/settlement-lines.ts'
import { SETTLEMENT_COLUMNS } from './settlement-columns.ts'
import { writeTable } from './table.ts'

/** How a file writes amounts and instants. */
type Hand = { readonly amount: (minor: number) => string; readonly instant: (ms: number) => string }

/** The flat file of one settlement: a first record about the whole, then its lines. */
export function settlementFile(core: Core, row: ReportRow): string {
  const settlement = settlementOf(core, row)
  const [first] = settlement.channels
  if (first === undefined) throw new Error(`settlement ${settlement.id} has no channel`)
  const hand = handOf(first.marketplace, hashOf(`hand ${row.id}`) % 2 === 0)
  const isWrong = core.faults.strike('wrong-total', { account: row.accountId, reportType: row.type }) !== undefined
  const head = {
    'settlement-id': settlement.id,
    'settlement-start-date': hand.instant(settlement.startMs),
    'settlement-end-date': hand.instant(settlement.endMs),
    'deposit-date': hand.instant(settlement.depositMs),
    'total-amount': hand.amount(settlementTotal(settlement) + (isWrong ? 1 : 0)),
    currency: settlement.currency,
  }
  const promotion = first.marketplace.country === 'JP' ? 'クーポン "値引"' : 'Frühling "5% off" für alle'
  const lines = settlementLines(settlement).map((line, index) => ({
    'settlement-id': settlement.id,
    ...cellsOf(line, hand, index),
    'promotion-id': line.amountType === 'Promotion' ? promotion : '',
  }))
  return writeTable(core, row, SETTLEMENT_COLUMNS, [head, ...lines])
}

function cellsOf(line: SettlementLine, hand: Hand, index: number): Record<string, string> {
  const posted = hand.instant(line.postedMs)
  return {
    'transaction-type': line.type,
    'order-id': line.orderId,
    'merchant-order-id': line.orderId,
    'shipment-id': line.orderId === '' ? '' : `D${hashOf(line.orderId).toString(36).toUpperCase()}`,
    'marketplace-name': nameOf(line.channel?.marketplace.domain),
    'amount-type': line.amountType,
    'amount-description': line.description,
    amount: hand.amount(line.minor),
    'fulfillment-id': line.sku === '' ? '' : 'AFN',
    'posted-date': posted.slice(0, 10),
    'posted-date-time': posted,
    'order-item-code': line.sku === '' ? '' : String(40_000_000 + index),
    sku: line.sku,
    'quantity-purchased': line.quantity === undefined ? '' : String(line.quantity),
  }
}

function nameOf(domain: string | undefined): string {
  return domain === undefined ? '' : domain.replace(/^amazon/, 'Amazon')
}

const POINT = new Set(['UK', 'IE', 'US', 'CA', 'MX', 'JP', 'AU', 'SG', 'IN', 'AE', 'SA', 'EG', 'ZA'])

/** The marketplace's own way to write figures; thousands are grouped in some files and not in others. */
function handOf({ country, currency, region }: Marketplace, isGrouped: boolean): Hand {
  const amount = (minor: number): string => {
    const [whole = '', decimals] = decimalText(minor, currency).split('.')
    const isPoint = POINT.has(country)
    const grouped = isGrouped ? whole.replaceAll(/\B(?=(\d{3})+$)/g, isPoint ? ',' : '.') : whole
    return decimals === undefined ? grouped : `${grouped}${isPoint ? '.' : ','}${decimals}`
  }
  return { amount, instant: (ms) => instantIn(country, region === 'eu', ms) }
}

function instantIn(country: string, isEuropean: boolean, ms: number): string {
  if (country === 'UK') return isoZeroOffset(ms)
  const text = new Date(ms).toISOString()
  const [year, month, day] = text.slice(0, 10).split('-')
  const date = isEuropean ? `${day}.${month}.${year}` : country === 'JP' ? `${year}/${month}/${day}` : `${year}-${month}-${day}`
  return `${date} ${text.slice(11, 19)} UTC`
}
