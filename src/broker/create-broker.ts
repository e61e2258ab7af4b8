import { Hono } from 'hono'
import { callbackPath } from '../shared/contract/broker/issuer.ts'
import { REDEEM_PATH } from '../shared/contract/broker/redeem.ts'
import { RENEW_PATH } from '../shared/contract/broker/renew.ts'
import { ISSUERS } from '../shared/domain/region.ts'
import { LOG_IN_ISSUERS } from './amazon/listed-hosts.ts'
import type { BrokerConfig, BrokerPorts } from './config.ts'
import { logRequests } from './http/log-requests.ts'
import { refuse } from './http/refuse.ts'
import { secureHeaders } from './http/secure-headers.ts'
import { type BrokerBindings, limitAddresses } from './limits/limit-addresses.ts'
import { frontPage } from './pages/front-page.ts'
import { begin } from './routes/begin.ts'
import { callback } from './routes/callback.ts'
import { type Desk, openDesk } from './routes/desk.ts'
import { health } from './routes/health.ts'
import { logIn, logInPath } from './routes/log-in.ts'
import { redeem } from './routes/redeem.ts'
import { renew } from './routes/renew.ts'

type Answer = (desk: Desk, request: Request) => Response | Promise<Response>
type BrokerApp = Hono<{ Bindings: BrokerBindings }>

/** The broker as a web application: give it requests, or have `startBroker` listen for them. */
export function createBroker(config: BrokerConfig, ports: BrokerPorts): BrokerApp {
  const desk = openDesk(config, ports)
  const app: BrokerApp = new Hono()
  app.use(secureHeaders)
  app.use(logRequests(ports))
  app.use(limitAddresses(config, ports))
  route(app, 'GET', '/', desk, () => frontPage(config.appPage))
  route(app, 'GET', '/health', desk, () => health(desk))
  route(app, 'POST', '/begin', desk, begin)
  route(app, 'POST', REDEEM_PATH, desk, redeem)
  route(app, 'POST', RENEW_PATH, desk, renew)
  for (const issuer of [undefined, ...LOG_IN_ISSUERS]) {
    route(app, 'GET', logInPath(issuer), desk, (_, request) => logIn(desk, issuer, new URL(request.url).searchParams))
  }
  for (const issuer of ISSUERS) {
    route(app, 'GET', callbackPath(issuer), desk, async (_, request) => callback(desk, issuer, new URL(request.url).searchParams))
  }
  app.notFound(() => new Response(null, { status: 404 }))
  app.onError(() => refuse({ failure: 'internal' }))
  return app
}

function route(app: BrokerApp, method: 'GET' | 'POST', path: string, desk: Desk, answer: Answer): void {
  app.on(method, path, async (context) => answer(desk, context.req.raw))
  app.all(path, () => new Response(null, { status: 405, headers: { allow: method } }))
}
