-- Sponsored Products per target and day: keywords and product or automatic targets alike.
CREATE TABLE ads_sp_target_days (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  campaign_id TEXT NOT NULL,
  target_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  campaign TEXT NOT NULL,
  ad_group_id TEXT NOT NULL,
  ad_group TEXT NOT NULL,
  target TEXT NOT NULL,
  match_type TEXT NOT NULL,
  impressions INTEGER NOT NULL,
  clicks INTEGER NOT NULL,
  purchases_7d INTEGER NOT NULL,
  purchases_14d INTEGER NOT NULL,
  units_7d INTEGER NOT NULL,
  units_14d INTEGER NOT NULL,
  cost_minor INTEGER NOT NULL,
  sales_7d_minor INTEGER NOT NULL,
  sales_14d_minor INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, campaign_id, target_id, ordinal)
) STRICT, WITHOUT ROWID;
