import type { Figures } from '../../../shared/contract/figures.ts'
import type { OneAtATime } from '../../../shared/lib/one-at-a-time.ts'
import type { AccountId, AttemptId, DatasetId } from '../../../shared/domain/ids.ts'
import type { AccountKind, ApiFamily, Region } from '../../../shared/domain/region.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { EvidenceBook } from '../ports/evidence-book.ts'
import type { WakeReason } from '../ports/sync-progress.ts'
import type { Keeper } from './access-keeper.ts'
import type { AttemptBoard } from './attempt-board.ts'
import type { InvitationBoard } from './invitation-board.ts'
import type { AuthorizationPorts } from './authorization-ports.ts'

/** What changed: the accounts' standing, one attempt, or what Amazon asks the person to begin. */
export type AuthorizationChange =
  | { readonly kind: 'accounts' }
  | { readonly kind: 'attempt'; readonly id: AttemptId }
  | { readonly kind: 'invitations' }

export interface AuthorizationOrder {
  readonly ports: AuthorizationPorts
  readonly datasets: ReadonlyMap<DatasetId, Dataset>
  /** Amazon's marketplaces with zones and consent hosts. */
  readonly figures: Pick<Figures, 'marketplaces' | 'otherCentralHosts' | 'ads'>
  /** Address of the consent page, with every override; null where Amazon has none. */
  readonly consentPage: (kind: AccountKind, region: Region, country: string) => string | null
  /** Days of history a new channel starts with, counted back from today. */
  readonly historyDays: number
  readonly evidence: EvidenceBook
  /** True while an outage of this API is judged: then no permission is concluded to be missing. */
  readonly isOutage: (family: ApiFamily, region: Region) => boolean
  readonly onChange: (change: AuthorizationChange) => void
  readonly wakeSync: (reason: WakeReason, accountId: AccountId | null) => void
}

/** Everything one authorization feature shares between its parts. */
export interface AuthorizationWorld extends AuthorizationOrder {
  /** One queue: a renewal and a replacement of the same authorization never overlap. */
  readonly oneAtATime: OneAtATime
  readonly keeper: Keeper
  readonly board: AttemptBoard
  readonly invitations: InvitationBoard
}
