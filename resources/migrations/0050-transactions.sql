-- Posted money. The seven categories of a row always sum to its total; signs are Amazon's.
CREATE TABLE transactions (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  transaction_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  posted_at INTEGER NOT NULL,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  order_id TEXT NOT NULL,
  total_minor INTEGER NOT NULL,
  sales_minor INTEGER NOT NULL,
  refunds_minor INTEGER NOT NULL,
  fees_minor INTEGER NOT NULL,
  tax_minor INTEGER NOT NULL,
  shipping_minor INTEGER NOT NULL,
  promotions_minor INTEGER NOT NULL,
  other_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  PRIMARY KEY (channel_id, day, transaction_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE transaction_days (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  transactions INTEGER NOT NULL,
  sales_minor INTEGER NOT NULL,
  refunds_minor INTEGER NOT NULL,
  fees_minor INTEGER NOT NULL,
  tax_minor INTEGER NOT NULL,
  shipping_minor INTEGER NOT NULL,
  promotions_minor INTEGER NOT NULL,
  other_minor INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day)
) STRICT, WITHOUT ROWID;
