-- schema: record
--
-- A wrong file must not block the right one: an import is undone by one act
-- until something of it was published or is used. What came with it goes, by
-- rows and not by a mark that every reading would have to heed; that it was
-- there, under which reference and from which file, stays.

CREATE TABLE record.undone_import (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  kind text NOT NULL,
  reference text NOT NULL,
  number integer,
  original_id bigint REFERENCES record.original,
  received_on date NOT NULL,
  reason text,
  undone_at timestamptz NOT NULL,
  staff_user_id bigint REFERENCES record.staff_user
);
CREATE INDEX undone_import_number_idx ON record.undone_import (inquiry_id, number);
CREATE INDEX undone_import_original_id_idx ON record.undone_import (original_id);
CREATE INDEX undone_import_staff_user_id_idx ON record.undone_import (staff_user_id);
COMMENT ON TABLE record.undone_import IS 'A source that was received by mistake and taken out again before anything rested on it.';
COMMENT ON COLUMN record.undone_import.kind IS 'The kind of source it was.';
COMMENT ON COLUMN record.undone_import.reference IS 'The reference it had; that of a submission is never given out again.';
COMMENT ON COLUMN record.undone_import.number IS 'Of a submission, the number that is spent with it.';
COMMENT ON COLUMN record.undone_import.original_id IS 'The file it was read from, which stays.';
COMMENT ON COLUMN record.undone_import.staff_user_id IS 'Who undid it; null for the operator.';

CREATE TABLE record.session_before (
  source_id bigint PRIMARY KEY REFERENCES record.source ON DELETE CASCADE,
  session jsonb NOT NULL,
  members jsonb NOT NULL,
  places jsonb NOT NULL
);
COMMENT ON TABLE record.session_before IS 'A session as it stood before this record came to it, so that an import is undone exactly; none for a session that came with its record.';
COMMENT ON COLUMN record.session_before.session IS 'Number, day and state as they were.';
COMMENT ON COLUMN record.session_before.members IS 'Rows of session_member.';
COMMENT ON COLUMN record.session_before.places IS 'Rows of panel_witness, each with the ordinal of its panel.';

-- What belongs to a source goes with it. What rests on it (links, citations,
-- submissions that add to it, sources carried from it) does not, and stops it.
ALTER TABLE record.contribution
  DROP CONSTRAINT contribution_source_id_fkey,
  ADD CONSTRAINT contribution_source_id_fkey
    FOREIGN KEY (source_id) REFERENCES record.source ON DELETE CASCADE;
ALTER TABLE record.question_block
  DROP CONSTRAINT question_block_source_id_fkey,
  ADD CONSTRAINT question_block_source_id_fkey
    FOREIGN KEY (source_id) REFERENCES record.source ON DELETE CASCADE;
ALTER TABLE record.passage
  DROP CONSTRAINT passage_source_id_fkey,
  ADD CONSTRAINT passage_source_id_fkey
    FOREIGN KEY (source_id) REFERENCES record.source ON DELETE CASCADE;
ALTER TABLE record.unplaced_line
  DROP CONSTRAINT unplaced_line_source_id_fkey,
  ADD CONSTRAINT unplaced_line_source_id_fkey
    FOREIGN KEY (source_id) REFERENCES record.source ON DELETE CASCADE;
ALTER TABLE record.source_decision
  DROP CONSTRAINT source_decision_source_id_fkey,
  ADD CONSTRAINT source_decision_source_id_fkey
    FOREIGN KEY (source_id) REFERENCES record.source ON DELETE CASCADE;
ALTER TABLE record.written_submission
  DROP CONSTRAINT written_submission_source_id_fkey,
  ADD CONSTRAINT written_submission_source_id_fkey
    FOREIGN KEY (source_id) REFERENCES record.source ON DELETE CASCADE;
ALTER TABLE record.passage_version
  DROP CONSTRAINT passage_version_passage_id_fkey,
  ADD CONSTRAINT passage_version_passage_id_fkey
    FOREIGN KEY (passage_id) REFERENCES record.passage ON DELETE CASCADE;
ALTER TABLE record.passage_succession
  DROP CONSTRAINT passage_succession_from_passage_id_fkey,
  ADD CONSTRAINT passage_succession_from_passage_id_fkey
    FOREIGN KEY (from_passage_id) REFERENCES record.passage ON DELETE CASCADE,
  DROP CONSTRAINT passage_succession_to_passage_id_fkey,
  ADD CONSTRAINT passage_succession_to_passage_id_fkey
    FOREIGN KEY (to_passage_id) REFERENCES record.passage ON DELETE CASCADE;
ALTER TABLE record.redaction
  DROP CONSTRAINT redaction_passage_version_id_fkey,
  ADD CONSTRAINT redaction_passage_version_id_fkey
    FOREIGN KEY (passage_version_id) REFERENCES record.passage_version ON DELETE CASCADE;
