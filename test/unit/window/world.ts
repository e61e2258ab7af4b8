import type { AccountView } from '../../../src/shared/contract/views/channels.ts'
import { account, DAY_MS, NOW } from './fixtures.ts'

/** Eighteen accounts of one afternoon, in every state a list must show. */
export function afternoon(): AccountView[] {
  return [
    account({
      name: 'Bike & Co US', region: 'na', countries: ['US'], ads: 'ads-reconnect-required', lines: ['76s 14t', '58s 2x 30f'], dataTo: '2026-07-15', endsInDays: 141,
      adsCause: { cause: 'withdrawn-or-changed', facts: { firstRefusedAt: NOW - 127 * 60_000, since: NOW - 112 * 60_000 } },
      more: { risk: { dataset: 'ads', title: 'Sponsored Brands', day: '2026-07-18', leavesAt: NOW + 18.2 * 3_600_000 }, missingDays: 61 },
    }),
    account({
      name: 'Nordlys EU', countries: ['DE', 'FR', 'IT', 'ES', 'NL'], selling: 'reconnect-required', lines: ['68s 10t 12f', '76s 14t'], dataTo: '2026-09-02', endsInDays: -12,
      cause: { cause: 'lapsed' }, more: { missingDays: 12 },
    }),
    account({ name: 'Acme North America', region: 'na', countries: ['US', 'CA', 'MX'], selling: 'expiring-soon', endsInDays: 12.2, channels: { MX: { selling: 'access-reduced', status: 'access-reduced', dataTo: '2026-09-09' } } }),
    account({ name: 'Halden Home UK', countries: ['UK'], selling: 'expiring-soon', endsInDays: 26.2 }),
    account({ name: 'Moss & Fern DE', countries: ['DE'], selling: 'stale', lines: ['76s 12t 2f', '76s 14t'], dataTo: '2026-09-12', endsInDays: 88, cause: { cause: 'stale', facts: { lastSuccessAt: NOW - 2 * DAY_MS } } }),
    account({ name: 'Kestrel Audio US', region: 'na', countries: ['US'], selling: 'access-reduced', lines: ['70s 6p 14t', '76s 14t'], endsInDays: 203, cause: { cause: 'permission-missing', facts: { datasets: 'Brand Analytics' } } }),
    account({ name: 'Acme Vendor UK', kind: 'vendor', countries: ['UK'], selling: 'catching-up', ads: null, lines: ['60- 4f 12s 11t 3n'], dataTo: '2026-09-11', endsInDays: 201, more: { progress: { done: 41, total: 58 } } }),
    account({ name: 'Halden Home EU', countries: ['DE', 'FR', 'IT'], selling: 'delayed', lines: ['76s 13t 1n', '76s 14t'], dataTo: '2026-09-13', endsInDays: 118, more: { delayedUntil: NOW + 11 * 60_000 } }),
    account({ name: 'Acme Europe', countries: ['DE', 'FR', 'IT', 'ES', 'UK'] }),
    account({ name: 'Juniper Kids UK', countries: ['UK'], endsInDays: 274, lines: ['66s 1e 9s 14t', '76s 14t'] }),
    account({ name: 'Juniper Kids US', region: 'na', countries: ['US', 'CA'], endsInDays: 274 }),
    account({ name: 'Kestrel Audio AU', region: 'fe', countries: ['AU'], endsInDays: 203 }),
    account({ name: 'Tidewater Coffee US', region: 'na', countries: ['US', 'CA'], endsInDays: 245, ads: 'ads-not-connected', status: 'connected' }),
    account({ name: 'Brightline EU', countries: ['DE', 'FR'], endsInDays: 190 }),
    account({ name: 'Cedar & Stone US', region: 'na', countries: ['US'], endsInDays: 77 }),
    account({ name: 'Larkspur UK', countries: ['UK'], endsInDays: 301 }),
    account({ name: 'Oak Harbor US', region: 'na', countries: ['US'], endsInDays: 58 }),
    account({ name: 'Old Mill Tools US', region: 'na', countries: ['US'], selling: 'paused', ads: 'paused', lines: ['45s 45n', '45s 45n'], dataTo: '2026-07-31', endsInDays: 152 }),
  ]
}
