import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createCanaryBook, ENCODINGS, spellingsOf } from './secrets/canary-book.ts'
import { createSearcher } from './secrets/scan.ts'
import { brokerSoak } from './broker/broker-soak.ts'
import { callbackSoak } from './callback/callback-soak.ts'
import { callsSoak } from './calls/calls-soak.ts'
import { diagnosisSoak } from './diagnosis/diagnosis-soak.ts'
import { privacySoak } from './privacy/privacy-soak.ts'
import { quotaSoak } from './quota/quota-soak.ts'
import { secretsSoak } from './secrets/secrets-soak.ts'
import type { Soak, SoakOrder } from './soak.ts'
import { PLANTS } from './truthful/plants.ts'
import { live, truthfulSoak } from './truthful/truthful-soak.ts'

const BUILT = existsSync(join(import.meta.dirname, '../../out/main/springline.js'))
const order = (cases: number, plant = false): SoakOrder => ({ cases, seed: 7, plant, say: () => undefined })
const cut = (soak: Soak, cases: number, plant: boolean) => soak.run(order(cases, plant))

/** A small cut of every soak, and each of them on trial: with planted faults it must find violations. */
describe('soaks', () => {
  test('callback: no forged, replayed or crossed callback is exchanged, a genuine one exactly once', async () => {
    const { cases, violations } = await cut(callbackSoak, 1500, false)
    expect(violations).toEqual([])
    expect(cases).toBeGreaterThanOrEqual(1500)
  })

  test('callback: planted faults are found', async () => {
    expect((await cut(callbackSoak, 300, true)).violations.join('\n')).toMatch(/a genuine link was taken \d times/)
  })

  test('broker: no attack reaches Amazon or is told a secret, and everybody else is answered once', async () => {
    const { violations, rows } = await cut(brokerSoak, 750, false)
    expect(violations).toEqual([])
    const figures = Object.fromEntries(rows)
    expect(figures['genuine, each answered once']).toBe(36)
    expect(figures['log lines searched']).toBeGreaterThan(750)
    expect(figures['secrets known']).toBeGreaterThan(100)
  })

  test('broker: planted faults are found', async () => {
    const found = (await cut(brokerSoak, 250, true)).violations.join('\n')
    expect(found).toContain('replay was answered with 200')
    expect(found).toContain('replay reached Amazon')
    expect(found).toContain('the log holds: ')
  })

  test('calls: nothing crashes, nothing is polluted', async () => {
    const { violations } = await cut(callsSoak, 3000, false)
    // The time of a check is judged by the soak alone, where nothing else runs beside it.
    expect(violations.filter((one) => !one.startsWith('the check takes'))).toEqual([])
  })

  test('calls: planted faults are found', async () => {
    const found = (await cut(callsSoak, 2000, true)).violations.join('\n')
    expect(found).toContain('Object.prototype was changed')
    expect(found).toContain('threw planted')
    expect(found).toContain('the socket was closed with 1011')
  })

  test('diagnosis: every fault is called by its name, in time, and nobody is sent to Amazon in vain', { timeout: 120_000 }, async () => {
    const { violations, rows } = await cut(diagnosisSoak, 14, false)
    expect(violations).toEqual([])
    expect(Object.fromEntries(rows)['useless Reconnect']).toBe(0)
  })

  test('diagnosis: a judge that swaps two causes is found, and the Reconnect it advises in vain', { timeout: 90_000 }, async () => {
    const found = (await cut(diagnosisSoak, 5, true)).violations.join('\n')
    expect(found).toContain('is amazon-outage, was called grant-withdrawn-or-changed')
    expect(found).toContain('advised reconnect in vain')
  })

  test('privacy: no buyer data is stored, and what is let through is found', { timeout: 240_000 }, async () => {
    expect((await cut(privacySoak, 1, false)).violations).toEqual([])
    expect((await cut(privacySoak, 1, true)).violations.join('\n')).toMatch(/springline\.db.* holds a buyer's/)
  })

  test(
    'quota: no allowance is overdrawn after learning, also not after a restart, and what is shown is true',
    { timeout: 120_000 },
    async () => {
      const { violations, rows } = await cut(quotaSoak, 2, false)
      expect(violations).toEqual([])
      expect(Object.fromEntries(rows)['budgets compared']).toBeGreaterThan(1000)
    },
  )

  test('quota: a start that forgot what was spent is found', { timeout: 120_000 }, async () => {
    expect((await cut(quotaSoak, 2, true)).violations.join('\n')).toContain('was refused again at')
  })

  test('truthful: whatever goes wrong, nobody is sent to Amazon for nothing, and who is needed is told once and soon', async () => {
    const { violations, rows } = await cut(truthfulSoak, 100, false)
    expect(violations).toEqual([])
    expect(Object.fromEntries(rows)['notices to reconnect']).toBeGreaterThan(20)
  })

  // A wrong clock during a storm, and logins that failed for everybody whose grants had died meanwhile.
  test.each([1_002_584, 2_001_764, 2_002_638, 2_004_672])('truthful: history %i, which went wrong once', async (seed) => {
    expect((await live(seed, undefined)).violations).toEqual([])
  })

  test.each(PLANTS.map((plant, index) => [index, plant] as const))('truthful: planted fault %i is found', async (index, plant) => {
    let found = 0
    for (let history = 0; history < 120 && found === 0; history += 1)
      found += (await live(7_000 + index * 1000 + history, plant)).violations.length
    expect(found).toBeGreaterThan(0)
  })

  test.runIf(BUILT)(
    'secrets: not one stands anywhere in the clear; planted ones are found in every encoding',
    { timeout: 240_000 },
    async () => {
      const { violations, rows } = await cut(secretsSoak, 1, true)
      const planted = violations.filter((one) => one.includes('planted/'))
      for (const encoding of ENCODINGS) expect(planted.join('\n')).toContain(`planted/${encoding}-0.bin holds`)
      expect(planted.join('\n')).toContain('planted/open.txt is 644')
      expect(violations.filter((one) => !planted.includes(one))).toEqual([])
      expect(Object.fromEntries(rows)['secrets known']).toBeGreaterThan(60)
    },
  )
})

describe('the search for secrets', () => {
  test.each(ENCODINGS)('finds %s at every place, also at the ends', (encoding) => {
    const secret = 'Atzr|IwEBIA+b/c=d~e.f_g-hé…'
    const book = createCanaryBook()
    book.add('secret', secret)
    const searcher = createSearcher(book)
    for (const spelling of spellingsOf(secret, encoding)) {
      for (let before = 0; before < 6; before += 1) {
        expect(searcher.find(Buffer.concat([Buffer.alloc(before, 65), spelling])).length).toBeGreaterThan(0)
      }
      expect(searcher.find(spelling.subarray(0, -1))).toEqual([])
    }
  })

  test('finds a secret in base64 wherever it begins in the encoded text', () => {
    const book = createCanaryBook()
    book.add('secret', 'a-secret-of-some-length')
    for (let before = 0; before < 9; before += 1) {
      const encoded = Buffer.from(`${'x'.repeat(before)}a-secret-of-some-length and more`).toString('base64')
      expect(createSearcher(book).find(Buffer.from(encoded)).join()).toMatch(/base64/)
    }
  })

  test('finds a part of a long one, and nothing in what is not one', () => {
    const book = createCanaryBook()
    book.add('sealed', Array.from({ length: 60 }, (_, index) => `part${index}`).join('.'))
    const searcher = createSearcher(book)
    expect(searcher.find(Buffer.from(book.canaries[0]?.window ?? ''))).toEqual(['sealed (raw)', 'sealed (URL)'])
    expect(searcher.find(Buffer.from('part0.part1.part2 and other words'))).toEqual([])
  })
})
