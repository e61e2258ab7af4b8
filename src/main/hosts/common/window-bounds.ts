/** Place and size of the window in screen pixels. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const FIRST_SIZE = { width: 1280, height: 800 } as const
/** Below this the tables no longer fit. */
export const LEAST_SIZE = { minWidth: 900, minHeight: 600 } as const

/** Where the window was, unless that is on no screen any more (a monitor was unplugged, a file was edited). */
export function boundsToUse(kept: Bounds | null, screens: readonly Bounds[]): Partial<Bounds> {
  if (kept === null || ![kept.x, kept.y, kept.width, kept.height].every(Number.isFinite)) return FIRST_SIZE
  const size = { width: Math.max(kept.width, LEAST_SIZE.minWidth), height: Math.max(kept.height, LEAST_SIZE.minHeight) }
  return screens.some((screen) => overlaps(screen, kept)) ? { x: kept.x, y: kept.y, ...size } : size
}

/** At least a corner that a mouse can grab. */
function overlaps(screen: Bounds, kept: Bounds): boolean {
  const wide = Math.min(screen.x + screen.width, kept.x + kept.width) - Math.max(screen.x, kept.x)
  const high = Math.min(screen.y + screen.height, kept.y + kept.height) - Math.max(screen.y, kept.y)
  return wide >= 100 && high >= 40
}
