import type { Core } from '../core.ts'
import { sameText } from '../lib/sealing.ts'
import type { Client } from './clients.ts'

/** After a rotation the secret before it still works for this long. */
const OVERLAP_MS = 7 * 86_400_000

/** True for the newest secret of a client, and for the one before it during the overlap. */
export function isSecretOf(core: Core, client: Client, text: string): boolean {
  const secrets = [{ secret: client.clientSecret, since: 0 }, ...core.state.rotations.filter((one) => one.clientId === client.clientId)]
  const newest = secrets.at(-1)
  const before = secrets.at(-2)
  if (newest !== undefined && sameText(newest.secret, text)) return true
  return newest !== undefined && before !== undefined && core.now() < newest.since + OVERLAP_MS && sameText(before.secret, text)
}

/** Makes a new secret; answers it, as the developer's page shows it once. */
export function rotateSecret(core: Core, client: Client): string {
  const since = core.now()
  const secret = `amzn1.oa2-cs.v1.${core.sealer.deriveHex('client-secret', `${client.clientId} ${core.nextSerial()}`, 64)}`
  core.state.rotations.push({ clientId: client.clientId, secret, since })
  core.changed()
  return secret
}
