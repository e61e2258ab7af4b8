-- Forecast units per product and week on the day the forecast was generated, in thousandths of a unit.
CREATE TABLE vendor_forecasts (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  starts_on INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  ends_on INTEGER NOT NULL,
  mean_thousandths INTEGER NOT NULL,
  p70_thousandths INTEGER NOT NULL,
  p80_thousandths INTEGER NOT NULL,
  p90_thousandths INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, product_id, starts_on, ordinal)
) STRICT, WITHOUT ROWID;
