import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { addAdsRoutes } from './ads/ads-routes.ts'
import { addConsentRoutes } from './consent/consent-routes.ts'
import { addControlRoutes } from './control/control-routes.ts'
import type { Control } from './control/control.ts'
import type { Core, Env } from './core.ts'
import { addDocumentRoutes } from './documents/document-routes.ts'
import { apiOf, requestTroubles } from './faults/request-troubles.ts'
import { addTokenRoutes } from './login/token-routes.ts'
import { addSellingRoutes } from './selling/selling-routes.ts'

/** A listening server. */
export type Listening = { readonly port: number; close(): Promise<void> }

/** Puts every surface on one router; each request leaves one log line. */
export function createRouter(core: Core, control: Control): Hono<Env> {
  const router = new Hono<Env>()
  router.use(async (c, next) => {
    const door = apiOf(c.req.path)
    c.set('note', {})
    await next()
    if (door === undefined) return
    c.res.headers.set('date', new Date(core.now()).toUTCString())
    c.res.headers.set('x-amzn-requestid', core.sealer.derive('request', String(core.nextSerial()), 20))
    const { operation = 'unknown', account, note, region = door.region } = c.get('note')
    core.log.write({
      at: core.clock.now(),
      api: door.api,
      method: c.req.method,
      operation,
      path: shownPath(c.req.path),
      status: c.res.status,
      ...(account === undefined ? {} : { account }),
      ...(region === undefined ? {} : { region }),
      ...(note === undefined ? {} : { note }),
    })
  })
  router.use(requestTroubles(core))
  addTokenRoutes(router, core)
  addSellingRoutes(router, core)
  addAdsRoutes(router, core)
  addConsentRoutes(router, core)
  addDocumentRoutes(router, core)
  addControlRoutes(router, control)
  router.notFound((c) => c.json({ errors: [{ code: 'NotFound', message: 'There is no such operation.', details: '' }] }, 404))
  router.onError((error, c) => c.json({ errors: [{ code: 'InternalFailure', message: error.message, details: '' }] }, 500))
  return router
}

/** Document keys are as good as passwords while they last. */
function shownPath(path: string): string {
  return path.startsWith('/documents/') ? '/documents/…' : path
}

/** Listens on the loopback address only. */
export async function listen(router: Hono<Env>, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: router.fetch, port, hostname: '127.0.0.1', overrideGlobalObjects: false }, (address) => {
      resolve({
        port: address.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
    server.once('error', reject)
  })
}
