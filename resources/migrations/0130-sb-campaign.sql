-- Sponsored Brands per campaign and day, one attribution span of 14 days. `_clicks`: after a click alone, views left out.
CREATE TABLE ads_sb_campaign_days (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  campaign_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  campaign TEXT NOT NULL,
  status TEXT NOT NULL,
  impressions INTEGER NOT NULL,
  clicks INTEGER NOT NULL,
  purchases INTEGER NOT NULL,
  purchases_clicks INTEGER NOT NULL,
  units INTEGER NOT NULL,
  cost_minor INTEGER NOT NULL,
  sales_minor INTEGER NOT NULL,
  sales_clicks_minor INTEGER NOT NULL,
  units_clicks INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, campaign_id, ordinal)
) STRICT, WITHOUT ROWID;
