import { z } from 'zod'
import type { ReturnWay } from './begin.ts'
import type { Issuer } from '../../domain/region.ts'
import { issuerName } from './issuer.ts'

/** The person said no at Amazon; the app's registration is wrong; or Amazon failed. */
export const consentTrouble = z.enum(['consent-declined', 'publisher-problem', 'amazon-trouble'])
export type ConsentTrouble = z.infer<typeof consentTrouble>

export type ReturnOutcome = { handoff: string } | { error: ConsentTrouble }

/** What comes back to the app. `ticket` says which attempt it belongs to; without an open attempt it is dropped. */
export type ReturnLink = { issuer: Issuer; ticket: string } & ReturnOutcome

/** A link longer than this is not ours. Operating systems cut or refuse longer ones. */
export const RETURN_LINK_MAX_LENGTH = 2048

export const LOOPBACK_RETURN_PATH = '/oauth/callback'

const APP_LINK = /^springline:\/\/authorize\/(?<issuer>[a-z-]{1,16})\?(?<query>.*)$/u
const LOOPBACK_LINK = /^http:\/\/127\.0\.0\.1:\d{4,5}\/oauth\/callback\?(?<query>.*)$/u
const PART = /^[\w.-]+$/u

/** The one address a hand-off may go to; its parts are base64url and dots, so nothing needs escaping. */
export function writeReturnLink(way: ReturnWay, link: ReturnLink): string {
  const outcome = 'handoff' in link ? `handoff=${link.handoff}` : `error=${link.error}`
  const rest = `${outcome}&ticket=${link.ticket}`
  if (way.kind === 'loopback') {
    return `http://127.0.0.1:${way.port}${LOOPBACK_RETURN_PATH}?${rest}&issuer=${link.issuer}`
  }
  return `springline://authorize/${link.issuer}?${rest}`
}

/** Reads a link that came from outside. Answers nothing unless every part is of the agreed form. */
export function readReturnLink(text: string): ReturnLink | undefined {
  if (text.length > RETURN_LINK_MAX_LENGTH) return undefined
  const inPath = APP_LINK.exec(text)?.groups
  const parts = readParts((inPath ?? LOOPBACK_LINK.exec(text)?.groups)?.['query'] ?? '')
  return parts && readLink(parts, inPath?.['issuer'] ?? parts.get('issuer'))
}

function readLink(parts: ReadonlyMap<string, string>, issuerText: string | undefined): ReturnLink | undefined {
  const issuer = issuerName.safeParse(issuerText)
  const ticket = parts.get('ticket')
  const outcome = readOutcome(parts.get('handoff'), parts.get('error'))
  if (!issuer.success || ticket === undefined || outcome === undefined) return undefined
  return { issuer: issuer.data, ticket, ...outcome }
}

function readOutcome(handoff?: string, error?: string): ReturnOutcome | undefined {
  if (handoff !== undefined) return error === undefined ? { handoff } : undefined
  const trouble = consentTrouble.safeParse(error)
  return trouble.success ? { error: trouble.data } : undefined
}

/** A name given twice spoils the whole link: two readers could each believe a different one. */
function readParts(query: string): Map<string, string> | undefined {
  const parts = new Map<string, string>()
  for (const part of query.split('&')) {
    const at = part.indexOf('=')
    const name = part.slice(0, at)
    const value = part.slice(at + 1)
    if (at < 1 || parts.has(name) || !PART.test(value)) return undefined
    parts.set(name, value)
  }
  return parts
}
