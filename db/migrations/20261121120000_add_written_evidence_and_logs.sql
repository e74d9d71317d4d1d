-- schema: record
--
-- Written submissions and the calls they answer; sittings that are planned
-- before they are held; and the live log, line by line. A submission and a log
-- are sources like any record of a session, so that they are received,
-- accepted, published and cited by the same acts.

ALTER TABLE record.person
  ADD COLUMN is_organisation boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN record.person.is_organisation IS 'True of a body that signed as such; its name is not sorted by its last word.';

-- Sittings are planned under a number of their own and take the number of a
-- session when they are held: one that is cancelled spends none.
ALTER TABLE record.session
  ALTER COLUMN number DROP NOT NULL,
  ADD COLUMN plan_number integer
    CONSTRAINT session_plan_number_positive CHECK (plan_number > 0),
  ADD COLUMN state text NOT NULL DEFAULT 'held'
    CONSTRAINT session_state_known CHECK (state IN ('planned', 'held', 'adjourned', 'cancelled')),
  ADD COLUMN state_reason text,
  ADD COLUMN adjourned_until date,
  ADD COLUMN starts_at time,
  ADD COLUMN place text,
  ADD COLUMN settled_on date,
  ADD CONSTRAINT session_plan_number_key UNIQUE (inquiry_id, plan_number),
  ADD CONSTRAINT session_has_a_number CHECK (number IS NOT NULL OR plan_number IS NOT NULL),
  ADD CONSTRAINT session_held_is_numbered CHECK (state <> 'held' OR number IS NOT NULL),
  ADD CONSTRAINT session_cancelled_is_not
    CHECK (state <> 'cancelled' OR number IS NULL AND state_reason <> '');
COMMENT ON COLUMN record.session.number IS 'OS3 is number 3 of its inquiry; issued when it is held, never reused.';
COMMENT ON COLUMN record.session.plan_number IS 'P3 is the third sitting planned; null of a session that was only imported.';
COMMENT ON COLUMN record.session.adjourned_until IS 'Day on which an adjourned sitting goes on, where it is known.';
COMMENT ON COLUMN record.session.starts_at IS 'Time of day in the inquiry''s time zone.';
COMMENT ON COLUMN record.session.settled_on IS 'Day on which a transcript became its record; nobody is replaced and no line is logged after it.';
GRANT UPDATE, DELETE ON record.session_member, record.panel_witness TO inquiry_staff;
UPDATE record.session
SET settled_on = source.received_on
FROM record.source
WHERE source.session_id = session.id AND source.kind = 'transcript';

CREATE TABLE record.call_for_evidence (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  slug text NOT NULL CONSTRAINT call_for_evidence_slug_form
    CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
  title text NOT NULL CONSTRAINT call_for_evidence_title_present CHECK (title <> ''),
  text text NOT NULL,
  state text NOT NULL DEFAULT 'drafted' CONSTRAINT call_for_evidence_state_known
    CHECK (state IN ('drafted', 'published', 'withdrawn')),
  published_on date,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT call_for_evidence_slug_key UNIQUE (inquiry_id, slug),
  CONSTRAINT call_for_evidence_published_has_day
    CHECK (state <> 'published' OR published_on IS NOT NULL)
);
COMMENT ON TABLE record.call_for_evidence IS 'An invitation to send written evidence.';
COMMENT ON COLUMN record.call_for_evidence.text IS 'What is asked and how to send it, in Markdown.';

CREATE TABLE record.call_period (
  call_for_evidence_id bigint NOT NULL REFERENCES record.call_for_evidence,
  ordinal integer NOT NULL CONSTRAINT call_period_ordinal_positive CHECK (ordinal > 0),
  opens_on date NOT NULL,
  closes_on date,
  PRIMARY KEY (call_for_evidence_id, ordinal),
  CONSTRAINT call_period_runs_forward CHECK (closes_on >= opens_on)
);
COMMENT ON TABLE record.call_period IS 'When submissions are taken; a call may be opened again.';
COMMENT ON COLUMN record.call_period.closes_on IS 'Last day; null for one without an end.';

ALTER TABLE record.source
  ALTER COLUMN session_id DROP NOT NULL,
  ALTER COLUMN original_id DROP NOT NULL,
  DROP CONSTRAINT source_kind_known,
  ADD CONSTRAINT source_kind_known
    CHECK (kind IN ('transcript', 'note', 'summary', 'log', 'written_submission')),
  DROP CONSTRAINT source_state_known,
  ADD CONSTRAINT source_state_known CHECK (state IN (
    'received', 'accepted', 'declined', 'published', 'withdrawn', 'taken_down')),
  ADD CONSTRAINT source_session_fits_kind
    CHECK ((kind = 'written_submission') = (session_id IS NULL)),
  ADD CONSTRAINT source_has_original CHECK (kind = 'log' OR original_id IS NOT NULL),
  ADD COLUMN is_privacy_open boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN record.source.is_privacy_open IS 'A stretch was logged as private, and where it stands in this transcript is not sure: a clerk must say so before it is published.';
