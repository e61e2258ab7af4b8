-- Every offer as Amazon sees it now. Issues are codes and attribute names; NULL where Amazon said nothing.
CREATE TABLE listings_items (
  channel_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  condition TEXT NOT NULL,
  is_buyable INTEGER NOT NULL,
  is_discoverable INTEGER NOT NULL,
  price_minor INTEGER,
  quantity INTEGER,
  fulfilment TEXT NOT NULL,
  errors INTEGER,
  warnings INTEGER,
  issues TEXT,
  updated_at INTEGER,
  PRIMARY KEY (channel_id, product_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE listings_items_history (
  channel_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  until_day INTEGER,
  condition TEXT NOT NULL,
  is_buyable INTEGER NOT NULL,
  is_discoverable INTEGER NOT NULL,
  price_minor INTEGER,
  quantity INTEGER,
  fulfilment TEXT NOT NULL,
  errors INTEGER,
  warnings INTEGER,
  issues TEXT,
  updated_at INTEGER,
  PRIMARY KEY (channel_id, product_id, from_day, ordinal)
) STRICT, WITHOUT ROWID;
