import type { Channel } from '../world/world.ts'
import { badRequest, denied, type Answer } from './answers.ts'
import type { Call } from './operation.ts'

/** A repeatable or comma-separated query parameter. */
export function listOf(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '')
}

export function paramOf(query: URLSearchParams, name: string): string | undefined {
  return query.get(name) ?? undefined
}

/** A whole number from 1 to `most`; `usual` when absent, undefined when it is something else. */
export function sizeOf(query: URLSearchParams, name: string, usual: number, most: number): number | undefined {
  const size = Number(query.get(name) ?? usual)
  return Number.isInteger(size) && size >= 1 && size <= most ? size : undefined
}

/** The one marketplace a call is about, as a channel of the caller. */
export function channelAsked({ core, caller, query }: Call): Channel | Answer {
  const [marketplaceId, second] = listOf(query, 'marketplaceIds')
  if (marketplaceId === undefined || second !== undefined) return badRequest('Exactly one marketplace id is required.')
  return core.world.channel(caller.account.id, marketplaceId) ?? denied('', 'marketplace')
}
