-- Amazon's economics per day and SKU. Fees and ads are costs and positive. NULL is a figure Amazon did not tell, never 0.
CREATE TABLE economics_products (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  units_ordered INTEGER NOT NULL,
  units_refunded INTEGER NOT NULL,
  units_net INTEGER NOT NULL,
  ordered_minor INTEGER NOT NULL,
  refunded_minor INTEGER NOT NULL,
  net_sales_minor INTEGER NOT NULL,
  referral_fees_minor INTEGER,
  fulfilment_fees_minor INTEGER,
  storage_fees_minor INTEGER,
  other_fees_minor INTEGER,
  ads_minor INTEGER,
  unit_cost_minor INTEGER,
  net_proceeds_minor INTEGER,
  PRIMARY KEY (channel_id, day, product_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Sums of what is known; each `unknown_` column counts the products that lack the figure beside it.
CREATE TABLE economics_days (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  products INTEGER NOT NULL,
  units_ordered INTEGER NOT NULL,
  units_refunded INTEGER NOT NULL,
  ordered_minor INTEGER NOT NULL,
  refunded_minor INTEGER NOT NULL,
  net_sales_minor INTEGER NOT NULL,
  referral_fees_minor INTEGER NOT NULL,
  fulfilment_fees_minor INTEGER NOT NULL,
  storage_fees_minor INTEGER NOT NULL,
  other_fees_minor INTEGER NOT NULL,
  unknown_fees INTEGER NOT NULL,
  ads_minor INTEGER NOT NULL,
  unknown_ads INTEGER NOT NULL,
  cost_minor INTEGER NOT NULL,
  unknown_costs INTEGER NOT NULL,
  net_proceeds_minor INTEGER NOT NULL,
  unknown_proceeds INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day)
) STRICT, WITHOUT ROWID;
