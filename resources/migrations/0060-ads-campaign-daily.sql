-- Sponsored products per campaign and day, with both attribution spans: sellers read 7 days, vendors 14.
CREATE TABLE ads_campaign_days (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  campaign_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  campaign TEXT NOT NULL,
  status TEXT NOT NULL,
  impressions INTEGER NOT NULL,
  clicks INTEGER NOT NULL,
  cost_minor INTEGER NOT NULL,
  purchases_7d INTEGER NOT NULL,
  purchases_14d INTEGER NOT NULL,
  sales_7d_minor INTEGER NOT NULL,
  sales_14d_minor INTEGER NOT NULL,
  units_7d INTEGER NOT NULL,
  units_14d INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, campaign_id, ordinal)
) STRICT, WITHOUT ROWID;
