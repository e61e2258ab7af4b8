import type { ReturnOutcome } from '../../shared/contract/broker/return-link.ts'
import { writeReturnLink } from '../../shared/contract/broker/return-link.ts'
import { callbackPath, isAdsIssuer } from '../../shared/contract/broker/issuer.ts'
import type { Issuer } from '../../shared/domain/region.ts'
import { shortCode } from '../../shared/lib/short-code.ts'
import { createHash } from 'node:crypto'
import { continuePage } from '../pages/continue-page.ts'
import { stoppedPage } from '../pages/stopped-page.ts'
import { HANDOFF_SECONDS } from '../policy.ts'
import { sealHandOff } from '../sealed/hand-off.ts'
import { type TicketClaims, readTicket } from '../sealed/ticket.ts'
import type { Desk } from './desk.ts'
import { type ConsentReturn, readConsentReturn } from './read-consent-return.ts'

/**
 * `GET /callback/<issuer>`: Amazon sends the person back. The hand-off goes to the app's own scheme or to the ticket's
 * loopback port, never anywhere else: no address is ever taken from the request.
 */
export async function callback(desk: Desk, issuer: Issuer, query: URLSearchParams): Promise<Response> {
  const state = readConsentReturn(query, isAdsIssuer(issuer) ? 'advertising' : 'selling')
  const ticket = state === undefined ? undefined : await readTicket(desk.rings.ticket, state.ticket)
  if (state === undefined || ticket === undefined || ticket.issuer !== issuer) return stoppedPage('unknown')
  if (ticket.endsAt * 1000 <= desk.ports.now()) return stoppedPage('late')
  if (state.kind === 'incomplete') return stoppedPage('incomplete')
  const outcome = state.kind === 'declined' ? { error: state.trouble } : await seal(desk, ticket, state)
  return sendHome(desk, ticket, { issuer, ticket: state.ticket, ...outcome })
}

async function seal(desk: Desk, ticket: TicketClaims, consented: Extract<ConsentReturn, { kind: 'consented' }>): Promise<ReturnOutcome> {
  const handoff = await sealHandOff(desk.rings.handoff, {
    code: consented.code,
    ...(consented.sellingPartnerId === undefined ? {} : { sellingPartnerId: consented.sellingPartnerId }),
    redirectUri: desk.config.origin + callbackPath(ticket.issuer),
    ticket,
    endsAt: Math.floor(desk.ports.now() / 1000) + HANDOFF_SECONDS,
  })
  return { handoff }
}

/** Only the popup, which the app itself watches, goes on without a person's click. */
function sendHome(desk: Desk, ticket: TicketClaims, link: Parameters<typeof writeReturnLink>[1]): Response {
  const address = writeReturnLink(ticket.return, link)
  if (ticket.return.kind === 'popup') return new Response(null, { status: 302, headers: { location: address } })
  const pasteText = 'handoff' in link ? link.handoff : undefined
  return continuePage({ shortCode: shortCode(ticket.challenge, sha256), link: address, pasteText, appPage: desk.config.appPage })
}

function sha256(text: string): Uint8Array {
  return createHash('sha256').update(text, 'utf8').digest()
}
