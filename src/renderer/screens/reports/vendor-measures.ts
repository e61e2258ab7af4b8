import { named, ratio, type Measure } from './measure.ts'

const shipped: readonly Measure[] = [
  { key: 'shipped', label: 'Shipped revenue', unit: 'money', of: named('shippedMinor') },
  { key: 'shippedUnits', label: 'Shipped units', unit: 'count', of: named('shippedUnits') },
  { key: 'cogs', label: 'Shipped cost', unit: 'money', of: named('shippedCogsMinor') },
]
const returns: Measure = { key: 'returns', label: 'Returns', unit: 'count', of: named('returns') }

/** The view that knows only what was delivered. */
export const sourcingMeasures: readonly Measure[] = [...shipped, returns]

export const salesMeasures: readonly Measure[] = [
  ...shipped,
  { key: 'ordered', label: 'Ordered revenue', unit: 'money', of: named('orderedMinor') },
  { key: 'orderedUnits', label: 'Ordered units', unit: 'count', of: named('orderedUnits') },
  returns,
]

export const stockMeasures: readonly Measure[] = [
  { key: 'sellable', label: 'Sellable on hand', unit: 'count', of: named('sellableUnits') },
  { key: 'sellableCost', label: 'Sellable at cost', unit: 'money', of: named('sellableMinor') },
  { key: 'aged', label: 'Aged over 90 days', unit: 'count', of: named('agedUnits') },
  { key: 'agedShare', label: 'Aged share', unit: 'share', of: ratio('agedUnits', 'sellableUnits') },
  { key: 'unfilled', label: 'Unfilled orders', unit: 'count', of: named('unfilledUnits') },
  { key: 'open', label: 'On open orders', unit: 'count', of: named('openOrderUnits') },
]

/** All of them stand at the end of a day. */
export const STANDING_STOCK = ['sellableUnits', 'sellableMinor', 'agedUnits', 'unfilledUnits', 'openOrderUnits'] as const

export const trafficMeasures: readonly Measure[] = [{ key: 'views', label: 'Glance views', unit: 'count', of: named('glanceViews') }]

export const netPpmMeasures: readonly Measure[] = [
  { key: 'middle', label: 'Middle product', unit: 'share', of: named('middle') },
  { key: 'lowest', label: 'Lowest product', unit: 'share', of: named('lowest') },
  { key: 'highest', label: 'Highest product', unit: 'share', of: named('highest') },
  { key: 'products', label: 'Products', unit: 'count', of: named('products') },
]

/** Ratios, and a count of the same products day after day. */
export const STANDING_NET_PPM = ['middle', 'lowest', 'highest', 'products'] as const

/** A product's own ratio. */
export const productNetPpm: readonly Measure[] = [{ key: 'netPpm', label: 'Net PPM', unit: 'share', of: named('netPpm') }]
