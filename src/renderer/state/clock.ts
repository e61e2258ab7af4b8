import type { AppView } from '../../shared/contract/views/app.ts'

/** Reads the app's time from the window's: the core's clock may be a stand-in's, so its distance is kept. */
export interface AppClock {
  /** Ms since 1970 by the core's clock. */
  now(): number
  set(app: Pick<AppView, 'now'>): void
}

export function createAppClock(windowNow: () => number): AppClock {
  let distance = 0
  return {
    now: () => windowNow() + distance,
    set: (app) => {
      distance = app.now - windowNow()
    },
  }
}
