import { err } from '../../../src/shared/lib/result.ts'
import type { LoginTrouble } from '../../../src/shared/domain/trouble.ts'
import type { Ports } from '../../../src/main/core/ports/ports.ts'

type Plant = (ports: Ports) => Ports

/** Every renewal that meets this trouble is answered with another one. */
const mistaking =
  (kind: LoginTrouble['kind'], forWhat: LoginTrouble): Plant =>
  (ports) => ({
    ...ports,
    login: {
      ...ports.login,
      renew: async (order) => {
        const answer = await ports.login.renew(order)
        return !answer.ok && answer.error.kind === kind ? err(forWhat) : answer
      },
    },
  })

const REFUSED: LoginTrouble = { kind: 'grant-refused', evidence: 'planted' }

const oneRefusalIsEnough: Plant = (ports) => {
  const { accounts } = ports.stores
  return {
    ...ports,
    stores: {
      ...ports.stores,
      accounts: {
        ...accounts,
        authorizations: async () =>
          (await accounts.authorizations()).map((one) =>
            one.state.kind === 'refused-once'
              ? { ...one, state: { ...one.state, firstRefusedAt: one.state.firstRefusedAt - 3_600_000 } }
              : one,
          ),
        setAuthorizationState: (id, state, activity) =>
          accounts.setAuthorizationState(
            id,
            state.kind === 'refused-once'
              ? { kind: 'reconnect-required', since: state.firstRefusedAt, firstRefusedAt: state.firstRefusedAt, cause: 'unknown' }
              : state,
            activity,
          ),
      },
    },
  }
}

/** A 403 on a data call is taken for a withdrawn grant. */
const dataRefusalIsRevocation: Plant = (ports) => {
  const { accounts } = ports.stores
  return {
    ...ports,
    sellingApi: {
      ...ports.sellingApi,
      readPage: async (caller, call) => {
        const answer = await ports.sellingApi.readPage(caller, call)
        const isRefused = !answer.ok && ['permission-missing', 'access-ended', 'account-problem'].includes(answer.error.kind)
        const mine = (await accounts.authorizations()).find((one) => one.accountId === caller.bucketKey && one.family === 'selling')
        if (isRefused && mine?.state.kind === 'active')
          await accounts.setAuthorizationState(mine.id, { kind: 'reconnect-required', since: 0, firstRefusedAt: 0, cause: 'unknown' }, null)
        return answer
      },
    },
  }
}

/** Faults of the kind this soak is there to find, one per history in turn. */
export const PLANTS: readonly Plant[] = [
  // An outage of the login is taken for refusals.
  mistaking('amazon-trouble', REFUSED),
  // The app's own key is taken for the person's permission.
  mistaking('publisher-problem', REFUSED),
  // A dead network is taken for refusals.
  mistaking('offline', REFUSED),
  // A true refusal is waited out for ever.
  mistaking('grant-refused', { kind: 'amazon-trouble', evidence: 'planted', tryAgainAt: null }),
  oneRefusalIsEnough,
  dataRefusalIsRevocation,
]
