import type { Cause } from '../../../shared/domain/cause.ts'
import type { ChannelId, DatasetId } from '../../../shared/domain/ids.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import { causeOfCall } from '../../../shared/domain/refusals/call-kind-of.ts'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import type { AmazonAccount } from '../../../shared/domain/account.ts'
import { LONG_THROTTLE_MS } from './policy.ts'
import type { SkyFailure } from './sky.ts'
import type { SyncWorld } from './sync-world.ts'

/** What is asked, as evidence names it. */
export interface AskAbout {
  /** Amazon's name of the operation, where it has one. */
  readonly operation?: string
  /** The dataset of a channel that it is asked for. */
  readonly about?: { readonly channelId: ChannelId; readonly dataset: DatasetId }
}

const NAMELESS = 'call'

export interface Asker {
  readonly world: SyncWorld
  readonly account: Pick<AmazonAccount, 'id' | 'region'>
  readonly family: ApiFamily
}

/** Causes that concern the one dataset that was asked for; all others concern whatever the account asks. */
const OF_DATASET: ReadonlySet<Cause> = new Set([
  'permission-missing',
  'ads-profile-missing',
  'marketplace-not-active',
  'request-refused',
  'document-changed',
])

/** A good answer: the door works, and what this dataset was refused for is over. */
export function noteSuccess(asker: Asker, { operation: source = NAMELESS, about }: AskAbout): void {
  const { world, account, family } = asker
  world.sky.succeeded({ family, region: account.region, accountId: account.id })
  const wide = { accountId: account.id, family, channelId: null, dataset: null, source }
  world.evidence.fine(wide, 'answered')
  if (about !== undefined) world.evidence.fine({ ...wide, ...about }, 'answered')
}

export function noteTrouble(asker: Asker, { operation: source = NAMELESS, about }: AskAbout, trouble: CallTrouble): void {
  const { world, account, family } = asker
  noteSky(asker, trouble.kind)
  const cause = causeOfCall(trouble)
  if (cause === null || !isWorthKeeping(world, trouble)) return
  const place = about !== undefined && OF_DATASET.has(cause) ? about : { channelId: null, dataset: null }
  const said = trouble.kind === 'throttled' ? 'asked to wait' : trouble.evidence
  world.evidence.trouble({ accountId: account.id, family, ...place, source }, cause, said)
}

/** Being asked to wait for a moment is everyday life with so little quota. */
function isWorthKeeping({ ports }: SyncWorld, trouble: CallTrouble): boolean {
  return trouble.kind !== 'throttled' || trouble.tryAgainAt - ports.clock.now() > LONG_THROTTLE_MS
}

/** Troubles that say something about the door, and which of them look alike. */
const ALIKE: Partial<Readonly<Record<CallTrouble['kind'], SkyFailure>>> = {
  'amazon-trouble': 'amazon-trouble',
  'permission-missing': 'permission-missing',
  'account-problem': 'account-problem',
  'wrong-region': 'account-problem',
}

function noteSky({ world, account, family }: Asker, kind: CallTrouble['kind']): void {
  const failure = ALIKE[kind]
  if (failure !== undefined) world.sky.failed({ family, region: account.region, accountId: account.id }, failure)
}
