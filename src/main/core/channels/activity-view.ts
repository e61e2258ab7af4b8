import type { ActivityView } from '../../../shared/contract/views/channel-detail.ts'
import { addDays, formatDay } from '../../../shared/domain/day.ts'
import type { Activity } from '../../../shared/domain/activity.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import type { Dataset } from '../../datasets/dataset.ts'

/** The time-line of contacts and runs, newest first; pure. */
export function activityView(
  entries: readonly Activity[],
  runs: readonly SyncRun[],
  channels: readonly Channel[],
  datasets: readonly Dataset[],
): ActivityView {
  return {
    entries: entries.map((entry) => ({ ...entry, facts: { ...entry.facts } })),
    runs: runs.map((run) => ({
      id: run.id,
      channelId: run.channelId,
      country: channels.find((channel) => channel.id === run.channelId)?.country ?? '',
      dataset: run.dataset,
      title: datasets.find((dataset) => dataset.id === run.dataset)?.title ?? run.dataset,
      from: formatDay(run.from),
      to: formatDay(addDays(run.until, -1)),
      reason: run.reason,
      step: run.step,
      outcome: run.outcome,
      trouble: run.trouble,
      rows: run.rows,
      plannedAt: run.plannedAt,
      endedAt: run.endedAt,
      amazonReportId: run.amazonReportId,
    })),
  }
}
