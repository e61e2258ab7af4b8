-- What shoppers typed before they clicked a Sponsored Brands ad, per keyword and day. Terms without a click are not reported.
CREATE TABLE ads_sb_term_days (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  campaign_id TEXT NOT NULL,
  target_id TEXT NOT NULL,
  search_term TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  campaign TEXT NOT NULL,
  ad_group_id TEXT NOT NULL,
  ad_group TEXT NOT NULL,
  target TEXT NOT NULL,
  match_type TEXT NOT NULL,
  impressions INTEGER NOT NULL,
  clicks INTEGER NOT NULL,
  purchases INTEGER NOT NULL,
  purchases_clicks INTEGER NOT NULL,
  units INTEGER NOT NULL,
  cost_minor INTEGER NOT NULL,
  sales_minor INTEGER NOT NULL,
  sales_clicks_minor INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, campaign_id, target_id, search_term, ordinal)
) STRICT, WITHOUT ROWID;
