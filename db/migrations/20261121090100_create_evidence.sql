-- schema: record
--
-- Oral evidence: sessions, who sat and who was heard, the records of what was
-- said, and every passage of them with its versions. A session may be recorded
-- twice, verbatim and as points, so what is received, accepted and published
-- is the source, not the session.

CREATE TABLE record.witness_group (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  slug text NOT NULL CONSTRAINT witness_group_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text NOT NULL,
  CONSTRAINT witness_group_slug_key UNIQUE (inquiry_id, slug)
);
COMMENT ON TABLE record.witness_group IS 'A kind of witness an inquiry hears, such as social workers.';

CREATE TABLE record.witness (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  person_id bigint NOT NULL REFERENCES record.person,
  capacity text NOT NULL DEFAULT '',
  organisation text NOT NULL DEFAULT '',
  witness_group_id bigint REFERENCES record.witness_group,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT witness_once UNIQUE (inquiry_id, person_id, capacity, organisation)
);
CREATE INDEX witness_person_id_idx ON record.witness (person_id);
CREATE INDEX witness_witness_group_id_idx ON record.witness (witness_group_id);
COMMENT ON TABLE record.witness IS 'A person in a capacity, heard by one inquiry; the same person in another capacity is another witness.';
COMMENT ON COLUMN record.witness.capacity IS 'Role as printed, such as chief executive; empty when none was given.';

CREATE TABLE record.session (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  number integer NOT NULL CONSTRAINT session_number_positive CHECK (number > 0),
  held_on date NOT NULL,
  hearing text NOT NULL CONSTRAINT session_hearing_known CHECK (hearing IN ('public', 'private')),
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT session_number_key UNIQUE (inquiry_id, number)
);
COMMENT ON TABLE record.session IS 'An oral evidence session.';
COMMENT ON COLUMN record.session.number IS 'OS3 is number 3 of its inquiry; never reused.';

CREATE TABLE record.session_member (
  session_id bigint NOT NULL REFERENCES record.session,
  person_id bigint NOT NULL REFERENCES record.person,
  ordinal integer NOT NULL,
  is_chair boolean NOT NULL DEFAULT false,
  PRIMARY KEY (session_id, person_id),
  CONSTRAINT session_member_ordinal_key UNIQUE (session_id, ordinal)
);
CREATE INDEX session_member_person_id_idx ON record.session_member (person_id);
CREATE UNIQUE INDEX session_member_one_chair ON record.session_member (session_id) WHERE is_chair;
COMMENT ON TABLE record.session_member IS 'Who of the body was present, in the order printed.';

CREATE TABLE record.panel (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  session_id bigint NOT NULL REFERENCES record.session,
  ordinal integer NOT NULL CONSTRAINT panel_ordinal_positive CHECK (ordinal > 0),
  CONSTRAINT panel_ordinal_key UNIQUE (session_id, ordinal)
);
COMMENT ON TABLE record.panel IS 'Witnesses heard together; printed as a Roman numeral.';

CREATE TABLE record.panel_witness (
  panel_id bigint NOT NULL REFERENCES record.panel,
  witness_id bigint NOT NULL REFERENCES record.witness,
  ordinal integer NOT NULL,
  PRIMARY KEY (panel_id, witness_id),
  CONSTRAINT panel_witness_ordinal_key UNIQUE (panel_id, ordinal)
);
CREATE INDEX panel_witness_witness_id_idx ON record.panel_witness (witness_id);
COMMENT ON TABLE record.panel_witness IS 'Who sat on a panel, in the order printed.';

CREATE TABLE record.original (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sha256 bytea NOT NULL CONSTRAINT original_sha256_length CHECK (octet_length(sha256) = 32),
  byte_count bigint NOT NULL,
  file_name text NOT NULL
);
CREATE INDEX original_sha256_idx ON record.original (sha256);
COMMENT ON TABLE record.original IS 'A file as it arrived, byte for byte.';

CREATE TABLE record.original_chunk (
  original_id bigint NOT NULL REFERENCES record.original,
  ordinal integer NOT NULL,
  bytes bytea NOT NULL
    CONSTRAINT original_chunk_size CHECK (octet_length(bytes) BETWEEN 1 AND 1048576),
  PRIMARY KEY (original_id, ordinal)
);
COMMENT ON TABLE record.original_chunk IS 'The bytes of an original in pieces of at most 1 MiB, so that none is ever one value.';

