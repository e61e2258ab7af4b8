import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { days, GERMANY, JAPAN, openShop, orderFor, type Shop } from './shop.ts'
import { HEADER, orderLine, ordersText } from './orders-text.ts'

let shop: Shop
beforeEach(() => void (shop = openShop()))
afterEach(() => shop.end())

const range = days('2026-03-01', '2026-03-04')
const held = (channel = GERMANY) => shop.reader.stores.ledger.receipts(channel.id, orderFor().dataset, range, 'hash')
const titles = async (channel = GERMANY) => (await shop.reader.stores.reports.productSales(channel.id, range, 9)).map((one) => one.title)

describe('documents that look odd but are sound', () => {
  test('quotes are letters like any other', async () => {
    const lines = ['"Half a quote', 'A "whole" one', '""', "It's"].map((title, index) => ({ id: `302-${index}`, sku: `S${index}`, title }))
    expect(await shop.commit(orderFor(), ordersText(lines))).toMatchObject({ ok: true, value: { rows: 4 } })
    expect((await titles()).sort()).toEqual(['"Half a quote', '""', 'A "whole" one', "It's"].sort())
  })

  test('CR LF, a byte order mark, blank lines at the end and blank cells beyond the header change nothing', async () => {
    const plain = await shop.commit(orderFor(), ordersText([{}, { id: '302-2' }]))
    const before = (await held()).map((one) => one.contentHash)
    const dressed = `\uFEFF${[HEADER.join('\t'), `${orderLine()}\t\t`, orderLine({ id: '302-2' })].join('\r\n')}\r\n\r\n\r\n`
    expect(await shop.commit(orderFor(), dressed)).toMatchObject({
      ok: true,
      value: { rows: plain.ok ? plain.value.rows : 0, changedDays: 0 },
    })
    expect((await held()).map((one) => one.contentHash)).toEqual(before)
  })

  test.each([
    ['told rightly', 'text/plain; charset=Cp1252'],
    ['told wrongly', 'text/plain;charset=UTF-8'],
    ['not told', 'text/plain'],
  ])('old one-byte text, charset %s', async (_name, contentType) => {
    const bytes = gzipSync(Buffer.from(ordersText([{ title: 'Töpfe für Gärtner' }]), 'latin1'))
    expect(await shop.commit(orderFor(), bytes, { contentType })).toMatchObject({ ok: true })
    expect(await titles()).toEqual(['Töpfe für Gärtner'])
  })

  test('UTF-8 under a wrong label stays UTF-8', async () => {
    expect(await shop.commit(orderFor(), ordersText([{ title: 'Töpfe' }]), { contentType: 'text/plain;charset=Cp1252' })).toMatchObject({
      ok: true,
    })
    expect(await titles()).toEqual(['Töpfe'])
  })

  test('Shift_JIS with Japanese headers, yen without decimals', async () => {
    const header = [
      'Amazon注文番号',
      '購入日',
      '注文ステータス',
      '商品名',
      'SKU',
      'ASIN',
      '商品ステータス',
      '数量',
      '通貨',
      '商品価格',
    ].map(shiftJis)
    const cells = ['503-1', '2026-03-02T10:00:00+09:00', 'Shipped', 'テ', 'J-1', 'B0J', 'Shipped', '2', 'JPY', '1,980'].map(shiftJis)
    const join9 = (parts: Buffer[]) => Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [Buffer.from('\t'), part])))
    const bytes = gzipSync(Buffer.concat([join9(header), Buffer.from('\n'), join9(cells), Buffer.from('\n')]))
    expect(await shop.commit(orderFor({ channel: JAPAN }), bytes, { contentType: 'text/plain;charset=cp932' })).toMatchObject({
      ok: true,
      value: { rows: 1 },
    })
    expect(await titles(JAPAN)).toEqual(['テ'])
    expect((await held(JAPAN)).map((one) => one.moneyMinor)).toEqual([0, 1980, 0])
  })

  test('lines of another site and of days outside are counted and left out', async () => {
    const done = await shop.commit(
      orderFor(),
      ordersText([
        {},
        { salesChannel: 'Amazon.fr', id: '302-2' },
        { salesChannel: 'Non-Amazon DE', id: '302-3' },
        { id: '302-4', at: '2026-03-05T00:00:00Z' },
      ]),
    )
    expect(done).toMatchObject({ ok: true, value: { rows: 1, foreignRows: 3 } })
  })

  test('a line short of trailing optional columns is filled up', async () => {
    const short = orderLine().split('\t').slice(0, -2).join('\t')
    expect(await shop.commit(orderFor(), `${HEADER.join('\t')}\n${short}\n`)).toMatchObject({ ok: true, value: { rows: 1 } })
  })
})

