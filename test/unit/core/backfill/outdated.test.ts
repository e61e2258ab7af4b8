import { expect, test } from 'vitest'
import { daysToFetch } from '../../../../src/main/core/backfill/days-to-fetch.ts'
import { outdatedSpan } from '../../../../src/main/core/backfill/outdated-span.ts'
import { datasets } from '../../../../src/main/datasets/index.ts'
import type { KeptFinding } from '../../../../src/shared/domain/finding.ts'
import type { DatasetId } from '../../../../src/shared/domain/ids.ts'
import { brand } from '../../../../src/shared/lib/brand.ts'
import { day } from '../sync/shop.ts'
import { held, lineFor, NOW } from './lines.ts'

const HOUR = 3_600_000
const orders = datasets.get(brand<DatasetId>('orders'))
if (!orders) throw new Error('no orders')
const taking = { ...orders, fetchAgainFor: ['novel'] }
const told = (more: Partial<KeptFinding>): KeptFinding => ({
  source: 'orders',
  kind: 'unknown-column',
  column: 'novel',
  why: 'not known',
  documentId: 'R1',
  channelId: null,
  firstAt: NOW - 3 * HOUR,
  at: NOW - 2 * HOUR,
  times: 2,
  ...more,
})

test('days fetched while the column was told are wanted again; those fetched before and after are not', () => {
  const outdated = outdatedSpan(taking, [told({})])
  expect(outdated).toEqual({ since: NOW - 3 * HOUR, through: NOW - 2 * HOUR })
  const line = lineFor(taking, {
    wantedFrom: day('2026-03-16'),
    held: [held(day('2026-03-16'), NOW - HOUR), held(day('2026-03-17'), NOW - 2 * HOUR), held(day('2026-03-18'), NOW - HOUR)],
    ...(outdated ? { line: { outdated } } : {}),
  })
  const again = daysToFetch(line, NOW).filter((one) => one.reason === 'requested')
  expect(again).toEqual([{ day: day('2026-03-17'), reason: 'requested', missing: false, leavesOn: null }])
})

test('a column that is still not taken, another dataset and another kind fetch nothing again', () => {
  expect(outdatedSpan(orders, [told({})])).toBeNull()
  expect(outdatedSpan(taking, [told({ column: 'other' }), told({ source: 'listings' }), told({ kind: 'missing-column' })])).toBeNull()
})
