-- Counts that Amazon may leave out are unknown, not 0. Rows and their hashes stay as they are.
CREATE TABLE vendor_sales_new (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  ordered_units INTEGER,
  ordered_minor INTEGER,
  shipped_units INTEGER NOT NULL,
  shipped_minor INTEGER NOT NULL,
  shipped_cogs_minor INTEGER NOT NULL,
  customer_returns INTEGER,
  PRIMARY KEY (channel_id, day, product_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO vendor_sales_new
  SELECT channel_id, day, product_id, ordinal, ordered_units, ordered_minor, shipped_units, shipped_minor, shipped_cogs_minor, customer_returns
  FROM vendor_sales;
DROP TABLE vendor_sales;
ALTER TABLE vendor_sales_new RENAME TO vendor_sales;
