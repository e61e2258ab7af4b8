-- Net pure product margin per product and day, in millionths; it may be negative.
CREATE TABLE vendor_net_ppm (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  margin_millionths INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, product_id, ordinal)
) STRICT, WITHOUT ROWID;
