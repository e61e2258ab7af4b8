-- Documents that Amazon makes by itself and lists: what was taken, per channel. A document of which nothing can be the
-- channel's owns no time; it is noted all the same, so that it is never fetched again. Written with the document's rows.
CREATE TABLE taken_documents (
  channel_id INTEGER NOT NULL,
  dataset TEXT NOT NULL,
  document_id TEXT NOT NULL,
  taken_at INTEGER NOT NULL,
  run_id TEXT NOT NULL,
  name TEXT,
  starts_at INTEGER,
  ends_at INTEGER,
  paid_at INTEGER,
  total_minor INTEGER,
  currency TEXT,
  PRIMARY KEY (channel_id, dataset, document_id),
  CHECK ((name IS NULL) = (starts_at IS NULL) AND (name IS NULL) = (ends_at IS NULL))
) STRICT, WITHOUT ROWID;

-- What Amazon paid out, line by line. `line` is the line's place in its settlement: lines repeat word for word. Lines of a
-- day that two settlements share are kept before the day is proven by both.
CREATE TABLE settlement_lines (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  settlement_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  posted_at INTEGER NOT NULL,
  type TEXT NOT NULL,
  amount_type TEXT NOT NULL,
  description TEXT NOT NULL,
  category TEXT NOT NULL,
  order_id TEXT NOT NULL,
  product_id INTEGER NOT NULL,
  quantity INTEGER,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  PRIMARY KEY (channel_id, day, settlement_id, line, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX settlement_lines_by_settlement ON settlement_lines (channel_id, settlement_id, day);

CREATE TABLE settlement_days (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  total_minor INTEGER NOT NULL,
  sales_minor INTEGER NOT NULL,
  refunds_minor INTEGER NOT NULL,
  fees_minor INTEGER NOT NULL,
  tax_minor INTEGER NOT NULL,
  promotions_minor INTEGER NOT NULL,
  advertising_minor INTEGER NOT NULL,
  reserve_minor INTEGER NOT NULL,
  other_minor INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day)
) STRICT, WITHOUT ROWID;
