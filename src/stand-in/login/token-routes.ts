import type { Context } from 'hono'
import type { Core, Env, Router } from '../core.ts'
import { isFields } from '../lib/fields.ts'
import { exchange, type TokenRequest } from './exchange.ts'
import { tokenError } from './token-answers.ts'

/** The global login host and one per advertising region; all know the same codes and tokens. */
const PATHS = ['/login', '/ads-na-login', '/ads-eu-login', '/ads-fe-login']

export function addTokenRoutes(router: Router, core: Core): void {
  for (const prefix of PATHS) {
    router.post(`${prefix}/auth/o2/token`, async (c) => {
      const note = c.get('note')
      note.operation = 'token'
      c.header('cache-control', 'no-store')
      c.header('pragma', 'no-cache')
      const request = await readRequest(c)
      if (request === undefined) return c.json(tokenError('invalid_request').body, 400)
      if (isThrottled(core, request)) return c.json({ error: 'too_many_requests', error_description: 'Too many requests' }, 429)
      const { answer, account } = exchange(core, request)
      if (account !== undefined) note.account = account
      note.operation = operationOf(request['grant_type'])
      if (answer.status !== 200) note.note = String(answer.body['error'])
      return c.json(answer.body, answer.status)
    })
  }
}

/** Only a throttle ordered for the login itself; one for everything else leaves renewals alone. */
function isThrottled(core: Core, request: TokenRequest): boolean {
  const target = { operation: 'token', api: 'login', account: core.publisher.find(request['client_id'] ?? '')?.ownAccount }
  const fault = core.faults.look('throttle', target)
  const meant = fault?.operation === 'token' || fault?.api === 'login'
  return meant && core.faults.strike('throttle', target) !== undefined
}

function operationOf(grantType: string | undefined): string {
  if (grantType === 'refresh_token') return 'renew'
  if (grantType === 'authorization_code') return 'exchange-code'
  return grantType === 'client_credentials' ? 'grantless' : 'token'
}

async function readRequest(c: Context<Env>): Promise<TokenRequest | undefined> {
  const text = await c.req.text()
  const type = c.req.header('content-type') ?? ''
  if (type.startsWith('application/json')) return readJson(text)
  if (!type.startsWith('application/x-www-form-urlencoded')) return undefined
  return Object.fromEntries(new URLSearchParams(text))
}

function readJson(text: string): TokenRequest | undefined {
  try {
    const body: unknown = JSON.parse(text)
    if (!isFields(body)) return undefined
    return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  } catch {
    return undefined
  }
}
