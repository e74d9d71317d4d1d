-- schema: record
-- readable_from: 20261123090000
--
-- Words that were left out by mistake, or that somebody has since agreed to, are shown
-- again under a decision. What stands in redaction is what the public does not see, for
-- every reader of that table; what was lifted is kept beside it with both decisions.

CREATE TABLE record.lifted_redaction (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  passage_version_id bigint NOT NULL REFERENCES record.passage_version ON DELETE CASCADE,
  span_from integer NOT NULL,
  span_to integer NOT NULL,
  decision_id bigint NOT NULL REFERENCES record.decision,
  lifted_decision_id bigint NOT NULL REFERENCES record.decision
);
CREATE INDEX lifted_redaction_passage_version_id_idx
  ON record.lifted_redaction (passage_version_id);
CREATE INDEX lifted_redaction_decision_id_idx ON record.lifted_redaction (decision_id);
CREATE INDEX lifted_redaction_lifted_decision_id_idx
  ON record.lifted_redaction (lifted_decision_id);
COMMENT ON TABLE record.lifted_redaction IS 'Words of a version that were left out for the public once, and are no more.';
COMMENT ON COLUMN record.lifted_redaction.span_from IS 'First code point that was left out, from 0.';
COMMENT ON COLUMN record.lifted_redaction.span_to IS 'Code point after the last that was left out.';
COMMENT ON COLUMN record.lifted_redaction.decision_id IS 'The decision to leave them out.';
COMMENT ON COLUMN record.lifted_redaction.lifted_decision_id IS 'The decision to show them again.';

-- The only door through which omissions leave: staff may run it and still delete nothing
-- by themselves. A decision opens it in the transaction that recorded it, and in its own
-- inquiry. Whoever runs it writes redacted_text of the versions that keep some.
CREATE FUNCTION record.lift_redactions(version bigint, starts integer[], under bigint)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM record.decision
    JOIN record.source ON source.inquiry_id = decision.inquiry_id
    JOIN record.passage ON passage.source_id = source.id
    JOIN record.passage_version AS words ON words.passage_id = passage.id
    WHERE decision.id = under AND decision.act = 'unredact' AND decision.recorded_at = now()
      AND words.id = version)
  THEN
    RAISE EXCEPTION 'decision % lifts no redaction of version %', under, version
      USING ERRCODE = 'restrict_violation';
  END IF;
  WITH gone AS (
    DELETE FROM record.redaction
    WHERE passage_version_id = version AND span_from = ANY (starts)
    RETURNING passage_version_id, span_from, span_to, decision_id)
  INSERT INTO record.lifted_redaction
    (passage_version_id, span_from, span_to, decision_id, lifted_decision_id)
  SELECT passage_version_id, span_from, span_to, decision_id, under FROM gone;
  DELETE FROM record.redacted_text
  WHERE passage_version_id = version
    AND NOT EXISTS (SELECT FROM record.redaction WHERE passage_version_id = version);
END $$;
COMMENT ON FUNCTION record.lift_redactions IS 'Shows again what was left out of a version from these code points on, and keeps that it was.';
REVOKE ALL ON FUNCTION record.lift_redactions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record.lift_redactions TO inquiry_staff;

ALTER TABLE record.decision
  DROP CONSTRAINT decision_act_known,
  ADD CONSTRAINT decision_act_known CHECK (act IN (
    'launch', 'accept', 'publish', 'withdraw', 'take-down', 'publish-report', 'admit', 'outcome',
    'decline', 'withhold', 'redact', 'unredact', 'publish-call', 'withdraw-call', 'lapse',
    'carry')),
  DROP CONSTRAINT decision_reasoned,
  ADD CONSTRAINT decision_reasoned CHECK (
    act NOT IN ('withdraw', 'take-down', 'decline', 'withhold', 'redact', 'unredact')
      OR reason <> '');

GRANT SELECT ON record.lifted_redaction TO inquiry_staff;
