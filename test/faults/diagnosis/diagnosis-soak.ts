import type { Diagnosis } from '../../../src/shared/contract/diagnosis/diagnosis.ts'
import { CAUSE_RULES, type Cause } from '../../../src/shared/domain/cause.ts'
import { createDice } from '../dice.ts'
import type { Soak, SoakOrder, SoakReport } from '../soak.ts'
import { FAULTS } from './faults.ts'
import { MATRIX, type MatrixCase } from './matrix.ts'
import { openStage } from './stage.ts'

const LIMIT_MS = 10_000
const LEAST_RIGHT = 0.98
/** Where a new permission helps, and only there, a person is sent through Amazon's consent. */
const HELPED_BY_CONSENT: ReadonlySet<Cause | null> = new Set([
  'grant-lapsed',
  'grant-withdrawn-or-changed',
  'credentials-lost',
  'wrong-account',
  'never-connected',
  'ads-not-connected',
])
const CONSENTS: ReadonlySet<string> = new Set(['reconnect', 'reconnect-ads', 'connect', 'connect-ads'])

/** Faults that take a day and more of syncing to show; a cut leaves them out. */
const SLOW: ReadonlySet<string> = new Set(['throttled', 'reports never ready', 'document changed', 'year over', 'requests cut short'])

interface Outcome {
  readonly given: MatrixCase
  readonly diagnosis: Diagnosis | null
  readonly tookMs: number
  readonly broke: string | null
}

/** Every fault for real on a whole computer: the first cause must be right, in time, and nobody sent to Amazon in vain. */
export const diagnosisSoak: Soak = {
  name: 'diagnosis',
  about: 'faults and pairs of faults, each diagnosed: the right first cause, in time, no useless Reconnect',
  cases: MATRIX.length,
  run: runDiagnoses,
}

async function runDiagnoses({ cases, seed, plant, say }: SoakOrder): Promise<SoakReport> {
  const outcomes: Outcome[] = []
  for (const given of chosen(cases, seed, plant ? (first) => isSwapped(first) : () => true)) {
    const outcome = await diagnoseCase(given, plant ? swapped : (verdict) => verdict)
    outcomes.push(outcome)
    say(`${isRight(outcome) ? 'right' : 'WRONG'}  ${titleOf(given)}: ${outcome.broke ?? outcome.diagnosis?.cause ?? 'nothing wrong'}`)
  }
  return report(outcomes)
}

/** A full run takes the whole table; a cut takes some of it, the same for the same seed, of what the run is about. */
function chosen(cases: number, seed: number, isAbout: (first: Cause | null) => boolean): readonly MatrixCase[] {
  if (cases >= MATRIX.length) return MATRIX
  const dice = createDice(seed)
  return MATRIX.filter((one) => isAbout(one.first) && !one.faults.some((name) => SLOW.has(name)))
    .map((one) => ({ one, place: dice.below(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .slice(0, cases)
    .map(({ one }) => one)
}

/** On trial: a judge that takes an outage for a withdrawn permission, and the other way round. */
const SWAPPED: Partial<Readonly<Record<Cause, Cause>>> = {
  'amazon-outage': 'grant-withdrawn-or-changed',
  'grant-withdrawn-or-changed': 'amazon-outage',
}

function isSwapped(cause: Cause | null): boolean {
  return cause !== null && cause in SWAPPED
}

function swapped(verdict: Diagnosis): Diagnosis {
  const cause = verdict.cause === null ? undefined : SWAPPED[verdict.cause]
  return cause === undefined ? verdict : { ...verdict, cause, ...CAUSE_RULES[cause] }
}

async function diagnoseCase(given: MatrixCase, judged: (verdict: Diagnosis) => Diagnosis): Promise<Outcome> {
  const stage = await openStage(given)
  try {
    await stage.connectAll()
    for (const name of given.faults) await FAULTS[name](stage)
    const { diagnosis, tookMs } = await stage.diagnose(given.how === 'asked')
    return { given, diagnosis: judged(diagnosis), tookMs, broke: null }
  } catch (error) {
    return { given, diagnosis: null, tookMs: 0, broke: error instanceof Error ? error.message : String(error) }
  } finally {
    await stage.close().catch(() => undefined)
  }
}

function isRight({ given, diagnosis }: Outcome): boolean {
  return diagnosis !== null && diagnosis.cause === given.first
}

function titleOf({ faults, accounts, ads, how }: MatrixCase): string {
  const notes = [
    how === 'stored' ? 'stored only' : '',
    ads ? '' : 'no ads',
    accounts.length > 1 ? `${accounts.length} accounts` : accounts[0],
  ]
  return `${faults.join(' + ')} (${notes.filter((note) => note !== '').join(', ')})`
}

function report(outcomes: readonly Outcome[]): SoakReport {
  const wrong = outcomes.filter((one) => !isRight(one))
  const late = outcomes.filter((one) => one.tookMs >= LIMIT_MS)
  const useless = outcomes.filter(({ given, diagnosis }) => CONSENTS.has(diagnosis?.fix ?? '') && !HELPED_BY_CONSENT.has(given.first))
  const right = outcomes.length - wrong.length
  const isEnough = right >= Math.ceil(outcomes.length * LEAST_RIGHT)
  const wrongs = wrong.map(
    (one) => `${titleOf(one.given)} is ${word(one.given.first)}, was called ${one.broke ?? word(one.diagnosis?.cause ?? null)}`,
  )
  return {
    cases: outcomes.length,
    violations: [
      ...(isEnough ? [] : wrongs),
      ...late.map((one) => `${titleOf(one.given)} took ${Math.round(one.tookMs)} ms`),
      ...useless.map((one) => `${titleOf(one.given)} advised ${one.diagnosis?.fix ?? ''} in vain`),
    ],
    rows: [
      ['right first cause', `${right} of ${outcomes.length}`],
      ['share right, percent', Math.floor((right / Math.max(1, outcomes.length)) * 1000) / 10],
      ['longest diagnosis, ms', Math.round(Math.max(0, ...outcomes.map((one) => one.tookMs)))],
      ['useless Reconnect', useless.length],
      ['causes named', new Set(outcomes.map((one) => one.diagnosis?.cause)).size],
      ...confusion(outcomes),
    ],
  }
}

/** One line per cause: how often it was the truth, and what it was called instead. */
function confusion(outcomes: readonly Outcome[]): SoakReport['rows'] {
  const truths = [...new Set(outcomes.map((one) => one.given.first))]
  return truths.map((truth) => {
    const mine = outcomes.filter((one) => one.given.first === truth)
    const others = mine.filter((one) => !isRight(one)).map((one) => (one.broke === null ? word(one.diagnosis?.cause ?? null) : 'broke'))
    return [
      `truth: ${word(truth)}`,
      others.length === 0
        ? `${mine.length} of ${mine.length}`
        : `${mine.length - others.length} of ${mine.length}, called ${others.join(', ')}`,
    ]
  })
}

function word(cause: Cause | null): string {
  return cause ?? 'nothing wrong'
}
