import type { Amazon } from './amazon.ts'
import type { Place } from './layout.ts'

/** A person presses Re-Authorize inside Seller Central and agrees there; answers the link on the broker's page. */
export async function reauthorize(amazon: Amazon, place: Place, account: string): Promise<string> {
  const broker = `http://127.0.0.1:${place.brokerPort}`
  amazon.control.redirects({ uris: [], loginUri: `${broker}/login` })
  amazon.control.fault({ kind: 'login-uri-leg', count: 1 })
  const page = new URL(amazon.endpoints.consent.seller['DE'] ?? '')
  page.searchParams.set('application_id', amazon.control.world().publisher.selling['eu']?.applicationId ?? '')
  page.searchParams.set('redirect_uri', `${broker}/callback/seller-eu`)
  page.searchParams.set('state', 'begun-at-amazon')
  const asked = await submit(page, await (await fetch(page)).text(), { account })
  const agreed = await submit(page, await asked.text(), { decision: 'confirm' })
  const hand = await (await fetch(agreed.headers.get('location') ?? '')).text()
  return plain(/href="(springline:begin[^"]+)"/.exec(hand)?.[1] ?? '')
}

/** The browser goes on at Amazon's address and over the broker's page; answers the link that leads home. */
export async function goOn(address: string): Promise<string> {
  const home = await fetch(address)
  return plain(/data-action="continue"[^>]*href="([^"]+)"/.exec(await home.text())?.[1] ?? '')
}

function submit(page: URL, html: string, choice: Record<string, string>): Promise<Response> {
  const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1] ?? ''
  const request = /name="request" value="([^"]+)"/.exec(html)?.[1] ?? ''
  return fetch(new URL(action, page), { method: 'POST', redirect: 'manual', body: new URLSearchParams({ request, ...choice }) })
}

function plain(html: string): string {
  return html.replaceAll('&amp;', '&')
}
