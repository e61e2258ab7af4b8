-- Who we may read for: accounts, their channels, the records of permission, and what a person is told about them.
CREATE TABLE accounts (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('seller', 'vendor')),
  region TEXT NOT NULL CHECK (region IN ('na', 'eu', 'fe')),
  selling_partner_id TEXT NOT NULL,
  identity_proven INTEGER NOT NULL CHECK (identity_proven IN (0, 1)),
  name TEXT NOT NULL,
  connected_at INTEGER NOT NULL,
  paused INTEGER NOT NULL CHECK (paused IN (0, 1))
) STRICT, WITHOUT ROWID;

-- The number is what every row of figures is clustered on, so it is never given out twice.
CREATE TABLE channels (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  marketplace_id TEXT NOT NULL,
  country TEXT NOT NULL,
  name TEXT NOT NULL,
  currency TEXT NOT NULL,
  zone TEXT NOT NULL,
  wanted_from INTEGER NOT NULL,
  ads_profile_id TEXT,
  UNIQUE (account_id, marketplace_id)
) STRICT;

-- Holds no secret: the vault does.
CREATE TABLE authorizations (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  family TEXT NOT NULL CHECK (family IN ('selling', 'advertising')),
  kind TEXT NOT NULL,
  region TEXT NOT NULL,
  issuer TEXT NOT NULL,
  way TEXT NOT NULL,
  state TEXT NOT NULL,
  consented_at INTEGER NOT NULL,
  ends_at INTEGER,
  secret_ends_at INTEGER,
  last_renewed_at INTEGER,
  identity TEXT,
  bound_to TEXT NOT NULL,
  UNIQUE (account_id, family)
) STRICT, WITHOUT ROWID;

CREATE TABLE dataset_access (
  channel_id INTEGER NOT NULL REFERENCES channels (id),
  dataset TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('granted', 'refused', 'not-yet-proven')),
  checked_at INTEGER NOT NULL,
  evidence TEXT,
  PRIMARY KEY (channel_id, dataset)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempts (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT,
  family TEXT NOT NULL,
  kind TEXT NOT NULL,
  region TEXT NOT NULL,
  issuer TEXT NOT NULL,
  country TEXT NOT NULL,
  expected_identity TEXT,
  ticket_hash TEXT NOT NULL,
  short_code TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  runs_out_at INTEGER NOT NULL,
  state_kind TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE activities (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  account_id TEXT,
  channel_id INTEGER,
  kind TEXT NOT NULL,
  facts TEXT NOT NULL
) STRICT;
CREATE INDEX activities_by_time ON activities (at, id);
CREATE INDEX activities_by_account ON activities (account_id, at, id);

CREATE TABLE notices (
  id TEXT NOT NULL PRIMARY KEY,
  key TEXT NOT NULL,
  code TEXT NOT NULL,
  account_id TEXT,
  channel_id INTEGER,
  facts TEXT NOT NULL,
  posted_at INTEGER NOT NULL,
  seen_at INTEGER,
  withdrawn_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX notices_standing ON notices (key) WHERE withdrawn_at IS NULL;
CREATE INDEX notices_by_time ON notices (posted_at);
