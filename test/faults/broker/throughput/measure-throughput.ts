import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeyRing } from '../../../../src/broker/keys/key-ring.ts'
import { sealCredential } from '../../../../src/broker/sealed/sealed-credential.ts'
import { deviceKeyText } from '../../../../src/shared/contract/broker/device-key.ts'
import { hashText } from '../../../../src/broker/proof/hash-text.ts'
import { makeDevice } from '../../../unit/broker/test-device.ts'
import { brokerEnvironment, ORIGIN } from '../broker-environment.ts'
import { canPin, startPinned } from './pinned-child.ts'

const HERE = import.meta.dirname
const BROKER = join(HERE, '../../../../src/broker/main.ts')
const DEVICES = 20
const CONNECTIONS = 32
const WARM_UP = 1500

export interface Throughput {
  /** Renewals and bare answers a second, one figure for each round, in pairs. */
  readonly renewals: readonly number[]
  readonly bare: readonly number[]
  /** Renewals that were not answered with 200. */
  readonly failed: number
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
  const load = async (url: string, type: string, bodies: readonly string[]): Promise<{ rate: number; failed: number }> => {
    const file = join(folder, 'bodies')
    writeFileSync(file, bodies.join('\n'))
    const client = await startPinned([join(HERE, 'load-main.ts'), url, type, file, String(CONNECTIONS)], { core: other })
    const { good, asked, seconds } = client.first as { good: number; asked: number; seconds: number }
    await client.stop()
    return { rate: good / seconds, failed: asked - good }
  }
  const renewUrl = `http://127.0.0.1:${String(broker.first['port'])}/renew`
  const renewals: number[] = []
  const others: number[] = []
  let failed = 0
  try {
    await load(renewUrl, 'application/json', await renewalBodies(key, WARM_UP))
    for (let round = 0; round < order.rounds; round += 1) {
      const renewed = await load(renewUrl, 'application/json', await renewalBodies(key, order.renewals))
      const form = Array.from({ length: order.renewals }, () => FORM)
      const answered = await load(`${String(bare.first['origin'])}/auth/o2/token`, 'application/x-www-form-urlencoded', form)
      renewals.push(renewed.rate)
      others.push(answered.rate)
      failed += renewed.failed
      order.say(`round ${round + 1}: ${Math.round(renewed.rate)} renewals a second beside ${Math.round(answered.rate)} bare answers`)
    }
  } finally {
    for (const child of [broker, bare, login]) await child.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { renewals, bare: others, failed, pinned }
}

const FORM = new URLSearchParams({
  grant_type: 'refresh_token',
  refresh_token: `Atzr|${'r'.repeat(400)}`,
  client_id: 'client',
  client_secret: 'secret',
}).toString()

/** Signed beforehand, so that the client's own cryptography is no part of the measurement. */
async function renewalBodies(key: Uint8Array, count: number): Promise<string[]> {
  const ring = openKeyRing([{ id: 'k1', bytes: key }], 'sealed-credential')
  const devices = await Promise.all(Array.from({ length: DEVICES }, () => makeDevice(() => Date.now(), ORIGIN)))
  const sealed = await Promise.all(
    devices.map(({ publicKeys }) =>
      sealCredential(ring, {
        refresh: `Atzr|${'r'.repeat(400)}`,
        device: hashText(deviceKeyText(publicKeys as Parameters<typeof deviceKeyText>[0])),
        issuer: 'seller-eu',
      }),
    ),
  )
  return Promise.all(
    Array.from({ length: count }, async (_, index) =>
      JSON.stringify(await devices[index % DEVICES]?.renewBody(sealed[index % DEVICES] ?? '')),
    ),
  )
}
