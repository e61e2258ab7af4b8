import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { Log } from '../../core/ports/log.ts'
import { readRemoteTime } from './read-remote-time.ts'
import { createRemoteTimers } from './remote-timers.ts'

/** Real ms between two looks at the remote clock: what `now` answers is never older, and no timer fires later. */
const LOOK_EVERY_MS = 200

export interface RemoteClockWorld {
  readonly url: string
  readonly fetch: typeof fetch
  readonly log: Log
}

/** A clock that must be closed, because it may look at another process all the time. */
export interface ClosableClock extends Clock {
  close(): void
}

/**
 * Time as another process on this computer tells it: a GET of `url` answers ms since 1970 as plain text. Wall and
 * monotonic time derive from it alone; between two looks both stand still. While it cannot be reached the last time
 * holds. Fails when the address is not a loopback one or never answered.
 */
export async function openRemoteClock(world: RemoteClockWorld): Promise<Result<ClosableClock, string>> {
  if (!isLoopback(world.url)) return err('The remote clock must be an address of this computer (127.0.0.1, [::1] or localhost).')
  const first = await readRemoteTime(world)
  if (first === null) return err('The remote clock does not answer with a time.')
  return ok(clockFrom(world, first))
}

function clockFrom(world: RemoteClockWorld, first: number): ClosableClock {
  let wall = first
  let elapsed = 0
  let looking = false
  let reachable = true
  const timers = createRemoteTimers(() => elapsed)

  const adopt = (time: number) => {
    elapsed += Math.max(0, time - wall)
    wall = time
    timers.fireDue()
  }
  const tell = (answered: boolean) => {
    if (answered === reachable) return
    reachable = answered
    world.log.write(answered ? 'info' : 'warn', answered ? 'remote-clock-back' : 'remote-clock-unreachable')
  }
  const look = async () => {
    if (looking) return
    looking = true
    const time = await readRemoteTime(world)
    looking = false
    tell(time !== null)
    if (time !== null) adopt(time)
    rest()
  }
  const looks = setInterval(() => void look(), LOOK_EVERY_MS).unref()
  // Like the platform's own timers, waiting ones keep the process alive; mere looking does not.
  const rest = () => {
    if (timers.count() === 0) looks.unref()
  }

  return {
    now: () => wall,
    monotonic: () => elapsed,
    timer: (delayMs, call) => {
      looks.ref()
      const cancel = timers.add(delayMs, call)
      return () => {
        cancel()
        rest()
      }
    },
    close: () => {
      timers.clear()
      clearInterval(looks)
    },
  }
}

function isLoopback(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
}
