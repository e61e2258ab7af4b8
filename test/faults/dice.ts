import { createSeededRandom } from '../twins/random.ts'

/** Seeded choices, so that a seed brings a failure back. */
export interface Dice {
  below(count: number): number
  chance(share: number): boolean
  pick<Value>(from: readonly Value[]): Value
  text(length: number, alphabet?: string): string
}

const USUAL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function createDice(seed: number): Dice {
  const random = createSeededRandom(seed)
  const below = (count: number) => Math.floor(random.fraction() * count)
  return {
    below,
    chance: (share) => random.fraction() < share,
    pick: (from) => {
      const found = from[below(from.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
    text: (length, alphabet = USUAL) => Array.from({ length }, () => alphabet[below(alphabet.length)]).join(''),
  }
}
