-- What Amazon holds of a vendor's products at the end of a day. NULL is unknown.
CREATE TABLE vendor_inventory (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  sellable_units INTEGER NOT NULL,
  sellable_minor INTEGER NOT NULL,
  unsellable_units INTEGER,
  unsellable_minor INTEGER,
  aged_units INTEGER,
  aged_minor INTEGER,
  unhealthy_units INTEGER,
  unhealthy_minor INTEGER,
  received_units INTEGER NOT NULL,
  received_minor INTEGER NOT NULL,
  open_order_units INTEGER NOT NULL,
  unfilled_units INTEGER,
  confirmation_millionths INTEGER,
  sell_through_millionths INTEGER,
  lead_time_thousandths INTEGER,
  PRIMARY KEY (channel_id, day, product_id, ordinal)
) STRICT, WITHOUT ROWID;
