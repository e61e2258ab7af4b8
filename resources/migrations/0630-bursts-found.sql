-- When an allowance last changed and how often it was found too small, so that a restart does not begin the wait for another try anew.
ALTER TABLE quota_marks ADD COLUMN burst_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quota_marks ADD COLUMN shrinks INTEGER NOT NULL DEFAULT 0;
UPDATE quota_marks SET burst_at = at;
