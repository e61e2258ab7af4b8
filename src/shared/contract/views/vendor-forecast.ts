import { z } from 'zod'
import { dayText } from '../scalars.ts'
import { frame } from './reports.ts'

/** Units, to the thousandth. Null is unknown: Amazon gave no forecast there. */
const units = z.number()
const expected = units.nullable()

/**
 * Amazon's demand forecast: the newest generation held, whatever days are on screen; never a sale. The frame runs from the
 * day of that generation to today in the marketplace: on its missing days a newer generation may have been made.
 * Only means are added up; P70, P80 and P90 belong to one product in one week.
 */
export const vendorForecastReport = z.object({
  ...frame,
  /** Day the forecast was generated; null where none is held. */
  generatedOn: dayText.nullable(),
  rows: z.array(
    z.object({ from: dayText, to: dayText, asin: z.string(), meanUnits: units, p70Units: units, p80Units: units, p90Units: units }),
  ),
  /** `meanUnits` is that of the `products` which have a forecast for the week. */
  weeks: z.array(z.object({ from: dayText, to: dayText, products: z.number(), meanUnits: units })),
  /** The weeks that come next, at most four: the first is the one not yet over; null where the forecast has none left. */
  next: z.object({ from: dayText, to: dayText, weeks: z.number() }).nullable(),
  /** `nextMeanUnits` is unknown where one of the next weeks has no forecast for the product; `week…` are of the first of them. */
  products: z.array(
    z.object({
      asin: z.string(),
      nextMeanUnits: expected,
      weekMeanUnits: expected,
      weekP70Units: expected,
      weekP80Units: expected,
      weekP90Units: expected,
    }),
  ),
  /** `nextMeanUnits` is without the `lacking` products, whose next weeks are not all known. */
  totals: z.object({ products: z.number(), lacking: z.number(), weeks: z.number(), nextMeanUnits: expected }),
})

export type VendorForecastReport = z.infer<typeof vendorForecastReport>
