import { readBeginLink } from '../../../shared/contract/broker/begin-link.ts'
import type { Attempt } from '../../../shared/domain/attempt.ts'
import { err, type Result } from '../../../shared/lib/result.ts'
import { beginAttempt, type BeginTrouble } from './begin-attempt.ts'
import { readInvitation, type InvitationTrouble } from './read-invitation.ts'
import type { AuthorizationWorld } from './world.ts'

export type InvitationOutcome = { readonly kind: 'asked' } | { readonly kind: 'dropped'; readonly why: 'unreadable' | InvitationTrouble }

/** Beginning of every link with which the broker's page hands over what began inside Seller Central. */
const BEGIN = 'springline:begin'

export function isInvitation(text: string): boolean {
  return text.startsWith(BEGIN)
}

/** Takes a link that begins at Amazon: the person is asked, and nothing else happens. Anything odd is dropped and logged without its contents. */
export async function takeInvitation(world: AuthorizationWorld, text: string): Promise<InvitationOutcome> {
  const { accounts } = world.ports.stores
  const link = readBeginLink(text)
  if (link === undefined) return drop(world, 'unreadable')
  const question = { link, accounts: await accounts.accounts(), channels: await accounts.channels() }
  const invitation = readInvitation(world, question)
  if (!invitation.ok) return drop(world, invitation.error)
  world.invitations.add(invitation.value)
  return { kind: 'asked' }
}

/** The person said yes: an attempt of its own begins, in the browser where they are signed in at Amazon already. */
export async function acceptInvitation(
  world: AuthorizationWorld,
  id: string,
): Promise<Result<Attempt, BeginTrouble | 'unknown-invitation'>> {
  const invitation = world.invitations.take(id)
  if (invitation === null) return err('unknown-invitation')
  const { accountId, kind, region, country, continueAt } = invitation
  return beginAttempt(world, { accountId, family: 'selling', kind, region, country, surface: 'browser', continueAt })
}

function drop({ ports }: AuthorizationWorld, why: 'unreadable' | InvitationTrouble): InvitationOutcome {
  ports.log.write('warn', 'begin-link-dropped', { why })
  return { kind: 'dropped', why }
}
