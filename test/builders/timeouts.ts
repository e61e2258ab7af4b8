import type { Shop } from './open-shop.ts'

/** While `act` runs, every request's time-out goes by the story's clock, so a request that hangs ends when the crank turns. */
export async function withTimeoutsOnTheClock(shop: Shop, act: () => Promise<void>): Promise<void> {
  const real = AbortSignal.timeout.bind(AbortSignal)
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController()
    shop.crank.clock.timer(ms, () => controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')))
    return controller.signal
  }
  try {
    await act()
  } finally {
    AbortSignal.timeout = real
  }
}
