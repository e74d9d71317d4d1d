-- schema: record
--
-- A speaker label that nobody listed is sure to bear stays in doubt until a
-- clerk says who it is, or that nobody known is meant. The turns that were
-- settled so are marked, so that saying it anew moves these turns and none that
-- were never in doubt.

CREATE TABLE record.speaker_label (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source_id bigint NOT NULL REFERENCES record.source ON DELETE CASCADE,
  label text NOT NULL,
  settled_on date NOT NULL,
  staff_user_id bigint REFERENCES record.staff_user,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT speaker_label_once UNIQUE (source_id, label)
);
CREATE INDEX speaker_label_staff_user_id_idx ON record.speaker_label (staff_user_id);
COMMENT ON TABLE record.speaker_label IS 'A speaker label of a transcript that was in doubt, and of which a clerk said who it is; its turns hold the person.';
COMMENT ON COLUMN record.speaker_label.label IS 'As printed, damage included.';
COMMENT ON COLUMN record.speaker_label.settled_on IS 'Day on which it was said last.';
COMMENT ON COLUMN record.speaker_label.staff_user_id IS 'Who said it last; null for the operator.';

ALTER TABLE record.passage
  ADD COLUMN speaker_label_id bigint REFERENCES record.speaker_label ON DELETE SET NULL;
CREATE INDEX passage_speaker_label_id_idx ON record.passage (speaker_label_id);
COMMENT ON COLUMN record.passage.speaker_label_id IS 'By which its speaker was settled, where the label was in doubt.';

GRANT SELECT, INSERT, UPDATE ON record.speaker_label TO inquiry_staff;
