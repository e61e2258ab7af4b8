import { z } from 'zod'
import { dayState, dayText, instant, minor } from '../scalars.ts'
import { frame } from './reports.ts'

/** Days and age of one part of a report; each part is an Amazon report of its own and may be older or thinner than the rest. */
const part = {
  asOf: instant.nullable(),
  days: z.array(dayState),
  missingDays: z.array(dayText),
  settlingDays: z.array(dayText),
}

const count = z.number().nullable()
/** Null is unknown: Amazon left the figure out of at least one row. */
const amount = minor.nullable()

const shipped = { shippedUnits: z.number(), shippedMinor: minor, shippedCogsMinor: minor, returns: count }
const sold = { orderedUnits: count, orderedMinor: amount, ...shipped }

/** What Amazon held at the end of a day; received units are those of the day, and may be negative. */
const held = {
  sellableUnits: count,
  sellableMinor: amount,
  unsellableUnits: count,
  agedUnits: count,
  agedMinor: amount,
  unhealthyUnits: count,
  unfilledUnits: count,
  openOrderUnits: count,
  receivedUnits: count,
}

/** A ratio, 0.25 is 25 %. */
const share = z.number()

export const vendorReport = z.object({
  ...frame,
  /** Manufacturing view: all of the maker's goods, whoever delivered them. */
  rows: z.array(z.object({ day: dayText, ...sold })),
  totals: z.object(sold),
  products: z.array(z.object({ asin: z.string(), ...sold })),
  /** Sourcing view: only what this vendor delivered itself; part of the above, never to be added to it. Every part is null where it is not used. */
  sourcing: z
    .object({
      ...part,
      rows: z.array(z.object({ day: dayText, ...shipped })),
      totals: z.object(shipped),
      products: z.array(z.object({ asin: z.string(), ...shipped })),
    })
    .nullable(),
  /** Stock stands at the end of a day and is not added up over days; `products` are those of `newest`, the newest day held. */
  stock: z
    .object({
      ...part,
      rows: z.array(z.object({ day: dayText, ...held })),
      newest: dayText.nullable(),
      products: z.array(z.object({ asin: z.string(), ...held })),
    })
    .nullable(),
  traffic: z
    .object({
      ...part,
      rows: z.array(z.object({ day: dayText, glanceViews: z.number() })),
      totals: z.object({ glanceViews: z.number() }),
      products: z.array(z.object({ asin: z.string(), glanceViews: z.number() })),
    })
    .nullable(),
  /** Net PPM is a ratio per product: a day has its lowest, middle and highest product (null without one), and no sum. */
  netPpm: z
    .object({
      ...part,
      rows: z.array(
        z.object({ day: dayText, lowest: share.nullable(), middle: share.nullable(), highest: share.nullable(), products: z.number() }),
      ),
      newest: dayText.nullable(),
      products: z.array(z.object({ asin: z.string(), netPpm: share })),
    })
    .nullable(),
})

export type VendorReport = z.infer<typeof vendorReport>
