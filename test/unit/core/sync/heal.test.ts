import { expect, test } from 'vitest'
import { liveHistory } from './history.ts'

const CASES = Number(process.env['HEAL_CASES'] ?? 15)
const SEED = Number(process.env['HEAL_SEED'] ?? 1)

test(
  'whatever happened, every fetchable day comes back, nothing is falsely complete, and no report is ordered in vain',
  { timeout: 3_600_000 },
  async () => {
    const bad: unknown[] = []
    for (let seed = SEED; seed < SEED + CASES; seed += 1) {
      const { missing, falselyComplete, wasted, story } = await liveHistory(seed)
      if (missing > 0 || falselyComplete > 0 || wasted > 0) bad.push({ seed, missing, falselyComplete, wasted, story })
    }
    expect(bad).toEqual([])
  },
)
