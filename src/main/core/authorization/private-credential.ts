import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { ApiFamily, Region } from '../../../shared/domain/region.ts'
import type { AccessCredential } from '../ports/login.ts'
import type { CredentialEntry, StoredCredential } from '../ports/vault.ts'
import type { AuthorizationWorld } from './world.ts'

export type PrivateTrouble = 'grant-refused' | 'app-refused' | 'amazon-trouble' | 'offline' | 'vault'

export interface TriedCredential {
  readonly access: AccessCredential
  /** Ready for the vault, still without an identity. */
  readonly entry: CredentialEntry
}

export interface PrivateTry {
  readonly family: ApiFamily
  readonly region: Region
  readonly credential: Extract<StoredCredential, { way: 'private-app' }>
}

/** A renewal proves that client id, client secret and refresh credential belong together. Nothing is stored yet. */
export async function tryPrivateCredential(
  { ports }: AuthorizationWorld,
  { family, region, credential }: PrivateTry,
): Promise<Result<TriedCredential, PrivateTrouble>> {
  const renewed = await ports.login.renew({ family, region, credential, device: null })
  if (!renewed.ok) {
    ports.log.write('warn', 'private-app-refused', { kind: renewed.error.kind, evidence: renewed.error.evidence })
    return err(troubleOf(renewed.error.kind))
  }
  const entry: CredentialEntry = {
    kind: 'credential',
    family,
    region,
    identity: null,
    consentedAt: ports.clock.now(),
    boundTo: ports.login.boundTo('private-app', family, region),
    credential: renewed.value.credential ?? credential,
  }
  return ok({ access: renewed.value.access, entry })
}

function troubleOf(kind: string): PrivateTrouble {
  switch (kind) {
    case 'grant-refused':
    case 'amazon-trouble':
    case 'offline':
      return kind
    default:
      return 'app-refused'
  }
}
