import type { Database } from 'better-sqlite3'
import type { ChannelId } from '../../../../shared/domain/ids.ts'
import type { ProductDays, ProductRow } from '../../../core/ports/report-store.ts'

/** A table as it is now, as it was on a kept day (`history`), or nothing of it. */
type Source = (table: string, day: keyof ProductDays | null) => string

const now: Source = (table) => table

function asItWas(on: ProductDays): Source {
  return (table, day) => {
    if (day === null || on[day] === null) return `(SELECT * FROM ${table} WHERE 0)`
    return `(SELECT * FROM ${table}_history WHERE channel_id = @channel AND from_day <= @${day} AND (until_day IS NULL OR until_day > @${day}))`
  }
}

/**
 * Listings with what else is known of each SKU. Amazon's parts name a product by SKU, with or without its ASIN, so they
 * meet by SKU. A sum with an unknown part is unknown; so are fees of which a file gives several for one SKU.
 */
export function readProductRows(db: Database, channel: ChannelId, on: ProductDays | null): readonly ProductRow[] {
  const from = on === null ? now : asItWas(on)
  return db.prepare<unknown[], ProductRow>(sqlOf(from)).all({ channel, ...on })
}

function sqlOf(from: Source): string {
  return `WITH
    item AS (SELECT p.sku, i.*, max(i.updated_at) FROM ${from('listings_items', 'items')} i JOIN products p USING (product_id) WHERE i.channel_id = @channel GROUP BY p.sku),
    stock AS (SELECT p.sku, ${STOCK.map(whole).join(', ')}
      FROM ${from('fba_inventory', 'stock')} s JOIN products p USING (product_id) WHERE s.channel_id = @channel GROUP BY p.sku),
    fee AS (SELECT p.sku, max(f.size_tier) AS size_tier, max(f.total_minor) AS total_minor
      FROM ${from('fba_fees', null)} f JOIN products p USING (product_id) WHERE f.channel_id = @channel GROUP BY p.sku HAVING count(*) = 1)
  SELECT p.sku, p.asin, p.title, l.status, l.price_minor AS priceMinor, l.quantity, l.opened_on AS openedOn, l.fulfilment,
    item.is_buyable AS buyable, item.is_discoverable AS discoverable, item.price_minor AS offerMinor, item.errors, item.warnings, item.issues,
    stock.total AS stockTotal, stock.fulfillable AS stockFulfillable, stock.inbound AS stockInbound, stock.reserved AS stockReserved,
    stock.unfulfillable AS stockUnfulfillable, fee.size_tier AS sizeTier, fee.total_minor AS feeTotalMinor, c.brand, c.picture
  FROM ${from('listings', 'listings')} l JOIN products p USING (product_id)
  LEFT JOIN item ON item.sku = p.sku LEFT JOIN stock ON stock.sku = p.sku LEFT JOIN fee ON fee.sku = p.sku
  LEFT JOIN ${from('catalogue', null)} c ON c.channel_id = @channel AND c.asin = p.asin AND c.ordinal = 0
  WHERE l.channel_id = @channel ORDER BY p.sku, p.asin, l.ordinal`
}

const STOCK = [
  ['total', 's.total'],
  ['fulfillable', 's.fulfillable'],
  ['inbound', 's.inbound_working + s.inbound_shipped + s.inbound_receiving'],
  ['reserved', 's.reserved'],
  ['unfulfillable', 's.unfulfillable'],
] as const

function whole([name, amount]: (typeof STOCK)[number]): string {
  return `CASE WHEN count(${amount}) = count(*) THEN sum(${amount}) END AS ${name}`
}