describe('documents that are refused leave everything as it was', () => {
  const twoLines = ordersText([{}, { id: '302-2' }])
  test.each<[string, string, string]>([
    ['a sentence', 'We could not process your request. Please try again later.', 'no column amazon-order-id'],
    ['a captive portal', '<!doctype html><html><body>Sign in to Wi-Fi</body></html>', 'no column amazon-order-id'],
    ['nothing', '', 'empty'],
    ['a column missing', twoLines.replace('\tsku\t', '\tnovel\t'), 'line 1: no column sku'],
    ['a column twice', twoLines.replace('\tmerchant-order-id\t', '\tsku\t'), 'line 1: column sku stands twice'],
    ['a ragged line', `${twoLines}302-9\t\t2026-03-02T10:00:00Z\n`, 'line 4: ends before column last-updated-date'],
    ['a line with too many cells', twoLines.replace('PO-SECRET\n', 'PO-SECRET\tmore\n'), 'line 2: more than 21 columns'],
    ['a blank line inside', twoLines.replace('PO-SECRET\n', 'PO-SECRET\n\n'), 'line 3 is blank'],
    ['a date without an offset', ordersText([{}, { at: '2026-03-02T10:00:00' }]), 'line 3, column purchase-date'],
    ['a price in words', ordersText([{ price: 'free' }]), 'line 2, column item-price'],
    ['a count with decimals', ordersText([{ quantity: '1.5' }]), 'line 2, column quantity'],
    ['another currency', ordersText([{ currency: 'USD' }]), 'line 2, column currency'],
    ['a null character', ordersText([{ title: 'a\0b' }]), 'line 2 has a null character'],
    ['old Mac line ends', twoLines.replaceAll('\n', '\r'), 'line 1'],
    ['a price beyond safe integers', ordersText([{ price: '99999999999999999.00' }]), 'item-price'],
    [
      'sums beyond safe integers',
      ordersText([{ price: '90000000000000.00' }, { id: '302-2', price: '90000000000000.00' }]),
      'safe integers',
    ],
  ])('%s', async (_name, text, evidence) => {
    await shop.commit(orderFor(), ordersText([{ id: '302-7' }]))
    const before = await held()
    const refused = await shop.commit(orderFor({ amazonReportId: 'REP-1' }), text)
    expect(refused).toMatchObject({ ok: false, error: { kind: 'bad-document', evidence: expect.stringContaining(evidence) } })
    expect(JSON.stringify(refused)).toContain('orders')
    expect(await held()).toEqual(before)
  })

  test('a refused range is told apart', async () => {
    const refused = await shop.commit(orderFor(), 'Date range exceeded. Report can be requested only upto 30 days')
    expect(refused).toMatchObject({ ok: false, error: { kind: 'range-refused' } })
  })

  test('a packed body cut at any byte', async () => {
    const whole = gzipSync(Buffer.from(ordersText([{}, { id: '302-2' }])))
    for (let bytes = 0; bytes < whole.length; bytes += 1) {
      expect(await shop.commit(orderFor(), whole.subarray(0, bytes)), `cut at ${bytes}`).toMatchObject({
        ok: false,
        error: { kind: 'bad-document' },
      })
    }
    expect(await held()).toEqual([])
  })

  test('a flipped byte anywhere in a packed body never changes what is stored', async () => {
    const text = ordersText([{}, { id: '302-2' }])
    await shop.commit(orderFor(), text)
    const before = (await held()).map((one) => one.contentHash)
    const whole = gzipSync(Buffer.from(text))
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Uint8Array.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 0x10
      await shop.commit(orderFor(), damaged)
    }
    expect((await held()).map((one) => one.contentHash)).toEqual(before)
  })

  test('a bomb is given up long before it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024, 'a'))
    const before = process.memoryUsage.rss()
    expect(await shop.commit(orderFor(), bomb)).toMatchObject({ ok: false, error: { kind: 'bad-document' } })
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024)
  })

  test('an address elsewhere is never asked', async () => {
    for (const url of [
      'https://evil.example/x',
      'https://amazonaws.com.evil.example/x',
      'http://x.amazonaws.com/x',
      'https://u:p@x.amazonaws.com/x',
      'file:///etc/passwd',
      'https://amazonaws.com/x',
      'http://127.0.0.1:80/x',
      'nonsense',
    ]) {
      expect(await shop.ingest.commitDocument(orderFor(), { url, gzip: false })).toMatchObject({
        ok: false,
        error: { kind: 'download-failed', evidence: 'the address is not on an Amazon host' },
      })
    }
  })
})

describe('what is kept of a refused document', () => {
  const kept = () => join(shop.folder, 'data', 'kept-documents')

  test('header and verdict, but never a body with columns we do not take', async () => {
    await shop.commit(orderFor(), ordersText([{ quantity: 'two', city: 'Quillhaven' }]))
    const files = readdirSync(kept())
    expect(files).toHaveLength(1)
    const note = readFileSync(join(kept(), files[0] ?? ''), 'utf8')
    expect(note).toContain('column quantity')
    expect(note).not.toMatch(/Quillhaven|PO-SECRET|PROMO-SECRET|302-1/)
    expect(statSync(join(kept(), files[0] ?? '')).mode & 0o777).toBe(0o600)
  })

  test('a bounded number', async () => {
    for (let index = 0; index < 205; index += 1) await shop.commit(orderFor({ fetchedAt: 1000 + index }), 'nonsense')
    expect(existsSync(kept())).toBe(true)
    expect(readdirSync(kept())).toHaveLength(200)
  })
})

const SHIFT_JIS: Readonly<Record<string, string>> = (() => {
  const decoder = new TextDecoder('shift_jis')
  const found: Record<string, string> = {}
  for (let first = 0x81; first <= 0x9f; first += 1) {
    for (let second = 0x40; second <= 0xfc; second += 1)
      found[decoder.decode(Uint8Array.of(first, second))] ??= String.fromCharCode(first, second)
  }
  return found
})()

function shiftJis(text: string): Buffer {
  return Buffer.from(Array.from(text, (letter) => (letter.charCodeAt(0) < 0x80 ? letter : (SHIFT_JIS[letter] ?? '?'))).join(''), 'latin1')
}
