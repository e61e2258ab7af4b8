-- What Amazon's documents had that was not known: one row per dataset, kind and column.
-- Names of columns, words of closed lists and ids only; never another cell.
CREATE TABLE findings (
  finding_id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  kind TEXT NOT NULL,
  column_name TEXT NOT NULL,
  why TEXT NOT NULL,
  document_id TEXT,
  channel_id INTEGER,
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  times INTEGER NOT NULL,
  UNIQUE (source, kind, column_name)
) STRICT;
