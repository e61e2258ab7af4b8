-- Amazon's sales and traffic figures per day, and per day and child ASIN. Buy box shares are hundredths of a percent.
CREATE TABLE sales_traffic_days (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  units_ordered INTEGER NOT NULL,
  order_items INTEGER NOT NULL,
  ordered_minor INTEGER NOT NULL,
  units_refunded INTEGER NOT NULL,
  units_shipped INTEGER NOT NULL,
  orders_shipped INTEGER NOT NULL,
  shipped_minor INTEGER NOT NULL,
  sessions INTEGER NOT NULL,
  page_views INTEGER NOT NULL,
  buy_box_bp INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE sales_traffic_products (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  parent_asin TEXT NOT NULL,
  units_ordered INTEGER NOT NULL,
  order_items INTEGER NOT NULL,
  ordered_minor INTEGER NOT NULL,
  sessions INTEGER NOT NULL,
  page_views INTEGER NOT NULL,
  buy_box_bp INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, product_id, ordinal)
) STRICT, WITHOUT ROWID;
