import { daysIn, type Day } from '../../../../src/shared/domain/day.ts'
import type { DatasetId, Instant, RunId } from '../../../../src/shared/domain/ids.ts'
import type { AmazonAccount, Channel } from '../../../../src/shared/domain/account.ts'
import type { TakenDocument } from '../../../../src/shared/domain/listing.ts'
import type { Authorization } from '../../../../src/shared/domain/authorization.ts'
import type { SyncRun } from '../../../../src/shared/domain/run.ts'
import { err, ok, type Result } from '../../../../src/shared/lib/result.ts'
import type { Dataset } from '../../../../src/main/datasets/dataset.ts'
import type { AccessRecord } from '../../../../src/main/core/ports/account-store.ts'
import type {
  DocumentIngest,
  Ingested,
  IngestOrder,
  IngestTrouble,
  FailureReason,
} from '../../../../src/main/core/ports/document-ingest.ts'
import type { ReceiptFact } from '../../../../src/main/core/ports/ledger-store.ts'
import type { Stores } from '../../../../src/main/core/ports/stores.ts'

export interface Commit {
  readonly order: IngestOrder
  readonly at: Instant
  readonly url: string | null
}

/** The database of a test: survives a "restart", because every engine made over it sees the same rows. */
export interface Memory {
  readonly accounts: AmazonAccount[]
  readonly channels: Channel[]
  readonly authorizations: Authorization[]
  readonly access: Map<string, AccessRecord>
  readonly runs: Map<RunId, SyncRun>
  readonly receipts: Map<string, Map<Day, ReceiptFact>>
  readonly taken: Map<string, Instant>
  readonly changes: Map<string, Instant>
  /** Documents of Amazon's own list that were taken. */
  readonly documents: Map<string, readonly TakenDocument[]>
  readonly commits: Commit[]
  /** ASINs of the products held, of every channel. */
  readonly productIds: string[]
  /** How many of them a request by id never asked for. */
  unaskedIds: number
  /** Addresses of the documents added for a run and not yet committed; gone when the worker ends. */
  readonly added: Map<RunId, readonly string[]>
  /** Trouble instead of a commit, asked for each document. */
  refuse: (order: IngestOrder) => IngestTrouble | null
  /** Trouble in writing all pages of a result, after each was read. */
  refusePages: (order: IngestOrder) => IngestTrouble | null
  /** Why reports fail that have a document. */
  reason: FailureReason
  readonly stores: Pick<Stores, 'accounts' | 'access' | 'runs' | 'ledger'>
  readonly ingest: DocumentIngest
}

const key = (channelId: number, dataset: string) => `${channelId}/${dataset}`

export function createMemory(datasets: ReadonlyMap<DatasetId, Dataset>, now: () => Instant): Memory {
  const runs = new Map<RunId, SyncRun>()
  const access = new Map<string, AccessRecord>()
  const memory: Omit<Memory, 'stores' | 'ingest'> = {
    accounts: [],
    channels: [],
    authorizations: [],
    access,
    runs,
    receipts: new Map(),
    taken: new Map(),
    changes: new Map(),
    documents: new Map(),
    commits: [],
    added: new Map(),
    productIds: [],
    unaskedIds: 0,
    refuse: () => null,
    refusePages: () => null,
    reason: 'unknown',
  }
  const commit = async (order: IngestOrder, url: string | null): Promise<Result<Ingested, IngestTrouble>> => {
    await Promise.resolve()
    const trouble = self.refuse(order)
    if (trouble) return err(trouble)
    write(self, datasets, order)
    self.commits.push({ order, at: now(), url })
    return ok({ rows: 3, foreignRows: 0, changedDays: 0, leftAlone: 0, bytes: 10 })
  }
  const self: Memory = {
    ...memory,
    stores: storesOf(() => self),
    ingest: {
      commitDocument: (order, source) => commit(order, source.url),
      commitEmpty: (order) => commit(order, null),
      addPage: async (_order, page) => ok({ cursor: (JSON.parse(new TextDecoder().decode(page)) as { next?: string }).next ?? null }),
      addDocument: async (order, source) => {
        await Promise.resolve()
        const trouble = self.refuse(order)
        if (trouble) return err(trouble)
        if (self.added.get(order.runId)?.includes(source.url)) return err({ kind: 'bad-document', evidence: 'the same page came twice' })
        self.added.set(order.runId, [...(self.added.get(order.runId) ?? []), source.url])
        return ok(null)
      },
      commitPages: async (order) => {
        const trouble = self.refusePages(order)
        return trouble ? err(trouble) : commit(order, self.added.get(order.runId)?.join(' ') ?? null)
      },
      dropPages: async (runId) => void self.added.delete(runId),
      readReason: async () => ok({ reason: self.reason, code: null }),
      commitListing: async (order, rows) => {
        for (const { id } of order.siblings ?? [order.channel]) self.changes.set(key(id, order.dataset), order.fetchedAt)
        endRun(self, order, rows)
        return ok({ rows, foreignRows: 0, changedDays: 0, leftAlone: 0, bytes: 0 })
      },
    },
  }
  return self
}

