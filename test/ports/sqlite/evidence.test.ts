import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { brand } from '../../../src/shared/lib/brand.ts'
import type { Evidence } from '../../../src/shared/domain/evidence.ts'
import type { AccountId, ChannelId, DatasetId } from '../../../src/shared/domain/ids.ts'
import { EVIDENCE_ROWS } from '../../../src/main/adapters/sqlite/evidence/policy.ts'
import { carriers, type Carried } from './carriers.ts'

const acme = brand<AccountId>('acc_1')

function seen(change: Partial<Evidence>): Evidence {
  return {
    at: 1000,
    accountId: acme,
    family: 'selling',
    channelId: null,
    dataset: null,
    source: 'renewal',
    outcome: 'fine',
    said: '200',
    ...change,
  }
}

describe.each(carriers)('evidence %s', (_name, open) => {
  let held: Carried
  beforeEach(async () => void (held = await open()))
  afterEach(() => held.end())
  const note = async (...all: readonly Partial<Evidence>[]) => {
    for (const one of all) await held.stores.evidence.note(seen(one))
  }

  test('the same outcome again is the same row: since when, how often, and what was said last', async () => {
    await note({ at: 1, outcome: 'amazon-trouble', said: '500' }, { at: 7, outcome: 'amazon-trouble', said: '503 request 9' })
    expect(await held.stores.evidence.kept({ limit: 9 })).toEqual([
      { ...seen({ at: 7, outcome: 'amazon-trouble', said: '503 request 9' }), firstAt: 1, times: 2 },
    ])
  })

  test('another outcome in between starts the count anew, and both stay readable', async () => {
    await note({ at: 1, outcome: 'amazon-trouble' }, { at: 2 }, { at: 3, outcome: 'amazon-trouble' }, { at: 4, outcome: 'amazon-trouble' })
    expect(await held.stores.evidence.kept({ limit: 9 })).toMatchObject([
      { outcome: 'amazon-trouble', firstAt: 3, at: 4, times: 2 },
      { outcome: 'fine', firstAt: 2, at: 2, times: 1 },
    ])
  })

  test('what one channel, dataset or source met says nothing about another', async () => {
    const place = { channelId: brand<ChannelId>(1), dataset: brand<DatasetId>('orders'), source: 'createReport' }
    await note(
      { ...place, at: 1, outcome: 'permission-missing' },
      { ...place, at: 2, channelId: brand<ChannelId>(2) },
      { at: 3, source: 'disk' },
    )
    await note({ ...place, at: 4, outcome: 'permission-missing' })
    expect(await held.stores.evidence.kept({ limit: 1 })).toMatchObject([{ channelId: 1, firstAt: 1, times: 2 }])
  })

  test('an account is read with what concerns the whole computer, newest first, and nobody else', async () => {
    await note({ at: 1 }, { at: 2, accountId: null, family: null, outcome: 'offline' }, { at: 3, accountId: brand<AccountId>('acc_2') })
    await note({ at: 4, accountId: null, family: null, outcome: 'offline' })
    const kept = await held.stores.evidence.kept({ accountId: acme, limit: 9 })
    expect(kept.map((one) => [one.accountId, one.at, one.times])).toEqual([
      [null, 4, 2],
      [acme, 1, 1],
    ])
  })

  test('a clock that was set back does not break a run of equal outcomes', async () => {
    await note({ at: 900, outcome: 'clock-wrong' }, { at: 100 }, { at: 200 })
    expect(await held.stores.evidence.kept({ limit: 1 })).toMatchObject([{ outcome: 'fine', firstAt: 100, times: 2 }])
  })

  test('what is said is cut, and the oldest rows go', async () => {
    await note({ said: 'x'.repeat(500), source: 'first' })
    expect((await held.stores.evidence.kept({ limit: 1 }))[0]?.said).toHaveLength(200)
    await Promise.all(Array.from({ length: EVIDENCE_ROWS }, (_, n) => held.stores.evidence.note(seen({ source: `operation ${n}` }))))
    const kept = await held.stores.evidence.kept({ limit: EVIDENCE_ROWS * 2 })
    expect(kept).toHaveLength(EVIDENCE_ROWS)
    expect(kept.at(-1)?.source).toBe('operation 0')
  })
})
