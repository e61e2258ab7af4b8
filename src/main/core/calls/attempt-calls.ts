import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Failure } from '../../../shared/contract/failures.ts'
import type { AttemptView } from '../../../shared/contract/views/attempt.ts'
import { parseDay } from '../../../shared/domain/day.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { startOfEpochDay } from '../../../shared/lib/zone.ts'
import { attemptView, reconnectPreview, type Standing } from '../channels/attempt-view.ts'
import { failure, type Handlers } from '../dispatch.ts'
import type { Desk } from './desk.ts'

type AttemptCalls = Pick<
  Handlers,
  | 'attempts.preview'
  | 'attempts.begin'
  | 'attempts.read'
  | 'attempts.cancel'
  | 'attempts.decide'
  | 'attempts.paste'
  | 'connect.privateApp'
  | 'connect.ads'
>

/** Calls that obtain, replace and judge permissions. */
export function attemptCalls(desk: Desk): AttemptCalls {
  const { authorization } = desk
  return {
    async 'attempts.preview'({ accountId, family }) {
      const { snapshot } = await desk.look()
      const account = snapshot.accounts.find((one) => one.id === accountId)
      if (!account) return err(failure('not-found', 'account', 'accountId'))
      const country = snapshot.channels.find((channel) => channel.accountId === accountId)?.country ?? ''
      const page = desk.config.endpoints.consent(family, account.kind, account.region, country)
      return ok(reconnectPreview(account, family, page ? new URL(page).host : '', snapshot))
    },
    async 'attempts.begin'(order) {
      const begun = await authorization.begin(order)
      return begun.ok ? ok(await viewOf(desk, begun.value)) : err(troubleFailure(begun.error))
    },
    async 'attempts.read'({ id }) {
      const standing = await authorization.read(id)
      return standing ? ok(await viewOf(desk, standing)) : err(failure('not-found', 'attempt', 'id'))
    },
    async 'attempts.cancel'({ id }) {
      await authorization.cancel(id)
      return ok({})
    },
    async 'attempts.decide'({ id, choice }) {
      return answer(desk, await authorization.decide(id, choice))
    },
    async 'attempts.paste'({ id, text }) {
      return answer(desk, await authorization.paste(id, text))
    },
    async 'connect.privateApp'({ countries, secretIssuedOn, ...order }) {
      const named = countries === undefined ? {} : { countries }
      const connected = await authorization.connectPrivateApp({ ...order, ...named, ...issued(secretIssuedOn, desk.ports.clock.now()) })
      if (!connected.ok) return err(troubleFailure(connected.error))
      desk.changed('channels', 'activity')
      return ok({ accountId: connected.value.accountId, identity: connected.value.identity })
    },
    async 'connect.ads'({ secretIssuedOn, ...order }) {
      const connected = await authorization.connectPrivateAds({ ...order, ...issued(secretIssuedOn, desk.ports.clock.now()) })
      if (!connected.ok) return err(troubleFailure(connected.error))
      desk.changed('channels', 'activity')
      return ok({ accounts: [...connected.value.accounts] })
    },
  }
}

/** The day a person reads on Amazon's page of the app, as an instant: its start, and never later than now, so that a clock never shows too much. */
export function issued(day: string | null | undefined, now: Instant): { readonly secretIssuedAt?: Instant } {
  const read = day === null || day === undefined ? null : parseDay(day)
  return read === null ? {} : { secretIssuedAt: Math.min(now, startOfEpochDay(read, 'UTC')) }
}

async function answer(desk: Desk, result: Result<Standing, string>): Promise<Result<AttemptView, Failure>> {
  return result.ok ? ok(await viewOf(desk, result.value)) : err(troubleFailure(result.error))
}

export async function viewOf(desk: Desk, standing: Standing): Promise<AttemptView> {
  const { snapshot, progress } = await desk.look()
  return attemptView(standing, snapshot, progress)
}

const OFFLINE = new Set(['offline', 'amazon-trouble'])
const UNKNOWN = new Set(['unknown-account', 'unknown-attempt', 'unknown-invitation', 'unknown-app'])
const REFUSED = new Set(['grant-refused', 'permission-missing'])

/** Closed trouble codes of the feature become failures; the code stays as the reason for the window's sentence. */
export function troubleFailure(reason: string): Failure {
  if (OFFLINE.has(reason)) return failure('offline', reason, null)
  if (UNKNOWN.has(reason)) return failure('not-found', reason, null)
  if (REFUSED.has(reason)) return failure('reconnect-required', reason, null)
  return failure('bad-request', reason, null)
}