function write(memory: Memory, datasets: ReadonlyMap<DatasetId, Dataset>, order: IngestOrder): void {
  const id = key(order.channel.id, order.dataset)
  const dataset = datasets.get(order.dataset)
  if (dataset?.request.kind === 'listed-reports') return takeForSiblings(memory, order)
  if (dataset?.shape === 'snapshot') memory.taken.set(id, order.fetchedAt)
  else if (order.request === 'changes') memory.changes.set(id, order.fetchedAt)
  else {
    const held = memory.receipts.get(id) ?? new Map<Day, ReceiptFact>()
    memory.receipts.set(id, held)
    for (const day of daysIn(order.interval)) held.set(day, receipt(day, order.fetchedAt, order.runId))
  }
  endRun(memory, order, 3)
}

function endRun(memory: Memory, order: IngestOrder, rows: number): void {
  const run = memory.runs.get(order.runId)
  if (run && run.step !== 'ended')
    memory.runs.set(run.id, { ...run, step: 'committed', endedAt: order.fetchedAt, outcome: 'complete', rows })
}

/** A document is noted for every channel that shares it. */
function takeForSiblings(memory: Memory, order: IngestOrder): void {
  const document = { documentId: order.amazonReportId ?? '', takenAt: order.fetchedAt, owns: null }
  for (const { id } of order.siblings ?? [])
    memory.documents.set(key(id, order.dataset), [...(memory.documents.get(key(id, order.dataset)) ?? []), document])
}

export function receipt(day: Day, fetchedAt: Instant, runId = 'before'): ReceiptFact {
  return {
    receiptId: day,
    day,
    rows: 3,
    moneyMinor: 100,
    currency: 'EUR',
    contentHash: 'h',
    fetchedAt,
    amazonReportId: null,
    runId,
    intact: true,
  }
}

const isOver = (run: SyncRun) => run.step === 'ended' || run.step === 'committed'

function storesOf(get: () => Memory): Memory['stores'] {
  const never = () => Promise.reject(new Error('not used by sync'))
  return {
    accounts: {
      accounts: async () => get().accounts,
      channels: async () => get().channels,
      authorizations: async () => get().authorizations,
      attach: never,
      setAuthorizationState: never,
      noteRenewed: never,
      setAdsProfiles: never,
      setSecretEnd: never,
      rename: never,
      setPaused: never,
    },
    access: {
      all: async () => [...get().access.values()],
      save: async (records) => records.forEach((one) => get().access.set(key(one.channelId, one.dataset), one)),
    },
    runs: {
      standing: async () => [...get().runs.values()].filter((run) => !isOver(run)),
      add: async (runs) => runs.forEach((run) => get().runs.set(run.id, run)),
      advance: async (run) => {
        const held = get().runs.get(run.id)
        if (!held || isOver(held)) return false
        get().runs.set(run.id, run)
        return true
      },
      newest: async ({ accountId, limit }) =>
        [...get().runs.values()]
          .filter((run) => !accountId || run.accountId === accountId)
          .toReversed()
          .slice(0, limit),
      stopAll: never,
    },
    ledger: {
      receipts: async (channelId, dataset, days) =>
        [...(get().receipts.get(key(channelId, dataset))?.values() ?? [])].filter((one) => one.day >= days.from && one.day < days.until),
      snapshotDays: async () => [],
      snapshotAsOf: async () => null,
      takenDocuments: async (channelId, dataset) => get().documents.get(key(channelId, dataset)) ?? [],
      productIds: async () => get().productIds,
      idCounts: async () => ({ known: get().productIds.length, unasked: get().unaskedIds }),
      snapshots: async () =>
        [...get().taken].map(([id, takenAt]) => ({
          channelId: Number(id.split('/')[0]) as never,
          dataset: id.split('/')[1] as never,
          takenAt,
          rows: 1,
        })),
      restatements: async () => [],
      changesThrough: async (channelId, dataset) => get().changes.get(key(channelId, dataset)) ?? null,
    },
  }
}
