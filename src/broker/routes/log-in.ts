import { BEGIN_LINK_MAX_LENGTH, checkBeginLink, writeBeginLink } from '../../shared/contract/broker/begin-link.ts'
import { beginPage } from '../pages/begin-page.ts'
import { stoppedPage } from '../pages/stopped-page.ts'

export const LOG_IN_PATH = '/login'

/**
 * `GET /login`: the log-in address Amazon opens when a renewal begins inside Seller Central. Nothing is begun here: the
 * page only hands over to the app, which asks the person and opens an attempt of its own.
 */
export function logIn(query: URLSearchParams): Response {
  const link = checkBeginLink({
    callbackUri: once(query, 'amazon_callback_uri'),
    amazonState: once(query, 'amazon_state'),
    sellingPartnerId: once(query, 'selling_partner_id'),
  })
  const address = link === undefined ? undefined : writeBeginLink(link)
  if (address === undefined || address.length > BEGIN_LINK_MAX_LENGTH) return stoppedPage('unknown')
  return beginPage(address)
}

function once(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name)
  return values.length === 1 ? values[0] : undefined
}
