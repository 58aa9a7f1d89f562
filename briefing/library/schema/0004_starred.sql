-- The star the user gave a meeting. Libraries of version 3 may hold it as a name among the fields the
-- user confirmed; so may the journal, which holds what a meeting was before an operation.
ALTER TABLE meeting ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;
INSERT INTO recording VALUES (1, NULL);
UPDATE meeting SET starred = 1, confirmed = (
    SELECT json_group_array(value) FROM json_each(meeting.confirmed) WHERE value <> 'starred'
) WHERE instr(confirmed, '"starred"');
DELETE FROM recording;
UPDATE change SET before = json_set(before, '$.starred', 1, '$.confirmed', (
    SELECT json_group_array(value) || '' FROM json_each(json_extract(change.before, '$.confirmed'))
    WHERE value <> 'starred'
)) WHERE tbl = 'meeting' AND instr(json_extract(before, '$.confirmed'), '"starred"');
