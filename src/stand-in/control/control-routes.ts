import type { Context } from 'hono'
import type { Env, Router } from '../core.ts'
import { asFields, numberOf, textOf, textsOf, type Fields } from '../lib/fields.ts'
import { ControlRefusal } from './control-refusal.ts'
import type { Control } from './control.ts'

/** The control surface over HTTP: plain JSON in and out. */
export function addControlRoutes(router: Router, control: Control): void {
  router.get('/clock', (c) => c.text(String(control.clock({}).now)))
  router.post('/control/clock', async (c) => answer(c, async () => control.clock(clockOrder(await bodyOf(c)))))
  router.get('/control/world', (c) => answer(c, () => control.world()))
  router.post('/control/private-grant', async (c) => answer(c, async () => control.privateGrant(await bodyOf(c))))
  router.post('/control/rotate-secret', async (c) =>
    answer(c, async () => control.rotateSecret({ clientId: textOf(await bodyOf(c), 'clientId') ?? '' })),
  )
  router.post('/control/redirects', async (c) => answer(c, async () => control.redirects(redirectOrder(await bodyOf(c)))))
  router.post('/control/fault', async (c) => answer(c, async () => control.fault(await bodyOf(c))))
  router.delete('/control/fault/:id', (c) => answer(c, () => (control.removeFault(c.req.param('id')), {})))
  router.post('/control/faults/clear', (c) => answer(c, () => (control.clearFaults(), {})))
  router.get('/control/faults', (c) => answer(c, () => control.faults()))
  router.post('/control/pace', async (c) => answer(c, async () => control.pace(await bodyOf(c))))
  router.get('/control/log', (c) => answer(c, () => control.log(Number(c.req.query('since') ?? '0'))))
  router.post('/control/log/clear', (c) => answer(c, () => (control.clearLog(), {})))
  router.get('/control/truth', (c) => answer(c, () => control.truth(truthQuery(c))))
}

async function answer(c: Context<Env>, act: () => unknown): Promise<Response> {
  try {
    return c.json((await act()) ?? {})
  } catch (error) {
    if (error instanceof ControlRefusal) return c.json({ error: error.message }, 400)
    throw error
  }
}

async function bodyOf(c: Context<Env>): Promise<Fields> {
  return asFields(await c.req.json().catch(() => ({})))
}

function clockOrder(body: Fields): { set?: number; advance?: number; rate?: number } {
  const order: { set?: number; advance?: number; rate?: number } = {}
  for (const name of ['set', 'advance', 'rate'] as const) {
    const value = numberOf(body, name)
    if (value !== undefined) order[name] = value
    else if (body[name] !== undefined) throw new ControlRefusal(`${name} must be a number`)
  }
  return order
}

function redirectOrder(body: Fields): { uris: readonly string[]; loginUri?: string } {
  const loginUri = textOf(body, 'loginUri')
  const uris = textsOf(body, 'uris')
  if (uris === undefined && loginUri === undefined) throw new ControlRefusal('uris must be a list of texts')
  return { uris: uris ?? [], ...(loginUri === undefined ? {} : { loginUri }) }
}

function truthQuery(c: Context<Env>): Parameters<Control['truth']>[0] {
  const asOf = c.req.query('asOf')
  return {
    account: c.req.query('account') ?? '',
    marketplace: c.req.query('marketplace') ?? '',
    dataset: c.req.query('dataset') ?? '',
    from: c.req.query('from') ?? '',
    to: c.req.query('to') ?? '',
    ...(asOf === undefined ? {} : { asOf: Number(asOf) }),
  }
}
