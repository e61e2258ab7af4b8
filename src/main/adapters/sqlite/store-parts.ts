import type { Stores } from '../../core/ports/stores.ts'

/** Methods that only read: they go to a reader, which never waits for the writer. */
export const READ_METHODS = {
  accounts: ['accounts', 'channels', 'authorizations'],
  access: ['all'],
  attempts: ['read', 'standing'],
  activity: ['newest'],
  ledger: [
    'receipts',
    'snapshots',
    'snapshotDays',
    'snapshotAsOf',
    'productIds',
    'idCounts',
    'restatements',
    'changesThrough',
    'takenDocuments',
  ],
  runs: ['standing', 'newest'],
  notices: ['newest', 'standing'],
  findings: ['newest'],
  reports: [
    'sales',
    'latestSales',
    'salesMetrics',
    'productSales',
    'profit',
    'ads',
    'products',
    'vendor',
    'vendorSourcing',
    'vendorStock',
    'vendorTraffic',
    'vendorMargins',
    'vendorForecast',
    'purchaseOrderLines',
    'settlements',
  ],
  keeping: ['before'],
  quota: ['marks'],
  evidence: ['kept'],
} as const satisfies { readonly [Name in keyof Stores]: readonly (keyof Stores[Name])[] }

/** Methods that change something: they go to the one writer, in the order they were asked for. */
export const WRITE_METHODS = {
  accounts: ['attach', 'setAuthorizationState', 'noteRenewed', 'setAdsProfiles', 'setSecretEnd', 'rename', 'setPaused'],
  access: ['save'],
  attempts: ['open', 'move'],
  activity: ['add'],
  ledger: [],
  runs: ['add', 'advance', 'stopAll'],
  notices: ['post', 'withdraw', 'markSeen'],
  findings: ['note'],
  reports: [],
  keeping: ['forgetBefore', 'wantFrom', 'purge'],
  quota: ['keep'],
  evidence: ['note'],
} as const satisfies { readonly [Name in keyof Stores]: readonly (keyof WriteStores[Name])[] }

type ReadMethods = typeof READ_METHODS

/** Every read method of every store. */
export type ReadStores = { readonly [Name in keyof Stores]: Pick<Stores[Name], Extract<ReadMethods[Name][number], keyof Stores[Name]>> }

/** Every writing method of every store. */
export type WriteStores = { readonly [Name in keyof Stores]: Omit<Stores[Name], Extract<ReadMethods[Name][number], keyof Stores[Name]>> }

/** Both halves as the one port, for callers that hold them in the same thread. */
export function joinStores(read: ReadStores, write: WriteStores): Stores {
  return {
    accounts: { ...read.accounts, ...write.accounts },
    access: { ...read.access, ...write.access },
    attempts: { ...read.attempts, ...write.attempts },
    activity: { ...read.activity, ...write.activity },
    ledger: { ...read.ledger, ...write.ledger },
    runs: { ...read.runs, ...write.runs },
    notices: { ...read.notices, ...write.notices },
    findings: { ...read.findings, ...write.findings },
    reports: { ...read.reports, ...write.reports },
    keeping: { ...read.keeping, ...write.keeping },
    quota: { ...read.quota, ...write.quota },
    evidence: { ...read.evidence, ...write.evidence },
  }
}
