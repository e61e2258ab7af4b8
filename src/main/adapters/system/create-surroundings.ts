import { statfs } from 'node:fs/promises'
import type { Surroundings } from '../../core/ports/surroundings.ts'
import { reach, type ReachWorld } from './reach.ts'

export interface SurroundingsWorld extends ReachWorld {
  readonly dataDirectory: string
}

/** This computer's disk and network; the same in both hosts. */
export function createSurroundings(world: SurroundingsWorld): Surroundings {
  return {
    reach: (address, signal) => reach(world, address, signal),
    freeBytes: async () => {
      try {
        const { bavail, bsize } = await statfs(world.dataDirectory)
        return bavail * bsize
      } catch {
        return null
      }
    },
  }
}
