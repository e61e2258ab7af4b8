-- Sponsored Display per target and day: audiences, categories or products.
CREATE TABLE ads_sd_target_days (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  campaign_id TEXT NOT NULL,
  target_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  campaign TEXT NOT NULL,
  ad_group_id TEXT NOT NULL,
  ad_group TEXT NOT NULL,
  target TEXT NOT NULL,
  impressions INTEGER NOT NULL,
  clicks INTEGER NOT NULL,
  purchases INTEGER NOT NULL,
  purchases_clicks INTEGER NOT NULL,
  units INTEGER NOT NULL,
  cost_minor INTEGER NOT NULL,
  sales_minor INTEGER NOT NULL,
  sales_clicks_minor INTEGER NOT NULL,
  units_clicks INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, campaign_id, target_id, ordinal)
) STRICT, WITHOUT ROWID;
