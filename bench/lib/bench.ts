export interface BenchOptions {
  readonly seed: number
  /** Folder of the built main side, e.g. `out/main`. */
  readonly built: string
}

/** What one figure's command found. `lines` are for people, the rest goes into the JSON line. */
export interface BenchAnswer {
  readonly lines: readonly string[]
  readonly cases: number
  readonly violations: number
  readonly seconds: number
  readonly facts: Readonly<Record<string, string | number>>
}
