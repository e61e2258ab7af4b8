-- What is left of Amazon's scarce allowances, so that a restart does not ask for what was spent before it.
CREATE TABLE quota_marks (
  account_id TEXT NOT NULL,
  region TEXT NOT NULL,
  operation TEXT NOT NULL,
  tokens REAL NOT NULL,
  per_second REAL NOT NULL,
  burst REAL NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, region, operation)
) STRICT, WITHOUT ROWID;
