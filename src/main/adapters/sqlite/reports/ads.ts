import type { Database } from 'better-sqlite3'
import type { DayInterval } from '../../../../shared/domain/day.ts'
import type { ChannelId } from '../../../../shared/domain/ids.ts'
import type { AdsRow } from '../../../core/ports/report-store.ts'

/**
 * Campaign days of the three products. Sponsored Products are attributed over 7 days for sellers and 14 for vendors, as
 * Amazon's own screens do; Brands and Display over 14 days, after a click or a view.
 */
export function readAds(db: Database, channel: ChannelId, days: DayInterval): readonly AdsRow[] {
  const kind = db
    .prepare<[number], string>('SELECT a.kind FROM channels c JOIN accounts a ON a.id = c.account_id WHERE c.id = ?')
    .pluck()
    .get(channel)
  const span = String(kind) === 'vendor' ? '14d' : '7d'
  const products = [
    select(
      'sponsored-products',
      'ads_campaign_days',
      `sales_${span}_minor AS salesMinor, purchases_${span} AS purchases, units_${span} AS units`,
    ),
    select('sponsored-brands', 'ads_sb_campaign_days', 'sales_minor AS salesMinor, purchases, units'),
    select('sponsored-display', 'ads_sd_campaign_days', 'sales_minor AS salesMinor, purchases, units'),
  ]
  return db
    .prepare<[{ channel: number; from: number; until: number }], AdsRow>(
      `${products.join('\nUNION ALL ')}\nORDER BY day, campaign, campaignId`,
    )
    .all({ channel, from: days.from, until: days.until })
}

function select(product: AdsRow['adProduct'], table: string, figures: string): string {
  return `SELECT '${product}' AS adProduct, day, campaign_id AS campaignId, campaign, impressions, clicks, cost_minor AS costMinor, ${figures}
    FROM ${table} WHERE channel_id = @channel AND day >= @from AND day < @until`
}
