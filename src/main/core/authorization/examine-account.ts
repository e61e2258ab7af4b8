import type { AccountId, AuthorizationId } from '../../../shared/domain/ids.ts'
import { causeOfLogin } from '../../../shared/domain/refusals/login-kind-of.ts'
import type { Examiner, RenewalWord, VaultLook } from '../ports/examiner.ts'
import { examineAccess } from './examine-access.ts'
import { examineIdentity, examineParticipations, examineProfiles } from './examine-calls.ts'
import type { Examined } from './examined.ts'
import { readCredential } from './read-vault.ts'
import type { AuthorizationWorld } from './world.ts'

/** What a diagnosis may ask about one account; every question stands alone and none is asked twice. */
export function createExaminer(world: AuthorizationWorld): Examiner {
  const examined = async (accountId: AccountId): Promise<Examined | null> => {
    const { accounts } = world.ports.stores
    const account = (await accounts.accounts()).find((one) => one.id === accountId)
    return account ? { world, account, channels: (await accounts.channels()).filter((one) => one.accountId === accountId) } : null
  }
  return {
    look: (id) => look(world, id),
    renew: (id) => renew(world, id),
    participations: async (accountId) => {
      const found = await examined(accountId)
      return found && found.account.kind === 'seller' ? examineParticipations(found) : null
    },
    identity: async (accountId) => {
      const found = await examined(accountId)
      return found && examineIdentity(found)
    },
    profiles: async (accountId) => {
      const found = await examined(accountId)
      return found ? examineProfiles(found) : { value: null, cause: null, said: 'no account' }
    },
    access: async (accountId, family) => {
      const found = await examined(accountId)
      return found ? examineAccess(found, family) : []
    },
  }
}

async function look({ ports }: AuthorizationWorld, id: AuthorizationId): Promise<VaultLook> {
  const entry = await readCredential(ports.vault, `authorization/${id}`)
  if (!entry.ok) return { vault: entry.error.kind, elsewhere: null, sameIdentity: null }
  if (entry.value === null) return { vault: 'missing', elsewhere: null, sameIdentity: null }
  const { credential, family, region, boundTo, identity } = entry.value
  const { accounts } = ports.stores
  const owner = (await accounts.authorizations()).find((one) => one.id === id)?.accountId
  const account = (await accounts.accounts()).find((one) => one.id === owner)
  return {
    vault: 'held',
    elsewhere: ports.login.boundTo(credential.way, family, region) !== boundTo,
    sameIdentity: family === 'selling' && identity !== null && account ? identity === account.sellingPartnerId : null,
  }
}

async function renew({ keeper }: AuthorizationWorld, id: AuthorizationId): Promise<RenewalWord> {
  const { access, met } = await keeper.renewByHand(id)
  if (access.ok) return { kind: 'renewed' }
  if (met !== null) return { kind: 'refused', cause: causeOfLogin(met), said: met.evidence }
  const why = access.error
  if (why.kind === 'refused-once') return { kind: 'not-asked', why: 'second-refusal-due', until: why.until }
  return { kind: 'not-asked', why: why.kind === 'disconnected' ? 'not-connected' : 'vault-closed', until: null }
}
