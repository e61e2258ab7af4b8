-- Which way to its days a run takes: the dataset's own request, or the fallback after that one failed for good.
ALTER TABLE runs ADD COLUMN way TEXT NOT NULL DEFAULT 'own' CHECK (way IN ('own', 'fallback'));