COMMENT ON COLUMN record.source.reference IS 'OS3 for the first record of session 3, OS3-summary and the like for a further one; CTI0012 for a submission. Never reused.';
COMMENT ON COLUMN record.source.session_id IS 'Null for a written submission alone.';

CREATE TABLE record.written_submission (
  source_id bigint PRIMARY KEY REFERENCES record.source,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  number integer NOT NULL CONSTRAINT written_submission_number_form CHECK (number BETWEEN 1 AND 9999),
  call_for_evidence_id bigint REFERENCES record.call_for_evidence,
  submitter_kind text NOT NULL CONSTRAINT written_submission_submitter_kind_known
    CHECK (submitter_kind IN ('individual', 'organisation', 'proxy')),
  sequence_kind text NOT NULL DEFAULT 'written' CONSTRAINT written_submission_sequence_kind_known
    CHECK (sequence_kind IN ('written', 'supplementary', 'further_supplementary', 'joint')),
  supplements_source_id bigint REFERENCES record.source,
  dated_on date,
  late text NOT NULL DEFAULT 'no' CONSTRAINT written_submission_late_known
    CHECK (late IN ('no', 'undecided', 'admitted')),
  outcome text NOT NULL DEFAULT 'undecided' CONSTRAINT written_submission_outcome_known
    CHECK (outcome IN ('undecided', 'published_named', 'published_anonymous',
      'published_redacted', 'accepted_unpublished', 'not_accepted')),
  printed_name text,
  confidentiality_asked text,
  wording_digest bytea NOT NULL
    CONSTRAINT written_submission_wording_digest_length CHECK (octet_length(wording_digest) = 32),
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT written_submission_number_key UNIQUE (inquiry_id, number),
  CONSTRAINT written_submission_anonymous_has_words
    CHECK (outcome <> 'published_anonymous' OR printed_name <> '')
);
CREATE INDEX written_submission_call_for_evidence_id_idx
  ON record.written_submission (call_for_evidence_id);
CREATE INDEX written_submission_supplements_source_id_idx
  ON record.written_submission (supplements_source_id);
CREATE INDEX written_submission_wording_digest_idx
  ON record.written_submission (inquiry_id, wording_digest);
COMMENT ON TABLE record.written_submission IS 'What a source that came in writing has beside every source: who, in answer to what, and how it may appear.';
COMMENT ON COLUMN record.written_submission.number IS '12 in CTI0012; allotted at receipt, never reused.';
COMMENT ON COLUMN record.written_submission.supplements_source_id IS 'The earlier submission that it adds to.';
COMMENT ON COLUMN record.written_submission.dated_on IS 'Day that the paper itself prints.';
COMMENT ON COLUMN record.written_submission.late IS 'Whether it came after the closing day, and whether it was admitted all the same.';
COMMENT ON COLUMN record.written_submission.printed_name IS 'What stands in place of the name of who must not be named, such as Name withheld.';
COMMENT ON COLUMN record.written_submission.confidentiality_asked IS 'What the submitter asked to be kept back, and why.';
COMMENT ON COLUMN record.written_submission.wording_digest IS 'HMAC-SHA-256 of the wording of all its paragraphs as received; equal in two submissions of the same words.';

ALTER TABLE record.contribution
  ADD COLUMN consent_uses text[] NOT NULL DEFAULT '{publish,quote,name}'
    CONSTRAINT contribution_consent_uses_known CHECK (consent_uses <@ '{publish,quote,name}'::text[]),
  ADD COLUMN consent_wording text,
  ADD COLUMN consent_review_on date;
COMMENT ON COLUMN record.contribution.consent_uses IS 'What was agreed to, once given: to be published, to be quoted in a report, to be named.';
COMMENT ON COLUMN record.contribution.consent_wording IS 'Which form of words was agreed to, such as version 2 of the form.';
COMMENT ON COLUMN record.contribution.consent_review_on IS 'Day on which it should be asked for again.';

ALTER TABLE record.passage
  DROP CONSTRAINT passage_kind_known,
  ADD CONSTRAINT passage_kind_known
    CHECK (kind IN ('turn', 'stage', 'point', 'paragraph', 'heading', 'logged')),
  DROP CONSTRAINT passage_place_fits_kind,
  ADD CONSTRAINT passage_place_fits_kind CHECK (CASE kind
    WHEN 'turn' THEN block_offset IS NOT NULL AND point_number IS NULL
    WHEN 'point' THEN point_number IS NOT NULL AND block_offset IS NULL
    WHEN 'paragraph' THEN block_offset IS NULL
    ELSE point_number IS NULL AND block_offset IS NULL END),
  ADD COLUMN is_private boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN record.passage.point_number IS 'Number of a point of a note, or of a paragraph of a submission, as printed or as issued.';
