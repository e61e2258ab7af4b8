-- What the channel offers now; replaced whole by every snapshot.
CREATE TABLE listings (
  channel_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  listing_id TEXT NOT NULL,
  status TEXT NOT NULL,
  price_minor INTEGER,
  quantity INTEGER,
  opened_on INTEGER,
  fulfilment TEXT NOT NULL,
  PRIMARY KEY (channel_id, product_id, ordinal)
) STRICT, WITHOUT ROWID;
