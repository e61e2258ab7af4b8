import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encode } from '../../../src/stand-in/documents/charsets.ts'
import { readCliOptions } from '../../../src/stand-in/cli-options.ts'
import { dayBounds, dayOf, nextDay } from '../../../src/stand-in/lib/days.ts'
import { createSealer } from '../../../src/stand-in/lib/sealing.ts'
import { createTokenBuckets } from '../../../src/stand-in/quota/token-buckets.ts'

const HOUR_MS = 3_600_000

describe('days', () => {
  test('of a zone follow one another without hole or overlap, 23 to 25 hours long', () => {
    const zones = fc.constantFrom('Europe/Paris', 'America/Los_Angeles', 'Australia/Sydney', 'Asia/Tokyo', 'Europe/London')
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 3000 }), (zone, count) => {
        const day = nextDay('2021-01-01', count)
        const bounds = dayBounds(day, zone)
        const hours = (bounds.endMs - bounds.startMs) / HOUR_MS
        expect(dayBounds(nextDay(day), zone).startMs).toBe(bounds.endMs)
        expect([dayOf(bounds.startMs, zone), dayOf(bounds.endMs - 1, zone)]).toEqual([day, day])
        expect(hours >= 23 && hours <= 25).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a token bucket', () => {
  test('never gives more than its burst and what time added', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 200 }), (pauses) => {
        const buckets = createTokenBuckets()
        const rate = { perSecond: 0.5, burst: 10 }
        let now = 0
        let taken = 0
        for (const pause of pauses) {
          now += pause
          if (buckets.take('k', rate, now).kind === 'taken') taken += 1
        }
        expect(taken).toBeLessThanOrEqual(rate.burst + (now / 1000) * rate.perSecond)
      }),
    )
  })

  test('holds no more than its burst after a long rest', () => {
    const buckets = createTokenBuckets()
    const rate = { perSecond: 1, burst: 3 }
    buckets.take('k', rate, 0)
    const answers = Array.from({ length: 5 }, () => buckets.take('k', rate, 900_000).kind)
    expect(answers).toEqual(['taken', 'taken', 'taken', 'empty', 'empty'])
  })

  test('says how long until the next one, and keeps its word', () => {
    const buckets = createTokenBuckets()
    const rate = { perSecond: 0.0167, burst: 1 }
    buckets.take('k', rate, 0)
    const empty = buckets.take('k', rate, 0)
    if (empty.kind !== 'empty') throw new Error('the bucket was not empty')
    expect(buckets.take('k', rate, empty.waitMs - 1000).kind).toBe('empty')
    expect(buckets.take('k', rate, empty.waitMs + 1).kind).toBe('taken')
  })
})

describe('old charsets', () => {
  test('come back from the decoder as they went in', () => {
    const western = 'Größe L – für Küche & Büro, pièce crème, tamaño pequeño, 12,99 €'
    const japanese = '木製パズル 大 ｶﾅ 商品名 フルフィルメント・チャンネル'
    expect(new TextDecoder('windows-1252').decode(encode(western, 'Cp1252'))).toBe(western)
    expect(new TextDecoder('shift_jis').decode(encode(japanese, 'Shift_JIS'))).toBe(japanese)
  })

  test('write a question mark for what they lack', () => {
    expect(new TextDecoder('windows-1252').decode(encode('a木b', 'Cp1252'))).toBe('a?b')
  })
})

describe('a sealed text', () => {
  const sealer = createSealer('one')
  test('opens for its purpose and its maker only', () => {
    const sealed = sealer.seal('page', { skip: 3 })
    expect(sealer.open('page', sealed)).toEqual({ skip: 3 })
    expect(sealer.open('other', sealed)).toBeUndefined()
    expect(createSealer('two').open('page', sealed)).toBeUndefined()
  })

  test('does not open once any character was changed', () => {
    const sealed = sealer.seal('page', { skip: 3 })
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = `${sealed.slice(0, index)}${sealed[index] === 'A' ? 'B' : 'A'}${sealed.slice(index + 1)}`
      expect(sealer.open('page', changed)).toBeUndefined()
    }
  })
})

describe('the command line', () => {
  test('is read into options', () => {
    const read = readCliOptions([
      '--port',
      '0',
      '--seed',
      's',
      '--start',
      '2026-01-01T00:00:00Z',
      '--rate',
      '60',
      '--state',
      'f',
      '--endpoints-out',
      'e',
    ])
    expect(read).toEqual({ options: { port: 0, seed: 's', startAt: Date.UTC(2026, 0, 1), rate: 60, stateFile: 'f' }, endpointsOut: 'e' })
  })

  test.each([
    ['--port', 'x'],
    ['--start', 'yesterday'],
    ['--rate', '-1'],
    ['--what', '1'],
  ])('refuses %s %s', (name, value) => {
    expect(() => readCliOptions([name, value])).toThrow()
  })
})
