-- schema: record
--
-- What a recommendation asks is taken apart: each limb is one ask, with whom it
-- asks and until when, and a recommendation knows which earlier one it takes
-- up. A deadline may wait for an event; its clock starts when somebody logs
-- that it happened. Propositions are what evidence is weighed for and against
-- without being in the report.

CREATE TABLE record.proposition (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  key text NOT NULL
    CONSTRAINT proposition_key_form CHECK (key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  text text NOT NULL CONSTRAINT proposition_text_present CHECK (text <> ''),
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT proposition_key_key UNIQUE (inquiry_id, key)
);
COMMENT ON TABLE record.proposition IS 'A statement that evidence is weighed for and against; it stands in no report.';

ALTER TABLE record.link ADD COLUMN proposition_id bigint REFERENCES record.proposition;
ALTER TABLE record.link DROP CONSTRAINT link_one_end;
ALTER TABLE record.link ADD CONSTRAINT link_one_end
  CHECK (num_nonnulls(finding_id, recommendation_id, proposition_id) = 1);
CREATE INDEX link_proposition_id_idx ON record.link (proposition_id);
DROP INDEX record.link_once;
CREATE UNIQUE INDEX link_once ON record.link (
  coalesce(finding_id, 0), coalesce(recommendation_id, 0), coalesce(proposition_id, 0), passage_id,
  coalesce(span_from, -1), coalesce(span_to, -1))
  WHERE status <> 'dropped';
COMMENT ON TABLE record.link IS 'Binds a finding, recommendation or proposition to a passage at one version. Evidence only once affirmed.';

CREATE TABLE record.awaited_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  key text NOT NULL
    CONSTRAINT awaited_event_key_form CHECK (key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  name text NOT NULL CONSTRAINT awaited_event_name_present CHECK (name <> ''),
  happened_on date,
  evidence text,
  staff_user_id bigint REFERENCES record.staff_user,
  logged_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT awaited_event_key_key UNIQUE (inquiry_id, key),
  CONSTRAINT awaited_event_logged_whole
    CHECK (num_nonnulls(happened_on, evidence, logged_at) IN (0, 3) AND evidence <> '')
);
CREATE INDEX awaited_event_staff_user_id_idx ON record.awaited_event (staff_user_id);
COMMENT ON TABLE record.awaited_event IS 'An event that a deadline waits for.';
COMMENT ON COLUMN record.awaited_event.happened_on IS 'The day on which it happened; null until somebody logs it.';
COMMENT ON COLUMN record.awaited_event.evidence IS 'Where it says that it happened then.';
COMMENT ON COLUMN record.awaited_event.staff_user_id IS 'Who logged it; null for the operator.';

ALTER TABLE record.recommendation ADD COLUMN last_limb integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN record.recommendation.last_limb IS 'The highest number that a limb of it was given; none is given twice.';

CREATE TABLE record.limb (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recommendation_id bigint NOT NULL REFERENCES record.recommendation,
  number integer NOT NULL CONSTRAINT limb_number_positive CHECK (number > 0),
  draft_version_id bigint NOT NULL REFERENCES record.draft_version,
  span_from integer NOT NULL,
  span_to integer NOT NULL,
  quote text NOT NULL,
  act text NOT NULL CONSTRAINT limb_act_present CHECK (act <> ''),
  deadline_words text,
  due_on date,
  awaited_event_id bigint REFERENCES record.awaited_event,
  months_after integer,
  days_after integer,
  staff_user_id bigint REFERENCES record.staff_user,
  confirmed_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT limb_number_key UNIQUE (recommendation_id, number),
  CONSTRAINT limb_span_whole CHECK (span_from >= 0 AND span_to > span_from),
  CONSTRAINT limb_deadline_whole CHECK (
    num_nonnulls(due_on, awaited_event_id) <= CASE WHEN deadline_words IS NULL THEN 0 ELSE 1 END
    AND num_nonnulls(awaited_event_id, months_after, days_after) IN (0, 3)
    AND months_after >= 0 AND days_after >= 0)
);
CREATE INDEX limb_draft_version_id_idx ON record.limb (draft_version_id);
CREATE INDEX limb_awaited_event_id_idx ON record.limb (awaited_event_id);
CREATE INDEX limb_staff_user_id_idx ON record.limb (staff_user_id);
COMMENT ON TABLE record.limb IS 'One ask of a recommendation, as a person confirmed it.';
COMMENT ON COLUMN record.limb.number IS 'Permanent within its recommendation.';
COMMENT ON COLUMN record.limb.draft_version_id IS 'The draft whose words of the recommendation the person saw.';
COMMENT ON COLUMN record.limb.span_from IS 'First code point of its words in the plain words of the recommendation, from 0.';
COMMENT ON COLUMN record.limb.span_to IS 'Code point after the last of its words.';
COMMENT ON COLUMN record.limb.act IS 'What is to be done, in short.';
COMMENT ON COLUMN record.limb.deadline_words IS 'What the recommendation says of the time; with neither day nor event it is vague.';
COMMENT ON COLUMN record.limb.months_after IS 'How long after the event it is due, with days_after.';
COMMENT ON COLUMN record.limb.staff_user_id IS 'Who confirmed it; null for the operator.';

CREATE TABLE record.limb_addressee (
  limb_id bigint NOT NULL REFERENCES record.limb ON DELETE CASCADE,
  ordinal integer NOT NULL,
  name text NOT NULL CONSTRAINT limb_addressee_name_present CHECK (name <> ''),
  kind text NOT NULL CONSTRAINT limb_addressee_kind_known CHECK (kind IN (
    'government', 'minister', 'department', 'regulator', 'parliamentary-committee',
    'local-authorities', 'public-body', 'other')),
  is_lead boolean NOT NULL,
  PRIMARY KEY (limb_id, ordinal),
  CONSTRAINT limb_addressee_once UNIQUE (limb_id, name)
);
CREATE UNIQUE INDEX limb_addressee_one_lead ON record.limb_addressee (limb_id) WHERE is_lead;
COMMENT ON TABLE record.limb_addressee IS 'Whom a limb asks to act, and which of them leads.';

CREATE TABLE record.lineage (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recommendation_id bigint NOT NULL REFERENCES record.recommendation,
  relation text NOT NULL CONSTRAINT lineage_relation_known
    CHECK (relation IN ('repeats', 'strengthens', 'extends', 'supersedes')),
  earlier_recommendation_id bigint REFERENCES record.recommendation,
  source_id bigint REFERENCES record.source,
  words text,
  CONSTRAINT lineage_one_earlier CHECK (
    num_nonnulls(earlier_recommendation_id, source_id) = 1
    AND (source_id IS NULL) = (words IS NULL) AND words <> ''),
  CONSTRAINT lineage_not_itself CHECK (recommendation_id <> earlier_recommendation_id)
);
CREATE UNIQUE INDEX lineage_once ON record.lineage (
  recommendation_id, coalesce(earlier_recommendation_id, 0), coalesce(source_id, 0),
  coalesce(words, ''));
CREATE INDEX lineage_earlier_recommendation_id_idx ON record.lineage (earlier_recommendation_id);
CREATE INDEX lineage_source_id_idx ON record.lineage (source_id);
COMMENT ON TABLE record.lineage IS 'Which earlier recommendation one takes up: of this inquiry, of one that it follows, or of a document of others.';
COMMENT ON COLUMN record.lineage.words IS 'What the document of others recommended, in short.';

GRANT SELECT, INSERT, UPDATE ON record.proposition, record.awaited_event TO inquiry_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON record.limb TO inquiry_staff;
GRANT SELECT, INSERT, DELETE ON record.limb_addressee, record.lineage TO inquiry_staff;
