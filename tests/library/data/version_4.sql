PRAGMA application_id = 1112688177;
PRAGMA user_version = 4;
BEGIN TRANSACTION;
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
, address TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "article" VALUES(1,'2a589211d94834e37329a207607992cdc3fd02783dc42c691110d023ad4ef3de','2a589211d94834e37329a207607992cdc3fd02783dc42c691110d023ad4ef3de','timber.txt','text','Envoys meet over timber','','','2031-03-04','en','2031','[["title","first line"],["published","date line"]]','[]','Envoys meet over timber',27,0,'');
CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL
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
INSERT INTO "change" VALUES(1,1,'article',1,NULL,NULL);
INSERT INTO "change" VALUES(2,1,'meeting',1,NULL,NULL);
INSERT INTO "change" VALUES(3,1,'meeting_article',1,NULL,NULL);
INSERT INTO "change" VALUES(4,1,'findings',1,NULL,NULL);
INSERT INTO "change" VALUES(5,1,'record',1,NULL,NULL);
INSERT INTO "change" VALUES(6,1,'record',2,NULL,NULL);
INSERT INTO "change" VALUES(7,1,'record',3,NULL,NULL);
INSERT INTO "change" VALUES(8,1,'record',4,NULL,NULL);
INSERT INTO "change" VALUES(9,1,'decision',1,NULL,NULL);
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
INSERT INTO "decision" VALUES(1,'accept','ask','lift duty',1,NULL,'{}','[]','2031-03-05T10:00');
CREATE TABLE export (
    meeting INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    markdown TEXT NOT NULL
) STRICT;
CREATE TABLE findings (
    id INTEGER PRIMARY KEY REFERENCES article,
    backend TEXT NOT NULL,
    sentences TEXT NOT NULL,
    payload TEXT NOT NULL
) STRICT;
INSERT INTO "findings" VALUES(1,'rules','[[0,23,1]]','{"backend":"rules","resources":"a1","hidden":[],"meetings":[],"people":[{"name":"Ida Vane","side":"Arland","roles":["Envoy"],"kind":"official","participation":"attending","spelled":["The envoy"],"mentions":[[0,6,"Envoys"]],"why":""}],"issues":[],"asks":[],"pressure":[]}');
CREATE TABLE index_queue (
    article INTEGER PRIMARY KEY,
    generation INTEGER NOT NULL
) STRICT;
INSERT INTO "index_queue" VALUES(1,1);
CREATE TABLE line_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    outlet TEXT NOT NULL,
    line TEXT NOT NULL,
    hide INTEGER NOT NULL,
    UNIQUE (outlet, line)
) STRICT;
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
, starred INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "meeting" VALUES(1,'Arland–Bellmark meeting','["Arland","Bellmark"]','[["Arland","Ida Vane"]]','2031-03-07',NULL,'','',NULL,'["date","sides"]','',0);
CREATE TABLE meeting_article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting INTEGER NOT NULL REFERENCES meeting,
    article INTEGER NOT NULL REFERENCES article,
    UNIQUE (meeting, article)
) STRICT;
INSERT INTO "meeting_article" VALUES(1,1,1);
CREATE TABLE meta (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    identity TEXT NOT NULL,
    generation INTEGER NOT NULL
) STRICT;
INSERT INTO "meta" VALUES(1,'d2727546dbccbe31c41598c0f624693c',1);
CREATE TABLE operation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
, batch INTEGER REFERENCES batch) STRICT;
INSERT INTO "operation" VALUES(1,'Import',0,NULL);
CREATE TABLE outlet_line (
    outlet TEXT NOT NULL,
    line TEXT NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (outlet, line, article)
) STRICT, WITHOUT ROWID;
CREATE TABLE position (
    article INTEGER PRIMARY KEY,
    offset INTEGER NOT NULL
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
INSERT INTO "record" VALUES(1,'person','ida vane',1,NULL,0,'Arland',NULL,'proposed','[1]','{"name":"Ida Vane","side":"Arland","roles":["Envoy"],"kind":"official","participation":"attending","status":"proposed","spans":[[1,25,44,"The envoy of Arland"]],"spelled":[],"outlets":[],"conflicts":[],"why":"","note":"","starred":false}');
INSERT INTO "record" VALUES(2,'issue','timber',1,NULL,0,NULL,NULL,'proposed','[1]','{"label":"Timber","parent":null,"status":"proposed","spans":[[1,17,23,"timber"]],"aliases":[],"by_side":[],"outlets":[],"why":"","note":"","starred":false}');
INSERT INTO "record" VALUES(3,'ask','lift duty',1,NULL,0,'Arland','high','proposed','[1]','{"side":"Arland","of":"Bellmark","kind":"ask","text":"the duty on timber gone","issues":["Timber"],"voiced_by":null,"attribution":"reporter","band":"high","status":"proposed","spans":[[1,94,131,"Arland wants the duty on timber gone."]],"clauses":[],"hedge":"","outlets":[],"conflicts":[],"why":"","note":"","starred":false}');
INSERT INTO "record" VALUES(4,'pressure','mills',1,NULL,0,NULL,NULL,'proposed','[1]','{"who":"Mill owners","on":"Arland","text":"hurry","status":"proposed","spans":[[1,82,91,"on Friday"]],"why":"","note":""}');
CREATE TABLE record_name (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    scope TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (scope, kind, key)
) STRICT;
INSERT INTO "record_name" VALUES(1,'meeting 1','person','ida vane');
INSERT INTO "record_name" VALUES(2,'meeting 1','issue','timber');
INSERT INTO "record_name" VALUES(3,'meeting 1','ask','lift duty');
INSERT INTO "record_name" VALUES(4,'meeting 1','pressure','mills');
CREATE TABLE recording (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    operation INTEGER
) STRICT;
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY,
    query TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE sketch_band (
    value INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (value, article)
) STRICT, WITHOUT ROWID;
CREATE TABLE source (
    digest TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;
INSERT INTO "source" VALUES('2a589211d94834e37329a207607992cdc3fd02783dc42c691110d023ad4ef3de','Envoys meet over timber

The envoy of Arland will see her colleague from Bellmark on Friday.

Arland wants the duty on timber gone. Subscribe to our letter
');
CREATE TABLE twin (
    id INTEGER PRIMARY KEY REFERENCES article,
    leader INTEGER NOT NULL,
    relation TEXT NOT NULL,
    likeness INTEGER NOT NULL
) STRICT;
CREATE TABLE watched_folder (
    folder TEXT NOT NULL PRIMARY KEY,
    seen TEXT NOT NULL
) STRICT;
CREATE INDEX article_source ON article (source);
CREATE INDEX decision_meeting ON decision (meeting);
CREATE INDEX decision_article ON decision (article);
CREATE INDEX meeting_article_article ON meeting_article (article);
CREATE INDEX record_meeting ON record (meeting, kind);
CREATE INDEX record_article ON record (article, kind);
CREATE INDEX twin_leader ON twin (leader);
CREATE INDEX article_address ON article (address) WHERE address <> '';
CREATE TRIGGER journal_article_insert AFTER INSERT ON article BEGIN
    SELECT RAISE(ABORT, 'article changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'article', new.id, NULL FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'article' AND row = new.id
    );
END;
CREATE TRIGGER journal_article_update AFTER UPDATE ON article BEGIN
    SELECT RAISE(ABORT, 'article changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'article', old.id, json_object('id', old.id, 'sha256', old.sha256, 'source', old.source, 'file_name', old.file_name, 'kind', old.kind, 'title', old.title, 'outlet', old.outlet, 'author', old.author, 'published', old.published, 'language', old.language, 'imported_at', old.imported_at, 'reasons', old.reasons, 'hidden', old.hidden, 'headline', old.headline, 'words', old.words, 'starred', old.starred, 'address', old.address) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'article' AND row = old.id
    );
END;
CREATE TRIGGER journal_article_delete AFTER DELETE ON article BEGIN
    SELECT RAISE(ABORT, 'article changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'article', old.id, json_object('id', old.id, 'sha256', old.sha256, 'source', old.source, 'file_name', old.file_name, 'kind', old.kind, 'title', old.title, 'outlet', old.outlet, 'author', old.author, 'published', old.published, 'language', old.language, 'imported_at', old.imported_at, 'reasons', old.reasons, 'hidden', old.hidden, 'headline', old.headline, 'words', old.words, 'starred', old.starred, 'address', old.address) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'article' AND row = old.id
    );
END;
CREATE TRIGGER journal_findings_insert AFTER INSERT ON findings BEGIN
    SELECT RAISE(ABORT, 'findings changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'findings', new.id, NULL FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'findings' AND row = new.id
    );
END;
CREATE TRIGGER journal_findings_update AFTER UPDATE ON findings BEGIN
    SELECT RAISE(ABORT, 'findings changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'findings', old.id, json_object('id', old.id, 'backend', old.backend, 'sentences', old.sentences, 'payload', old.payload) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'findings' AND row = old.id
    );
END;
CREATE TRIGGER journal_findings_delete AFTER DELETE ON findings BEGIN
    SELECT RAISE(ABORT, 'findings changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'findings', old.id, json_object('id', old.id, 'backend', old.backend, 'sentences', old.sentences, 'payload', old.payload) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'findings' AND row = old.id
    );
END;
CREATE TRIGGER journal_decision_insert AFTER INSERT ON decision BEGIN
    SELECT RAISE(ABORT, 'decision changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'decision', new.id, NULL FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'decision' AND row = new.id
    );
END;
CREATE TRIGGER journal_decision_update AFTER UPDATE ON decision BEGIN
    SELECT RAISE(ABORT, 'decision changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'decision', old.id, json_object('id', old.id, 'action', old.action, 'kind', old.kind, 'key', old.key, 'meeting', old.meeting, 'article', old.article, 'fields', old.fields, 'spans', old.spans, 'at', old.at) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'decision' AND row = old.id
    );
END;
CREATE TRIGGER journal_decision_delete AFTER DELETE ON decision BEGIN
    SELECT RAISE(ABORT, 'decision changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'decision', old.id, json_object('id', old.id, 'action', old.action, 'kind', old.kind, 'key', old.key, 'meeting', old.meeting, 'article', old.article, 'fields', old.fields, 'spans', old.spans, 'at', old.at) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'decision' AND row = old.id
    );
END;
CREATE TRIGGER journal_meeting_insert AFTER INSERT ON meeting BEGIN
    SELECT RAISE(ABORT, 'meeting changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'meeting', new.id, NULL FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'meeting' AND row = new.id
    );
END;
CREATE TRIGGER journal_meeting_update AFTER UPDATE ON meeting BEGIN
    SELECT RAISE(ABORT, 'meeting changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'meeting', old.id, json_object('id', old.id, 'title', old.title, 'sides', old.sides, 'leaders', old.leaders, 'date', old.date, 'end_date', old.end_date, 'date_basis', old.date_basis, 'place', old.place, 'host', old.host, 'confirmed', old.confirmed, 'note', old.note, 'starred', old.starred) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'meeting' AND row = old.id
    );
END;
CREATE TRIGGER journal_meeting_delete AFTER DELETE ON meeting BEGIN
    SELECT RAISE(ABORT, 'meeting changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'meeting', old.id, json_object('id', old.id, 'title', old.title, 'sides', old.sides, 'leaders', old.leaders, 'date', old.date, 'end_date', old.end_date, 'date_basis', old.date_basis, 'place', old.place, 'host', old.host, 'confirmed', old.confirmed, 'note', old.note, 'starred', old.starred) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'meeting' AND row = old.id
    );
END;
CREATE TRIGGER journal_meeting_article_insert AFTER INSERT ON meeting_article BEGIN
    SELECT RAISE(ABORT, 'meeting_article changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'meeting_article', new.id, NULL FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'meeting_article' AND row = new.id
    );
END;
CREATE TRIGGER journal_meeting_article_update AFTER UPDATE ON meeting_article BEGIN
    SELECT RAISE(ABORT, 'meeting_article changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'meeting_article', old.id, json_object('id', old.id, 'meeting', old.meeting, 'article', old.article) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'meeting_article' AND row = old.id
    );
END;
CREATE TRIGGER journal_meeting_article_delete AFTER DELETE ON meeting_article BEGIN
    SELECT RAISE(ABORT, 'meeting_article changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'meeting_article', old.id, json_object('id', old.id, 'meeting', old.meeting, 'article', old.article) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'meeting_article' AND row = old.id
    );
END;
CREATE TRIGGER journal_record_insert AFTER INSERT ON record BEGIN
    SELECT RAISE(ABORT, 'record changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'record', new.id, NULL FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'record' AND row = new.id
    );
END;
CREATE TRIGGER journal_record_update AFTER UPDATE ON record BEGIN
    SELECT RAISE(ABORT, 'record changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'record', old.id, json_object('id', old.id, 'kind', old.kind, 'key', old.key, 'meeting', old.meeting, 'article', old.article, 'position', old.position, 'side', old.side, 'band', old.band, 'status', old.status, 'articles', old.articles, 'payload', old.payload) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'record' AND row = old.id
    );
END;
CREATE TRIGGER journal_record_delete AFTER DELETE ON record BEGIN
    SELECT RAISE(ABORT, 'record changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'record', old.id, json_object('id', old.id, 'kind', old.kind, 'key', old.key, 'meeting', old.meeting, 'article', old.article, 'position', old.position, 'side', old.side, 'band', old.band, 'status', old.status, 'articles', old.articles, 'payload', old.payload) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'record' AND row = old.id
    );
END;
CREATE TRIGGER journal_twin_insert AFTER INSERT ON twin BEGIN
    SELECT RAISE(ABORT, 'twin changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'twin', new.id, NULL FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'twin' AND row = new.id
    );
END;
CREATE TRIGGER journal_twin_update AFTER UPDATE ON twin BEGIN
    SELECT RAISE(ABORT, 'twin changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'twin', old.id, json_object('id', old.id, 'leader', old.leader, 'relation', old.relation, 'likeness', old.likeness) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'twin' AND row = old.id
    );
END;
CREATE TRIGGER journal_twin_delete AFTER DELETE ON twin BEGIN
    SELECT RAISE(ABORT, 'twin changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'twin', old.id, json_object('id', old.id, 'leader', old.leader, 'relation', old.relation, 'likeness', old.likeness) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'twin' AND row = old.id
    );
END;
CREATE TRIGGER journal_line_rule_insert AFTER INSERT ON line_rule BEGIN
    SELECT RAISE(ABORT, 'line_rule changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'line_rule', new.id, NULL FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'line_rule' AND row = new.id
    );
END;
CREATE TRIGGER journal_line_rule_update AFTER UPDATE ON line_rule BEGIN
    SELECT RAISE(ABORT, 'line_rule changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'line_rule', old.id, json_object('id', old.id, 'outlet', old.outlet, 'line', old.line, 'hide', old.hide) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'line_rule' AND row = old.id
    );
END;
CREATE TRIGGER journal_line_rule_delete AFTER DELETE ON line_rule BEGIN
    SELECT RAISE(ABORT, 'line_rule changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, 'line_rule', old.id, json_object('id', old.id, 'outlet', old.outlet, 'line', old.line, 'hide', old.hide) FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = 'line_rule' AND row = old.id
    );
END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('operation',1);
INSERT INTO "sqlite_sequence" VALUES('article',1);
INSERT INTO "sqlite_sequence" VALUES('meeting',1);
INSERT INTO "sqlite_sequence" VALUES('meeting_article',1);
INSERT INTO "sqlite_sequence" VALUES('record_name',4);
INSERT INTO "sqlite_sequence" VALUES('decision',1);
COMMIT;
