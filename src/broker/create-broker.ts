import { type Context, Hono } from 'hono'
import { callbackPath } from '../shared/contract/broker/issuer.ts'
import { REDEEM_PATH } from '../shared/contract/broker/redeem.ts'
import { RENEW_PATH } from '../shared/contract/broker/renew.ts'
import { ISSUERS } from '../shared/domain/region.ts'
import type { BrokerConfig, BrokerPorts } from './config.ts'
import { refuse } from './http/refuse.ts'
import { secureHeaders } from './http/secure-headers.ts'
import { begin } from './routes/begin.ts'
import { callback } from './routes/callback.ts'
import { type Desk, openDesk } from './routes/desk.ts'
import { LOG_IN_PATH, logIn } from './routes/log-in.ts'
import { redeem } from './routes/redeem.ts'
import { renew } from './routes/renew.ts'

type Answer = (desk: Desk, request: Request) => Response | Promise<Response>

/** The broker as a web application: give it requests, or have `startBroker` listen for them. */
export function createBroker(config: BrokerConfig, ports: BrokerPorts): Hono {
  const desk = openDesk(config, ports)
  const app = new Hono()
  app.use(secureHeaders)
  app.use(logged(ports))
  route(app, 'GET', '/health', desk, () => Response.json({ ok: true }))
  route(app, 'POST', '/begin', desk, begin)
  route(app, 'POST', REDEEM_PATH, desk, redeem)
  route(app, 'POST', RENEW_PATH, desk, renew)
  route(app, 'GET', LOG_IN_PATH, desk, (_, request) => logIn(new URL(request.url).searchParams))
  for (const issuer of ISSUERS) {
    route(app, 'GET', callbackPath(issuer), desk, async (_, request) => callback(desk, issuer, new URL(request.url).searchParams))
  }
  app.notFound(() => new Response(null, { status: 404 }))
  app.onError(() => refuse({ failure: 'internal' }))
  return app
}

function route(app: Hono, method: 'GET' | 'POST', path: string, desk: Desk, answer: Answer): void {
  app.on(method, path, async (context) => answer(desk, context.req.raw))
  app.all(path, () => new Response(null, { status: 405, headers: { allow: method } }))
}

/** Logs the route that answered, by its own name: the address as sent can hold a code. */
function logged(ports: BrokerPorts): (context: Context, next: () => Promise<void>) => Promise<void> {
  return async (context, next) => {
    const before = ports.now()
    await next()
    const outcome = context.error === undefined ? String(context.res.status) : 'exception'
    ports.log({ route: routeName(context.req.path), outcome, ms: ports.now() - before })
  }
}

const NAMES: ReadonlySet<string> = new Set(['/health', '/begin', LOG_IN_PATH, REDEEM_PATH, RENEW_PATH, ...ISSUERS.map(callbackPath)])

function routeName(path: string): string {
  return NAMES.has(path) ? path : 'unknown'
}
