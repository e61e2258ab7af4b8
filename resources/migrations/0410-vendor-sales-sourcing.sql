-- Vendor retail sales per product and day, sourcing view. Returns are NULL where Amazon leaves them out.
CREATE TABLE vendor_sales_sourcing (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  shipped_units INTEGER NOT NULL,
  shipped_minor INTEGER NOT NULL,
  shipped_cogs_minor INTEGER NOT NULL,
  customer_returns INTEGER,
  PRIMARY KEY (channel_id, day, product_id, ordinal)
) STRICT, WITHOUT ROWID;
