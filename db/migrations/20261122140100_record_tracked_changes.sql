-- schema: record
--
-- A witness's copy comes back with tracked changes. Each of them is a proposal
-- on its own: accepted as a correction, refused with a reason, or put beneath
-- the answer. What has no sure place is kept all the same.

CREATE TABLE record.returned_file (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  transcript_copy_id bigint NOT NULL REFERENCES record.transcript_copy ON DELETE CASCADE,
  original_id bigint NOT NULL REFERENCES record.original,
  sha256 bytea NOT NULL,
  received_on date NOT NULL,
  CONSTRAINT returned_file_once UNIQUE (transcript_copy_id, sha256)
);
CREATE INDEX returned_file_original_id_idx ON record.returned_file (original_id);
COMMENT ON TABLE record.returned_file IS 'A file in which a witness''s copy came back, with tracked changes.';
COMMENT ON COLUMN record.returned_file.sha256 IS 'Of the file, so that one that comes twice is read once.';

CREATE TABLE record.tracked_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source_id bigint NOT NULL REFERENCES record.source ON DELETE CASCADE,
  number integer NOT NULL,
  returned_file_id bigint NOT NULL REFERENCES record.returned_file ON DELETE CASCADE,
  line integer NOT NULL,
  author text NOT NULL,
  marked_on date,
  passage_version_id bigint REFERENCES record.passage_version ON DELETE CASCADE,
  span_from integer,
  span_to integer,
  gone text NOT NULL,
  come text NOT NULL,
  misplaced text,
  decision text NOT NULL DEFAULT 'open' CONSTRAINT tracked_change_decision_known
    CHECK (decision IN ('open', 'accepted', 'refused', 'footnote', 'supplementary')),
  correction_id bigint REFERENCES record.correction ON DELETE CASCADE,
  reason text,
  decided_on date,
  staff_user_id bigint REFERENCES record.staff_user,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT tracked_change_number_key UNIQUE (source_id, number),
  CONSTRAINT tracked_change_placed_or_told_why CHECK (CASE
    WHEN misplaced IS NULL THEN passage_version_id IS NOT NULL AND span_from >= 0
      AND span_to >= span_from
    ELSE misplaced <> '' AND num_nonnulls(passage_version_id, span_from, span_to) = 0 END),
  CONSTRAINT tracked_change_decided CHECK (CASE decision
    WHEN 'open' THEN num_nonnulls(correction_id, reason, decided_on) = 0
    WHEN 'refused' THEN reason <> '' AND decided_on IS NOT NULL AND correction_id IS NULL
    ELSE correction_id IS NOT NULL AND decided_on IS NOT NULL AND reason IS NULL END)
);
CREATE INDEX tracked_change_returned_file_id_idx ON record.tracked_change (returned_file_id);
CREATE INDEX tracked_change_passage_version_id_idx ON record.tracked_change (passage_version_id);
CREATE INDEX tracked_change_correction_id_idx ON record.tracked_change (correction_id);
CREATE INDEX tracked_change_staff_user_id_idx ON record.tracked_change (staff_user_id);
COMMENT ON TABLE record.tracked_change IS 'A tracked change of a returned copy, and what was decided on it.';
COMMENT ON COLUMN record.tracked_change.number IS 'Among the changes to the transcript; never given twice.';
COMMENT ON COLUMN record.tracked_change.line IS 'Paragraph of the file, from 1.';
COMMENT ON COLUMN record.tracked_change.author IS 'Who made it, as Word has the name; empty where it has none.';
COMMENT ON COLUMN record.tracked_change.passage_version_id IS 'The words it was placed in: those that stood when the file was read.';
COMMENT ON COLUMN record.tracked_change.span_from IS 'In code points; where it equals span_to, words came and none went.';
COMMENT ON COLUMN record.tracked_change.misplaced IS 'Why it has no sure place, as a sentence; null where it has one.';
COMMENT ON COLUMN record.tracked_change.correction_id IS 'What it became: a correction of words, a footnote or the mention of a submission.';
COMMENT ON COLUMN record.tracked_change.reason IS 'Why it was refused.';
COMMENT ON COLUMN record.tracked_change.staff_user_id IS 'Who decided; null for the operator.';

GRANT SELECT, INSERT ON record.returned_file TO inquiry_staff;
GRANT SELECT, INSERT, UPDATE ON record.tracked_change TO inquiry_staff;
