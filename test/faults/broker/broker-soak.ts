import { createDice, type Dice } from '../dice.ts'
import { createSearcher } from '../secrets/scan.ts'
import type { Soak, SoakOrder } from '../soak.ts'
import { ATTACKS, tryForeignConsent, type Attack } from './attacks.ts'
import { openBrokerStage, type BrokerStage } from './broker-stage.ts'
import { judgeThroughput } from './judge-throughput.ts'
import { makeVictim, postTo, type Victim } from './victim.ts'

/** Attacks on one handful of people, before those finish what they had begun. */
const PER_ROUND = 250
const PEOPLE = 6
/** A cut beside other work measures nothing worth judging. */
const MEASURED_FROM = 2000

export const brokerSoak: Soak = {
  name: 'broker',
  about: 'stolen, replayed, expired, crossed and spoiled: 0 exchanges, 0 secrets told; renewals a second on one core',
  cases: 20_000,
  async run(order) {
    const dice = createDice(order.seed)
    const stage = await openBrokerStage(dice)
    const sum: Sum = { cases: 0, genuine: 0, violations: [], refusals: new Map(), told: new Set() }
    try {
      while (sum.cases < order.cases) await soakRound(stage, dice, { order, sum })
      await askQuotingAmazon(stage, dice, sum)
      const found = searchForSecrets(stage, sum, order.plant)
      const measured = order.cases < MEASURED_FROM ? { rows: [], violations: [] } : await judgeThroughput(order.say)
      return {
        cases: sum.cases,
        violations: [...sum.violations, ...found, ...measured.violations],
        rows: [
          ['attacks refused', sum.cases - sum.violations.length],
          ['kinds of attack', Object.keys(ATTACKS).length + 1],
          ['genuine, each answered once', sum.genuine],
          ['exchanges by an attack', sum.violations.filter((one) => one.includes('reached Amazon')).length],
          ['log lines searched', stage.said().split('\n').length - 1],
          ['different error answers searched', sum.told.size],
          ['secrets known', stage.book.canaries.length],
          ['secrets found', found.length],
          ...[...sum.refusals]
            .toSorted(([one], [other]) => one.localeCompare(other))
            .map(([what, count]) => [`refused as ${what}`, count] as const),
          ...measured.rows,
        ],
      }
    } finally {
      await stage.close()
    }
  },
}

interface Sum {
  cases: number
  genuine: number
  readonly violations: string[]
  readonly refusals: Map<string, number>
  /** Every different error answer, whole. */
  readonly told: Set<string>
}

async function soakRound(stage: BrokerStage, dice: Dice, { order, sum }: { order: SoakOrder; sum: Sum }): Promise<void> {
  const people: Victim[] = []
  for (let turn = 0; turn < PEOPLE; turn += 1) people.push(await makeVictim(stage, dice))
  const thief = await makeVictim(stage, dice)
  for (let turn = 0; turn < PER_ROUND && sum.cases < order.cases; turn += 1) {
    const victim = dice.pick(people)
    const other = people[(people.indexOf(victim) + 1) % PEOPLE] ?? thief
    await attackOnce({ stage, dice, victim, other, thief, plant: order.plant }, sum)
  }
  for (const victim of people) await finish(stage, victim, sum)
  order.say(`${sum.cases} of ${order.cases}`)
}

async function attackOnce(attack: Attack, sum: Sum): Promise<void> {
  sum.cases += 1
  const before = attack.stage.amazon.asked()
  const what = attack.dice.pick([...Object.keys(ATTACKS), FOREIGN])
  const wrong = what === FOREIGN ? await tryForeignConsent(attack) : await tryAttack(attack, what, sum)
  if (wrong !== null) sum.violations.push(`case ${sum.cases}: ${wrong}`)
  if (attack.stage.amazon.asked() !== before) sum.violations.push(`case ${sum.cases}: ${what} reached Amazon`)
}

const FOREIGN = 'consent link with somebody else’s ticket'

async function tryAttack(attack: Attack, what: string, sum: Sum): Promise<string | null> {
  const answer = await ATTACKS[what]?.(attack)
  if (answer === undefined) return `${what} is no attack`
  const refusal = `${answer.status} ${answer.headers.get('springline-failure') ?? 'page'}`
  sum.refusals.set(refusal, (sum.refusals.get(refusal) ?? 0) + 1)
  if (answer.status < 400) return `${what} was answered with ${answer.status}`
  if (answer.status >= 500) return `${what} made the broker fail with ${answer.status}`
  await keep(answer, sum)
  return null
}

async function keep(answer: Response, sum: Sum): Promise<void> {
  const headers = [...answer.headers].filter(([name]) => name !== 'date')
  sum.told.add(JSON.stringify([headers, await answer.text()]))
}

/** After all attacks the genuine ones still work, each exactly once. */
async function finish({ broker, amazon }: BrokerStage, victim: Victim, sum: Sum): Promise<void> {
  const redeemed = await postTo(broker, '/redeem', await victim.device.redeemBody(victim.handoff))
  const again = await postTo(broker, '/redeem', await victim.device.redeemBody(victim.handoff))
  const renewed = await postTo(broker, '/renew', await victim.device.renewBody(victim.sealed))
  const wrong = [
    redeemed.ok ? '' : `a genuine hand-off was refused (${redeemed.status})`,
    again.ok ? 'a hand-off was redeemed twice' : '',
    renewed.ok ? '' : `a genuine renewal was refused (${renewed.status})`,
    amazon.exchanges(victim.code) === 1 ? '' : `a code was exchanged ${amazon.exchanges(victim.code)} times`,
  ].filter((one) => one !== '')
  sum.violations.push(...wrong.map((one) => `after case ${sum.cases}: ${one}`))
  sum.genuine += 2
}

/** Amazon's own refusals quote what was sent; the broker must not pass a word of it on. */
async function askQuotingAmazon(stage: BrokerStage, dice: Dice, sum: Sum): Promise<void> {
  for (const how of ['refusal', 'failure'] as const) {
    const victim = await makeVictim(stage, dice)
    stage.amazon.quote(how)
    for (const answer of [
      await postTo(stage.broker, '/renew', await victim.device.renewBody(victim.sealed)),
      await postTo(stage.broker, '/redeem', await victim.device.redeemBody(victim.handoff)),
    ]) {
      if (answer.ok) sum.violations.push(`a ${how} of Amazon’s was taken for a grant`)
      await keep(answer, sum)
    }
    stage.amazon.quote(null)
  }
}

/** `plant` puts one secret where none may be, to see that the search finds it. */
function searchForSecrets({ book, said }: BrokerStage, sum: Sum, plant: boolean): string[] {
  const searcher = createSearcher(book)
  const planted = plant ? `{"route":"/renew","note":"${book.canaries[0]?.window}"}` : ''
  const inLog = searcher.find(Buffer.from(said() + planted)).map((one) => `the log holds: ${one}`)
  const inAnswers = searcher.find(Buffer.from([...sum.told].join('\n'))).map((one) => `an error answer holds: ${one}`)
  return [...inLog, ...inAnswers]
}
