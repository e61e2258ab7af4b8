import { assertNever } from '../../../shared/lib/never.ts'
import { brand } from '../../../shared/lib/brand.ts'
import { epochDayAt, startOfEpochDay } from '../../../shared/lib/zone.ts'
import type { AccessAnswer, DatasetAccess } from '../../../shared/domain/access.ts'
import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import { addDays, interval, type Day } from '../../../shared/domain/day.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { Probe, RequestScope } from '../../datasets/request.ts'
import type { AccessRecord } from '../ports/account-store.ts'
import type { Caller } from '../ports/selling-api.ts'
import type { AccessLine } from './attempt-board.ts'
import { authorizationIdFor } from './derive-ids.ts'
import type { AuthorizationWorld } from './world.ts'

type CallProbe = Extract<Probe, { kind: 'call' }>
type Answer = Pick<DatasetAccess, 'answer' | 'evidence'>

/** Asks per channel and dataset of one family what the grant allows, stores it and answers the worst per dataset. */
export async function verifyAccess(world: AuthorizationWorld, account: AmazonAccount, family: ApiFamily): Promise<readonly AccessLine[]> {
  const { ports } = world
  const access = await world.keeper.accessFor(authorizationIdFor(ports.random, account.id, family))
  const caller = access.ok ? { access: access.value, region: account.region, bucketKey: account.id } : null
  const channels = (await ports.stores.accounts.channels()).filter((one) => one.accountId === account.id)
  const datasets = [...world.datasets.values()].filter((one) => one.family === family && one.kinds.includes(account.kind))
  const ask = askOnce(world, account, caller)
  const before = await ports.stores.access.all()
  const mine = new Set(channels.map((one) => one.id))
  const records: AccessRecord[] = []
  for (const dataset of datasets) {
    for (const channel of channels) {
      const answer = await ask(dataset, channel)
      records.push({ channelId: channel.id, dataset: dataset.id, access: { ...answer, checkedAt: ports.clock.now() } })
    }
  }
  await ports.stores.access.save(records)
  await ports.stores.activity.add({
    at: ports.clock.now(),
    accountId: account.id,
    channelId: null,
    kind: 'verified',
    facts: countsOf(records, family),
  })
  return datasets.map((dataset) => ({
    ...lineOf(dataset, records),
    before:
      worstOf(
        dataset,
        before.filter((one) => mine.has(one.channelId)),
      )?.answer ?? null,
  }))
}

/** One question per different call: datasets and channels that ask the same share the answer. */
export function askOnce(
  world: AuthorizationWorld,
  account: AmazonAccount,
  caller: Caller | null,
): (dataset: Dataset, channel: Channel) => Promise<Answer> {
  const asked = new Map<string, Promise<Answer>>()
  return (dataset, channel) => {
    const { probe } = dataset
    switch (probe.kind) {
      case 'first-report':
        return Promise.resolve({ answer: 'not-yet-proven', evidence: null })
      case 'ads-profiles':
        return Promise.resolve(
          channel.adsProfileId === null ? { answer: 'not-yet-proven', evidence: 'no-profile' } : { answer: 'granted', evidence: 'profile' },
        )
      case 'call':
        return askShared(world, asked, { probe, scope: scopeOf(account, channel, world.ports.clock.now()), caller })
      default:
        return assertNever(probe)
    }
  }
}

interface Question {
  readonly probe: CallProbe
  readonly scope: RequestScope
  readonly caller: Caller | null
}

function askShared(world: AuthorizationWorld, asked: Map<string, Promise<Answer>>, { probe, scope, caller }: Question): Promise<Answer> {
  if (caller === null) return Promise.resolve({ answer: 'not-yet-proven', evidence: 'no-access' })
  const path = probe.path(scope)
  const query = probe.query(scope)
  const key = `${path}\n${JSON.stringify(query)}`
  const known =
    asked.get(key) ??
    world.ports.sellingApi.probe(caller, { quota: probe.quota, path, query }).then((result): Answer => {
      if (result.ok) return { answer: 'granted', evidence: result.value.evidence }
      const isOutage = caller !== null && world.isOutage('selling', caller.region)
      if (result.error.kind === 'permission-missing' && !isOutage) return { answer: 'refused', evidence: result.error.evidence }
      // Anything else says nothing about the permission.
      return { answer: 'not-yet-proven', evidence: result.error.kind }
    })
  asked.set(key, known)
  return known
}

/** Yesterday of the channel: a day every dataset with a cheap call can be asked about. */
function scopeOf(account: AmazonAccount, channel: Channel, now: Instant): RequestScope {
  const today = brand<Day>(epochDayAt(now, channel.zone))
  const yesterday = addDays(today, -1)
  return {
    channel,
    sellingPartnerId: account.sellingPartnerId,
    interval: interval(yesterday, today),
    now,
    startsAt: startOfEpochDay(yesterday, channel.zone),
    endsAt: startOfEpochDay(today, channel.zone),
  }
}

const WORST: readonly AccessAnswer[] = ['refused', 'not-yet-proven', 'granted']

function worstOf(dataset: Dataset, records: readonly AccessRecord[]): DatasetAccess | undefined {
  const mine = records.filter((one) => one.dataset === dataset.id).map((one) => one.access)
  return WORST.flatMap((answer) => mine.filter((one) => one.answer === answer))[0]
}

function lineOf(dataset: Dataset, records: readonly AccessRecord[]): Omit<AccessLine, 'before'> {
  const worst = worstOf(dataset, records)
  return { dataset: dataset.id, title: dataset.title, answer: worst?.answer ?? 'not-yet-proven', evidence: worst?.evidence ?? null }
}

function countsOf(records: readonly AccessRecord[], family: ApiFamily) {
  const count = (answer: AccessAnswer) => records.filter((one) => one.access.answer === answer).length
  return { family, granted: count('granted'), refused: count('refused'), notYetProven: count('not-yet-proven') }
}
