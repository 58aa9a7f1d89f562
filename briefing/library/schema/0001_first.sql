-- The first schema. Never edited once released: later changes are files of their own.
-- Dates are ISO text, lists are JSON text, there is no REAL column (JSON keeps 15 digits of one).

CREATE TABLE meta (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    identity TEXT NOT NULL,
    generation INTEGER NOT NULL
) STRICT;
INSERT INTO meta VALUES (1, lower(hex(randomblob(16))), 0);

-- Texts never change and are never journalled: an article points to one by the SHA-256 of the text.
CREATE TABLE source (
    digest TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL REFERENCES source,
    file_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    outlet TEXT NOT NULL,
    author TEXT NOT NULL,
    published TEXT,
    language TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    reasons TEXT NOT NULL,
    hidden TEXT NOT NULL,
    headline TEXT NOT NULL,
    words INTEGER NOT NULL,
    starred INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX article_source ON article (source);

-- One row an article, with the article's id.
CREATE TABLE findings (
    id INTEGER PRIMARY KEY REFERENCES article,
    backend TEXT NOT NULL,
    sentences TEXT NOT NULL,
    payload TEXT NOT NULL
) STRICT;

-- Append-only; no foreign keys, because a decision outlives what it was about.
CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    meeting INTEGER,
    article INTEGER,
    fields TEXT NOT NULL,
    spans TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX decision_meeting ON decision (meeting);
CREATE INDEX decision_article ON decision (article);

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    sides TEXT NOT NULL,
    leaders TEXT NOT NULL,
    date TEXT,
    end_date TEXT,
    date_basis TEXT NOT NULL,
    place TEXT NOT NULL,
    host TEXT,
    confirmed TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE meeting_article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting INTEGER NOT NULL REFERENCES meeting,
    article INTEGER NOT NULL REFERENCES article,
    UNIQUE (meeting, article)
) STRICT;
CREATE INDEX meeting_article_article ON meeting_article (article);

-- The id a record has for ever, whether it is shown at the moment or not.
CREATE TABLE record_name (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    scope TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (scope, kind, key)
) STRICT;

CREATE TABLE record (
    id INTEGER PRIMARY KEY REFERENCES record_name,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    meeting INTEGER REFERENCES meeting,
    article INTEGER REFERENCES article,
    position INTEGER NOT NULL,
    side TEXT,
    band TEXT,
    status TEXT NOT NULL,
    articles TEXT NOT NULL,
    payload TEXT NOT NULL,
    CHECK ((meeting IS NULL) <> (article IS NULL))
) STRICT;
CREATE INDEX record_meeting ON record (meeting, kind);
CREATE INDEX record_article ON record (article, kind);

-- The journal: `before` is what a row was before its operation, NULL where it was not there.
-- Undo swaps it with what the row is, so that redo is the same swap again.
CREATE TABLE operation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation ON DELETE CASCADE,
    tbl TEXT NOT NULL,
    row INTEGER NOT NULL,
    before TEXT,
    after TEXT,
    UNIQUE (operation, tbl, row)
) STRICT;
-- One row while an operation records; its operation is NULL while undo and redo replay.
CREATE TABLE recording (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    operation INTEGER
) STRICT;

-- Not journalled: what undo should leave alone.
CREATE TABLE index_queue (
    article INTEGER PRIMARY KEY,
    generation INTEGER NOT NULL
) STRICT;
CREATE TABLE position (
    article INTEGER PRIMARY KEY,
    offset INTEGER NOT NULL
) STRICT;
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY,
    query TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE export (
    meeting INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    markdown TEXT NOT NULL
) STRICT;
