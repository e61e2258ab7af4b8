import { describe, expect, test } from 'vitest'
import { brand } from '../../../src/shared/lib/brand.ts'
import { currencyScale } from '../../../src/shared/domain/money.ts'
import type { Channel } from '../../../src/shared/domain/account.ts'
import type { ChannelId } from '../../../src/shared/domain/ids.ts'
import type { FlatRecord, Row } from '../../../src/main/datasets/document.ts'
import { dataset } from '../../../src/main/datasets/settlements.dataset.ts'
import { settlementCategory } from '../../../src/main/datasets/settlement-category.ts'
import { dateShapeOf, decimalMarkOf, readMarked, readShaped } from '../../../src/main/datasets/written-figures.ts'
import { contextFor, day, GERMANY } from './scope.ts'

const FRANCE: Channel = { ...GERMANY, id: brand<ChannelId>(2), country: 'FR', name: 'Acme FR', zone: 'Europe/Paris' }
const BRITAIN: Channel = { ...GERMANY, id: brand<ChannelId>(3), country: 'UK', currency: 'GBP', zone: 'Europe/London' }

type Cells = Readonly<Record<string, string>>

const HEAD: Cells = {
  settlementId: '111',
  startsAt: '01.03.2026 10:04:06 UTC',
  endsAt: '15.03.2026 10:04:06 UTC',
  paidAt: '17.03.2026 10:04:06 UTC',
  total: '16,99',
  currency: 'EUR',
}
const SALE: Cells = {
  settlementId: '111',
  type: 'Order',
  orderId: '302-1',
  marketplace: 'Amazon.de',
  amountType: 'ItemPrice',
  description: 'Principal',
  amount: '19,99',
  postedAt: '02.03.2026 23:30:00 UTC',
  sku: 'LAMP-1',
  quantity: '1',
}
const FEE: Cells = { ...SALE, amountType: 'ItemFees', description: 'Commission', amount: '-3,00', quantity: '' }

const recordOf = (cells: Cells): FlatRecord => {
  return (column) => cells[column] ?? ''
}

/** What one channel makes of a file; the reason when it is refused. */
function read(head: Cells, lines: readonly Cells[], channel = GERMANY, siblings = [GERMANY, FRANCE, BRITAIN]): readonly Row[] | string {
  if (dataset.document.kind !== 'statement') throw new Error('no statement')
  const opened = dataset.document.open(recordOf(head), { ...contextFor('2026-03-01', '2026-03-31', channel), siblings })
  if ('kind' in opened) return `${opened.column}: ${opened.why}`
  if (opened.says === null) return 'not of this channel'
  const rows: Row[] = []
  for (const [index, line] of lines.entries()) {
    const verdict = opened.read(recordOf(line), index + 1)
    if (verdict.kind === 'bad') return `${verdict.column}: ${verdict.why}`
    if (verdict.kind === 'row') rows.push(verdict.row)
  }
  const end = opened.end()
  return end === null ? rows : `${end.column}: ${end.why}`
}

