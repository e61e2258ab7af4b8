import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY_STATES, type DayState } from '../../../src/shared/domain/coverage.ts'
import { crossesPath, hatchPath, layPath } from '../../../src/renderer/parts/line/geometry.ts'
import { ropeName } from '../../../src/renderer/parts/line/rope-row.tsx'
import { roundedEnds, segmentsOf } from '../../../src/renderer/parts/line/segments.ts'

const states = fc.array(fc.constantFrom(...DAY_STATES), { maxLength: 120 })

/** End points of the absolute strokes of a path. */
function points(path: string): [number, number][] {
  return [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map((match) => [Number(match[1]), Number(match[2])])
}

describe('a strand', () => {
  test('is drawn as few runs, and no day is lost or told twice', () => {
    fc.assert(
      fc.property(states, (days) => {
        const segments = segmentsOf(days)
        expect(segments.flatMap((segment) => Array.from({ length: segment.days }, () => segment.state))).toEqual(days)
        expect(segments.every((segment, at) => at === 0 || segment.state !== segments[at - 1]?.state)).toBe(true)
      }),
    )
  })
  test('goes on from settled to settling and ends round where days are missing', () => {
    const segments = segmentsOf(['complete-settled', 'complete-settling', 'missing-fetchable'])
    expect(roundedEnds(segments, 0)).toEqual({ start: true, end: false })
    expect(roundedEnds(segments, 1)).toEqual({ start: false, end: true })
  })
  test('says in words what it shows', () => {
    const days: DayState[] = ['before-start', 'complete-settled', 'complete-settled', 'missing-lost']
    expect(
      ropeName(
        [
          { name: 'Selling', states: days },
          { name: 'Advertising', states: [] },
        ],
        30,
      ),
    ).toBe('Last 30 days. Selling: 2 complete, 1 gone at Amazon, 1 before start. Advertising: nothing yet')
  })
})

describe('drawings', () => {
  test('a hatch never leaves its box', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 3, max: 10 }),
        (width, height, pitch) => {
          const box = { x: 11, y: 7, width, height }
          for (const [x, y] of points(hatchPath(box, pitch))) {
            expect(x).toBeGreaterThanOrEqual(box.x - 0.02)
            expect(x).toBeLessThanOrEqual(box.x + width + 0.02)
            expect(y).toBeGreaterThanOrEqual(box.y - 0.02)
            expect(y).toBeLessThanOrEqual(box.y + height + 0.02)
          }
        },
      ),
    )
  })
  test('a hatch runs at 45 degrees, rising to the right', () => {
    const ends = points(hatchPath({ x: 0, y: 0, width: 40, height: 12 }, 5))
    for (let at = 0; at < ends.length; at += 2) {
      const [from, to] = [ends[at], ends[at + 1]]
      expect((to?.[0] ?? 0) - (from?.[0] ?? 0)).toBeCloseTo((from?.[1] ?? 0) - (to?.[1] ?? 0), 1)
    }
    expect(ends.length).toBeGreaterThan(12)
  })
  test('there is one cross per lost day', () => {
    expect(crossesPath(0, 3, 10, 5, 3).match(/M/g)).toHaveLength(3)
  })
  test('a band too short for lay marks has none', () => {
    expect(layPath({ x: 0, y: 0, width: 5, height: 10 }, 7)).toBe('')
  })
})
