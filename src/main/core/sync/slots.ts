/** So many at a time; the others wait in the order they came. */
export interface Slots {
  run<Value>(work: () => Promise<Value>): Promise<Value>
}

export function createSlots(most: number): Slots {
  const waiting: (() => void)[] = []
  let taken = 0
  return {
    async run(work) {
      if (taken >= most) await new Promise<void>((resolve) => waiting.push(resolve))
      else taken += 1
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else taken -= 1
      }
    },
  }
}
