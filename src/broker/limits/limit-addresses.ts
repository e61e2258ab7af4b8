import type { MiddlewareHandler } from 'hono'
import type { BrokerConfig, BrokerPorts } from '../config.ts'
import { refuseForNow } from '../http/refuse.ts'
import { stoppedPage } from '../pages/stopped-page.ts'
import { ADDRESS_LIMIT, LIMIT_CAPACITY } from '../policy.ts'
import { createRateLimit } from './rate-limit.ts'

/** What the listener knows of a request beside its text. */
export interface BrokerBindings {
  readonly address?: string
}

/** Counts requests by network address. Programs are refused in JSON, people with a page; both learn how long to wait. */
export function limitAddresses(config: BrokerConfig, ports: BrokerPorts): MiddlewareHandler<{ Bindings: BrokerBindings }> {
  const limit = createRateLimit({ ...(config.limits?.address ?? ADDRESS_LIMIT), capacity: LIMIT_CAPACITY })
  return async (context, next) => {
    // A probe must be able to ask whatever its neighbours do.
    if (context.req.path === '/health') return next()
    const taken = limit.take(context.env?.address ?? 'unknown', ports.now())
    if (taken.ok) return next()
    if (context.req.method === 'GET') return stoppedPage('busy', { status: 429, retryAfterSeconds: taken.retryAfterSeconds })
    return refuseForNow(taken.retryAfterSeconds)
  }
}
