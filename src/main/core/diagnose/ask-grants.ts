import type { AskedRenewal, GrantSeen, Observations } from '../../../shared/contract/diagnosis/observations.ts'
import type { AuthorizationId } from '../../../shared/domain/ids.ts'
import type { NotAsked } from '../../../shared/domain/step.ts'
import { isHeard } from './findings/network-findings.ts'
import { RENEW_MS } from './policy.ts'
import type { Walk } from './walk.ts'
import { within } from './within.ts'

/** One renewal of each permission now, where nothing seen so far makes the question pointless. */
export async function askGrants(walk: Walk): Promise<void> {
  const asked = await Promise.all(walk.seen().grants.map(async (grant) => ({ ...grant, asked: await askGrant(walk, grant) })))
  const states = await walk.world.ports.stores.accounts.authorizations()
  walk.see({
    grants: asked.map((grant) => {
      const now = states.find((one) => one.accountId === walk.accountId && one.family === grant.family)
      return now ? { ...grant, state: now.state, lastRenewedAt: now.lastRenewedAt } : grant
    }),
  })
}

async function askGrant(walk: Walk, grant: GrantSeen): Promise<AskedRenewal> {
  const { clock } = walk.world.ports
  const at = clock.now()
  const closed = whyNotAsked(walk.seen(), grant)
  if (closed !== null) return notAsked(at, closed)
  const id = await idOf(walk, grant)
  if (id === null) return notAsked(at, 'not-connected')
  const began = clock.monotonic()
  const word = await within(clock, { ms: RENEW_MS, otherwise: null }, () => walk.world.examiner.renew(id))
  const tookMs = Math.round(clock.monotonic() - began)
  if (word === null) return notAsked(at, 'no-time')
  switch (word.kind) {
    case 'renewed':
      return { at, tookMs, renewed: true, cause: null, said: null, because: null, until: null }
    case 'refused':
      return { at, tookMs, renewed: false, cause: word.cause, said: word.said, because: null, until: null }
    case 'not-asked':
      return notAsked(at, word.why, word.until)
  }
}

function notAsked(at: number, because: NotAsked, until: number | null = null): AskedRenewal {
  return { at, tookMs: 0, renewed: false, cause: null, said: null, because, until }
}

/** A question that an earlier answer makes pointless is not asked. */
function whyNotAsked(seen: Observations, grant: GrantSeen): NotAsked | null {
  if (grant.state.kind === 'disconnected') return 'not-connected'
  if (seen.rights === 'reading') return 'reading-only'
  if (grant.vault !== 'held' || grant.elsewhere === true) return 'vault-closed'
  return whyDoorIsShut(seen, grant)
}

function whyDoorIsShut({ hosts }: Observations, { way, family }: GrantSeen): NotAsked | null {
  const own = family === 'advertising' ? hosts.find((one) => one.role === 'ads-login') : undefined
  const door = way === 'broker' ? hosts.find((one) => one.role === 'broker') : (own ?? hosts.find((one) => one.role === 'login'))
  if (door === undefined || !isHeard(door)) return hosts.some(isHeard) ? 'amazon-down' : 'no-network'
  return door.outcome === 'down' ? 'amazon-down' : null
}

/** Grants carry no id, because a bundle must not; an account has one authorization of each family. */
export async function idOf({ world, accountId }: Walk, { family }: GrantSeen): Promise<AuthorizationId | null> {
  const all = await world.ports.stores.accounts.authorizations()
  return all.find((one) => one.accountId === accountId && one.family === family)?.id ?? null
}
