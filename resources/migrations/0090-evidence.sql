-- What Amazon, the network and this computer said lately, merged: one row per scope and outcome. The id grows with every
-- note, so the order of notes survives a clock that was set back.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  account_id TEXT,
  family TEXT CHECK (family IN ('selling', 'advertising')),
  channel_id INTEGER,
  dataset TEXT,
  source TEXT NOT NULL,
  outcome TEXT NOT NULL,
  said TEXT NOT NULL CHECK (length(said) <= 200),
  first_at INTEGER NOT NULL,
  times INTEGER NOT NULL
) STRICT;
-- Unknown parts count as a value of their own here: two notes without an account are of one kind.
CREATE UNIQUE INDEX evidence_kinds ON evidence
  (source, COALESCE(account_id, ''), COALESCE(family, ''), COALESCE(channel_id, 0), COALESCE(dataset, ''), outcome);
