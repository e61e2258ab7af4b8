import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { connectOwnApp } from '../../builders/own-app.ts'
import { specOf } from '../../builders/story-world.ts'
import type { ApiFamily } from '../../../src/shared/domain/region.ts'
import type { Stage } from './stage.ts'

/** Brings one fault about on a stage whose accounts are connected and caught up. */
export type Arrange = (stage: Stage) => unknown

const MINUTES_TO_CONFIRM = 75

const nameOf = async (stage: Stage) => (await stage.account()).name
const idOf = async (stage: Stage) => (await stage.account()).id
const order = (stage: Stage, fault: Readonly<Record<string, unknown>>) => stage.shop.control.fault(fault)
const own =
  (fault: Readonly<Record<string, unknown>>): Arrange =>
  (stage) =>
    order(stage, { account: stage.first, ...fault })
const all =
  (fault: Readonly<Record<string, unknown>>): Arrange =>
  (stage) =>
    order(stage, fault)
const net =
  (part: string, kind: Parameters<Stage['network']['strike']>[1]): Arrange =>
  (stage) =>
    stage.network.strike(part, kind)
const role = (name: string) => own({ kind: 'remove-role', role: name })

/** Withdrawn, and noticed by two renewals: the hourly one and the one that confirms it. */
const withdrawn =
  (family: ApiFamily): Arrange =>
  async (stage) => {
    order(stage, { kind: 'revoke', account: stage.first, family })
    await stage.shop.minutes(MINUTES_TO_CONFIRM)
  }

async function authorizationId(stage: Stage, family: ApiFamily): Promise<string> {
  const id = await idOf(stage)
  const found = (await stage.shop.running().stores.accounts.authorizations()).find((one) => one.accountId === id && one.family === family)
  if (found === undefined) throw new Error(`no ${family} authorization`)
  return found.id
}

const brokerOf = ({ shop }: Stage) => new URL(shop.amazon.broker.origin).host
const atBroker =
  (kind: Parameters<Stage['network']['strike']>[1]): Arrange =>
  (stage) =>
    stage.network.strike(brokerOf(stage), kind)

/** Every file of the vault says something else than what was written. */
function spoilVault({ shop }: Stage): void {
  const spoil = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (statSync(path).isDirectory()) spoil(path)
      else writeFileSync(path, 'not a credential')
    }
  }
  spoil(join(shop.machine.dataDirectory, 'vault'))
}

/** The key file was replaced by one of another computer, so the vault does not open. */
async function lockVault({ shop }: Stage): Promise<void> {
  const keys = join(dirname(shop.machine.dataDirectory), 'keys')
  for (const name of readdirSync(keys)) writeFileSync(join(keys, name), `${'5c'.repeat(32)}\n`)
  await shop.restart()
}

/** Where a credential's file was there is a folder now: reading it fails in the file system, whoever asks. */
function breakVaultFiles({ shop }: Stage): void {
  const vault = join(shop.machine.dataDirectory, 'vault')
  for (const name of readdirSync(vault, { recursive: true, encoding: 'utf8' })) {
    const path = join(vault, name)
    if (statSync(path).isDirectory()) continue
    rmSync(path)
    mkdirSync(path)
  }
}

/** The account is read through an app of the person's own, and Amazon no longer lets that app renew anything. */
async function forbidOwnApp(stage: Stage): Promise<void> {
  await connectOwnApp(stage.shop, specOf(stage.first))
  order(stage, { kind: 'client-not-allowed' })
}

/** The computer was restarted, and what asks for Europe reaches America: its credential was never known there. */
async function misdirect({ shop, network, first }: Stage): Promise<void> {
  network.divert(`/selling-${specOf(first).region}`, '/selling-na')
  await shop.restart()
}

/** Requests for reports arrive cut short for a day, and Amazon refuses them as malformed. */
async function cutRequests(stage: Stage): Promise<void> {
  stage.network.maim('/reports')
  await stage.shop.hours(30)
}

/** The same computer with other addresses, as after an endpoints file was changed. */
async function moveBroker({ shop }: Stage): Promise<void> {
  Object.assign(shop.amazon.broker, { origin: 'http://127.0.0.1:9' })
  await shop.restart()
}