CREATE TABLE record.source (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  session_id bigint NOT NULL REFERENCES record.session,
  kind text NOT NULL CONSTRAINT source_kind_known CHECK (kind IN ('transcript', 'note', 'summary')),
  reference text NOT NULL,
  state text NOT NULL DEFAULT 'received' CONSTRAINT source_state_known CHECK (state IN (
    'received', 'accepted', 'published', 'withdrawn', 'taken_down')),
  stage text NOT NULL
    CONSTRAINT source_stage_known CHECK (stage IN ('logged', 'uncorrected', 'corrected')),
  language text NOT NULL DEFAULT 'en',
  agreed_on date,
  original_id bigint NOT NULL REFERENCES record.original,
  received_on date NOT NULL,
  published_on date,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT source_reference_key UNIQUE (inquiry_id, reference),
  CONSTRAINT source_kind_key UNIQUE (session_id, kind),
  CONSTRAINT source_summary_agreed
    CHECK (kind <> 'summary' OR state <> 'published' OR agreed_on IS NOT NULL),
  CONSTRAINT source_published_has_day CHECK (state <> 'published' OR published_on IS NOT NULL)
);
-- Points are cited by the session's number, so one set of them is all a session can have.
CREATE UNIQUE INDEX source_one_set_of_points ON record.source (session_id)
  WHERE kind IN ('note', 'summary');
CREATE INDEX source_original_id_idx ON record.source (original_id);
COMMENT ON TABLE record.source IS 'A record that evidence came in; what is received, accepted, published, withdrawn or taken down as one.';
COMMENT ON COLUMN record.source.reference IS 'OS3 for the first record of session 3, OS3-summary and the like for a further one; never reused.';
COMMENT ON COLUMN record.source.stage IS 'How far the words have come; an uncorrected record is marked wherever it is used.';
COMMENT ON COLUMN record.source.agreed_on IS 'Day on which the witnesses agreed a summary.';

CREATE TABLE record.contribution (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source_id bigint NOT NULL REFERENCES record.source,
  witness_id bigint NOT NULL REFERENCES record.witness,
  consent text NOT NULL DEFAULT 'not_asked' CONSTRAINT contribution_consent_known
    CHECK (consent IN ('not_asked', 'given', 'refused', 'withdrawn')),
  consent_given_by text,
  consent_on date,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT contribution_once UNIQUE (source_id, witness_id),
  CONSTRAINT contribution_consent_dated CHECK (consent = 'not_asked' OR consent_on IS NOT NULL)
);
CREATE INDEX contribution_witness_id_idx ON record.contribution (witness_id);
COMMENT ON TABLE record.contribution IS 'One witness''s part of a source, with consent to its publication.';
COMMENT ON COLUMN record.contribution.consent_given_by IS 'How or through whom, such as a signed form or a social worker.';

CREATE TABLE record.question_block (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  source_id bigint NOT NULL REFERENCES record.source,
  number integer NOT NULL CONSTRAINT question_block_number_positive CHECK (number > 0),
  CONSTRAINT question_block_number_key UNIQUE (inquiry_id, number)
);
CREATE INDEX question_block_source_id_idx ON record.question_block (source_id);
COMMENT ON TABLE record.question_block IS 'A numbered question and every turn until the next number. Numbers run on through the inquiry and are never issued twice.';

CREATE TABLE record.passage (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source_id bigint NOT NULL REFERENCES record.source,
  ordinal integer NOT NULL,
  kind text NOT NULL CONSTRAINT passage_kind_known CHECK (kind IN ('turn', 'stage', 'point')),
  question_block_id bigint REFERENCES record.question_block,
  block_offset integer CONSTRAINT passage_block_offset_not_negative CHECK (block_offset >= 0),
  point_number integer CONSTRAINT passage_point_number_positive CHECK (point_number > 0),
  panel_id bigint REFERENCES record.panel,
  person_id bigint REFERENCES record.person,
  label text,
  is_chair boolean NOT NULL DEFAULT false,
  CONSTRAINT passage_ordinal_key UNIQUE (source_id, ordinal) DEFERRABLE,
  CONSTRAINT passage_block_offset_key UNIQUE (question_block_id, block_offset) DEFERRABLE,
  CONSTRAINT passage_point_number_key UNIQUE (source_id, point_number),
  CONSTRAINT passage_place_fits_kind CHECK (CASE kind
    WHEN 'turn' THEN block_offset IS NOT NULL AND point_number IS NULL
    WHEN 'point' THEN point_number IS NOT NULL AND block_offset IS NULL
    ELSE point_number IS NULL AND block_offset IS NULL END)
);
CREATE UNIQUE INDEX passage_opening_offset ON record.passage (source_id, block_offset)
  WHERE question_block_id IS NULL AND block_offset IS NOT NULL;
