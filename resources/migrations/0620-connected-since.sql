-- Since when Amazon could be asked: what it had forgotten by then was never to be had. Kept however often a permission is renewed.
ALTER TABLE accounts ADD COLUMN ads_connected_at INTEGER;
UPDATE accounts SET ads_connected_at = (
  SELECT consented_at FROM authorizations WHERE account_id = accounts.id AND family = 'advertising'
);

ALTER TABLE channels ADD COLUMN added_at INTEGER;
UPDATE channels SET added_at = (SELECT connected_at FROM accounts WHERE id = channels.account_id);
