import { drawFor, digits, oneOf } from '../lib/random.ts'
import type { Channel } from '../world/world.ts'

/**
 * Places that exist nowhere. A test searches everything the app keeps for them: none may be found,
 * because an order file's address columns are the buyer's.
 */
export const PLANTED_CITIES = ['Quillhaven', 'Mirebrook', 'Ostravelle', 'Tannefjord', 'Zweigenau'] as const
export const PLANTED_STATES = ['Vexmark', 'Nullshire', 'Oberlund'] as const
export const PLANTED_POSTAL_PREFIX = 'QZ9'

export function buyerPlace(channel: Channel, orderId: string): Record<string, string> {
  const draw = drawFor(channel.seed, 'place', orderId)
  return {
    'ship-city': oneOf(draw, PLANTED_CITIES),
    'ship-state': oneOf(draw, PLANTED_STATES),
    'ship-postal-code': `${PLANTED_POSTAL_PREFIX}${digits(draw, 4)}`,
    'ship-country': channel.marketplace.country === 'UK' ? 'GB' : channel.marketplace.country,
  }
}
