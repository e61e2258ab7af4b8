import type { AdsReport, ProductsReport, ProfitReport, SalesReport } from '../../../src/shared/contract/views/reports.ts'
import type { VendorReport } from '../../../src/shared/contract/views/vendor-report.ts'
import type { DayState } from '../../../src/shared/domain/coverage.ts'
import type { ChannelId } from '../../../src/shared/domain/ids.ts'
import { lengthOf } from '../../../src/shared/domain/day.ts'
import { dayAfter, dayOf, NOW } from './fixtures.ts'
import { addDays, interval } from '../../../src/shared/domain/day.ts'

export interface ReportWish {
  readonly channelId: ChannelId
  readonly from: string
  readonly to: string
  readonly currency?: string
}

/** A range whose last nine days settle and whose 30 August is missing. */
export function statesOf({ from, to }: Pick<ReportWish, 'from' | 'to'>): { readonly days: string[]; readonly states: DayState[] } {
  const count = lengthOf(interval(dayOf(from), addDays(dayOf(to), 1)))
  const days = Array.from({ length: count }, (_, at) => dayAfter(from, at))
  return {
    days,
    states: days.map((day) =>
      day === '2026-08-30' ? 'missing-fetchable' : day >= '2026-09-06' ? 'complete-settling' : 'complete-settled',
    ),
  }
}

function frameOf(wish: ReportWish) {
  const { days, states } = statesOf(wish)
  const pick = (state: DayState): string[] => days.filter((_, at) => states[at] === state)
  return {
    channelId: wish.channelId,
    from: wish.from,
    to: wish.to,
    zone: 'America/Los_Angeles',
    currency: wish.currency ?? 'USD',
    moneyScale: 2,
    asOf: NOW - 21 * 60_000,
    days: states,
    missingDays: pick('missing-fetchable'),
    settlingDays: pick('complete-settling'),
  }
}

/** Wave with a weekly beat, the same for the same day. */
function wave(day: string, base: number, reach: number): number {
  const n = dayOf(day)
  return Math.round(base + reach * Math.sin(n / 3.1) + (reach / 2) * Math.cos((n % 7) * 0.9))
}

const kept = (wish: ReportWish): string[] => statesOf(wish).days.filter((day) => day !== '2026-08-30')
const total = <Row extends object>(rows: readonly Row[], key: keyof Row): number => rows.reduce((sum, row) => sum + Number(row[key]), 0)

export function salesReport(wish: ReportWish): SalesReport {
  const rows = kept(wish).map((day) => ({
    day,
    orders: wave(day, 58, 14),
    units: wave(day, 70, 18),
    orderedMinor: wave(day, 166_000, 42_000),
    unknownPrices: day === '2026-09-14' ? 3 : 0,
  }))
  const products = ['Pannier 22 l, slate', 'Bell, brass', '=HYPERLINK("x") rack', 'Mudguard set, 28 in'].map((title, at) => ({
    sku: `BC-${100 + at}`,
    asin: `B0C7Q2WL${at}X`,
    title,
    units: 320 - at * 71,
    orders: 280 - at * 61,
    orderedMinor: 812_340 - at * 190_110,
  }))
  return {
    ...frameOf(wish),
    rows,
    totals: { orders: total(rows, 'orders'), units: total(rows, 'units'), orderedMinor: total(rows, 'orderedMinor') },
    soFar: { day: '2026-09-15', asOf: NOW - 9 * 60_000, figures: { orders: 21, units: 26, orderedMinor: 58_240, unknownPrices: 2 } },
    products,
  }
}

export function profitReport(wish: ReportWish): ProfitReport {
  const rows = kept(wish).map((day) => {
    const salesMinor = wave(day, 166_000, 42_000)
    const refundsMinor = -Math.round(salesMinor * 0.04)
    const feesMinor = -Math.round(salesMinor * 0.29)
    const otherMinor = -Math.round(salesMinor * 0.01)
    return {
      day,
      salesMinor,
      refundsMinor,
      feesMinor,
      otherMinor,
      netMinor: salesMinor + refundsMinor + feesMinor + otherMinor,
      adsMinor: -wave(day, 12_000, 3_000),
    }
  })
  const sum = (key: 'salesMinor' | 'refundsMinor' | 'feesMinor' | 'otherMinor' | 'netMinor' | 'adsMinor'): number => total(rows, key)
  return {
    ...frameOf(wish),
    rows,
    totals: {
      salesMinor: sum('salesMinor'),
      refundsMinor: sum('refundsMinor'),
      feesMinor: sum('feesMinor'),
      otherMinor: sum('otherMinor'),
      netMinor: sum('netMinor'),
      adsMinor: sum('adsMinor'),
    },
    categories: [
      { category: 'sales', amountMinor: sum('salesMinor') },
      { category: 'refunds', amountMinor: sum('refundsMinor') },
      { category: 'selling-fees', amountMinor: Math.round(sum('feesMinor') * 0.55) },
      { category: 'fba-fees', amountMinor: sum('feesMinor') - Math.round(sum('feesMinor') * 0.55) },
      { category: 'other', amountMinor: sum('otherMinor') },
    ],
  }
}

