-- Pages of a query's result that are finished, as JSON in their order, until all of them are committed together.
ALTER TABLE runs ADD COLUMN pages TEXT NOT NULL DEFAULT '[]';