CREATE INDEX passage_panel_id_idx ON record.passage (panel_id);
CREATE INDEX passage_person_id_idx ON record.passage (person_id);
COMMENT ON TABLE record.passage IS 'Anything citable: a turn of speech or a point of a note. Its id is permanent, its words are in its versions.';
COMMENT ON COLUMN record.passage.block_offset IS '0 for the numbered question itself, n for Q45+n; before the first question, n for Q0+n.';
COMMENT ON COLUMN record.passage.label IS 'The speaker as printed, damage included; not a key to who it is.';
COMMENT ON COLUMN record.passage.person_id IS 'Who spoke; null while a label is in doubt.';

CREATE TABLE record.passage_version (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  passage_id bigint NOT NULL REFERENCES record.passage,
  number integer NOT NULL CONSTRAINT passage_version_number_positive CHECK (number > 0),
  stage text NOT NULL
    CONSTRAINT passage_version_stage_known CHECK (stage IN ('logged', 'uncorrected', 'corrected')),
  language text NOT NULL DEFAULT 'en',
  text text NOT NULL,
  exact_digest bytea NOT NULL,
  wording_digest bytea NOT NULL,
  is_current boolean NOT NULL DEFAULT true,
  CONSTRAINT passage_version_number_key UNIQUE (passage_id, number)
);
CREATE UNIQUE INDEX passage_version_one_current ON record.passage_version (passage_id)
  WHERE is_current;
COMMENT ON TABLE record.passage_version IS 'The words of a passage at one stage. Words are never changed; a correction is a further version.';
COMMENT ON COLUMN record.passage_version.exact_digest IS 'HMAC-SHA-256 of the text.';
COMMENT ON COLUMN record.passage_version.wording_digest IS 'HMAC-SHA-256 of the text under wording normalisation 1: equal when only typography differs.';

CREATE TABLE record.passage_succession (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  from_passage_id bigint NOT NULL REFERENCES record.passage,
  to_passage_id bigint NOT NULL REFERENCES record.passage,
  relation text NOT NULL CONSTRAINT passage_succession_relation_known
    CHECK (relation = 'split'),
  CONSTRAINT passage_succession_once UNIQUE (from_passage_id, to_passage_id)
);
CREATE INDEX passage_succession_to_passage_id_idx ON record.passage_succession (to_passage_id);
COMMENT ON TABLE record.passage_succession IS 'Which passages took the place of which, when one was split.';

CREATE TABLE record.unplaced_line (
  source_id bigint NOT NULL REFERENCES record.source,
  ordinal integer NOT NULL,
  line integer NOT NULL,
  text text NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (source_id, ordinal)
);
COMMENT ON TABLE record.unplaced_line IS 'What an import could not place: kept and listed, never lost.';
COMMENT ON COLUMN record.unplaced_line.line IS 'Line of a .txt, paragraph of a .docx, counted from 1.';

CREATE TABLE record.decision (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  act text NOT NULL CONSTRAINT decision_act_known CHECK (act IN (
    'launch', 'accept', 'publish', 'withdraw', 'take-down', 'publish-report')),
  decided_on date NOT NULL,
  decided_by text NOT NULL,
  reason text,
  staff_user_id bigint REFERENCES record.staff_user,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT decision_reasoned CHECK (act NOT IN ('withdraw', 'take-down') OR reason <> '')
);
CREATE INDEX decision_inquiry_id_idx ON record.decision (inquiry_id);
CREATE INDEX decision_staff_user_id_idx ON record.decision (staff_user_id);
COMMENT ON TABLE record.decision IS 'What was decided about evidence, when and by whom; one decision may cover a list.';
COMMENT ON COLUMN record.decision.decided_by IS 'The meeting or person that decided, as recorded.';
COMMENT ON COLUMN record.decision.staff_user_id IS 'Who entered it; null for the operator.';

CREATE TABLE record.source_decision (
  decision_id bigint NOT NULL REFERENCES record.decision,
  source_id bigint NOT NULL REFERENCES record.source,
  PRIMARY KEY (decision_id, source_id)
);
CREATE INDEX source_decision_source_id_idx ON record.source_decision (source_id);
COMMENT ON TABLE record.source_decision IS 'Which sources a decision was about.';

GRANT SELECT, INSERT, UPDATE ON
  record.witness_group, record.witness, record.session, record.source, record.contribution,
  record.passage TO inquiry_staff;
GRANT SELECT, INSERT ON
  record.session_member, record.panel, record.panel_witness, record.original,
  record.original_chunk, record.question_block, record.passage_version,
  record.passage_succession, record.unplaced_line, record.decision, record.source_decision
  TO inquiry_staff;
-- The words of a version are never changed, only the mark of which is current.
GRANT UPDATE (is_current) ON record.passage_version TO inquiry_staff;
