-- One row per ordered article. A price that Amazon has not said yet is NULL and `price_known` 0, never 0.
CREATE TABLE order_lines (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  order_id TEXT NOT NULL,
  product_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  purchased_at INTEGER NOT NULL,
  status TEXT NOT NULL,
  item_status TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  price_known INTEGER NOT NULL,
  item_price_minor INTEGER,
  item_tax_minor INTEGER,
  shipping_price_minor INTEGER,
  promotion_minor INTEGER,
  currency TEXT NOT NULL,
  fulfilment TEXT NOT NULL,
  is_business INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, order_id, product_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_days (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  orders INTEGER NOT NULL,
  units INTEGER NOT NULL,
  ordered_minor INTEGER NOT NULL,
  unknown_prices INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day)
) STRICT, WITHOUT ROWID;
