import { measureThroughput } from './throughput/measure-throughput.ts'

/** One core must renew this often a second: 1.8 million authorizations, each once an hour. */
const LEAST_A_SECOND = 500
const ROUNDS = 5
const RENEWALS = 3000

export interface JudgedThroughput {
  readonly rows: readonly (readonly [string, string | number])[]
  readonly violations: readonly string[]
}

/** The middle of several rounds: other programs of the machine only ever slow a round down. */
export async function judgeThroughput(say: (line: string) => void): Promise<JudgedThroughput> {
  const { renewals, bare, failed, pinned } = await measureThroughput({ rounds: ROUNDS, renewals: RENEWALS, say })
  const [rate, beside] = [middle(renewals), middle(bare)]
  const violations = [
    ...(rate >= LEAST_A_SECOND ? [] : [`${Math.round(rate)} renewals a second on one core are fewer than ${LEAST_A_SECOND}`]),
    ...(failed === 0 ? [] : [`${failed} genuine renewals were refused under load`]),
  ]
  return {
    violations,
    rows: [
      ['renewals a second', Math.round(rate)],
      ['slowest and fastest round', `${Math.round(Math.min(...renewals))} to ${Math.round(Math.max(...renewals))}`],
      ['bare answers a second', Math.round(beside)],
      ['renewals for each bare answer', Math.round((rate / beside) * 1000) / 1000],
      ['held on one core', pinned ? 'yes' : 'no: nothing here to hold a process'],
    ],
  }
}

function middle(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0
}
