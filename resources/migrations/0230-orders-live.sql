-- Orders of the last two days as they stand; replaced whole. NULL money is not known yet, never 0. No buyer, no place.
CREATE TABLE latest_orders (
  channel_id INTEGER NOT NULL,
  order_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  ordered_on INTEGER NOT NULL,
  purchased_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  units INTEGER NOT NULL,
  ordered_minor INTEGER,
  PRIMARY KEY (channel_id, order_id, ordinal)
) STRICT, WITHOUT ROWID;
