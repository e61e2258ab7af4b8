import type { Reached, Surroundings } from '../../src/main/core/ports/surroundings.ts'

export interface TwinSurroundings extends Surroundings {
  /** What the next look at an address that holds this text meets; without one every host answers. */
  meets(part: string, reached: Reached): void
  setFree(bytes: number | null): void
}

export const answeredAt = (date: number): Reached => ({
  kind: 'answered',
  by: 'host',
  status: 403,
  date,
  requestId: 'req-twin-0001-0002',
  tookMs: 41,
})

/** Surroundings as a story says: everything answers, with plenty of space, until told otherwise. */
export function createTwinSurroundings(now: () => number): TwinSurroundings {
  const told: { readonly part: string; readonly reached: Reached }[] = []
  let free: number | null = 64 * 1024 ** 3
  return {
    meets: (part, reached) => void told.unshift({ part, reached }),
    setFree: (bytes) => {
      free = bytes
    },
    reach: async (address) => told.find((one) => address.includes(one.part))?.reached ?? answeredAt(now()),
    freeBytes: async () => free,
  }
}
