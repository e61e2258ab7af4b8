import { lineKey } from '../backfill/account-snapshot.ts'
import type { RunDesk } from './run-desk.ts'

/** Keeps what an answer proved about a permission; a grant already known is not written again. */
export async function noteAccess(desk: RunDesk, answer: 'granted' | 'refused', evidence: string | null): Promise<void> {
  const key = lineKey(desk.channel.id, desk.dataset.id)
  desk.doubted.delete(key)
  if (answer === 'granted' && desk.granted.has(key)) return
  const { stores, clock } = desk.world.ports
  await stores.access.save([{ channelId: desk.channel.id, dataset: desk.dataset.id, access: { answer, checkedAt: clock.now(), evidence } }])
  if (answer === 'granted') desk.granted.add(key)
  else desk.granted.delete(key)
}
