import type { DatasetId, Instant } from '../../../src/shared/domain/ids.ts'
import type { Evidence } from '../../../src/shared/domain/evidence.ts'
import type { Notice } from '../../../src/shared/domain/notice.ts'
import type { Dataset } from '../../../src/main/datasets/dataset.ts'
import type { DocumentIngest } from '../../../src/main/core/ports/document-ingest.ts'
import type { NoticeStore } from '../../../src/main/core/ports/notice-store.ts'
import type { Stores } from '../../../src/main/core/ports/stores.ts'
import { createMemoryStores } from '../../unit/core/authorization/memory-stores.ts'
import { createMemory } from '../../unit/core/sync/memory-stores.ts'

export interface SoakStores {
  readonly stores: Stores
  readonly ingest: DocumentIngest
  /** Everything that was taken down as evidence, oldest first. */
  readonly noted: readonly Evidence[]
}

/** Every store in memory, with the rules of the database; outlives a restart of the app. */
export function createSoakStores(datasets: ReadonlyMap<DatasetId, Dataset>, now: () => Instant): SoakStores {
  const noted: Evidence[] = []
  const people = createMemoryStores()
  const ledger = createMemory(datasets, now)
  const none = async () => []
  const nothing = async () => ({ days: 0, rows: 0 })
  const stores: Stores = {
    ...people,
    runs: { ...ledger.stores.runs, stopAll: none },
    ledger: ledger.stores.ledger,
    notices: createMemoryNotices(),
    reports: {
      sales: none,
      latestSales: async () => ({ orders: 0, units: 0, orderedMinor: 0, unknownPrices: 0 }),
      salesMetrics: none,
      productSales: none,
      profit: none,
      ads: none,
      products: none,
      settlements: async () => [],
      vendor: none,
      vendorSourcing: none,
      vendorStock: none,
      vendorTraffic: none,
      vendorMargins: none,
      vendorForecast: none,
      purchaseOrderLines: none,
    },
    evidence: { note: async (one) => void noted.push(one), kept: none },
    // Nobody deletes anything in these histories, and allowances are not what they are about.
    keeping: {
      before: nothing,
      forgetBefore: nothing,
      wantFrom: async () => undefined,
      purge: async () => ({ days: 0, rows: 0, wiped: true }),
    },
    findings: { newest: none, note: async () => undefined },
    quota: { marks: none, keep: async () => undefined },
  }
  return { stores, ingest: ledger.ingest, noted }
}

/** One standing notice per key, as the unique index has it. */
function createMemoryNotices(): NoticeStore {
  const all: Notice[] = []
  const change = (index: number, part: Partial<Notice>) => {
    const held = all[index]
    if (held) all[index] = { ...held, ...part }
  }
  return {
    post: async (notice) => {
      if (all.some((one) => one.key === notice.key && one.withdrawnAt === null)) return false
      all.push(notice)
      return true
    },
    withdraw: async (key, at) => {
      const found = all.flatMap((one, index) => (one.key === key && one.withdrawnAt === null ? [index] : []))
      for (const index of found) change(index, { withdrawnAt: at })
      return found.flatMap((index) => all[index]?.id ?? [])
    },
    markSeen: async (ids, at) =>
      ids.forEach((id) =>
        change(
          all.findIndex((one) => one.id === id),
          { seenAt: at },
        ),
      ),
    newest: async (limit) => all.toReversed().slice(0, limit),
    standing: async () => all.filter((one) => one.withdrawnAt === null).toReversed(),
  }
}