describe('a settlement', () => {
  test('gives each line with its day in the marketplace, its place in the file, and what it is', () => {
    const [sale, fee] = read(HEAD, [SALE, FEE])
    const posted = Date.parse('2026-03-02T23:30:00Z')
    const words = ['Order', 'ItemPrice', 'Principal', 'sales', '302-1']
    expect(sale).toEqual([day('2026-03-03'), '111', 1, posted, ...words, 'LAMP-1\u001F\u001F', 1, 1999, 'EUR'])
    expect((fee as Row).slice(2, 8)).toEqual([2, posted, 'Order', 'ItemFees', 'Commission', 'fees'])
    expect(dataset.table.columns).toHaveLength(sale?.length ?? 0)
  })

  test('is refused when its total is not the sum of its lines, naming both', () => {
    expect(read(HEAD, [SALE])).toBe('total-amount: says 16.99, its lines sum to 19.99')
    expect(read({ ...HEAD, total: '0,05' }, [{ ...FEE, amount: '-0,05' }])).toBe('total-amount: says 0.05, its lines sum to -0.05')
  })

  test('counts every line for the total, and gives each channel its own', () => {
    const french = { ...SALE, marketplace: 'Amazon.fr', orderId: '171-9' }
    const rows = (channel: Channel) => read({ ...HEAD, total: '36,98' }, [SALE, FEE, french], channel)
    expect(rows(GERMANY)).toHaveLength(2)
    expect((rows(FRANCE) as Row[]).map((row) => row[8])).toEqual(['171-9'])
    expect(rows(BRITAIN)).toBe('not of this channel')
  })

  test('gives a line of no marketplace to the first channel of its currency alone', () => {
    const lines = ['', 'Non-Amazon', 'Amazon.nl'].map((marketplace) => ({ ...FEE, marketplace }))
    const count = (channel: Channel) => read({ ...HEAD, total: '-9,00' }, lines, channel).length
    expect([count(GERMANY), count(FRANCE)]).toEqual([2, 0])
  })

  test('reads a line written in another way than its first record as a fault of the file', () => {
    expect(read(HEAD, [{ ...SALE, amount: '19.99' }])).toBe('amount: not an amount as the first record writes it')
    expect(read(HEAD, [{ ...SALE, postedAt: '2026-03-02 23:30:00 UTC' }])).toMatch(/^posted-date-time: not written like/)
    expect(read({ ...HEAD, paidAt: '2026-03-17 10:04:06 UTC' }, [])).toMatch(/^deposit-date/)
    expect(read(HEAD, [{ ...SALE, settlementId: '112' }])).toMatch(/^settlement-id/)
    expect(read(HEAD, [SALE, { ...FEE, total: '16,99' }])).toBe('total-amount: filled a second time')
    expect(read({ ...HEAD, startsAt: '03/04/2026 10:04:06 UTC' }, [])).toBe('settlement-start-date: written in no way we know')
    expect(read({ ...HEAD, currency: '' }, [])).toMatch(/^currency/)
    expect(read({ ...HEAD, endsAt: HEAD['startsAt'] ?? '' }, [])).toMatch(/^settlement-end-date/)
  })

  test('whose total shows no decimal mark learns it from the first line that does', () => {
    expect(
      read({ ...HEAD, total: '0' }, [
        { ...FEE, amount: '-1.234,50' },
        { ...SALE, amount: '1.234,50' },
      ]),
    ).toHaveLength(2)
    expect(
      read({ ...HEAD, total: '0' }, [
        { ...FEE, amount: '-1,50' },
        { ...SALE, amount: '1.50' },
      ]),
    ).toMatch(/^amount/)
  })
})

describe('figures as files write them', () => {
  test.each([
    ['1141,18', 'EUR', 114_118],
    ['-1.234,56', 'EUR', -123_456],
    ['1,141.18', 'USD', 114_118],
    ['1141.18', 'USD', 114_118],
    ['-0,5', 'EUR', -50],
    ['1.234', 'EUR', 123_400],
    ['1,234', 'JPY', 1234],
    ['1234', 'JPY', 1234],
    ['1234.00', 'JPY', 1234],
    ['12.345.67', 'EUR', null],
    ['1234.5', 'JPY', null],
    ['', 'EUR', null],
    ['1e3', 'EUR', null],
    ['12,34 €', 'EUR', null],
  ])('%s in %s is %s', (text, currency, minor) => {
    expect(readMarked(text, decimalMarkOf(text) ?? '.', currencyScale(currency))).toBe(minor)
  })

  test.each([
    ['2023-03-14T07:49:55+00:00', 'iso'],
    ['2023-03-14 07:49:55 UTC', 'year-first'],
    ['2023/03/14 07:49:55 UTC', 'year-first'],
    ['14.03.2023 07:49:55 UTC', 'day-first'],
  ] as const)('%s is the same instant', (text, shape) => {
    expect(dateShapeOf(text)).toBe(shape)
    expect(readShaped(text, shape)).toBe(Date.UTC(2023, 2, 14, 7, 49, 55))
  })

  test('days that no calendar has, and dates that could be two, are none', () => {
    expect(readShaped('31.04.2023 07:49:55 UTC', 'day-first')).toBeNull()
    expect(readShaped('2023-02-30T07:49:55+00:00', 'iso')).toBeNull()
    expect(dateShapeOf('03/04/2023 07:49:55 UTC')).toBeNull()
    expect(dateShapeOf('14.03.2023')).toBeNull()
  })
})

test.each([
  ['Order', 'ItemPrice', 'Principal', 'sales'],
  ['Order', 'ItemPrice', 'ShippingTax', 'tax'],
  ['Order', 'ItemWithheldTax', 'MarketplaceFacilitatorTax-Principal', 'tax'],
  ['Refund', 'ItemPrice', 'Principal', 'refunds'],
  ['Refund', 'ItemFees', 'RefundCommission', 'fees'],
  ['Order', 'Promotion', 'Principal', 'promotions'],
  ['ServiceFee', 'Cost of Advertising', 'TransactionTotalAmount', 'advertising'],
  ['other-transaction', 'other-transaction', 'Current Reserve Amount', 'reserve'],
  ['other-transaction', 'other-transaction', 'Subscription Fee', 'fees'],
  ['other-transaction', 'FBA Inventory Reimbursement', 'WAREHOUSE_DAMAGE', 'other'],
])('%s, %s, %s is %s', (type, amountType, description, category) => {
  expect(settlementCategory({ type, amountType, description })).toBe(category)
})
