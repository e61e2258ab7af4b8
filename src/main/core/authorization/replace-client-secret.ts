import { CLIENT_SECRET_DAYS } from '../../../shared/domain/authorization.ts'
import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { Secret } from '../../../shared/lib/secret.ts'
import { DAY_MS } from './policy.ts'
import { readPrivateHolders, type PrivateHolder } from './private-apps.ts'
import { tryPrivateCredential, type PrivateTrouble } from './private-credential.ts'
import { readCredential } from './read-vault.ts'
import type { AuthorizationWorld } from './world.ts'

export interface SecretOrder {
  readonly clientId: string
  readonly clientSecret: string
  /** When it was made, if the person knows. */
  readonly secretIssuedAt?: Instant
}

export type ReplaceSecretTrouble = Exclude<PrivateTrouble, 'grant-refused'> | 'unknown-app'

/**
 * A new client secret for every permission that stands on one private app. Amazon must accept it first; until then nothing
 * is changed. The old one works for seven more days (docs/amazon.md §1.5), so a crash half-way leaves every permission
 * with a secret that works, and doing it again completes it.
 */
export async function replaceClientSecret(
  world: AuthorizationWorld,
  order: SecretOrder,
): Promise<Result<{ readonly accounts: readonly AccountId[] }, ReplaceSecretTrouble>> {
  const holders = (await readPrivateHolders(world)).filter((one) => one.credential.clientId === order.clientId)
  const [first] = holders
  if (first === undefined) return err('unknown-app')
  const secret = new Secret(order.clientSecret)
  const trouble = await proveSecret(world, first, secret)
  if (trouble !== null) return err(trouble)
  for (const holder of holders) if (!(await writeSecret(world, holder, secret))) return err('vault')
  const accounts = [...new Set(holders.map((one) => one.authorization.accountId))]
  await mirror(world, { holders, accounts, secretIssuedAt: order.secretIssuedAt ?? null })
  await freeFromAppTrouble(world, holders)
  world.onChange({ kind: 'accounts' })
  world.wakeSync('requested', null)
  return ok({ accounts })
}

/** Amazon looks at the app's key before it looks at the grant: a refused grant proves the key as well as a renewal does. */
async function proveSecret(world: AuthorizationWorld, holder: PrivateHolder, clientSecret: Secret) {
  const { entry, credential } = holder
  const tried = await tryPrivateCredential(world, {
    family: entry.family,
    region: entry.region,
    credential: { ...credential, clientSecret },
  })
  return tried.ok || tried.error === 'grant-refused' ? null : tried.error
}

/** No renewal may run meanwhile: it would write the entry back as it read it. */
function writeSecret({ ports, oneAtATime }: AuthorizationWorld, { authorization }: PrivateHolder, clientSecret: Secret): Promise<boolean> {
  const key = `authorization/${authorization.id}`
  return oneAtATime(authorization.id, async () => {
    const now = await readCredential(ports.vault, key)
    if (!now.ok) return false
    // Gone or connected another way meanwhile: then there is nothing to replace.
    if (now.value === null || now.value.credential.way !== 'private-app') return true
    return (await ports.vault.write(key, { ...now.value, credential: { ...now.value.credential, clientSecret } })).ok
  })
}

interface Mirroring {
  readonly holders: readonly PrivateHolder[]
  readonly accounts: readonly AccountId[]
  readonly secretIssuedAt: Instant | null
}

async function mirror({ ports }: AuthorizationWorld, { holders, accounts, secretIssuedAt }: Mirroring): Promise<void> {
  const secretEndsAt = secretIssuedAt === null ? null : secretIssuedAt + CLIENT_SECRET_DAYS * DAY_MS
  const at = ports.clock.now()
  await ports.stores.accounts.setSecretEnd({
    ids: holders.map((one) => one.authorization.id),
    secretEndsAt,
    activities: accounts.map((accountId) => ({ at, accountId, channelId: null, kind: 'secret-replaced', facts: { secretEndsAt } })),
  })
}

/** Permissions that waited for the app's key are asked for again at once. */
async function freeFromAppTrouble({ keeper }: AuthorizationWorld, holders: readonly PrivateHolder[]): Promise<void> {
  const waiting = holders.filter((one) => one.authorization.state.kind === 'publisher-problem').map((one) => one.authorization.id)
  for (const id of waiting) keeper.drop(id)
  await Promise.all(waiting.map((id) => keeper.accessFor(id)))
}