COMMENT ON COLUMN record.passage.is_private IS 'Said while the session sat in private; never published.';

ALTER TABLE record.passage_succession
  DROP CONSTRAINT passage_succession_relation_known,
  ADD CONSTRAINT passage_succession_relation_known
    CHECK (relation IN ('split', 'transcribed', 'carried'));

CREATE TABLE record.redaction (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  passage_version_id bigint NOT NULL REFERENCES record.passage_version,
  span_from integer NOT NULL CONSTRAINT redaction_span_from_not_negative CHECK (span_from >= 0),
  span_to integer NOT NULL,
  decision_id bigint NOT NULL REFERENCES record.decision,
  CONSTRAINT redaction_span_whole CHECK (span_to > span_from),
  CONSTRAINT redaction_span_key UNIQUE (passage_version_id, span_from)
);
CREATE INDEX redaction_decision_id_idx ON record.redaction (decision_id);
COMMENT ON TABLE record.redaction IS 'Words of a version that the public sees as an omission, [***].';
COMMENT ON COLUMN record.redaction.span_from IS 'First code point that is left out, from 0.';
COMMENT ON COLUMN record.redaction.span_to IS 'Code point after the last that is left out.';

CREATE TABLE record.redacted_text (
  passage_version_id bigint PRIMARY KEY REFERENCES record.passage_version,
  text text NOT NULL,
  revision integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE record.redacted_text IS 'The words of a version with its redactions applied: what is published in their place.';

CREATE TABLE record.log_line (
  passage_id bigint PRIMARY KEY REFERENCES record.passage,
  session_id bigint NOT NULL REFERENCES record.session,
  line_id text NOT NULL CONSTRAINT log_line_line_id_length CHECK (length(line_id) BETWEEN 1 AND 64),
  kind text NOT NULL CONSTRAINT log_line_kind_known CHECK (kind IN ('question', 'turn', 'stage')),
  question_number integer
    CONSTRAINT log_line_question_number_positive CHECK (question_number > 0),
  spoken_at timestamptz NOT NULL,
  is_starred boolean NOT NULL DEFAULT false,
  is_promised boolean NOT NULL DEFAULT false,
  is_private boolean NOT NULL DEFAULT false,
  is_struck boolean NOT NULL DEFAULT false,
  sent_digest bytea NOT NULL,
  staff_user_id bigint REFERENCES record.staff_user,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT log_line_line_id_key UNIQUE (session_id, line_id)
);
CREATE INDEX log_line_spoken_at_idx ON record.log_line (session_id, spoken_at, passage_id);
CREATE INDEX log_line_staff_user_id_idx ON record.log_line (staff_user_id);
COMMENT ON TABLE record.log_line IS 'What a line of a live log has beside the words of its passage.';
COMMENT ON COLUMN record.log_line.line_id IS 'Made by the client, unique in the session: a line that is sent twice is there once.';
COMMENT ON COLUMN record.log_line.question_number IS 'The number as the clerk typed it; null for the next. Provisional: the transcript issues the numbers.';
COMMENT ON COLUMN record.log_line.spoken_at IS 'When it was typed; lines stand in this order, whenever they arrive.';
COMMENT ON COLUMN record.log_line.is_promised IS 'Somebody promised to write.';
COMMENT ON COLUMN record.log_line.sent_digest IS 'HMAC-SHA-256 of the line as it was first sent: the same line again is known, another one under its id is refused.';
COMMENT ON COLUMN record.log_line.staff_user_id IS 'Who logged it; null for the operator.';

ALTER TABLE record.decision
  DROP CONSTRAINT decision_act_known,
  ADD CONSTRAINT decision_act_known CHECK (act IN (
    'launch', 'accept', 'publish', 'withdraw', 'take-down', 'publish-report', 'admit', 'outcome',
    'decline', 'withhold', 'redact', 'publish-call', 'withdraw-call', 'lapse', 'carry')),
  DROP CONSTRAINT decision_reasoned,
  ADD CONSTRAINT decision_reasoned CHECK (
    act NOT IN ('withdraw', 'take-down', 'decline', 'withhold', 'redact') OR reason <> '');

GRANT SELECT, INSERT, UPDATE ON
  record.call_for_evidence, record.call_period, record.written_submission, record.redacted_text,
  record.log_line TO inquiry_staff;
GRANT SELECT, INSERT ON record.redaction TO inquiry_staff;
