import type { AccountView } from '../../src/shared/contract/views/channels.ts'
import type { AttemptView } from '../../src/shared/contract/views/attempt.ts'
import type { CallName, CallParams, CallResult } from '../../src/shared/contract/calls.ts'
import type { ApiFamily } from '../../src/shared/domain/region.ts'
import type { Status } from '../../src/shared/domain/status.ts'
import { createSilentLog, type SilentLog } from '../twins/log.ts'
import { createTwinNotifier, type TwinNotifier } from '../twins/notifier.ts'
import { createSeededRandom } from '../twins/random.ts'
import { createMemorySettings } from '../twins/settings.ts'
import { openAmazon, type Amazon } from './amazon.ts'
import { createCrank, type Crank } from './crank.ts'
import { createLife, type Death, type Life } from './life.ts'
import { boot, createMachine, type Booted, type BootOrder, type Machine } from './machine.ts'
import { createPerson, type Person, type PersonAct } from './person.ts'
import type { WorldSpec } from '../../src/stand-in/index.ts'
import { specOf, storyWorld, type AccountName } from './story-world.ts'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export interface ShopOrder {
  readonly accounts: readonly AccountName[]
  /** ISO instant at which the story begins. */
  readonly at?: string
  readonly historyDays?: number
  /** Another world than the stories' own; then `accounts` may be empty. */
  readonly world?: WorldSpec
  /** Multiplies every shop's orders. */
  readonly volume?: number
  /** `ports`: the stores live behind message ports, as in their worker threads. */
  readonly storage?: 'thread' | 'ports'
  /** What the network between this computer and everybody else does to requests. */
  readonly network?: NetworkBetween
  /** What the disk is said to have left; the computer's own answer without it. */
  readonly freeBytes?: () => number
  /** How the first version of the app reads; the product's own way when left out. */
  readonly datasets?: BootOrder['datasets']
}

export interface NetworkBetween {
  wrap(real: typeof fetch): typeof fetch
  /** True while requests may hang, so that the clock does not wait for them. */
  mayHang(): boolean
}

type Turn = Exclude<PersonAct['kind'], 'agree'> | AccountName
type Choice = 'try-again' | 'use-other' | 'add-new' | 'discard'

/** One person's computer with the app on it, Amazon, and the clock both go by. */
export interface Shop {
  readonly amazon: Amazon
  readonly control: Amazon['standIn']['control']
  readonly machine: Machine
  readonly crank: Crank
  readonly person: Person
  readonly notifier: TwinNotifier
  readonly log: SilentLog
  now(): number
  running(): Booted
  life(): Life
  call<Name extends CallName>(name: Name, params: CallParams<Name>): Promise<CallResult<Name>>
  connect(account: AccountName, more?: { readonly ads?: boolean; readonly country?: string }): Promise<AttemptView>
  connectAds(name: string, as?: Turn): Promise<AttemptView>
  /** The person chooses *Reconnect* for the account and does `turn` at Amazon (default: signs in with the right account). */
  reconnect(name: string, turn?: Turn, family?: ApiFamily): Promise<AttemptView>
  decide(attempt: AttemptView, choice: Choice, turn?: Turn): Promise<AttemptView>
  account(name: string): Promise<AccountView>
  status(name: string): Promise<Status>
  accounts(): Promise<readonly AccountView[]>
  minutes(count: number): Promise<void>
  hours(count: number): Promise<void>
  days(count: number): Promise<void>
  sleep(days: number): Promise<void>
  /** Until nothing of the account is planned, running or waiting; at most `hours`. */
  untilCaughtUp(hours?: number): Promise<void>
  offline(): void
  online(): void
  restart(): Promise<void>
  /** The app is stopped and started as a version that reads like this; the product's own way when left out. */
  update(datasets?: BootOrder['datasets']): Promise<void>
  /** The process is gone without a word; the next one starts over its files. */
  crash(): Promise<void>
  arm(death: Death): void
  close(): Promise<void>
}

const START = '2026-09-15T10:00:00Z'

