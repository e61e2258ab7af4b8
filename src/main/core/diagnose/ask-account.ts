import type { CallSeen, ChannelSeen, DatasetSeen, Observations } from '../../../shared/contract/diagnosis/observations.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { AccessWord, CallWord, ParticipationWord } from '../ports/examiner.ts'
import { CALL_MS } from './policy.ts'
import type { Walk } from './walk.ts'
import { within } from './within.ts'

/** What hangs on a permission is asked only after it was renewed. */
export async function askAccount(walk: Walk): Promise<void> {
  await Promise.all([
    ...(isRenewed(walk.seen(), 'selling') ? [askStanding(walk), askIdentity(walk), askAccess(walk)] : []),
    ...(isRenewed(walk.seen(), 'advertising') ? [askProfiles(walk)] : []),
  ])
}

function isRenewed({ grants }: Observations, family: ApiFamily): boolean {
  return grants.some((one) => one.family === family && one.asked?.renewed === true)
}

async function timed<Value>(
  { world }: Walk,
  ask: () => Promise<CallWord<Value> | null>,
): Promise<{ readonly word: CallWord<Value> | null; readonly at: number; readonly tookMs: number }> {
  const { clock } = world.ports
  const began = clock.monotonic()
  const word = await within(clock, { ms: CALL_MS, otherwise: null }, ask)
  return { word, at: clock.now(), tookMs: Math.round(clock.monotonic() - began) }
}

function add(walk: Walk, call: CallSeen, more: Partial<Observations> = {}): void {
  walk.see({ calls: [...walk.seen().calls, call], ...more })
}

async function askStanding(walk: Walk): Promise<void> {
  const { word, at, tookMs } = await timed(walk, () => walk.world.examiner.participations(walk.accountId))
  if (word === null) return
  const call: CallSeen = {
    what: 'participations',
    family: 'selling',
    at,
    tookMs,
    answered: word.value !== null,
    cause: word.cause,
    said: word.said,
  }
  add(walk, call, { channels: walk.seen().channels.map((one) => withStanding(one, word.value)) })
}

function withStanding(channel: ChannelSeen, words: readonly ParticipationWord[] | null): ChannelSeen {
  const word = words?.find((one) => one.channelId === channel.id)
  return word ? { ...channel, participating: word.participating, suspendedListings: word.suspendedListings } : channel
}

async function askIdentity(walk: Walk): Promise<void> {
  const { word, at, tookMs } = await timed(walk, () => walk.world.examiner.identity(walk.accountId))
  if (word === null) return
  const what = walk.seen().account.kind === 'seller' ? 'listings' : 'purchase-orders'
  add(walk, { what, family: 'selling', at, tookMs, answered: word.value !== null, cause: word.cause, said: word.said })
}

async function askAccess(walk: Walk): Promise<void> {
  const words = await within(walk.world.ports.clock, { ms: CALL_MS, otherwise: null }, () =>
    walk.world.examiner.access(walk.accountId, 'selling'),
  )
  if (words === null) return
  const checkedAt = walk.world.ports.clock.now()
  walk.see({ datasets: walk.seen().datasets.map((one) => withAccess(one, words, checkedAt)) })
}

/** No verdict keeps the old answer, but says that it was asked and what came instead. */
function withAccess(dataset: DatasetSeen, words: readonly AccessWord[], checkedAt: number): DatasetSeen {
  const word = words.find((one) => one.channelId === dataset.channelId && one.dataset === dataset.dataset)
  if (word === undefined) return dataset
  if (word.answer === 'not-yet-proven') return { ...dataset, now: true, said: word.said }
  return { ...dataset, answer: word.answer, checkedAt, said: word.said, now: true }
}

async function askProfiles(walk: Walk): Promise<void> {
  const { word, at, tookMs } = await timed(walk, () => walk.world.examiner.profiles(walk.accountId))
  if (word === null) return
  const { value } = word
  const cause = value?.other === true ? 'wrong-account' : word.cause
  add(
    walk,
    { what: 'profiles', family: 'advertising', at, tookMs, answered: value !== null, cause, said: word.said },
    {
      channels: walk
        .seen()
        .channels.map((one) => (value === null || !one.hasProfile ? one : { ...one, profileSeen: value.seen.includes(one.id) })),
    },
  )
}
