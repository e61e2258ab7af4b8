import type { Core, Router } from '../core.ts'
import type { AccountSpec } from '../world/spec.ts'
import { openAgreement, sealAgreement } from './agreement.ts'
import { confirmConsent, setAll } from './consent-decision.ts'
import { troublePage } from './consent-pages.ts'
import { START_AGAIN, trouble, type ConsentRequest, type ConsentTrouble } from './consent-request.ts'

/** Amazon's detour over the publisher's log-in address, which comes back to `amazon_callback_uri`. */
export function loginUriAddress(core: Core, request: ConsentRequest, account: AccountSpec): string | ConsentTrouble {
  if (core.state.loginUri === undefined) return trouble('MD9100', 'The application has no log-in address configured.')
  const address = new URL(core.state.loginUri)
  setAll(address, {
    amazon_callback_uri: `${core.origin()}/consent/${request.kind}/${request.place}/apps/authorize/confirm`,
    amazon_state: sealAgreement(core, request, account),
    selling_partner_id: account.sellingPartnerId,
  })
  return address.href
}

/** Where the publisher's page sends the browser back to, with a state of its own and perhaps another redirect address. */
export function addLoginUriLeg(router: Router, core: Core): void {
  router.get('/consent/:kind/:place/apps/authorize/confirm', (c) => {
    c.get('note').operation = 'log-in-return'
    c.header('referrer-policy', 'no-referrer')
    const answer = returnAddress(core, new URL(c.req.url).searchParams)
    return typeof answer === 'string' ? c.redirect(answer, 302) : c.html(troublePage(answer))
  })
}

function returnAddress(core: Core, query: URLSearchParams): string | ConsentTrouble {
  const agreement = openAgreement(core, query.get('amazon_state') ?? '')
  if (agreement === undefined) return START_AGAIN
  const redirectUri = query.get('redirect_uri') ?? agreement.request.redirectUri
  if (!core.state.redirects.includes(redirectUri)) {
    return trouble('MD5101', 'The redirect address is not registered for this application.')
  }
  const request = { ...agreement.request, redirectUri, state: query.get('state') ?? '' }
  return confirmConsent(core, request, agreement.account, agreement.client)
}
