-- Zone in which the advertising profile counts its days; NULL until a profile is known. It may differ from the marketplace's.
ALTER TABLE channels ADD COLUMN ads_zone TEXT;
