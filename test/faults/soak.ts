/** What one soak is asked for. `plant` puts known faults in on purpose: such a run must end with violations. */
export interface SoakOrder {
  readonly cases: number
  readonly seed: number
  readonly plant: boolean
  /** Progress for a person; never part of the result. */
  readonly say: (line: string) => void
}

export interface SoakReport {
  readonly cases: number
  /** Sentences that name what was broken and by which case; the first few are shown. */
  readonly violations: readonly string[]
  /** Lines of the table: what was tried or measured, and how much of it. */
  readonly rows: readonly (readonly [what: string, figure: string | number])[]
}

/** One figure of trust, searched for by many cases. The same seed and number of cases make the same cases. */
export interface Soak {
  readonly name: string
  readonly about: string
  /** Cases of a full run. */
  readonly cases: number
  readonly run: (order: SoakOrder) => Promise<SoakReport>
}
