import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { brand } from '../../../src/shared/lib/brand.ts'
import { formatDay } from '../../../src/shared/domain/day.ts'
import type { ChannelId, DatasetId } from '../../../src/shared/domain/ids.ts'
import type { Channel } from '../../../src/shared/domain/account.ts'
import { SETTLEMENT_COLUMNS } from '../../../src/stand-in/documents/settlement-columns.ts'
import { days, GERMANY, JAPAN, openShop, orderFor, type Shop } from './shop.ts'

let shop: Shop
beforeEach(() => void (shop = openShop()))
afterEach(() => shop.end())

const dataset = brand<DatasetId>('settlements')
const FRANCE: Channel = { ...GERMANY, id: brand<ChannelId>(7), country: 'FR', name: 'Acme FR', zone: 'Europe/Paris' }
const BRITAIN: Channel = { ...GERMANY, id: brand<ChannelId>(8), country: 'UK', name: 'Acme UK', currency: 'GBP', zone: 'Europe/London' }
const ALL = [GERMANY, FRANCE, BRITAIN]
const range = days('2026-01-01', '2026-05-01')
const order = (report: string, siblings: readonly Channel[] = ALL) => orderFor({ dataset, amazonReportId: report, siblings })

type Cells = Readonly<Record<string, string>>
const line = (posted: string, amount: string, more: Cells = {}): Cells => ({
  'transaction-type': 'Order',
  'order-id': '302-1',
  'marketplace-name': 'Amazon.de',
  'amount-type': 'ItemPrice',
  'amount-description': 'Principal',
  amount,
  'posted-date-time': `${posted} UTC`,
  sku: 'LAMP "1"',
  ...more,
})

interface Written {
  readonly id: string
  /** Day of March 2026 and time of the begin; the end is 14 days later. */
  readonly from: string
  readonly until: string
  readonly total: string
  readonly currency?: string
}

function textOf({ id, from, until, total, currency = 'EUR' }: Written, lines: readonly Cells[], end = '\n'): string {
  const head: Cells = {
    'settlement-start-date': `${from} UTC`,
    'settlement-end-date': `${until} UTC`,
    'deposit-date': `${until} UTC`,
    'total-amount': total,
    currency,
  }
  const all = [head, ...lines].map((cells) => SETTLEMENT_COLUMNS.map((name) => (name === 'settlement-id' ? id : (cells[name] ?? ''))))
  return [SETTLEMENT_COLUMNS, ...all].map((cells) => cells.join('\t') + end).join('')
}

const FIRST: Written = { id: '111', from: '01.03.2026 10:00:00', until: '04.03.2026 10:00:00', total: '30,00' }
const SECOND: Written = { id: '112', from: '04.03.2026 10:00:00', until: '06.03.2026 10:00:00', total: '5,00' }
const firstText = textOf(FIRST, [line('02.03.2026 12:00:00', '10,00'), line('04.03.2026 08:00:00', '20,00')])
const secondText = textOf(SECOND, [line('04.03.2026 12:00:00', '5,00')])

async function held(channel: Channel = GERMANY): Promise<readonly string[]> {
  const receipts = await shop.reader.stores.ledger.receipts(channel.id, dataset, range, 'hash')
  return receipts.map((one) => `${formatDay(one.day)} ${one.rows} ${one.moneyMinor}${one.intact ? '' : ' damaged'}`)
}

function rows(where = '1 = 1'): number {
  const db = new Database(shop.path, { readonly: true })
  const count = db.prepare<[], number>(`SELECT count(*) FROM settlement_lines WHERE ${where}`).pluck().get() ?? 0
  db.close()
  return count
}

