-- What was asked, what was proven, and what Amazon changed afterwards.
CREATE TABLE runs (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL,
  channel_id INTEGER NOT NULL,
  dataset TEXT NOT NULL,
  request TEXT NOT NULL CHECK (request IN ('days', 'changes')),
  from_day INTEGER NOT NULL,
  until_day INTEGER NOT NULL,
  reason TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('intended', 'requested', 'waiting', 'ready', 'committed', 'ended')),
  amazon_report_id TEXT,
  planned_at INTEGER NOT NULL,
  requested_at INTEGER,
  ended_at INTEGER,
  outcome TEXT,
  trouble TEXT,
  rows INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  next_look_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX runs_standing ON runs (planned_at, id) WHERE step NOT IN ('committed', 'ended');
CREATE INDEX runs_by_time ON runs (planned_at, id);
CREATE INDEX runs_by_account ON runs (account_id, planned_at, id);

-- One row per proven day. `fetched_at` is when the whole day was fetched, `changed_at` when single entities of it were
-- replaced afterwards; only the first can settle a day.
CREATE TABLE receipts (
  receipt_id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel_id INTEGER NOT NULL,
  dataset TEXT NOT NULL,
  day INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  money_minor INTEGER,
  currency TEXT,
  content_hash TEXT NOT NULL,
  fetched_at INTEGER NOT NULL,
  changed_at INTEGER,
  settles_on INTEGER NOT NULL,
  run_id TEXT NOT NULL,
  amazon_report_id TEXT,
  evidence TEXT,
  UNIQUE (channel_id, dataset, day)
) STRICT;

CREATE TABLE restatements (
  id INTEGER PRIMARY KEY,
  channel_id INTEGER NOT NULL,
  dataset TEXT NOT NULL,
  day INTEGER NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  run_id TEXT NOT NULL,
  rows_before INTEGER NOT NULL,
  rows_after INTEGER NOT NULL,
  money_before INTEGER,
  money_after INTEGER,
  hash_before TEXT NOT NULL,
  hash_after TEXT NOT NULL
) STRICT;
CREATE INDEX restatements_by_time ON restatements (at, id);
CREATE INDEX restatements_by_channel ON restatements (channel_id, at, id);

CREATE TABLE snapshots (
  channel_id INTEGER NOT NULL,
  dataset TEXT NOT NULL,
  taken_at INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  run_id TEXT NOT NULL,
  amazon_report_id TEXT,
  PRIMARY KEY (channel_id, dataset)
) STRICT, WITHOUT ROWID;

-- When a request for changes last succeeded.
CREATE TABLE changes_marks (
  channel_id INTEGER NOT NULL,
  dataset TEXT NOT NULL,
  through INTEGER NOT NULL,
  PRIMARY KEY (channel_id, dataset)
) STRICT, WITHOUT ROWID;

-- Products by number, so that rows of figures stay narrow. The title is the newest one seen (`titled_on`, a day).
CREATE TABLE products (
  product_id INTEGER PRIMARY KEY,
  channel_id INTEGER NOT NULL,
  sku TEXT NOT NULL,
  asin TEXT NOT NULL,
  title TEXT NOT NULL,
  titled_on INTEGER NOT NULL,
  UNIQUE (channel_id, sku, asin)
) STRICT;
