-- Views of a vendor's product pages per product and day.
CREATE TABLE vendor_traffic (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  glance_views INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, product_id, ordinal)
) STRICT, WITHOUT ROWID;
