import type { Result } from '../../../shared/lib/result.ts'
import type { DeviceKeyEntry, VaultTrouble } from '../ports/vault.ts'
import { readDevice } from './read-vault.ts'
import type { AuthorizationWorld } from './world.ts'

/** The device's keys, made at their first use; two callers never make two pairs. */
export function ensureDeviceKeys({
  ports,
  oneAtATime,
}: Pick<AuthorizationWorld, 'ports' | 'oneAtATime'>): Promise<Result<DeviceKeyEntry, VaultTrouble>> {
  return oneAtATime('device', async () => {
    const held = await readDevice(ports.vault)
    if (!held.ok) return held
    if (held.value !== null) return { ok: true, value: held.value }
    const made = await ports.login.makeDeviceKeys()
    const written = await ports.vault.write('device', made)
    return written.ok ? { ok: true, value: made } : written
  })
}
