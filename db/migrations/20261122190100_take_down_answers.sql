-- schema: record
--
-- An answer in a respondent's own words was published by an act of its own, and
-- goes by one: its survey stays public, and its address tells that it went.

ALTER TABLE record.quoted_answer
  ADD COLUMN removed_decision_id bigint REFERENCES record.decision,
  ADD COLUMN revision integer NOT NULL DEFAULT 1;
CREATE INDEX quoted_answer_removed_decision_id_idx ON record.quoted_answer (removed_decision_id);
COMMENT ON COLUMN record.quoted_answer.removed_decision_id IS 'The decision under which it was taken from the public again; null while it is public with its survey.';

GRANT UPDATE (removed_decision_id, revision) ON record.quoted_answer TO inquiry_staff;
