-- What Amazon expects to charge for one unit, in the channel's currency; NULL where it does not know.
CREATE TABLE fba_fees (
  channel_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  size_tier TEXT NOT NULL,
  total_minor INTEGER,
  referral_minor INTEGER,
  closing_minor INTEGER,
  fulfilment_minor INTEGER,
  PRIMARY KEY (channel_id, product_id, ordinal)
) STRICT, WITHOUT ROWID;
