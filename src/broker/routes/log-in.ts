import { BEGIN_LINK_MAX_LENGTH, type BeginLink, checkBeginLink, writeBeginLink } from '../../shared/contract/broker/begin-link.ts'
import type { Issuer } from '../../shared/domain/region.ts'
import { beginPage } from '../pages/begin-page.ts'
import { stoppedPage } from '../pages/stopped-page.ts'
import type { Desk } from './desk.ts'

export const LOG_IN_PATH = '/login'

/** An application has one log-in address at Amazon, `/login`; with an issuer it takes only that issuer's hosts. */
export function logInPath(issuer: Issuer | undefined): string {
  return issuer === undefined ? LOG_IN_PATH : `${LOG_IN_PATH}/${issuer}`
}

/**
 * `GET /login` and `GET /login/<issuer>`: the log-in address Amazon opens when a renewal begins inside Seller Central
 * (docs/amazon.md §1.1). Nothing is begun here: the page only hands over to the app, which asks the person and opens an
 * attempt of its own.
 */
export function logIn(desk: Desk, issuer: Issuer | undefined, query: URLSearchParams): Response {
  const link = checkBeginLink({
    callbackUri: once(query, 'amazon_callback_uri'),
    amazonState: once(query, 'amazon_state'),
    sellingPartnerId: once(query, 'selling_partner_id'),
  })
  if (link === undefined || !isAmazons(desk, issuer, link)) return stoppedPage('unknown')
  const address = writeBeginLink(link)
  if (address.length > BEGIN_LINK_MAX_LENGTH) return stoppedPage('unknown')
  return beginPage(address, desk.config.appPage)
}

/** The whole host must be listed, without a port; a local Amazon only where one is allowed. */
function isAmazons(desk: Desk, issuer: Issuer | undefined, { callbackUri }: BeginLink): boolean {
  const url = URL.parse(callbackUri)
  if (url === null) return false
  if (url.protocol === 'http:') return desk.config.allowLoopback && url.hostname === '127.0.0.1'
  return desk.listedHosts(issuer).has(url.host)
}

function once(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name)
  return values.length === 1 ? values[0] : undefined
}
