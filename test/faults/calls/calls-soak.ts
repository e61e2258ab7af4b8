import { FAILURE_CODES } from '../../../src/shared/contract/failures.ts'
import type { Dispatch } from '../../../src/main/core/dispatch.ts'
import { createDice } from '../dice.ts'
import type { Soak, SoakOrder, SoakReport } from '../soak.ts'
import { fuzzCall, GOOD, NAMES } from './fuzz-message.ts'
import { plantFaults } from './plant-faults.ts'
import { watchPollution } from './pollution.ts'
import { createRecordedApp } from './recorded-app.ts'
import { fuzzProcess } from './fuzz-process.ts'
import { fuzzSocket } from './fuzz-socket.ts'

/** Longest time the check of one call may take for 99 of 100. Source: budgets, trust. */
const CHECK_P99_MS = 0.2
/** Share of the cases that only warms the code up. */
const WARM_UP = 0.1

export const callsSoak: Soak = {
  name: 'calls',
  about: 'fuzzed messages through the dispatcher, the WebSocket and the whole app: 0 crashes, 0 pollution',
  cases: 50_000,
  async run(order) {
    const direct = await fuzzDispatcher(order)
    order.say(`dispatcher: ${order.cases} messages`)
    const socket = await fuzzSocket(order)
    order.say(`socket: ${order.cases} messages`)
    const app = await fuzzProcess(order)
    const carriers: readonly Pick<SoakReport, 'violations' | 'rows'>[] = [direct, socket, app]
    return {
      cases: order.cases * carriers.length,
      violations: carriers.flatMap((one) => one.violations),
      rows: carriers.flatMap((one) => one.rows),
    }
  },
}

async function fuzzDispatcher({ cases, seed, plant }: SoakOrder) {
  const dice = createDice(seed)
  const app = createRecordedApp()
  const dispatch = plant ? plantFaults(app.dispatch) : app.dispatch
  const pollution = watchPollution()
  const violations: string[] = [...(await greetAll(app.dispatch))]
  const times: number[] = []
  for (let turn = 0; turn < cases; turn += 1) {
    const { name, params } = fuzzCall(dice)
    const value: unknown = JSON.parse(params)
    const started = performance.now()
    const wrong = await judge(dispatch, name, value)
    if (turn >= cases * WARM_UP) times.push(performance.now() - started)
    if (wrong !== null) violations.push(`case ${turn}: ${name.slice(0, 40)} ${wrong}`)
    if (turn % 1000 === 999) violations.push(...pollution().map((one) => `by case ${turn}: ${one}`))
  }
  violations.push(...pollution(), ...app.violations)
  const p99 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0
  if (p99 > CHECK_P99_MS) violations.push(`the check takes ${p99.toFixed(3)} ms at the 99th of 100`)
  return {
    violations,
    rows: [
      ['dispatcher messages', cases],
      ['dispatcher let through', app.passed()],
      ['check p99 ms', p99.toFixed(4)],
    ] as const,
  }
}

/** Every call with good parameters is let through; otherwise the soak would try nothing. */
async function greetAll(dispatch: Dispatch): Promise<string[]> {
  const refused: string[] = []
  for (const name of NAMES) if (!(await dispatch(name, GOOD[name])).ok) refused.push(`${name} refuses good parameters`)
  return refused
}

async function judge(dispatch: Dispatch, name: string, params: unknown): Promise<string | null> {
  try {
    const result = await dispatch(name, params)
    if (result.ok) return Object.hasOwn(GOOD, name) ? null : 'is no call and was answered'
    return FAILURE_CODES.includes(result.error.code) && result.error.code !== 'internal' ? null : `failed with ${result.error.code}`
  } catch (error) {
    return `threw ${error instanceof Error ? error.message.slice(0, 120) : 'something'}`
  }
}