ALTER TABLE record.redacted_text
  DROP CONSTRAINT redacted_text_passage_version_id_fkey,
  ADD CONSTRAINT redacted_text_passage_version_id_fkey
    FOREIGN KEY (passage_version_id) REFERENCES record.passage_version ON DELETE CASCADE;

-- The only door through which rows of evidence leave: staff may run it and
-- still delete nothing by themselves.
CREATE FUNCTION record.undo_import(undone bigint) RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  held bigint;
  earlier record.session_before;
  witnesses bigint[];
  people bigint[];
BEGIN
  IF EXISTS (
    SELECT FROM record.source_decision JOIN record.decision ON decision.id = decision_id
    WHERE source_id = undone AND act = 'publish')
    OR EXISTS (SELECT FROM record.source WHERE id = undone AND kind = 'log')
  THEN
    RAISE EXCEPTION 'source % was published or is a log', undone
      USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT session_id INTO held FROM record.source WHERE id = undone;
  SELECT * INTO earlier FROM record.session_before WHERE source_id = undone;
  witnesses := ARRAY(
    SELECT witness_id FROM record.contribution WHERE source_id = undone
    UNION
    SELECT witness_id FROM record.panel_witness JOIN record.panel ON panel.id = panel_id
    WHERE session_id = held);
  people := ARRAY(
    SELECT person_id FROM record.witness WHERE id = ANY (witnesses)
    UNION
    SELECT person_id FROM record.passage WHERE source_id = undone AND person_id IS NOT NULL
    UNION
    SELECT person_id FROM record.session_member WHERE session_id = held);
  DELETE FROM record.link USING record.passage
    WHERE passage.id = passage_id AND source_id = undone AND status = 'dropped';
  DELETE FROM record.source WHERE id = undone;
  IF held IS NOT NULL THEN
    DELETE FROM record.session_member WHERE session_id = held;
    DELETE FROM record.panel_witness USING record.panel
      WHERE panel.id = panel_id AND session_id = held;
    IF earlier.source_id IS NULL THEN
      DELETE FROM record.panel WHERE session_id = held;
      DELETE FROM record.session WHERE id = held;
    ELSE
      UPDATE record.session
      SET number = was.number, held_on = was.held_on, state = was.state,
        state_reason = was.state_reason, adjourned_until = was.adjourned_until,
        settled_on = was.settled_on, revision = session.revision + 1
      FROM jsonb_populate_record(NULL::record.session, earlier.session) AS was
      WHERE session.id = held;
      INSERT INTO record.session_member
      SELECT * FROM jsonb_populate_recordset(NULL::record.session_member, earlier.members);
      INSERT INTO record.panel_witness
      SELECT * FROM jsonb_populate_recordset(NULL::record.panel_witness, earlier.places);
      DELETE FROM record.panel
        WHERE session_id = held
          AND NOT EXISTS (SELECT FROM record.panel_witness WHERE panel_id = panel.id)
          AND NOT EXISTS (SELECT FROM record.passage WHERE panel_id = panel.id);
      DELETE FROM record.contribution USING record.source
        WHERE source.id = source_id AND session_id = held AND consent = 'not_asked'
          AND NOT EXISTS (
            SELECT FROM record.panel_witness JOIN record.panel ON panel.id = panel_id
            WHERE session_id = held AND panel_witness.witness_id = contribution.witness_id);
    END IF;
  END IF;
  DELETE FROM record.witness
    WHERE (id = ANY (witnesses) OR person_id = ANY (people))
      AND NOT EXISTS (SELECT FROM record.contribution WHERE witness_id = witness.id)
      AND NOT EXISTS (SELECT FROM record.panel_witness WHERE witness_id = witness.id);
  RETURN QUERY
    DELETE FROM record.person
    WHERE id = ANY (people) AND NOT is_protected AND merged_into_person_id IS NULL
      AND NOT EXISTS (SELECT FROM record.witness WHERE person_id = person.id)
      AND NOT EXISTS (SELECT FROM record.session_member WHERE person_id = person.id)
      AND NOT EXISTS (SELECT FROM record.passage WHERE person_id = person.id)
      AND NOT EXISTS (
        SELECT FROM record.person AS other WHERE other.merged_into_person_id = person.id)
      AND NOT EXISTS (
        SELECT FROM record.person_merge
        WHERE person_id = person.id OR into_person_id = person.id)
    RETURNING name;
END $$;
COMMENT ON FUNCTION record.undo_import IS 'Takes a source out with all that belongs to it, restores its session, and tells the names of people whom nothing else mentions.';
REVOKE ALL ON FUNCTION record.undo_import FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record.undo_import TO inquiry_staff;

GRANT SELECT, INSERT ON record.undone_import, record.session_before TO inquiry_staff;
