import type { Context } from 'hono'
import type { Core, Env } from '../core.ts'
import { readAccessToken } from '../login/tokens.ts'
import { ADS_RATES } from '../quota/rates.ts'
import type { TokenBuckets } from '../quota/token-buckets.ts'
import type { Grant } from '../state.ts'
import type { Region } from '../world/marketplaces.ts'
import type { AccountSpec } from '../world/spec.ts'
import type { Channel } from '../world/world.ts'
import { channelOfProfile } from './profiles.ts'

export type AdsCaller = { readonly grant: Grant; readonly account: AccountSpec }

/** Believes the bearer, or answers with the refusal it earns. */
export function admitAds(c: Context<Env>, core: Core, buckets: TokenBuckets, operation: string): AdsCaller | Response {
  c.get('note').operation = operation
  const caller = readBearer(c, core)
  if (caller instanceof Response) return caller
  if (c.req.header('amazon-advertising-api-clientid') !== caller.grant.clientId) {
    return refuse(c, 401, 'UNAUTHORIZED', 'Client id header is missing or does not match the token')
  }
  const waitMs = throttleMs(core, buckets, operation, caller.account.id)
  if (waitMs === 0) return caller
  c.header('retry-after', String(Math.ceil(waitMs / 1000)))
  return refuse(c, 429, 'THROTTLED', 'Too many requests')
}

function readBearer(c: Context<Env>, core: Core): AdsCaller | Response {
  const bearer = c.req.header('authorization') ?? ''
  if (!bearer.startsWith('Bearer ')) return refuse(c, 401, 'UNAUTHORIZED', 'Authorization header is missing')
  const access = readAccessToken(core, bearer.slice('Bearer '.length))
  const account = access && core.world.account(access.grant.accountId)
  if (access === undefined || account === undefined || access.grant.family !== 'advertising') return refuseToken(c)
  c.get('note').account = account.id
  const ended = core.now() >= access.endsAt || access.grant.hardRevoked
  return ended ? refuseToken(c) : { grant: access.grant, account }
}

/** The profile the scope header names, if this caller may use it in this region. */
export function scopeOf(c: Context<Env>, core: Core, caller: AdsCaller, region: Region): Channel | Response {
  const scope = c.req.header('amazon-advertising-api-scope')
  if (scope === undefined) return refuse(c, 401, 'UNAUTHORIZED', 'Scope header is missing')
  const channel = channelOfProfile(core.world, Number(scope))
  if (channel === undefined || channel.account.region !== region)
    return refuse(c, 401, 'UNAUTHORIZED', 'No matching advertiser found for scope')
  if (channel.account.id !== caller.account.id) return refuse(c, 401, 'UNAUTHORIZED', 'Not authorized to access scope')
  if (core.faults.strike('account-suspended', { account: caller.account.id }) !== undefined)
    return refuse(c, 401, 'UNAUTHORIZED', 'Not authorized to manage this profile')
  return channel
}

export function refuse(c: Context<Env>, status: 400 | 401 | 404 | 415 | 425 | 429, code: string, details: string): Response {
  c.get('note').note = code
  return c.json({ code, details }, status)
}

function refuseToken(c: Context<Env>): Response {
  return refuse(c, 401, 'UNAUTHORIZED', 'Unauthorized exception while authenticating LwA token: Invalid token')
}

/** How long to wait, in milliseconds; 0 when there is room. */
function throttleMs(core: Core, buckets: TokenBuckets, operation: string, account: string): number {
  if (core.faults.strike('throttle', { account, operation, api: 'ads' }) !== undefined) return 20_000
  const rate = ADS_RATES[operation]
  if (core.state.pace.quotas === 'off' || rate === undefined) return 0
  const take = buckets.take(`${operation}|${account}`, rate, core.now())
  return take.kind === 'empty' ? take.waitMs : 0
}
