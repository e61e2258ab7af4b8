-- Vendor retail sales per product and day, manufacturing view. Ordered figures are NULL where Amazon leaves them out.
CREATE TABLE vendor_sales (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  ordered_units INTEGER NOT NULL,
  ordered_minor INTEGER,
  shipped_units INTEGER NOT NULL,
  shipped_minor INTEGER NOT NULL,
  shipped_cogs_minor INTEGER NOT NULL,
  customer_returns INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, product_id, ordinal)
) STRICT, WITHOUT ROWID;
