/** Days before a forecast end at which a reminder may come. Source: design, section 5. */
export const LADDER_DAYS = [30, 14, 7, 3, 1, 0] as const

/** The ladder after one step was switched, longest first. */
export function turnedLadder(ladder: readonly number[], days: number, isIn: boolean): number[] {
  const others = ladder.filter((one) => one !== days)
  return (isIn ? [...others, days] : others).sort((a, b) => b - a)
}
