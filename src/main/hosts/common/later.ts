/** Calls once after the delay; answers a cancel. Timers never keep the app alive on their own. */
export function later(delayMs: number, call: () => void): () => void {
  const timer = setTimeout(call, delayMs)
  timer.unref()
  return () => clearTimeout(timer)
}

/** Calls again and again; answers an end. */
export function every(ms: number, call: () => void): () => void {
  const timer = setInterval(call, ms)
  timer.unref()
  return () => clearInterval(timer)
}