export const FAULTS = {
  healthy: () => undefined,
  offline: net('', 'offline'),
  'no names': net('', 'dns'),
  'all refused': net('', 'refused'),
  'all hang': net('', 'hang'),
  'all cut': net('', 'cut'),
  'portal redirect': net('', 'portal'),
  'portal page': net('', 'portal-page'),
  'certificates replaced': net('', 'tls'),
  'selling host refused': net('/selling-', 'refused'),
  'selling name not found': net('/selling-', 'dns'),
  'login certificate replaced': net('/login', 'tls'),
  'selling host cut': net('/selling-', 'cut'),
  'selling host silent': net('/selling-', 'hang'),
  'clock behind': all({ kind: 'clock-skew', ms: 11 * 60_000 }),
  'clock ahead': all({ kind: 'clock-skew', ms: -11 * 60_000 }),
  'selling outage': all({ kind: 'outage', api: 'selling', status: '503' }),
  'selling errors': all({ kind: 'outage', api: 'selling', status: '500' }),
  'whole outage': all({ kind: 'outage', api: 'all', status: '503' }),
  'login reset': all({ kind: 'outage', api: 'login', status: 'reset' }),
  'login outage': all({ kind: 'outage', api: 'login', status: '503' }),
  'selling hangs': all({ kind: 'outage', api: 'selling', status: 'hang' }),
  'ads outage': all({ kind: 'outage', api: 'ads', status: '500' }),
  'false expiry for all': all({ kind: 'outage', api: 'selling', status: '403-expired' }),
  'broker refused': atBroker('refused'),
  'broker silent': atBroker('hang'),
  'broker cut': atBroker('cut'),
  'key refused': all({ kind: 'invalid-client' }),
  'app not allowed': all({ kind: 'client-not-allowed' }),
  'key ended at login': all({ kind: 'secret-expired', api: 'login' }),
  'key ended at data': all({ kind: 'secret-expired', api: 'selling' }),
  'withdrawn just now': own({ kind: 'revoke' }),
  withdrawn: withdrawn('selling'),
  'ads withdrawn': withdrawn('advertising'),
  'year over': (stage: Stage) => stage.shop.crank.sleep(367 * 86_400_000),
  'no finance role': role('Finance and Accounting'),
  'no listing role': role('Product Listing'),
  suspended: own({ kind: 'account-suspended' }),
  'listings inactive': own({ kind: 'listings-inactive' }),
  'not participating': own({ kind: 'not-participating' }),
  'no ads profile': own({ kind: 'no-profiles' }),
  paused: async (stage: Stage) => stage.shop.call('accounts.pause', { accountId: await idOf(stage), paused: true }),
  'never finished': async (stage: Stage) => stage.shop.call('accounts.disconnect', { accountId: await idOf(stage) }),
  'credential gone': async (stage: Stage) => stage.shop.running().vault.remove(`authorization/${await authorizationId(stage, 'selling')}`),
  'vault spoiled': spoilVault,
  'disk full': (stage: Stage) => void (stage.disk.freeBytes = 5 * 1024 ** 2),
  'other addresses': moveBroker,
  'somebody else signed in': async (stage: Stage) => stage.shop.reconnect(await nameOf(stage), 'halden'),
  throttled: async (stage: Stage) => {
    order(stage, { kind: 'throttle', account: stage.first, api: 'selling' })
    await stage.shop.hours(30)
  },
  'reports never ready': async (stage: Stage) => {
    order(stage, { kind: 'never-done', account: stage.first })
    await stage.shop.hours(30)
  },
  'document changed': async (stage: Stage) => {
    order(stage, { kind: 'missing-column', account: stage.first })
    await stage.shop.hours(30)
  },
  'vault locked': lockVault,
  'vault files broken': breakVaultFiles,
  'own app not allowed': forbidOwnApp,
  'other region reached': misdirect,
  'requests cut short': cutRequests,
  'refused for hours': (stage: Stage) => stage.shop.hours(3),
} as const satisfies Readonly<Record<string, Arrange>>

export type FaultName = keyof typeof FAULTS