/** Opens a story: the whole core over real adapters, real files and a local Amazon. Close it when the story is told. */
export async function openShop(order: ShopOrder): Promise<Shop> {
  const amazon = await openAmazon({
    world: { ...(order.world ?? storyWorld(order.accounts)), volume: order.volume ?? 1 },
    startAt: Date.parse(order.at ?? START),
  })
  const { control, clock } = amazon.standIn
  const crank = createCrank(clock, () => order.network?.mayHang() === true || control.faults().some((fault) => fault.status === 'hang'))
  const machine = createMachine()
  const person = createPerson(crank)
  const notifier = createTwinNotifier()
  const log = createSilentLog()
  const random = createSeededRandom(20_260_915)
  const settings = createMemorySettings()
  let isCut = false
  let datasets = order.datasets
  let life = createLife(crank, () => isCut)
  let running = await start()

  async function start(): Promise<Booted> {
    const lived = createLife(crank, () => isCut)
    life = order.network ? { ...lived, fetch: order.network.wrap(lived.fetch) } : lived
    const booted = await boot({
      machine,
      amazon,
      life,
      random,
      person,
      historyDays: order.historyDays ?? 40,
      storage: order.storage ?? 'thread',
      freeBytes: order.freeBytes ?? null,
      log,
      notifier,
      settings,
      ...(datasets ? { datasets } : {}),
    })
    await crank.track('start', life.outlive(booted.app.start()))
    await crank.quiet()
    return booted
  }

  const call: Shop['call'] = async (name, params) => {
    const answer = await crank.track(name, life.outlive(running.app.dispatch(name, params)))
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.reason ?? ''}`)
    return answer.value as CallResult<typeof name>
  }

  /** Lets the attempt go on, a few seconds at a time, until it waits for the person or has ended. */
  async function follow(attempt: AttemptView): Promise<AttemptView> {
    let seen = attempt
    for (let turn = 0; turn < 300 && !life.isDead(); turn += 1) {
      await crank.quiet()
      if (life.isDead()) break
      seen = await call('attempts.read', { id: attempt.id })
      if (seen.stage !== 'at-amazon' && seen.stage !== 'checking') break
      await crank.advance(5 * SECOND)
    }
    return seen
  }

  function will(turn: Turn, own: AccountName): void {
    if (turn === 'close' || turn === 'never') person.will({ kind: turn })
    else if (turn === 'cancel') person.will({ kind: 'cancel', account: own })
    else person.will({ kind: 'agree', account: turn })
  }

  async function accounts(): Promise<readonly AccountView[]> {
    return (await call('channels.list', {})).accounts
  }

  async function account(name: string): Promise<AccountView> {
    const found = (await accounts()).find((one) => one.name === name)
    if (found === undefined) throw new Error(`no account ${name}`)
    return found
  }

  async function reconnect(name: string, turn?: Turn, family: ApiFamily = 'selling'): Promise<AttemptView> {
    const seen = await account(name)
    const own = order.accounts.find((one) => specOf(one).sellingPartnerId === seen.sellingPartnerId)
    if (own === undefined) throw new Error(`${name} is nobody of this story`)
    will(turn ?? own, own)
    const { id: accountId, kind, region } = seen
    const country = seen.channels[0]?.country ?? 'DE'
    return follow(await call('attempts.begin', { accountId, family, kind, region, country, surface: 'default' }))
  }

  async function connect(name: AccountName, more: { readonly ads?: boolean; readonly country?: string } = {}): Promise<AttemptView> {
    const { kind, region, channels, name: title } = specOf(name)
    will(name, name)
    const country = more.country ?? channels[0]?.country ?? 'DE'
    const attempt = await follow(
      await call('attempts.begin', { accountId: null, family: 'selling', kind, region, country, surface: 'default' }),
    )
    if (more.ads !== true) return attempt
    return reconnect(
      (await call('channels.list', {})).accounts.find((one) => one.sellingPartnerId === specOf(name).sellingPartnerId)?.name ?? title,
      name,
      'advertising',
    )
  }

  async function untilCaughtUp(hours = 12): Promise<void> {
    await crank.advance(30 * SECOND)
    for (let minute = 0; minute < hours * 60; minute += 1) {
      const open = (await Promise.all((await accounts()).map((one) => call('backfill.read', { accountId: one.id })))).flatMap(
        (view) => view.rows,
      )
      const moving = open.filter((row) => row.state !== 'done' && row.state !== 'lost' && row.state !== 'refused')
      if (moving.length === 0 && (await running.stores.runs.standing()).length === 0) return
      await crank.advance(MINUTE)
    }
    throw new Error(`not caught up after ${hours} hours`)
  }

  return {
    amazon,
    control,
    machine,
    crank,
    person,
    notifier,
    log,
    call,
    account,
    accounts,
    connect,
    reconnect,
    untilCaughtUp,
    now: () => clock.now(),
    running: () => running,
    life: () => life,
    connectAds: (name, as) => reconnect(name, as, 'advertising'),
    decide: async (attempt, choice, turn) => {
      const own = order.accounts[0] ?? 'nordlys'
      if (turn !== undefined) will(turn, own)
      return follow(await call('attempts.decide', { id: attempt.id, choice }))
    },
    status: async (name) => (await account(name)).status,
    minutes: (count) => crank.advance(count * MINUTE),
    hours: (count) => crank.advance(count * HOUR),
    days: (count) => crank.advance(count * DAY),
    sleep: async (count) => {
      await crank.sleep(count * DAY)
      running.app.wake('resume')
      await crank.quiet()
    },
    offline: () => {
      isCut = true
      running.app.connectivityChanged('offline')
    },
    online: () => {
      isCut = false
      running.app.connectivityChanged('online')
    },
    restart: async () => {
      await stopped(running)
      running = await start()
    },
    update: async (next) => {
      await stopped(running)
      datasets = next
      running = await start()
    },
    crash: async () => {
      life.kill()
      await running.closeFiles()
      running = await start()
    },
    arm: (death) => life.arm(death),
    close: async () => {
      if (life.isDead()) await running.closeFiles()
      else await stopped(running)
      await amazon.stop()
      machine.remove()
    },
  }

  /** Stopping waits on the clock for work in flight, so the clock goes on meanwhile. */
  async function stopped(booted: Booted): Promise<void> {
    const stopping = booted.app.stop()
    await crank.advance(3 * SECOND)
    await stopping
    life.kill()
    await booted.closeFiles()
  }
}
