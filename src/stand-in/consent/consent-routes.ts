import type { Context } from 'hono'
import type { Core, Env, Router } from '../core.ts'
import { openAgreement, sealAgreement } from './agreement.ts'
import { accountsFor, accountTrouble, confirmConsent, openRequest, sealRequest } from './consent-decision.ts'
import { consentPage, leftPage, signInPage, troublePage } from './consent-pages.ts'
import { readAdsRequest, readCentralRequest, START_AGAIN, type ConsentRequest, type ConsentTrouble } from './consent-request.ts'
import { addLoginUriLeg, loginUriAddress } from './login-uri-leg.ts'

/** Amazon's pages: sign in, agree or leave. Nothing is remembered between them but a sealed form field. */
export function addConsentRoutes(router: Router, core: Core): void {
  for (const kind of ['seller', 'vendor'] as const) {
    router.get(`/consent/${kind}/:place/apps/authorize/consent`, (c) =>
      begin(c, core, readCentralRequest(core, kind, c.req.param('place'), new URL(c.req.url).searchParams)),
    )
  }
  router.get('/consent/ads/:place/ap/oa', (c) =>
    begin(c, core, readAdsRequest(core, c.req.param('place'), new URL(c.req.url).searchParams)),
  )
  router.post('/consent/:kind/:place/sign-in', (c) => signIn(c, core))
  router.post('/consent/:kind/:place/decision', (c) => decide(c, core))
  addLoginUriLeg(router, core)
}

function begin(c: Context<Env>, core: Core, request: ConsentRequest | ConsentTrouble): Response {
  c.get('note').operation = 'sign-in-page'
  if ('code' in request) return showTrouble(c, request)
  c.get('note').region = request.region
  return show(c, signInPage(request, sealRequest(core, request), accountsFor(core, request), pathOf(request)))
}

async function signIn(c: Context<Env>, core: Core): Promise<Response> {
  c.get('note').operation = 'consent-page'
  const form = new URLSearchParams(await c.req.text())
  const request = openRequest(core, form.get('request') ?? '')
  const account = request && accountsFor(core, request).find((one) => one.id === form.get('account'))
  if (request === undefined || account === undefined) return showTrouble(c, START_AGAIN)
  c.get('note').account = account.id
  const refused = accountTrouble(core, request, account)
  if (refused !== undefined) return showTrouble(c, refused)
  const permissions = request.kind === 'ads' ? ['Your advertising campaigns and their reports'] : core.world.rolesOf(account)
  const asks = { application: core.publisher.name, permissions, path: pathOf(request) }
  return show(c, consentPage(sealAgreement(core, request, account), account, asks))
}

async function decide(c: Context<Env>, core: Core): Promise<Response> {
  const note = c.get('note')
  note.operation = 'decision'
  const form = new URLSearchParams(await c.req.text())
  const agreement = openAgreement(core, form.get('request') ?? '')
  if (agreement === undefined) return showTrouble(c, START_AGAIN)
  const { request, account, client } = agreement
  note.account = account.id
  if (form.get('decision') !== 'confirm') {
    note.note = 'cancelled'
    return show(c, leftPage())
  }
  if (request.kind === 'ads' || core.faults.strike('login-uri-leg', { account: account.id }) === undefined) {
    return leave(c, confirmConsent(core, request, account, client))
  }
  const detour = loginUriAddress(core, request, account)
  return typeof detour === 'string' ? leave(c, detour) : showTrouble(c, detour)
}

function leave(c: Context<Env>, address: string): Response {
  c.header('referrer-policy', 'no-referrer')
  c.header('cache-control', 'no-store')
  return c.redirect(address, 302)
}

function showTrouble(c: Context<Env>, it: ConsentTrouble): Response {
  c.get('note').note = it.code
  return show(c, troublePage(it))
}

function show(c: Context<Env>, html: string): Response {
  c.header('referrer-policy', 'no-referrer')
  c.header('cache-control', 'no-store')
  c.header('x-content-type-options', 'nosniff')
  return c.html(html)
}

function pathOf(request: ConsentRequest): string {
  return `/consent/${request.kind}/${request.place}`
}
