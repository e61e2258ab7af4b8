import type { AccessStore, AccountStore, ActivityStore, AttemptStore } from './account-store.ts'
import type { FindingStore } from './finding-store.ts'
import type { KeepingStore } from './keeping-store.ts'
import type { EvidenceStore } from './evidence-store.ts'
import type { LedgerStore } from './ledger-store.ts'
import type { NoticeStore } from './notice-store.ts'
import type { QuotaStore } from './quota-store.ts'
import type { ReportStore } from './report-store.ts'
import type { RunStore } from './run-store.ts'

/** Every store over the one database. */
export interface Stores {
  readonly accounts: AccountStore
  readonly access: AccessStore
  readonly attempts: AttemptStore
  readonly activity: ActivityStore
  readonly ledger: LedgerStore
  readonly runs: RunStore
  readonly notices: NoticeStore
  readonly reports: ReportStore
  readonly keeping: KeepingStore
  readonly findings: FindingStore
  readonly quota: QuotaStore
  readonly evidence: EvidenceStore
}
