import { describe, expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/fba-fees.dataset.ts'
import { amazonReport, contextFor, scopeFor } from './scope.ts'

describe('expected fees', () => {
  const read = (change: Record<string, string>) => {
    const cells: Record<string, string> = {
      sku: 'S1',
      asin: 'B000000001',
      store: '',
      sizeTier: 'Large Standard-Size',
      currency: 'EUR',
      total: '6,45',
      referral: '3.00',
      closing: '0.00',
      fulfilment: '3.45',
      ...change,
    }
    return dataset.document.kind === 'flat-file'
      ? dataset.document.read((name) => cells[name] ?? '', contextFor('2026-03-01', '2026-03-02'))
      : null
  }

  test('are minor units; dashes and blanks are unknown', () => {
    expect(read({ total: '--', fulfilment: '' })).toEqual({
      kind: 'row',
      row: ['S1\u001FB000000001\u001F', 'Large Standard-Size', null, 300, 0, null],
    })
    expect(read({})).toMatchObject({ row: [expect.anything(), expect.anything(), 645, 300, 0, 345] })
  })

  test('of another currency or store are foreign, of none refuse the file', () => {
    expect([read({ currency: 'GBP' }), read({ store: 'FR' })]).toEqual([{ kind: 'foreign' }, { kind: 'foreign' }])
    expect([read({ store: 'DE' }), read({ store: 'Amazon.eu' })]).toMatchObject([{ kind: 'row' }, { kind: 'row' }])
    expect([read({ currency: '' }), read({ total: 'much' })]).toMatchObject([{ kind: 'bad' }, { kind: 'bad' }])
  })

  test('are asked for from more than 72 hours ago', () => {
    const now = Date.UTC(2026, 2, 10, 12)
    const dates = amazonReport(dataset.request).dates(scopeFor('2026-03-10', '2026-03-11', { now }))
    expect(now - Date.parse(dates?.start ?? '')).toBeGreaterThanOrEqual(72 * 3_600_000)
  })
})
