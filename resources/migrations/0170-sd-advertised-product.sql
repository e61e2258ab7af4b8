-- Sponsored Display per ad and day. An ad is one promoted product; its names are in the products table.
CREATE TABLE ads_sd_product_days (
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
  purchases INTEGER NOT NULL,
  purchases_clicks INTEGER NOT NULL,
  units INTEGER NOT NULL,
  cost_minor INTEGER NOT NULL,
  sales_minor INTEGER NOT NULL,
  sales_clicks_minor INTEGER NOT NULL,
  units_clicks INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, campaign_id, ad_id, ordinal)
) STRICT, WITHOUT ROWID;
