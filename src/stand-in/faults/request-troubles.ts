import { setTimeout as pause } from 'node:timers/promises'
import type { Context, Next } from 'hono'
import type { Core, Env } from '../core.ts'

/** Which of Amazon's doors a path belongs to; undefined for the stand-in's own. */
export function apiOf(path: string): { api: string; region?: string } | undefined {
  const [, first = ''] = path.split('/')
  if (first === 'login') return { api: 'login' }
  const login = first.match(/^ads-(na|eu|fe)-login$/)
  if (login !== null) return { api: 'login', region: login[1] ?? '' }
  const door = first.match(/^(selling|ads)-(na|eu|fe)$/)
  if (door !== null) return { api: door[1] ?? '', region: door[2] ?? '' }
  if (first === 'documents' || first === 'consent') return { api: first }
  return undefined
}

/** Slowness and outages come before anything else is looked at. */
export function requestTroubles(core: Core) {
  return async (c: Context<Env>, next: Next): Promise<Response | void> => {
    const door = apiOf(c.req.path)
    if (door === undefined) return next()
    const slow = core.faults.strike('slow', { api: door.api })
    if (slow?.ms !== undefined) await pause(slow.ms, undefined, { ref: false })
    const outage = door.api === 'consent' ? undefined : core.faults.strike('outage', { api: door.api })
    if (outage === undefined) return next()
    c.get('note').note = `outage ${outage.status ?? '503'}`
    return outageAnswer(c, outage.status ?? '503')
  }
}

async function outageAnswer(c: Context<Env>, status: string): Promise<Response> {
  switch (status) {
    case '500':
      return c.json(
        { errors: [{ code: 'InternalFailure', message: 'We encountered an internal error. Please try again.', details: '' }] },
        500,
      )
    case '403-expired':
      return c.json(
        { errors: [{ code: 'Unauthorized', message: 'The security token included in the request is expired', details: '' }] },
        403,
      )
    case 'reset':
      c.env.incoming.socket.destroy()
      return c.body(null, 503)
    case 'hang':
      await new Promise<void>((resolve) => {
        c.env.incoming.socket.once('close', resolve)
      })
      return c.body(null, 503)
    default:
      return c.json(
        { errors: [{ code: 'ServiceUnavailable', message: 'Service is temporarily unavailable. Please try again.', details: '' }] },
        503,
      )
  }
}
