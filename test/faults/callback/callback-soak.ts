import { createDice, type Dice } from '../dice.ts'
import type { Soak, SoakOrder } from '../soak.ts'
import { attackBroker } from './attack-broker.ts'
import { openCallbackWorld, type CallbackWorld } from './callback-world.ts'
import { INSIDE, OUTSIDE, type Forging } from './forge-link.ts'
import { walkAsStranger, walkHome, type Walk } from './walks.ts'

/** Forgeries against one handful of attempts, before those are completed. */
const PER_ROUND = 150
const ROUNDS_PER_WORLD = 40
const LATE_MS = 11 * 60_000

export const callbackSoak: Soak = {
  name: 'callback',
  about: 'forged, replayed and crossed callbacks: 0 exchanges; a genuine one exactly 1',
  cases: 100_000,
  async run(order) {
    const dice = createDice(order.seed)
    const sum: Sum = { cases: 0, genuine: 0, late: 0, spoiled: 0, exchanges: 0, violations: [] }
    while (sum.cases < order.cases) await soakWorld(order, dice, sum)
    return {
      cases: sum.cases,
      violations: sum.violations,
      rows: [
        ['forged, replayed, crossed', sum.cases],
        ['genuine', sum.genuine],
        ['genuine but late', sum.late],
        ['attempts ended by a ticket’s thief', sum.spoiled],
        ['exchanges at Amazon', sum.exchanges],
      ],
    }
  },
}

interface Sum {
  cases: number
  genuine: number
  late: number
  spoiled: number
  exchanges: number
  readonly violations: string[]
}

/** One installation of the app over some rounds; at its end exactly the people who consented are known. */
async function soakWorld({ cases, plant, say }: SoakOrder, dice: Dice, sum: Sum): Promise<void> {
  const world = openCallbackWorld(plant)
  const used: string[] = []
  const known: string[] = []
  for (let round = 0; round < ROUNDS_PER_WORLD && sum.cases < cases; round += 1)
    known.push(...(await soakRound(world, { dice, sum, used, round })))
  const found = new Set(await world.identities())
  const strangers = [...found].filter((one) => !known.includes(one))
  const missing = known.filter((one) => !found.has(one))
  if (strangers.length > 0) sum.violations.push(`accounts of nobody: ${strangers.join(' ')}`)
  if (missing.length > 0) sum.violations.push(`genuine, but not connected: ${missing.join(' ')}`)
  const { size } = world.amazon.exchanged
  sum.exchanges += size
  if (size !== known.length) sum.violations.push(`${size} exchanges for ${known.length} genuine links`)
  say(`${sum.cases} of ${cases}`)
}

interface Round {
  readonly dice: Dice
  readonly sum: Sum
  readonly used: string[]
  readonly round: number
}

/** Six attempts open together: four must survive every outsider, two are left to thieves of their tickets. */
async function soakRound(world: CallbackWorld, { dice, sum, used, round }: Round): Promise<string[]> {
  const walks: Walk[] = []
  for (let turn = 0; turn < 6; turn += 1) walks.push(await walkHome(world, round * 10 + turn))
  const [safe, lost] = [walks.slice(0, 4), walks.slice(4)]
  const stranger = await walkAsStranger(world.broker, dice.pick(safe).issuer, round * 10 + 8)
  const impostor = await walkAsStranger(world.evil, dice.pick(safe).issuer, round * 10 + 9)
  const forging = (victim: Walk): Forging => ({ dice, victim, other: dice.pick(safe), stranger, impostor, used })
  for (let turn = 0; turn < PER_ROUND; turn += 1) {
    sum.cases += 1
    const wrong = dice.chance(0.15)
      ? await attackBroker(world, { dice, victim: dice.pick(safe), stranger })
      : await tryLink(world, OUTSIDE, forging(dice.pick(safe)))
    if (wrong !== null) sum.violations.push(`case ${sum.cases}: ${wrong}`)
  }
  for (const victim of lost) {
    sum.cases += 1
    sum.spoiled += 1
    if (dice.chance(0.3)) await world.app.paste(victim.id, dice.pick(safe).handoff)
    else await tryLink(world, INSIDE, forging(victim))
  }
  const spent = walks.filter((one) => world.amazon.askedFor(one.code) > 0)
  for (const one of spent) sum.violations.push(`case ${sum.cases}: ${one.code} was asked for by a forgery`)
  return completeAll(world, { dice, sum, used, round }, { safe, lost })
}

/** An outsider's link moves nothing; an insider's is taken, because only its redemption tells what it is. */
async function tryLink(world: CallbackWorld, kinds: typeof OUTSIDE, forging: Forging): Promise<string | null> {
  const what = forging.dice.pick(Object.keys(kinds))
  const link = kinds[what]?.(forging) ?? ''
  const { kind } = await world.app.complete(link)
  if (kind === 'taken' && kinds === OUTSIDE) return `${what} was taken`
  return null
}

/** The genuine links come home: at once, doubled, raced, or too late; then they are tried again after a restart of the broker. */
async function completeAll(
  world: CallbackWorld,
  { dice, sum, used, round }: Round,
  { safe, lost }: { readonly safe: readonly Walk[]; readonly lost: readonly Walk[] },
): Promise<string[]> {
  const isLate = round % 5 === 4
  if (isLate) await world.clock.advance(LATE_MS)
  const known: string[] = []
  for (const walk of safe) {
    const ends = await Promise.all(Array.from({ length: 1 + dice.below(3) }, () => world.app.complete(walk.link)))
    const taken = ends.filter((one) => one.kind === 'taken').length
    const expected = isLate ? 0 : 1
    if (taken !== expected || world.amazon.askedFor(walk.code) !== expected)
      sum.violations.push(
        `case ${sum.cases}: a genuine link was taken ${taken} times and asked for ${world.amazon.askedFor(walk.code)} times instead of ${expected}`,
      )
    used.push(walk.link)
    if (isLate) sum.late += 1
    else {
      sum.genuine += 1
      known.push(walk.partner)
    }
  }
  world.broker.restart()
  for (const walk of [...safe, ...lost]) {
    sum.cases += 1
    await world.app.complete(walk.link)
    const most = isLate || lost.includes(walk) ? 0 : 1
    if (world.amazon.askedFor(walk.code) > most) sum.violations.push(`case ${sum.cases}: ${walk.code} was asked for again`)
  }
  await world.app.recover()
  return known
}
