/** How a column is stored. `product` is the text of `productCell` (sku, asin, title), stored as a number of the products table. */
export interface TableColumn {
  readonly name: string
  readonly kind: 'day' | 'text' | 'integer' | 'money' | 'product'
}

/** What a commit replaces and where; the table itself is made by the dataset's migration. */
export interface DatasetTable {
  readonly name: string
  /** In storage order, first the day column for events; `channel_id` and `ordinal` are added by the ledger. */
  readonly columns: readonly TableColumn[]
  /** Columns that, with channel and ordinal, identify a row; the day column is among them for events. */
  readonly key: readonly string[]
  /** Money column that the receipt sums; null where rows carry no money. */
  readonly moneyColumn: string | null
  /** Scale of money columns: the currency's own (2, yen 0), or a fixed number of decimals. */
  readonly moneyScale: 'currency' | number
  /** Column whose value names the entity that a `changes` request replaces (e.g. order_id); null when there is none. */
  readonly entityColumn: string | null
  /** Roll-ups rebuilt for the touched days in the same transaction. */
  readonly rollups: readonly Rollup[]
}

/** One aggregate table keyed by (channel_id, day): `INSERT INTO name SELECT channel_id, day, <select> … GROUP BY 1, 2`. */
export interface Rollup {
  readonly name: string
  /** Target column → SQL aggregate over the base table's columns. */
  readonly select: Readonly<Record<string, string>>
}
