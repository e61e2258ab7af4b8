import type { Database } from 'better-sqlite3'
import type { DatasetId } from '../../../shared/domain/ids.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import { createAccessReads, createAccessWrites } from './accounts/access.ts'
import { createAccountReads } from './accounts/account-reads.ts'
import { createAccountWrites } from './accounts/account-writes.ts'
import { createActivityReads, createActivityWrites } from './accounts/activity.ts'
import { createAttemptReads, createAttemptWrites } from './accounts/attempts.ts'
import { createNoticeReads, createNoticeWrites } from './accounts/notices.ts'
import { createKeepingReads, createKeepingWrites } from './keeping/keeping-store.ts'
import { createFindingReads, createFindingWrites } from './findings/findings.ts'
import { gatherWrites } from './database/gather-writes.ts'
import { createEvidenceReads, createEvidenceWrites } from './evidence/evidence.ts'
import { createLedgerReads } from './ledger/ledger-reads.ts'
import { createQuotaReads, createQuotaWrites } from './quota/quota-marks.ts'
import { createReportReads } from './reports/report-reads.ts'
import { createRunReads, createRunWrites } from './runs/runs.ts'
import type { ReadStores, WriteStores } from './store-parts.ts'

/** The reading half of every store over one database. `now`: monotonic milliseconds. */
export function createReadStores(db: Database, datasets: ReadonlyMap<DatasetId, Dataset>, now = () => performance.now()): ReadStores {
  return {
    accounts: createAccountReads(db),
    access: createAccessReads(db),
    attempts: createAttemptReads(db),
    activity: createActivityReads(db),
    ledger: createLedgerReads(db, datasets, now),
    runs: createRunReads(db),
    notices: createNoticeReads(db),
    reports: createReportReads(db),
    findings: createFindingReads(db),
    keeping: createKeepingReads(db),
    quota: createQuotaReads(db),
    evidence: createEvidenceReads(db),
  }
}

/** The writing half; figures are written by the ledger's commit alone. `keptIn`: folder of refused documents. */
export function createWriteStores(db: Database, keptIn: string | null = null, gathered = gatherWrites(db)): WriteStores {
  return {
    accounts: createAccountWrites(db),
    access: createAccessWrites(db),
    attempts: createAttemptWrites(db),
    activity: createActivityWrites(db),
    ledger: {},
    runs: createRunWrites(db, gathered),
    notices: createNoticeWrites(db),
    reports: {},
    findings: createFindingWrites(db),
    keeping: createKeepingWrites(db, keptIn, gathered),
    quota: createQuotaWrites(db, gathered),
    evidence: createEvidenceWrites(db),
  }
}
