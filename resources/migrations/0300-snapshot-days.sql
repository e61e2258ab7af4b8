-- One row per marketplace day whose snapshot is kept. A day without a row was never taken, and cannot be taken later.
CREATE TABLE snapshot_days (
  channel_id INTEGER NOT NULL,
  dataset TEXT NOT NULL,
  day INTEGER NOT NULL,
  taken_at INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  run_id TEXT NOT NULL,
  amazon_report_id TEXT,
  PRIMARY KEY (channel_id, dataset, day)
) STRICT, WITHOUT ROWID;

-- Listings by version: a row holds on the kept days from `from_day` up to, not including, `until_day` (NULL: still holds).
CREATE TABLE listings_history (
  channel_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  until_day INTEGER,
  listing_id TEXT NOT NULL,
  status TEXT NOT NULL,
  price_minor INTEGER,
  quantity INTEGER,
  opened_on INTEGER,
  fulfilment TEXT NOT NULL,
  PRIMARY KEY (channel_id, product_id, from_day, ordinal)
) STRICT, WITHOUT ROWID;
