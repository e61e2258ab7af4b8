-- Sponsored Brands per ad and day. An ad shows several products, so no product stands here.
CREATE TABLE ads_sb_ad_days (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  campaign_id TEXT NOT NULL,
  ad_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
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
