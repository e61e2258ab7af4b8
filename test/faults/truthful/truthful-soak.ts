import type { ChannelsView } from '../../../src/shared/contract/views/channels.ts'
import type { Ports } from '../../../src/main/core/ports/ports.ts'
import { createDice } from '../dice.ts'
import type { Soak, SoakOrder, SoakReport } from '../soak.ts'
import { DAY, drawHistory, HOUR, MINUTE, type HistoryPlan, type MachinePlan } from './draw-history.ts'
import { PLANTS } from './plants.ts'
import { openSoakWorld, type SoakWorld } from './soak-world.ts'

/** What may last until the daily question about a refused dataset. */
const SLOW = /role|roles|403 empty|401 profile/
/** Every so many of such histories is waited for to its end: a day costs as much as ten other histories. */
const SLOW_EVERY = 5
const HEALED_AFTER_MS = 2.5 * HOUR
const HEALED_SLOWLY_AFTER_MS = 27 * HOUR

export const truthfulSoak: Soak = {
  name: 'truthful',
  about: 'random fault histories: Reconnect is advised exactly where it helps, soon, once, and everything else heals',
  cases: 10_000,
  run,
}

async function run({ cases, seed, plant, say }: SoakOrder): Promise<SoakReport> {
  const violations: string[] = []
  const waits: number[] = []
  let simulatedMs = 0
  let dead = 0
  for (let index = 0; index < cases; index += 1) {
    const told = await live(seed * 1_000_003 + index, plant ? PLANTS[index % PLANTS.length] : undefined)
    const found = told.violations.map((one) => `history ${index}: ${one}`)
    violations.push(...found)
    if (!plant && found[0] !== undefined) say(found[0])
    waits.push(...told.waits)
    simulatedMs += told.simulatedMs
    dead += told.dead
    if ((index + 1) % 500 === 0) say(`${index + 1} histories, ${violations.length} violations`)
  }
  waits.sort((a, b) => a - b)
  return {
    cases,
    violations,
    rows: [
      ['simulated days', Math.round(simulatedMs / DAY)],
      ['grants that died', dead],
      ['notices to reconnect', waits.length],
      ['median minutes from first refusal to notice', tenths(waits[Math.floor(waits.length / 2)] ?? 0)],
    ],
  }
}

interface Told {
  readonly violations: readonly string[]
  readonly waits: readonly number[]
  readonly simulatedMs: number
  readonly dead: number
}

/** One history from its seed alone. */
export async function live(seed: number, plant: ((ports: Ports) => Ports) | undefined): Promise<Told> {
  const plan = drawHistory(createDice(seed))
  const world = await openSoakWorld(plan, seed, plant ?? ((ports) => ports))
  for (const moment of momentsOf(plan)) {
    await world.clock.advance(Math.max(0, moment.at - world.now()))
    if (moment.act === 'look') world.watch.look(await accountsOf(world))
    else await actOn(world, moment)
  }
  const isSlow = plan.faults.some((one) => SLOW.test(one.name))
  const isWaitedFor = isSlow && seed % SLOW_EVERY === 0
  await world.clock.advance(Math.max(0, plan.troubledMs - world.now()) + (isWaitedFor ? HEALED_SLOWLY_AFTER_MS : HEALED_AFTER_MS))
  world.watch.finish(await accountsOf(world), isSlow && !isWaitedFor ? ['access-reduced'] : [])
  void world.app().stop()
  const dead = plan.accounts.flatMap((one) => [one.selling, one.advertising]).filter((one) => one !== null).length
  return { violations: world.watch.violations, waits: world.watch.waits, simulatedMs: world.now(), dead }
}

type Moment = MachinePlan | { readonly at: number; readonly act: 'look' }

/** What happens to the machine, and looks at the window in and after every fault. */
function momentsOf({ faults, machine, troubledMs }: HistoryPlan): readonly Moment[] {
  const looks = faults.flatMap(({ from, until }) => [from + 2 * MINUTE, (from + until) / 2, until - MINUTE, until + 6 * MINUTE])
  const seen = [...looks, troubledMs / 3].filter((at) => at > 0).map((at): Moment => ({ at, act: 'look' }))
  return [...machine, ...seen].sort((a, b) => a.at - b.at)
}

async function actOn(world: SoakWorld, moment: MachinePlan): Promise<void> {
  switch (moment.act) {
    case 'restart':
      world.watch.absent(2 * MINUTE)
      return world.restart()
    case 'sleep':
      world.watch.absent(moment.ms + 2 * MINUTE)
      return world.sleep(moment.ms)
    case 'skew':
      return world.clock.jumpWall(moment.ms)
  }
}

async function accountsOf(world: SoakWorld): Promise<ChannelsView['accounts']> {
  const answer = await world.app().dispatch('channels.list', {})
  if (!answer.ok) throw new Error(`channels.list: ${answer.error.code}`)
  return (answer.value as ChannelsView).accounts
}

function tenths(ms: number): number {
  return Math.round(ms / (MINUTE / 10)) / 10
}
