import type { Day } from '../lib/days.ts'
import type { AccountKind } from '../world/spec.ts'
import type { Channel } from '../world/world.ts'
import type { Field } from './graphql.ts'

type Entry = Readonly<Record<string, unknown>>

/** One list of a Data Kiosk data set: who may ask, with which aggregation, and what it answers. */
export type KioskList = {
  readonly kind: AccountKind
  readonly roles: readonly string[]
  allows(args: Field['args']): boolean
  /** An entry to check selections against; its values do not matter. */
  readonly shape: Entry
  entries(channel: Channel, days: { readonly from: Day; readonly to: Day }, asOf: number, args: Field['args']): readonly Entry[]
}
