import type { Context } from 'hono'
import type { Core, Env, Router } from '../core.ts'
import { RATES, type Rate } from '../quota/rates.ts'
import { REGIONS, type Region } from '../world/marketplaces.ts'
import { admit, hasRole, type Caller } from './access.ts'
import { badRequest, denied, throttled, type Answer } from './answers.ts'
import type { Operation } from './operation.ts'
import { OPERATIONS } from './operations.ts'

/** What callers are told while quotas are off, so that they need not pace themselves. */
const UNLIMITED_PER_SECOND = 100

/** The selling API of every region under `/selling-<region>`. */
export function addSellingRoutes(router: Router, core: Core): void {
  for (const region of REGIONS) {
    for (const operation of OPERATIONS) {
      router.on(operation.method.toUpperCase(), `/selling-${region}${operation.path}`, async (c) => {
        const answer = await decide(c, core, operation, region)
        return send(c, core, operation, answer)
      })
    }
  }
}

async function decide(c: Context<Env>, core: Core, operation: Operation, region: Region): Promise<Answer> {
  const note = c.get('note')
  note.operation = operation.id
  const access = admit(core, c.req.header('x-amz-access-token'), region)
  if (access.kind === 'out') {
    if (access.account !== undefined) note.account = access.account
    return access.answer
  }
  note.account = access.caller.account.id
  if (operation.method === 'get' && Number(c.req.header('content-length') ?? '0') > 0)
    return badRequest('A GET request must not have a body.')
  const refusal = refusalOf(core, operation, access.caller)
  if (refusal !== undefined) return refusal
  const body = operation.method === 'post' ? await c.req.json().catch(() => undefined) : undefined
  return operation.answer({ core, caller: access.caller, query: new URL(c.req.url).searchParams, path: c.req.param(), body })
}

function refusalOf(core: Core, operation: Operation, caller: Caller): Answer | undefined {
  if (operation.kind !== undefined && operation.kind !== caller.account.kind) return denied('', 'account-kind')
  if (operation.roles.length > 0 && !hasRole(core, caller.account, operation.roles)) return denied()
  if (core.faults.strike('throttle', { account: caller.account.id, operation: operation.id, api: 'selling' }) !== undefined)
    return throttled()
  const rate = rateOf(core, operation)
  if (core.state.pace.quotas === 'off' || rate === undefined) return undefined
  const key = `${operation.id}|${caller.account.id}|${caller.grant.clientId}|${caller.region}`
  return core.sellingBuckets.take(key, rate, core.now()).kind === 'empty' ? throttled() : undefined
}

function send(c: Context<Env>, core: Core, operation: Operation, answer: Answer): Response {
  const rate = rateOf(core, operation)
  if (answer.note !== undefined) c.get('note').note = answer.note
  if (answer.errorType !== undefined) c.header('x-amzn-errortype', answer.errorType)
  // The header is best effort at Amazon: it comes with 20x, 400 and 404 only.
  const told = answer.status < 300 || answer.status === 400 || answer.status === 404
  const perSecond = core.state.pace.quotas === 'real' ? rate?.perSecond : UNLIMITED_PER_SECOND
  if (perSecond !== undefined && told) c.header('x-amzn-ratelimit-limit', perSecond.toString())
  return reply(c, answer)
}

function reply(c: Context<Env>, { status, body }: Answer): Response {
  if (status === 204) return c.body(null, 204)
  return body === undefined ? c.body(null, status) : c.json(body, status)
}

function rateOf(core: Core, { id }: Operation): Rate | undefined {
  return core.state.rates[id] ?? RATES[id]
}
