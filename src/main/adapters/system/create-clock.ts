import { ok, type Result } from '../../../shared/lib/result.ts'
import type { Log } from '../../core/ports/log.ts'
import { type ClosableClock, openRemoteClock } from './remote-clock.ts'
import { createSystemClock } from './system-clock.ts'

export interface ClockWorld {
  /** `SPRINGLINE_CLOCK_URL`: a clock in another process of this computer; absent in ordinary use. */
  readonly env: { readonly SPRINGLINE_CLOCK_URL?: string | undefined }
  readonly fetch: typeof fetch
  readonly log: Log
}

/** The clock this process lives by. The error is a sentence for the person who started it. */
export async function createClock({ env, fetch, log }: ClockWorld): Promise<Result<ClosableClock, string>> {
  const url = env.SPRINGLINE_CLOCK_URL
  if (url === undefined || url === '') return ok({ ...createSystemClock(), close: () => undefined })
  return openRemoteClock({ url, fetch, log })
}
