import { z } from 'zod'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import { ok, type Result } from '../../../shared/lib/result.ts'
import type { Caller, Participation } from '../../core/ports/selling-api.ts'
import { type Asking, askFor } from './ask.ts'
import { QUOTAS } from './quotas.ts'

const one = z.object({
  marketplace: z.object({ id: z.string(), countryCode: z.string(), name: z.string() }),
  participation: z.object({ isParticipating: z.boolean(), hasSuspendedListings: z.boolean().default(false) }),
  storeName: z.string().nullish(),
})
const shape = z.object({ payload: z.array(one) })

/** Marketplaces the seller may sell in, unfiltered: Amazon also lists shadow marketplaces nobody sells in. */
export async function readParticipations(asking: Asking, caller: Caller): Promise<Result<readonly Participation[], CallTrouble>> {
  const answer = await askFor(asking, caller, {
    quota: QUOTAS.participations,
    call: { path: '/sellers/v1/marketplaceParticipations' },
    shape,
  })
  return answer.ok ? ok(answer.value.payload.map(toParticipation)) : answer
}

function toParticipation({ marketplace, participation, storeName }: z.infer<typeof one>): Participation {
  return {
    marketplaceId: marketplace.id,
    // Amazon writes the ISO code; people and the rest of Springline say UK.
    country: marketplace.countryCode === 'GB' ? 'UK' : marketplace.countryCode,
    name: marketplace.name,
    storeName: storeName ?? null,
    participating: participation.isParticipating,
    suspendedListings: participation.hasSuspendedListings,
  }
}
