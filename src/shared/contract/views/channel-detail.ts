import { z } from 'zod'
import { accessAnswer, accountId, channelId, dayState, dayText, facts, instant } from '../scalars.ts'

/** One dataset of one channel, as Overview and Access show it. */
export const datasetView = z.object({
  channelId,
  country: z.string(),
  dataset: z.string(),
  title: z.string(),
  group: z.enum(['sales', 'financial', 'advertising', 'product', 'vendor']),
  family: z.enum(['selling', 'advertising']),
  shape: z.enum(['event', 'snapshot']),
  amazonRole: z.string(),
  access: accessAnswer,
  accessCheckedAt: instant.nullable(),
  accessEvidence: z.string().nullable(),
  freshTo: dayText.nullable(),
  settledTo: dayText.nullable(),
  takenAt: instant.nullable(),
  rows: z.number(),
  completeDays: z.number(),
  wantedDays: z.number(),
  publishDelayMs: z.number(),
  lookBackDays: z.number().nullable(),
})

/** What Amazon still lets this account ask of one operation now, as far as it has told. */
export const budgetView = z.object({
  operation: z.string(),
  tokens: z.number(),
  perSecond: z.number(),
  burst: z.number(),
  readyAt: instant,
})

export const accountDetailView = z.object({
  accountId,
  datasets: z.array(datasetView),
  lastRenewedAt: instant.nullable(),
  budgets: z.array(budgetView),
})

export const coverageView = z.object({
  channelId,
  country: z.string(),
  zone: z.string(),
  from: dayText,
  to: dayText,
  datasets: z.array(
    z.object({
      dataset: z.string(),
      title: z.string(),
      family: z.enum(['selling', 'advertising']),
      freshTo: dayText.nullable(),
      days: z.array(dayState),
    }),
  ),
})

export const dayEvidenceView = z.object({
  channelId,
  day: dayText,
  datasets: z.array(
    z.object({
      dataset: z.string(),
      title: z.string(),
      state: dayState,
      rows: z.number(),
      moneyMinor: z.number().nullable(),
      moneyScale: z.number(),
      currency: z.string().nullable(),
      receiptId: z.number().nullable(),
      fetchedAt: instant.nullable(),
      settlesOn: dayText.nullable(),
      fetchableUntil: dayText.nullable(),
      amazonReportId: z.string().nullable(),
    }),
  ),
})

/** One dataset of one channel that is being brought back. */
export const backfillRow = z.object({
  channelId,
  country: z.string(),
  dataset: z.string(),
  title: z.string(),
  from: dayText,
  to: dayText,
  done: z.number(),
  total: z.number(),
  days: z.array(dayState),
  state: z.enum(['done', 'running', 'waiting-for-amazon', 'waiting-for-quota', 'waiting-its-turn', 'failed', 'refused', 'lost']),
  nextLookAt: instant.nullable(),
  leavesOn: dayText.nullable(),
})

export const backfillView = z.object({
  accountId,
  rows: z.array(backfillRow),
  done: z.number(),
  total: z.number(),
  readyAt: instant.nullable(),
  lostDays: z.number(),
})

export const activityView = z.object({
  entries: z.array(z.object({ at: instant, accountId: accountId.nullable(), channelId: channelId.nullable(), kind: z.string(), facts })),
  runs: z.array(
    z.object({
      id: z.string(),
      channelId,
      country: z.string(),
      dataset: z.string(),
      title: z.string(),
      from: dayText,
      to: dayText,
      reason: z.string(),
      step: z.string(),
      outcome: z.string().nullable(),
      trouble: z.string().nullable(),
      rows: z.number(),
      plannedAt: instant,
      endedAt: instant.nullable(),
      amazonReportId: z.string().nullable(),
    }),
  ),
})

export type DatasetView = z.infer<typeof datasetView>
export type BudgetView = z.infer<typeof budgetView>
export type AccountDetailView = z.infer<typeof accountDetailView>
export type CoverageView = z.infer<typeof coverageView>
export type DayEvidenceView = z.infer<typeof dayEvidenceView>
export type BackfillRowView = z.infer<typeof backfillRow>
export type BackfillView = z.infer<typeof backfillView>
export type ActivityView = z.infer<typeof activityView>
