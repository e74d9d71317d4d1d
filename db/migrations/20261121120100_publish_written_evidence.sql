-- schema: published
--
-- What is public of written submissions and of calls for evidence. A source may
-- now have no session; a submission has its own facts, with the name already
-- replaced where the submitter must not be named.

ALTER TABLE published.source ALTER COLUMN session_id DROP NOT NULL;
COMMENT ON TABLE published.source IS 'A published record of a session, or a published submission.';
COMMENT ON COLUMN published.source.session_id IS 'Null for a written submission alone.';

CREATE TABLE published.call_for_evidence (
  id bigint PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES published.inquiry ON DELETE CASCADE,
  slug text NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  published_on date NOT NULL,
  CONSTRAINT call_for_evidence_slug_key UNIQUE (inquiry_id, slug)
);
COMMENT ON TABLE published.call_for_evidence IS 'A published invitation to send written evidence.';

CREATE TABLE published.call_period (
  call_for_evidence_id bigint NOT NULL REFERENCES published.call_for_evidence ON DELETE CASCADE,
  ordinal integer NOT NULL,
  opens_on date NOT NULL,
  closes_on date,
  PRIMARY KEY (call_for_evidence_id, ordinal)
);
COMMENT ON TABLE published.call_period IS 'When submissions are taken; closes_on is null for a call without an end.';

CREATE TABLE published.written_submission (
  source_id bigint PRIMARY KEY REFERENCES published.source ON DELETE CASCADE,
  inquiry_id bigint NOT NULL REFERENCES published.inquiry ON DELETE CASCADE,
  call_for_evidence_id bigint REFERENCES published.call_for_evidence ON DELETE SET NULL,
  submitter text NOT NULL,
  is_anonymous boolean NOT NULL,
  is_redacted boolean NOT NULL,
  submitter_kind text NOT NULL,
  sequence_kind text NOT NULL,
  supplements_reference text,
  received_on date NOT NULL,
  dated_on date
);
CREATE INDEX written_submission_inquiry_id_idx ON published.written_submission (inquiry_id);
CREATE INDEX written_submission_call_for_evidence_id_idx
  ON published.written_submission (call_for_evidence_id);
COMMENT ON TABLE published.written_submission IS 'What is public of a submission beside its words.';
COMMENT ON COLUMN published.written_submission.submitter IS 'The names as they may be printed, or what stands in their place.';
COMMENT ON COLUMN published.written_submission.supplements_reference IS 'The earlier submission that it adds to, where that is public too.';

ALTER TABLE published.tombstone ALTER COLUMN session_number DROP NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  published.call_for_evidence, published.call_period, published.written_submission
  TO inquiry_staff;
GRANT SELECT ON
  published.call_for_evidence, published.call_period, published.written_submission
  TO inquiry_public;
