-- What Amazon's catalogue says of the products a channel sells; `is_known` 0: asked for, and not in the catalogue there.
CREATE TABLE catalogue (
  channel_id INTEGER NOT NULL,
  asin TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  is_known INTEGER NOT NULL,
  title TEXT,
  brand TEXT,
  picture TEXT,
  PRIMARY KEY (channel_id, asin, ordinal)
) STRICT, WITHOUT ROWID;
