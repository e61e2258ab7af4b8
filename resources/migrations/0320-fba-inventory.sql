-- Stock in Amazon's warehouses and on its way there. A quantity Amazon did not name is NULL, never 0.
CREATE TABLE fba_inventory (
  channel_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  condition TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  total INTEGER,
  fulfillable INTEGER,
  inbound_working INTEGER,
  inbound_shipped INTEGER,
  inbound_receiving INTEGER,
  reserved INTEGER,
  researching INTEGER,
  unfulfillable INTEGER,
  PRIMARY KEY (channel_id, product_id, condition, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE fba_inventory_history (
  channel_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  condition TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  until_day INTEGER,
  total INTEGER,
  fulfillable INTEGER,
  inbound_working INTEGER,
  inbound_shipped INTEGER,
  inbound_receiving INTEGER,
  reserved INTEGER,
  researching INTEGER,
  unfulfillable INTEGER,
  PRIMARY KEY (channel_id, product_id, condition, from_day, ordinal)
) STRICT, WITHOUT ROWID;
