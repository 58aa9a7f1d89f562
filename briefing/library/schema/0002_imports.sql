-- Many operations that are undone together, such as an import: `#` in the title is their number.
CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL
) STRICT;
ALTER TABLE operation ADD COLUMN batch INTEGER REFERENCES batch;

-- Articles that tell the same text: one row an article, with the article's id. `leader` is the first
-- of the group and stays its name when that article is removed.
CREATE TABLE twin (
    id INTEGER PRIMARY KEY REFERENCES article,
    leader INTEGER NOT NULL,
    relation TEXT NOT NULL,
    likeness INTEGER NOT NULL
) STRICT;
CREATE INDEX twin_leader ON twin (leader);

-- What the user said of a line for all articles of an outlet.
CREATE TABLE line_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    outlet TEXT NOT NULL,
    line TEXT NOT NULL,
    hide INTEGER NOT NULL,
    UNIQUE (outlet, line)
) STRICT;

-- Not journalled, derived from texts; may name articles that were removed.
CREATE TABLE sketch_band (
    value INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (value, article)
) STRICT, WITHOUT ROWID;
CREATE TABLE outlet_line (
    outlet TEXT NOT NULL,
    line TEXT NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (outlet, line, article)
) STRICT, WITHOUT ROWID;

-- Not journalled: the folders watched, and the files of each seen there before, as JSON.
CREATE TABLE watched_folder (
    folder TEXT NOT NULL PRIMARY KEY,
    seen TEXT NOT NULL
) STRICT;
