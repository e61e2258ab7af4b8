import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brokerEnvironment } from '../broker-environment.ts'
import { canPin, startPinned, type PinnedChild } from './pinned-child.ts'
import { writeRenewals } from './write-renewals.ts'

const HERE = import.meta.dirname
const BROKER = join(HERE, '../../../../src/broker/main.ts')
const CONNECTIONS = 32
const WARM_UP = 1500
const BARE_TIMES = 8

/** One round of questions to one server. */
export interface Pace {
  /** Good answers a second by the wall clock, with whatever else the machine was doing. */
  readonly aSecond: number
  /** Good answers for each second of a core that the server itself used; nothing where the system does not tell. */
  readonly aCoreSecond: number | undefined
  readonly failed: number
}

export interface Throughput {
  readonly renewals: readonly Pace[]
  readonly bare: readonly Pace[]
  readonly pinned: boolean
}

/**
 * The broker on one core, then a bare server of the login's shape on the same core, by the same client, in turns. The
 * client and the login behind the broker have the other core.
 */
export async function measureThroughput(order: { rounds: number; renewals: number; say: (line: string) => void }): Promise<Throughput> {
  const pinned = canPin()
  const [one, other] = pinned ? [0, 1] : [undefined, undefined]
  const folder = mkdtempSync(join(tmpdir(), 'springline-broker-'))
  const key = randomBytes(32)
  const login = await startPinned([join(HERE, 'echo-main.ts')], { core: other })
  const bare = await startPinned([join(HERE, 'echo-main.ts')], { core: one })
  const env = brokerEnvironment({ key, tokenUrl: `${String(login.first['origin'])}/auth/o2/token` })
  const broker = await startPinned([BROKER], { core: one, env })
  const ask = { file: join(folder, 'bodies'), core: other }
  const renew = { ...ask, server: broker, url: `http://127.0.0.1:${String(broker.first['port'])}/renew`, type: 'application/json' }
  const echo = { ...ask, server: bare, url: `${String(bare.first['origin'])}/auth/o2/token`, type: 'application/x-www-form-urlencoded' }
  const measured: { renewals: Pace[]; bare: Pace[] } = { renewals: [], bare: [] }
  try {
    await load(renew, await writeRenewals(key, WARM_UP))
    for (let round = 0; round < order.rounds; round += 1) {
      const renewed = await load(renew, await writeRenewals(key, order.renewals))
      const answered = await load(
        echo,
        // More of them, because a system counts a core's time in hundredths of a second.
        Array.from({ length: order.renewals * BARE_TIMES }, () => FORM),
      )
      measured.renewals.push(renewed)
      measured.bare.push(answered)
      order.say(`round ${round + 1}: ${show(renewed)} renewals beside ${show(answered)} bare answers, a second and a core's second`)
    }
  } finally {
    for (const child of [broker, bare, login]) await child.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...measured, pinned }
}

interface Load {
  readonly server: PinnedChild
  readonly url: string
  readonly type: string
  readonly file: string
  readonly core: number | undefined
}

/** The client is a process of its own, so that its work is not the server's. */
async function load({ server, url, type, file, core }: Load, bodies: readonly string[]): Promise<Pace> {
  writeFileSync(file, bodies.join('\n'))
  const before = server.coreSeconds()
  const client = await startPinned([join(HERE, 'load-main.ts'), url, type, file, String(CONNECTIONS)], { core })
  const after = server.coreSeconds()
  const { good, asked, seconds } = client.first as { good: number; asked: number; seconds: number }
  await client.stop()
  const used = before === undefined || after === undefined ? undefined : after - before
  return { aSecond: good / seconds, aCoreSecond: used === undefined ? undefined : good / used, failed: asked - good }
}

function show({ aSecond, aCoreSecond }: Pace): string {
  return `${Math.round(aSecond)} (${aCoreSecond === undefined ? '?' : Math.round(aCoreSecond)})`
}

const FORM = new URLSearchParams({
  grant_type: 'refresh_token',
  refresh_token: `Atzr|${'r'.repeat(400)}`,
  client_id: 'client',
  client_secret: 'secret',
}).toString()
