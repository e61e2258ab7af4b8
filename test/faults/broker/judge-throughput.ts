import { measureThroughput, type Pace } from './throughput/measure-throughput.ts'

/** What one core must renew in a second: enough for 1.8 million authorizations, each renewed once an hour. */
const LEAST = 500
const ROUNDS = 5
const RENEWALS = 3000

export interface JudgedThroughput {
  readonly rows: readonly (readonly [string, string | number])[]
  readonly violations: readonly string[]
}

/**
 * The middle of several rounds. Judged is the second of a core that the broker itself used, where the system counts
 * that: the wall clock also counts what other programs took of the same core.
 */
export async function judgeThroughput(say: (line: string) => void): Promise<JudgedThroughput> {
  const { renewals, bare, pinned } = await measureThroughput({ rounds: ROUNDS, renewals: RENEWALS, say })
  const failed = renewals.reduce((sum, one) => sum + one.failed, 0)
  const [rate, beside] = [middle(renewals.map(byCore)), middle(bare.map(byCore))]
  const violations = [
    ...(rate >= LEAST ? [] : [`${Math.round(rate)} renewals in a core's second are fewer than ${LEAST}`]),
    ...(failed === 0 ? [] : [`${failed} genuine renewals were refused under load`]),
  ]
  const wall = renewals.map((one) => one.aSecond)
  return {
    violations,
    rows: [
      ['renewals a second of one core', Math.round(rate)],
      ['bare answers a second of one core', Math.round(beside)],
      ['renewals for each bare answer', Math.round((rate / beside) * 1000) / 1000],
      ['renewals a second by the wall clock', Math.round(middle(wall))],
      ['slowest and fastest round by the wall clock', `${Math.round(Math.min(...wall))} to ${Math.round(Math.max(...wall))}`],
      ['bare answers a second by the wall clock', Math.round(middle(bare.map((one) => one.aSecond)))],
      ['held on one core', pinned ? 'yes' : 'no: nothing here to hold a process'],
    ],
  }
}

function byCore({ aSecond, aCoreSecond }: Pace): number {
  return aCoreSecond ?? aSecond
}

function middle(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0
}
