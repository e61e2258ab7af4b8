import type { Database } from 'better-sqlite3'
import { writeReceipt, type ReceiptDraft } from './receipts.ts'
import type { TablePlan } from './table-plan.ts'

/** The receipt of one day fetched whole: it settles by its own date, and nothing changed it since. */
export function issueReceipt(
  db: Database,
  plan: TablePlan,
  place: Pick<ReceiptDraft, 'channelId' | 'currency' | 'fetchedAt' | 'runId' | 'amazonReportId' | 'evidence'>,
  { day, ...after }: { readonly day: number; readonly rows: number; readonly moneyMinor: number | null; readonly hash: string },
): void {
  writeReceipt(db, {
    channelId: place.channelId,
    dataset: plan.dataset.id,
    day,
    ...after,
    currency: plan.moneyIndex < 0 ? null : place.currency,
    fetchedAt: place.fetchedAt,
    changedAt: null,
    settlesOn: day + 1 + plan.dataset.timing.settlingDays,
    runId: place.runId,
    amazonReportId: place.amazonReportId,
    evidence: place.evidence,
  })
}
