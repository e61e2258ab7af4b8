import type { HostSeen, Observations } from '../../../shared/contract/diagnosis/observations.ts'
import type { Reached } from '../ports/surroundings.ts'
import { askAccount } from './ask-account.ts'
import { askGrants, idOf } from './ask-grants.ts'
import type { PlannedHost } from './plan-hosts.ts'
import { HARD_STOP_MS, REACH_MS } from './policy.ts'
import type { ObserveOrder, ObserveWorld, Walk } from './walk.ts'
import { within } from './within.ts'

/** Asks step by step and answers what was seen, at the latest when the time is over. */
export async function observe(world: ObserveWorld, order: ObserveOrder): Promise<Observations> {
  const { clock } = world.ports
  const began = clock.monotonic()
  let seen: Observations = { ...order.start, way: 'asked' }
  let isOver = false
  const walk: Walk = {
    ...order,
    world,
    seen: () => seen,
    see: (part) => {
      if (isOver) return
      seen = { ...seen, ...part, tookMs: Math.round(clock.monotonic() - began) }
      order.onSeen(seen)
    },
  }
  await within(clock, { ms: HARD_STOP_MS, otherwise: null }, () => askAll(walk))
  isOver = true
  return { ...seen, tookMs: Math.round(clock.monotonic() - began) }
}

async function askAll(walk: Walk): Promise<void> {
  await Promise.all([askHosts(walk), askComputer(walk)])
  await askGrants(walk)
  await askAccount(walk)
}

async function askHosts({ world, hosts, see }: Walk): Promise<void> {
  const { clock, surroundings } = world.ports
  const silent: Reached = { kind: 'silent', said: 'no-answer', tookMs: REACH_MS }
  const seen = await Promise.all(
    hosts.map(async (host) => {
      const reached = await within(clock, { ms: REACH_MS, otherwise: silent }, (signal) => surroundings.reach(host.address, signal))
      return hostSeen(host, reached, clock.now())
    }),
  )
  see({ hosts: seen })
}

function hostSeen({ role, name }: PlannedHost, reached: Reached, now: number): HostSeen {
  const base = { role, name, tookMs: reached.tookMs }
  if (reached.kind === 'silent') return { ...base, outcome: reached.said, status: null, offMs: null, requestId: null }
  const { by, status, date, requestId } = reached
  // A portal's clock says nothing about ours.
  const isTrusted = by === 'host' || by === 'down'
  return { ...base, outcome: by === 'host' ? 'answered' : by, status, offMs: isTrusted && date !== null ? now - date : null, requestId }
}

async function askComputer(walk: Walk): Promise<void> {
  const { world, seen, see, start } = walk
  const freeBytes = await world.ports.surroundings.freeBytes()
  see({ computer: { ...seen().computer, freeBytes } })
  if (start.rights === 'reading') return
  const looked = await Promise.all(
    start.grants.map(async (grant) => {
      const id = await idOf(walk, grant)
      return id === null || grant.state.kind === 'disconnected' ? grant : { ...grant, ...(await world.examiner.look(id)) }
    }),
  )
  see({ grants: looked })
}
