import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readConfig } from '../../../src/broker/environment/read-config.ts'
import { startBroker } from '../../../src/broker/start-broker.ts'
import { createCanaryBook, type CanaryBook } from '../secrets/canary-book.ts'
import type { Dice } from '../dice.ts'
import { brokerEnvironment } from './broker-environment.ts'
import { openLoginDesk, type LoginDesk } from './login-desk.ts'
import { startPinned } from './throughput/pinned-child.ts'

const MAIN = join(import.meta.dirname, '../../../src/broker/main.ts')
/** Later than a ticket's ten minutes and a hand-off's five. */
const LATE_MS = 11 * 60_000

/** Of everybody who consents here. */
export const PARTNER_ID = 'A1PARTNERCANARY'

/** A broker reached over the network, as anybody reaches it. */
export interface BrokerDoor {
  readonly address: string
  ask(path: string, init?: RequestInit): Promise<Response>
}

export interface BrokerStage {
  readonly book: CanaryBook
  readonly amazon: LoginDesk
  /** The process as it is deployed; its words are `said`. */
  readonly broker: BrokerDoor
  /** A second process with the same keys: what it remembers is its own. Two instances must never be deployed. */
  readonly twin: BrokerDoor
  /** The same keys, eleven minutes ago: its tickets and hand-offs have run out by now. */
  readonly earlier: BrokerDoor
  /** Somebody else's broker with keys of its own, under the same name. */
  readonly impostor: BrokerDoor
  said(): string
  close(): Promise<void>
}

/** The real broker in processes of its own, and a login endpoint that counts every question. */
export async function openBrokerStage(dice: Dice): Promise<BrokerStage> {
  const book = createCanaryBook()
  const amazon = await openLoginDesk(dice, (what, secret) => book.add(what, secret))
  const clientSecret = `amzn1.oa2-cs.v1.${randomBytes(32).toString('hex')}`
  const key = new Uint8Array(randomBytes(32))
  book.add('client secret', clientSecret)
  book.add('selling partner id', PARTNER_ID)
  book.add('broker key', Buffer.from(key).toString('base64url'))
  const env = brokerEnvironment({ key, tokenUrl: amazon.tokenUrl, clientSecret })
  const foreign = { ...env, BROKER_KEYS: `k1:${randomBytes(32).toString('base64url')}` }
  const [main, second] = [await startPinned([MAIN], { core: undefined, env }), await startPinned([MAIN], { core: undefined, env })]
  const [past, other] = [await startInside(env, () => Date.now() - LATE_MS), await startInside(foreign, () => Date.now())]
  return {
    book,
    amazon,
    broker: doorAt(Number(main.first['port'])),
    twin: doorAt(Number(second.first['port'])),
    earlier: doorAt(past.port),
    impostor: doorAt(other.port),
    said: () => main.said() + second.said(),
    close: async () => {
      await Promise.all([main.stop(), second.stop(), past.stop(), other.stop()])
      amazon.stop()
    },
  }
}

async function startInside(env: Readonly<Record<string, string>>, now: () => number) {
  const read = readConfig(env, Date.now())
  if (!read.ok) throw new Error(read.problems.join('; '))
  return startBroker(read.config, { fetch, now, randomBytes: (count) => new Uint8Array(randomBytes(count)), log: () => undefined })
}

function doorAt(port: number): BrokerDoor {
  const address = `http://127.0.0.1:${port}`
  return { address, ask: (path, init) => fetch(address + path, { redirect: 'manual', ...init }) }
}
