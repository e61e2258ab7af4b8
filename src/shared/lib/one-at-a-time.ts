export type OneAtATime = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>

/** Work under one key runs in the order it was asked for and never overlaps; other keys run beside it. */
export function createOneAtATime(): OneAtATime {
  const tails = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const before = tails.get(key) ?? Promise.resolve()
    const run = before.then(work, work)
    const tail = run.then(
      () => undefined,
      () => undefined,
    )
    tails.set(key, tail)
    void tail.then(() => {
      if (tails.get(key) === tail) tails.delete(key)
    })
    return run
  }
}
