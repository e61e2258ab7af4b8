import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
  'refused for hours': (stage: Stage) => stage.shop.hours(3),
} as const satisfies Readonly<Record<string, Arrange>>

export type FaultName = keyof typeof FAULTS
