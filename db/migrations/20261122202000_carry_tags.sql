-- schema: record
--
-- A tag goes along when the words it is on are corrected, as a link does; where
-- the words it means are found no more, a person looks at it again.

ALTER TABLE record.applied_tag ADD COLUMN is_suspect boolean NOT NULL DEFAULT false;
-- Those on words that were corrected before wait for a look too.
UPDATE record.applied_tag SET is_suspect = true
FROM record.passage_version AS version
WHERE version.id = applied_tag.passage_version_id AND NOT version.is_current
  AND removed_at IS NULL;
CREATE INDEX applied_tag_suspect_idx ON record.applied_tag (tag_id)
  WHERE is_suspect AND removed_at IS NULL;
COMMENT ON COLUMN record.applied_tag.is_suspect IS 'The words it is on changed, and nobody has looked at it since.';
