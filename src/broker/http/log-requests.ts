import type { MiddlewareHandler } from 'hono'
import { callbackPath } from '../../shared/contract/broker/issuer.ts'
import { REDEEM_PATH } from '../../shared/contract/broker/redeem.ts'
import { RENEW_PATH } from '../../shared/contract/broker/renew.ts'
import { ISSUERS } from '../../shared/domain/region.ts'
import { LOG_IN_ISSUERS } from '../amazon/listed-hosts.ts'
import type { BrokerPorts } from '../config.ts'
import { logInPath } from '../routes/log-in.ts'
import { FAILURE_HEADER } from './refuse.ts'

/** Logs the route that answered, by its own name: the address as sent can hold a code. */
export function logRequests(ports: BrokerPorts): MiddlewareHandler {
  return async (context, next) => {
    const before = ports.now()
    await next()
    const outcome = context.error === undefined ? String(context.res.status) : 'exception'
    const failure = context.res.headers.get(FAILURE_HEADER)
    ports.log({ route: routeName(context.req.path), outcome, ...(failure === null ? {} : { failure }), ms: ports.now() - before })
  }
}

const NAMES: ReadonlySet<string> = new Set([
  '/',
  '/health',
  '/begin',
  REDEEM_PATH,
  RENEW_PATH,
  ...ISSUERS.map(callbackPath),
  ...[undefined, ...LOG_IN_ISSUERS].map(logInPath),
])

function routeName(path: string): string {
  return NAMES.has(path) ? path : 'unknown'
}