describe('the days a settlement owns', () => {
  test('are complete, also without a line; its border days wait for its neighbours, and keep their lines meanwhile', async () => {
    expect(await shop.commit(order('r1'), firstText)).toMatchObject({ ok: true, value: { rows: 2 } })
    expect(await held()).toEqual(['2026-03-02 1 1000', '2026-03-03 0 0'])
    expect(rows()).toBe(2)
    await shop.commit(order('r2'), secondText)
    expect(await held()).toEqual(['2026-03-02 1 1000', '2026-03-03 0 0', '2026-03-04 2 2500', '2026-03-05 0 0'])
  })

  test('come out the same whichever file is taken first', async () => {
    await shop.commit(order('r2'), secondText)
    await shop.commit(order('r1'), firstText)
    expect(await held()).toEqual(['2026-03-02 1 1000', '2026-03-03 0 0', '2026-03-04 2 2500', '2026-03-05 0 0'])
  })

  test('meet across the second that a file leaves between, and not across two', async () => {
    await shop.commit(order('r1'), textOf({ ...FIRST, until: '04.03.2026 09:59:59' }, [line('02.03.2026 12:00:00', '30,00')]))
    await shop.commit(order('r2'), secondText)
    expect(await held()).toContain('2026-03-04 1 500')
    await shop.commit(
      order('r3'),
      textOf({ ...SECOND, id: '113', from: '06.03.2026 10:00:02', until: '09.03.2026 10:00:00', total: '0' }, []),
    )
    expect((await held()).map((one) => one.slice(0, 10))).not.toContain('2026-03-06')
  })

  test('are proven for every channel of its currency at once, and for none of another', async () => {
    const french = line('03.03.2026 12:00:00', '7,00', { 'marketplace-name': 'Amazon.fr' })
    const fee = line('03.03.2026 12:00:00', '-7,00', { 'marketplace-name': '', 'order-id': '', sku: '' })
    await shop.commit(order('r1'), textOf({ ...FIRST, total: '0,00' }, [french, fee]))
    expect([await held(), await held(FRANCE), await held(BRITAIN)]).toEqual([
      ['2026-03-02 0 0', '2026-03-03 1 -700'],
      ['2026-03-02 0 0', '2026-03-03 1 700'],
      [],
    ])
    const taken = async (channel: Channel) => shop.reader.stores.ledger.takenDocuments(channel.id, dataset)
    expect((await taken(FRANCE)).map((one) => one.owns?.endsAt)).toEqual([Date.UTC(2026, 2, 4, 10)])
    expect(await taken(BRITAIN)).toMatchObject([{ documentId: 'r1', owns: null }])
  })

  test('are changed by a later line that is dated before its own settlement, and the change is told', async () => {
    await shop.commit(order('r1'), firstText)
    await shop.commit(
      order('r2'),
      textOf({ ...SECOND, total: '6,00' }, [line('04.03.2026 12:00:00', '5,00'), line('03.03.2026 12:00:00', '1,00')]),
    )
    expect(await held()).toContain('2026-03-03 1 100')
    expect(await shop.reader.stores.ledger.restatements({ limit: 9 })).toMatchObject([{ rowsBefore: 0, rowsAfter: 1, moneyAfter: 100 }])
  })

  test('are not touched by taking the same file again', async () => {
    await shop.commit(order('r1'), firstText)
    await shop.commit(order('r2'), secondText)
    const before = await held()
    expect(await shop.commit(order('r2'), secondText)).toMatchObject({ ok: true, value: { changedDays: 0 } })
    expect(await held()).toEqual(before)
    expect(await shop.reader.stores.ledger.restatements({ limit: 9 })).toEqual([])
  })

  test('whose lines were damaged are whole again when their files are', async () => {
    await shop.commit(order('r1'), firstText)
    await shop.commit(order('r2'), secondText)
    const sound = await held()
    const db = new Database(shop.path)
    db.exec(`DELETE FROM settlement_lines WHERE day = (SELECT max(day) FROM settlement_lines)`)
    db.close()
    expect(await held()).toContain('2026-03-04 2 2500 damaged')
    await shop.commit(order('r1'), firstText)
    expect(await held()).toContain('2026-03-04 2 2500 damaged')
    await shop.commit(order('r2'), secondText)
    expect(await held()).toEqual(sound)
  })
})

