import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'
import type { AccessCredential, Renewed } from '../ports/login.ts'
import type { CredentialEntry, Vault } from '../ports/vault.ts'
import { readCredential, readDevice } from './read-vault.ts'
import type { AuthorizationWorld } from './world.ts'

export interface RenewedEntry {
  readonly entry: CredentialEntry
  readonly access: AccessCredential
}

/** `later` answers may be better another time; `dead` never will be. */
export type EntryTrouble = 'vault' | 'gone' | 'other-endpoint' | 'offline' | 'later' | 'dead'

/** Wins an access credential with an entry that no authorization uses yet, to go on where an attempt was left. */
export async function renewEntry({ ports }: AuthorizationWorld, key: string): Promise<Result<RenewedEntry, EntryTrouble>> {
  const held = await readCredential(ports.vault, key)
  if (!held.ok) return err('vault')
  if (held.value === null) return err('gone')
  const entry = held.value
  const { family, region, boundTo, credential } = entry
  if (ports.login.boundTo(credential.way, family, region) !== boundTo) return err('other-endpoint')
  const device = credential.way === 'broker' ? await readDevice(ports.vault) : ok(null)
  if (!device.ok) return err('vault')
  const renewed = await ports.login.renew({ family, region, credential, device: device.value })
  return renewed.ok ? keepNewest(ports.vault, key, entry, renewed.value) : err(troubleOf(renewed.error.kind))
}

/** A rewrapped credential replaces the one it was renewed with. */
async function keepNewest(
  vault: Vault,
  key: string,
  entry: CredentialEntry,
  { access, credential }: Renewed,
): Promise<Result<RenewedEntry, EntryTrouble>> {
  if (credential === null) return ok({ entry, access })
  const newest = { ...entry, credential }
  const written = await vault.write(key, newest)
  return written.ok ? ok({ entry: newest, access }) : err('vault')
}

function troubleOf(kind: LoginTrouble['kind']): EntryTrouble {
  if (kind === 'grant-refused') return 'dead'
  return kind === 'offline' ? 'offline' : 'later'
}
