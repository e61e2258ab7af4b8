-- Amazon's own headline figures of a day.
CREATE TABLE sales_days (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  orders INTEGER NOT NULL,
  order_lines INTEGER NOT NULL,
  units INTEGER NOT NULL,
  ordered_minor INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, ordinal)
) STRICT, WITHOUT ROWID;
