-- schema: record
--
-- What the clerk's desk needs beyond one inquiry and one reading: two entries
-- of one person are joined, and parted again row by row; an inquiry lapses at
-- dissolution, and the one that follows it carries its evidence over; terms of
-- reference say who agreed them; roles can be taken away.

ALTER TABLE record.inquiry ADD COLUMN lapsed_on date;
COMMENT ON COLUMN record.inquiry.lapsed_on IS 'Day on which the body ceased to be; nothing of it is published after that.';

ALTER TABLE record.terms_of_reference ADD COLUMN agreed_by text;
COMMENT ON COLUMN record.terms_of_reference.agreed_by IS 'The meeting or person that agreed this version; null of the first.';

ALTER TABLE record.witness_group ADD COLUMN revision integer NOT NULL DEFAULT 1;

ALTER TABLE record.source ADD COLUMN carried_from_source_id bigint REFERENCES record.source;
CREATE UNIQUE INDEX source_carried_once ON record.source (carried_from_source_id, inquiry_id);
COMMENT ON COLUMN record.source.carried_from_source_id IS 'The source of the predecessor that it was carried over from.';

ALTER TABLE record.person
  ADD COLUMN merged_into_person_id bigint REFERENCES record.person
    CONSTRAINT person_merged_into_another CHECK (merged_into_person_id <> id);
CREATE INDEX person_merged_into_person_id_idx ON record.person (merged_into_person_id);
COMMENT ON COLUMN record.person.merged_into_person_id IS 'The entry under which this person goes since the two were joined.';

CREATE TABLE record.person_merge (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id bigint NOT NULL REFERENCES record.person,
  into_person_id bigint NOT NULL REFERENCES record.person,
  staff_user_id bigint REFERENCES record.staff_user,
  merged_at timestamptz NOT NULL,
  undone_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT person_merge_of_two CHECK (person_id <> into_person_id)
);
CREATE INDEX person_merge_person_id_idx ON record.person_merge (person_id);
CREATE INDEX person_merge_into_person_id_idx ON record.person_merge (into_person_id);
CREATE INDEX person_merge_staff_user_id_idx ON record.person_merge (staff_user_id);
CREATE UNIQUE INDEX person_merge_one_standing ON record.person_merge (person_id)
  WHERE undone_at IS NULL;
COMMENT ON TABLE record.person_merge IS 'Two entries that turned out to be one person; kept when it is undone.';
COMMENT ON COLUMN record.person_merge.staff_user_id IS 'Who said so; null for the operator.';

CREATE TABLE record.person_merge_row (
  person_merge_id bigint NOT NULL REFERENCES record.person_merge,
  kind text NOT NULL CONSTRAINT person_merge_row_kind_known
    CHECK (kind IN ('witness', 'contribution', 'panel', 'member', 'passage')),
  row_id bigint NOT NULL,
  from_id bigint NOT NULL,
  to_id bigint NOT NULL,
  removed jsonb,
  PRIMARY KEY (person_merge_id, kind, row_id, from_id)
);
COMMENT ON TABLE record.person_merge_row IS 'What a merge moved, row by row, so that it is undone exactly.';
COMMENT ON COLUMN record.person_merge_row.row_id IS 'Witness, contribution, panel, session or passage, as the kind says.';
COMMENT ON COLUMN record.person_merge_row.from_id IS 'The person, or for a contribution and a place on a panel the witness, that it belonged to.';
COMMENT ON COLUMN record.person_merge_row.to_id IS 'The person or witness that it went to; the same as from_id where it stayed with its witness.';
COMMENT ON COLUMN record.person_merge_row.removed IS 'The row as it was, where the survivor had its like and it was taken out.';

GRANT SELECT, INSERT, UPDATE ON record.person_merge TO inquiry_staff;
GRANT SELECT, INSERT ON record.person_merge_row TO inquiry_staff;
-- A role is taken away, and so is the second of two contributions of one person
-- to one source.
GRANT DELETE ON record.staff_role, record.contribution TO inquiry_staff;