export function adsReport(wish: ReportWish): AdsReport {
  const rows = kept(wish).map((day) => ({
    day,
    impressions: wave(day, 41_000, 9_000),
    clicks: wave(day, 410, 90),
    costMinor: wave(day, 18_400, 4_100),
    salesMinor: wave(day, 92_000, 21_000),
    purchases: wave(day, 38, 9),
  }))
  const sum = (key: 'impressions' | 'clicks' | 'costMinor' | 'salesMinor' | 'purchases'): number => total(rows, key)
  const campaigns = ['Brand, exact', 'Panniers, broad', 'Competitors'].map((campaign, at) => ({
    campaignId: String(9000 + at),
    campaign,
    adProduct: 'sponsored-products' as const,
    impressions: 210_000 - at * 40_000,
    clicks: 2100 - at * 500,
    costMinor: 94_000 - at * 21_000,
    salesMinor: 510_000 - at * 160_000,
    purchases: 190 - at * 60,
  }))
  return {
    ...frameOf(wish),
    rows,
    totals: {
      impressions: sum('impressions'),
      clicks: sum('clicks'),
      costMinor: sum('costMinor'),
      salesMinor: sum('salesMinor'),
      purchases: sum('purchases'),
    },
    products: [
      {
        adProduct: 'sponsored-products',
        impressions: sum('impressions'),
        clicks: sum('clicks'),
        costMinor: sum('costMinor'),
        salesMinor: sum('salesMinor'),
        purchases: sum('purchases'),
        missingDays: [],
      },
    ],
    campaigns,
  }
}

export function productsReport(wish: ReportWish): ProductsReport {
  const rows = Array.from({ length: 40 }, (_, at) => ({
    sku: `BC-${100 + at}`,
    asin: `B0C7Q2W${100 + at}`,
    title: `Pannier ${10 + at} l`,
    status: at % 9 === 0 ? 'INACTIVE' : 'ACTIVE',
    priceMinor: at === 4 ? null : 2_900 + at * 55,
    quantity: at === 6 ? null : (at * 17) % 90,
    openedOn: '2025-03-01',
    fulfilment: 'AMAZON',
    buyable: at % 9 !== 0,
    discoverable: true,
    offerMinor: at === 4 ? null : 2_900 + at * 55,
    errors: at % 9 === 0 ? 1 : 0,
    warnings: at % 5 === 0 ? 2 : 0,
    issues: at % 9 === 0 ? [{ severity: 'ERROR', code: '90220', attributes: ['size'] }] : [],
    stockTotal: at === 6 ? null : (at * 17) % 90,
    stockFulfillable: at === 6 ? null : (at * 17) % 90,
    stockInbound: at === 6 ? null : 0,
    stockReserved: at === 6 ? null : 0,
    stockUnfulfillable: at === 6 ? null : 0,
    sizeTier: 'Large Standard-Size',
    feeTotalMinor: 640,
    brand: 'Birch Cycles',
    picture: null,
    units: (at * 13) % 71,
    orderedMinor: ((at * 13) % 71) * 2_950,
  }))
  return {
    ...frameOf(wish),
    rows,
    totals: {
      listings: rows.length,
      active: rows.filter((row) => row.status === 'ACTIVE').length,
      outOfStock: rows.filter((row) => row.quantity === 0).length,
      withErrors: rows.filter((row) => row.errors > 0).length,
      stockTotal: rows.reduce((sum, row) => sum + (row.stockTotal ?? 0), 0),
    },
    taken: { listings: null, items: null, stock: null, fees: null, catalogue: null },
    asItWas: null,
  }
}

export function vendorReport(wish: ReportWish): VendorReport {
  const rows = kept(wish).map((day) => ({
    day,
    orderedUnits: wave(day, 190, 40),
    orderedMinor: wave(day, 410_000, 90_000),
    shippedUnits: wave(day, 170, 40),
    shippedMinor: wave(day, 380_000, 80_000),
    shippedCogsMinor: wave(day, 240_000, 40_000),
    returns: wave(day, 6, 2),
  }))
  const sum = (key: 'orderedUnits' | 'orderedMinor' | 'shippedUnits' | 'shippedMinor' | 'shippedCogsMinor' | 'returns'): number =>
    total(rows, key)
  return {
    ...frameOf({ currency: 'GBP', ...wish }),
    rows,
    totals: {
      orderedUnits: sum('orderedUnits'),
      orderedMinor: sum('orderedMinor'),
      shippedUnits: sum('shippedUnits'),
      shippedMinor: sum('shippedMinor'),
      shippedCogsMinor: sum('shippedCogsMinor'),
      returns: sum('returns'),
    },
    products: [
      { asin: 'B0V111', ...vendorSold(900, 2_100_000) },
      { asin: 'B0V112', ...vendorSold(410, 990_000) },
    ],
    sourcing: null,
    stock: null,
    traffic: null,
    netPpm: null,
  }
}

function vendorSold(shippedUnits: number, shippedMinor: number): Omit<VendorReport['products'][number], 'asin'> {
  return {
    orderedUnits: null,
    orderedMinor: null,
    shippedUnits,
    shippedMinor,
    shippedCogsMinor: Math.round(shippedMinor * 0.6),
    returns: 3,
  }
}
