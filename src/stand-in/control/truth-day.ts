import type { Day } from '../lib/days.ts'

/** One day's true figures by name. */
export type TruthDay = { readonly day: Day } & Readonly<Record<string, number | string>>
