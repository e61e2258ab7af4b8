import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { AccessCredential } from '../ports/login.ts'
import type { CredentialEntry } from '../ports/vault.ts'
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
  if (!renewed.ok) {
    if (renewed.error.kind === 'grant-refused') return err('dead')
    return err(renewed.error.kind === 'offline' ? 'offline' : 'later')
  }
  if (renewed.value.credential === null) return ok({ entry, access: renewed.value.access })
  const newest = { ...entry, credential: renewed.value.credential }
  const written = await ports.vault.write(key, newest)
  return written.ok ? ok({ entry: newest, access: renewed.value.access }) : err('vault')
}
