-- Sponsored Products per ad and day. An ad is one product in one ad group; its names are in the products table.
CREATE TABLE ads_sp_product_days (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  campaign_id TEXT NOT NULL,
  ad_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  campaign TEXT NOT NULL,
  ad_group_id TEXT NOT NULL,
  ad_group TEXT NOT NULL,
  impressions INTEGER NOT NULL,
  clicks INTEGER NOT NULL,
  purchases_7d INTEGER NOT NULL,
  purchases_14d INTEGER NOT NULL,
  units_7d INTEGER NOT NULL,
  units_14d INTEGER NOT NULL,
  cost_minor INTEGER NOT NULL,
  sales_7d_minor INTEGER NOT NULL,
  sales_14d_minor INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, campaign_id, ad_id, ordinal)
) STRICT, WITHOUT ROWID;
