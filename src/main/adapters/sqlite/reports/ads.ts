import type { Database } from 'better-sqlite3'
import type { DayInterval } from '../../../../shared/domain/day.ts'
import type { ChannelId } from '../../../../shared/domain/ids.ts'
import type { AdsRow } from '../../../core/ports/report-store.ts'

/** Campaign days; sales are attributed over 7 days for sellers and 14 for vendors, as Amazon's own screens do. */
export function readAds(db: Database, channel: ChannelId, days: DayInterval): readonly AdsRow[] {
  const kind = db
    .prepare<[number], string>('SELECT a.kind FROM channels c JOIN accounts a ON a.id = c.account_id WHERE c.id = ?')
    .pluck()
    .get(channel)
  const span = String(kind) === 'vendor' ? '14d' : '7d'
  return db
    .prepare<[number, number, number], AdsRow>(
      `SELECT day, campaign_id AS campaignId, campaign, impressions, clicks, cost_minor AS costMinor, sales_${span}_minor AS salesMinor,
         purchases_${span} AS purchases, units_${span} AS units
       FROM ads_campaign_days WHERE channel_id = ? AND day >= ? AND day < ? ORDER BY day, campaign, campaign_id, ordinal`,
    )
    .all(channel, days.from, days.until)
}