describe('settlement files as they come', () => {
  test('lines that repeat word for word all count', async () => {
    const twin = line('02.03.2026 12:00:00', '10,00')
    await shop.commit(order('r1'), textOf(FIRST, [twin, twin, twin]))
    expect((await held())[0]).toBe('2026-03-02 3 3000')
  })

  test('no charset, a byte order mark, CR LF, quotes and old one-byte text change nothing', async () => {
    const lines = [line('02.03.2026 12:00:00', '30,00', { 'amount-description': 'Gebühr "für" \'alles' })]
    await shop.commit(order('r1'), Buffer.from(textOf(FIRST, lines, '\r\n'), 'latin1'), { gzip: false, contentType: 'text/plain' })
    expect(rows(`description = 'Gebühr "für" ''alles' AND amount_minor = 3000`)).toBe(1)
    await shop.commit(order('r1'), `\uFEFF${textOf(FIRST, lines)}\n`, { contentType: 'text/plain' })
    expect([rows(), (await held())[0]]).toEqual([1, '2026-03-02 1 3000'])
  })

  test('Japanese text in its own charset is read for the Japanese channel, whoever leads the account', async () => {
    const AUSTRALIA: Channel = { ...GERMANY, country: 'AU', currency: 'AUD', zone: 'Australia/Sydney' }
    const head = { id: '9', from: '2026/03/01 10:00:00', until: '2026/03/04 10:00:00', total: '1,234', currency: 'JPY' }
    const text = textOf(head, [line('2026/03/02 12:00:00', '1,234', { 'marketplace-name': 'Amazon.co.jp', 'amount-description': '@' })])
    const shift = Buffer.from([0x83, 0x67, 0x81, 0x5b])
    const parts = text.split('@').map((part) => Buffer.from(part, 'latin1'))
    const body = Buffer.concat([parts[0] ?? Buffer.of(), shift, parts[1] ?? Buffer.of()])
    await shop.commit({ ...order('r1', [AUSTRALIA, JAPAN]), channel: AUSTRALIA }, body, { gzip: false, contentType: 'text/plain' })
    expect([rows(`description = 'トー' AND amount_minor = 1234`), await held(AUSTRALIA)]).toEqual([1, []])
    expect((await held(JAPAN))[0]).toBe('2026-03-02 1 1234')
  })

  test.each([
    [
      'a total that is not the sum',
      textOf({ ...FIRST, total: '30,01' }, [line('02.03.2026 12:00:00', '30,00')]),
      /says 30\.01, its lines sum to 30\.00/,
    ],
    ['a file cut after a line', firstText.slice(0, firstText.lastIndexOf('111')), /says 30\.00, its lines sum to 10\.00/],
    ['a file cut in a line', firstText.slice(0, -30), /ends before column/],
    ['two ways of writing amounts', textOf(FIRST, [line('02.03.2026 12:00:00', '30.00')]), /line 3, column amount/],
    ['two ways of writing dates', textOf(FIRST, [line('2026-03-02 12:00:00', '30,00')]), /posted-date-time/],
    ['no first record', textOf(FIRST, []).split('\n').slice(0, 1).join('') + '\n', /no first record/],
    [
      'a period of a hundred years',
      textOf({ ...FIRST, until: '04.03.2126 10:00:00' }, [line('02.03.2026 12:00:00', '30,00')]),
      /settlement-end-date/,
    ],
    ['no column for the total', firstText.replace('total-amount', 'total'), /no column total-amount/],
  ])('%s refuses all of it, and nothing is kept', async (_name, text, why) => {
    const answer = await shop.commit(order('r1'), text)
    expect(answer).toMatchObject({ ok: false, error: { kind: 'bad-document', evidence: expect.stringMatching(why) as unknown } })
    expect([rows(), await held(), await shop.reader.stores.ledger.takenDocuments(GERMANY.id, dataset)]).toEqual([0, [], []])
  })

  test('a new column is told and passed over', async () => {
    await shop.commit(order('r1'), firstText.replaceAll('\tpromotion-id', '\tnovel-column'))
    expect(await shop.reader.stores.findings.newest(9)).toMatchObject([{ kind: 'unknown-column', column: 'novel-column' }])
    expect(rows()).toBe(2)
  })
})

describe('settlement files that cannot be used', () => {
  const refused = firstText.replace('30,00', '30,01')
  const noted = async () => (await shop.kept.list()).map((one) => one.amazonReportId)

  test('are remembered each, though one run fetched them all', async () => {
    const first = order('r1')
    await shop.commit(first, refused)
    await shop.commit({ ...first, amazonReportId: 'r2' }, refused)
    expect(await noted()).toEqual(['r1', 'r2'])
  })

  test('are remembered once, however often they are fetched again', async () => {
    await shop.commit(order('r1'), refused)
    await shop.commit({ ...order('r1'), fetchedAt: orderFor().fetchedAt + 86_400_000 }, refused)
    expect(await noted()).toEqual(['r1'])
  })
})

test('the end of a list marks it as read for every channel and ends the run with all rows', async () => {
  await shop.ingest.commitListing({ ...order('r1'), amazonReportId: null }, 12)
  const marks = await Promise.all(ALL.map((one) => shop.reader.stores.ledger.changesThrough(one.id, dataset)))
  expect(new Set(marks)).toEqual(new Set([orderFor().fetchedAt]))
})
