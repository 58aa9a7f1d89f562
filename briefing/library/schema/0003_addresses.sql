-- The canonical address of an article on the web, "" where nothing tells it.
ALTER TABLE article ADD COLUMN address TEXT NOT NULL DEFAULT '';
CREATE INDEX article_address ON article (address) WHERE address <> '';
