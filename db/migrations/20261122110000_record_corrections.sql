-- schema: record
--
-- What was corrected, of what kind and when. A correction of words made a
-- version; a footnote or supplementary evidence leaves the words as they are.

CREATE TABLE record.correction (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  passage_id bigint NOT NULL REFERENCES record.passage ON DELETE CASCADE,
  kind text NOT NULL CONSTRAINT correction_kind_known
    CHECK (kind IN ('misreport', 'fact', 'footnote', 'supplementary')),
  passage_version_id bigint REFERENCES record.passage_version ON DELETE CASCADE
    CONSTRAINT correction_one_for_version UNIQUE,
  footnote text,
  supplement_source_id bigint REFERENCES record.source,
  is_removal boolean NOT NULL DEFAULT false,
  was_public boolean NOT NULL DEFAULT false,
  reason text,
  original_id bigint REFERENCES record.original,
  corrected_on date NOT NULL,
  removed_on date,
  staff_user_id bigint REFERENCES record.staff_user,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT correction_fits_kind CHECK (CASE kind
    WHEN 'footnote' THEN footnote <> '' AND num_nonnulls(passage_version_id, supplement_source_id) = 0
    WHEN 'supplementary' THEN supplement_source_id IS NOT NULL
      AND num_nonnulls(passage_version_id, footnote) = 0
    ELSE passage_version_id IS NOT NULL AND num_nonnulls(footnote, supplement_source_id) = 0 END),
  CONSTRAINT correction_removal_reasoned CHECK (NOT is_removal OR reason <> ''),
  CONSTRAINT correction_words_stay CHECK (removed_on IS NULL OR passage_version_id IS NULL)
);
CREATE INDEX correction_passage_id_idx ON record.correction (passage_id);
CREATE INDEX correction_supplement_source_id_idx ON record.correction (supplement_source_id);
CREATE INDEX correction_original_id_idx ON record.correction (original_id);
CREATE INDEX correction_staff_user_id_idx ON record.correction (staff_user_id);
COMMENT ON TABLE record.correction IS 'What was corrected in a passage: its words, by a further version, or what stands beneath them.';
COMMENT ON COLUMN record.correction.kind IS 'misreport and fact change words; a footnote stands beneath them, supplementary evidence beside them.';
COMMENT ON COLUMN record.correction.passage_version_id IS 'The version that a correction of words made.';
COMMENT ON COLUMN record.correction.supplement_source_id IS 'The written submission that adds to the answer.';
COMMENT ON COLUMN record.correction.is_removal IS 'A name or words had to go: no earlier version is public any more.';
COMMENT ON COLUMN record.correction.was_public IS 'The version before was public, so that its address stays, or shows a tombstone.';
COMMENT ON COLUMN record.correction.reason IS 'Why words had to go; the public is told.';
COMMENT ON COLUMN record.correction.original_id IS 'The corrected file it came in; null for one that was typed.';
COMMENT ON COLUMN record.correction.removed_on IS 'Day on which a footnote, or supplementary evidence, was taken away again.';

CREATE TABLE record.corrected_file (
  source_id bigint NOT NULL REFERENCES record.source ON DELETE CASCADE,
  original_id bigint NOT NULL REFERENCES record.original,
  received_on date NOT NULL,
  PRIMARY KEY (source_id, original_id)
);
CREATE INDEX corrected_file_original_id_idx ON record.corrected_file (original_id);
COMMENT ON TABLE record.corrected_file IS 'A corrected file of a record, kept beside its first original.';

CREATE TABLE record.transcript_copy (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source_id bigint NOT NULL REFERENCES record.source ON DELETE CASCADE,
  witness_id bigint NOT NULL REFERENCES record.witness,
  sent_on date NOT NULL,
  due_on date NOT NULL,
  returned_on date,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT transcript_copy_once UNIQUE (source_id, witness_id),
  CONSTRAINT transcript_copy_due_after_sent CHECK (due_on >= sent_on),
  CONSTRAINT transcript_copy_returned_after_sent CHECK (returned_on >= sent_on)
);
CREATE INDEX transcript_copy_witness_id_idx ON record.transcript_copy (witness_id);
COMMENT ON TABLE record.transcript_copy IS 'A witness''s copy of a transcript, sent to be corrected and due back by a day.';
COMMENT ON COLUMN record.transcript_copy.due_on IS 'Day by which it is to be returned; overdue after it.';

GRANT SELECT, INSERT, UPDATE ON record.correction, record.transcript_copy TO inquiry_staff;
GRANT SELECT, INSERT ON record.corrected_file TO inquiry_staff;
-- A corrected record says of words that stay that they are seen through, and
-- changes none of them.
GRANT UPDATE (stage) ON record.passage_version TO inquiry_staff;
