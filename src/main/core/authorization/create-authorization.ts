import { createOneAtATime } from '../../../shared/lib/one-at-a-time.ts'
import type { Result } from '../../../shared/lib/result.ts'
import type { LoginWeatherEntry } from '../../../shared/domain/judge-outage.ts'
import type { AccountId, AttemptId } from '../../../shared/domain/ids.ts'
import type { AccessKeeper } from '../ports/access-keeper.ts'
import type { Examiner } from '../ports/examiner.ts'
import { createAccessKeeper } from './access-keeper.ts'
import { createAttemptBoard } from './attempt-board.ts'
import { beginAttempt, type BeginOrder, type BeginTrouble } from './begin-attempt.ts'
import { checkAccess } from './check-access.ts'
import { cancelAttempt } from './cancel-attempt.ts'
import { completeAttempt, type Completion } from './complete-attempt.ts'
import { connectPrivateAds, type ConnectAdsTrouble, type PrivateAdsOrder } from './connect-private-ads.ts'
import { connectPrivateApp, type ConnectTrouble, type PrivateAppOrder, type PrivateConnection } from './connect-private-app.ts'
import { decideAttempt, type AttemptChoice, type DecideTrouble } from './decide-attempt.ts'
import { createExaminer } from './examine-account.ts'
import { disconnectAccount } from './disconnect-account.ts'
import { createInvitationBoard, type Invitation } from './invitation-board.ts'
import { acceptInvitation, takeInvitation, type InvitationOutcome } from './take-invitation.ts'
import { pasteAttempt, type PasteTrouble } from './paste-attempt.ts'
import { listPrivateApps, type PrivateApp } from './private-apps.ts'
import { replaceClientSecret, type ReplaceSecretTrouble, type SecretOrder } from './replace-client-secret.ts'
import { readStanding, type AttemptStanding } from './read-standing.ts'
import { recoverAttempts } from './recover-attempts.ts'
import { createUpkeep } from './upkeep.ts'
import type { AuthorizationOrder, AuthorizationWorld } from './world.ts'

export type { AuthorizationChange, AuthorizationOrder } from './world.ts'
export type { AttemptStanding } from './read-standing.ts'

/** Permission to read: obtained, kept alive, replaced and proven. Every method may be called at any time. */
export interface Authorizations {
  readonly access: AccessKeeper
  readonly examiner: Examiner
  /** Takes up what the last run left (attempts, quarantine, refusals to confirm) and starts the timers. */
  start(): Promise<void>
  /** Only what one command needs: pending second renewals are decided, nothing else is looked after. */
  startConfirming(): Promise<void>
  stop(): void
  begin(order: BeginOrder): Promise<Result<AttemptStanding, BeginTrouble>>
  /** Takes a link from outside: custom protocol, loopback or popup. Resolves when everything that follows has been done. */
  complete(callbackUrl: string): Promise<Completion>
  /** Takes a link with which something begun inside Seller Central arrives: the person is asked, nothing else happens. */
  invite(link: string): Promise<InvitationOutcome>
  invitations(): readonly Invitation[]
  accept(invitationId: string): Promise<Result<AttemptStanding, BeginTrouble | 'unknown-invitation'>>
  refuse(invitationId: string): void
  cancel(id: AttemptId): Promise<void>
  decide(id: AttemptId, choice: AttemptChoice): Promise<Result<AttemptStanding, DecideTrouble>>
  paste(id: AttemptId, text: string): Promise<Result<AttemptStanding, PasteTrouble>>
  read(id: AttemptId): Promise<AttemptStanding | null>
  /** Finishes or discards what was left in the middle, and ends attempts whose time has run out. */
  recover(): Promise<void>
  connectPrivateApp(order: PrivateAppOrder): Promise<Result<PrivateConnection, ConnectTrouble>>
  connectPrivateAds(order: PrivateAdsOrder): Promise<Result<{ readonly accounts: readonly AccountId[] }, ConnectAdsTrouble>>
  /** The person's own apps, each with the permissions that stand on it. */
  privateApps(): Promise<readonly PrivateApp[]>
  replaceSecret(order: SecretOrder): Promise<Result<{ readonly accounts: readonly AccountId[] }, ReplaceSecretTrouble>>
  disconnect(accountId: AccountId): Promise<void>
  /** Makes sure of every permission now; a refusal is remembered and confirmed as always. */
  checkAccess(accountId: AccountId | null): Promise<void>
  /** A person asked, or the network came back: waits after failed renewals end. */
  skipBackOff(): void
  /** Answers of the login endpoint in the last half hour, for health. */
  loginWeather(): readonly LoginWeatherEntry[]
}

export function createAuthorization(order: AuthorizationOrder): Authorizations {
  const { ports } = order
  const oneAtATime = createOneAtATime()
  const { evidence } = order
  const keeper = createAccessKeeper({ ports, oneAtATime, evidence, onChange: () => order.onChange({ kind: 'accounts' }) })
  const board = createAttemptBoard(
    () => ports.clock.now(),
    (id) => order.onChange({ kind: 'attempt', id }),
  )
  const invitations = createInvitationBoard({
    now: () => ports.clock.now(),
    newId: () => ports.random.id('inv'),
    onChange: () => order.onChange({ kind: 'invitations' }),
  })
  const world: AuthorizationWorld = { ...order, oneAtATime, keeper, board, invitations }
  const upkeep = createUpkeep(world)
  const stand = <Trouble>(result: Result<Parameters<typeof readStanding>[1], Trouble>): Result<AttemptStanding, Trouble> =>
    result.ok ? { ok: true, value: readStanding(world, result.value) } : result
  return {
    access: keeper,
    examiner: createExaminer(world),
    start: upkeep.start,
    startConfirming: () => keeper.start(),
    stop: () => {
      upkeep.stop()
      keeper.stop()
    },
    begin: async (wanted) => stand(await beginAttempt(world, wanted)),
    complete: (callbackUrl) => completeAttempt(world, callbackUrl),
    invite: (link) => takeInvitation(world, link),
    invitations: invitations.waiting,
    accept: async (id) => stand(await acceptInvitation(world, id)),
    refuse: (id) => void invitations.take(id),
    cancel: (id) => cancelAttempt(world, id),
    decide: async (id, choice) => stand(await decideAttempt(world, id, choice)),
    paste: async (id, text) => stand(await pasteAttempt(world, id, text)),
    read: async (id) => {
      const attempt = await ports.stores.attempts.read(id)
      return attempt && readStanding(world, attempt)
    },
    recover: () => recoverAttempts(world),
    connectPrivateApp: (wanted) => connectPrivateApp(world, wanted),
    connectPrivateAds: (wanted) => connectPrivateAds(world, wanted),
    privateApps: () => listPrivateApps(world),
    replaceSecret: (wanted) => replaceClientSecret(world, wanted),
    disconnect: (accountId) => disconnectAccount(world, accountId),
    checkAccess: (accountId) => checkAccess(world, accountId),
    skipBackOff: () => keeper.skipBackOff('all'),
    loginWeather: keeper.loginWeather,
  }
}
