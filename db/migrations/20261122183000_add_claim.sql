-- schema: record
--
-- What quantified statements rest on. Statements are found in the newest draft and
-- in the inquiry's public summary each time somebody looks; a row is made when a
-- person binds one, and stays as long as its words stand in their paragraph.

CREATE TABLE record.claim (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  key text NOT NULL CONSTRAINT claim_key_form CHECK (key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  draft_paragraph_id bigint REFERENCES record.draft_paragraph,
  words text NOT NULL,
  sentence text NOT NULL,
  passage_version_id bigint REFERENCES record.passage_version,
  stated_figure text,
  stated_base integer CONSTRAINT claim_stated_base_positive CHECK (stated_base > 0),
  bound_by bigint REFERENCES record.staff_user,
  bound_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT claim_key_key UNIQUE (inquiry_id, key),
  CONSTRAINT claim_stated_of_something CHECK (
    passage_version_id IS NOT NULL OR num_nonnulls(stated_figure, stated_base) = 0)
);
CREATE INDEX claim_draft_paragraph_id_idx ON record.claim (draft_paragraph_id);
CREATE INDEX claim_passage_version_id_idx ON record.claim (passage_version_id);
CREATE INDEX claim_bound_by_idx ON record.claim (bound_by);
COMMENT ON TABLE record.claim IS 'A quantified statement that a person bound to a survey answer or an outside statistic.';
COMMENT ON COLUMN record.claim.key IS 'Its paragraph and words, and which of those it is where they stand there more than once.';
COMMENT ON COLUMN record.claim.draft_paragraph_id IS 'Null in the inquiry''s public summary.';
COMMENT ON COLUMN record.claim.words IS 'The quantified words, such as more than 80 per cent.';
COMMENT ON COLUMN record.claim.sentence IS 'The sentence they stood in when they were bound; with other words the binding is suspect.';
COMMENT ON COLUMN record.claim.passage_version_id IS 'What it rests on, at the version that was read; null after it was released.';
COMMENT ON COLUMN record.claim.stated_figure IS 'What the figure is there, in words, where no survey says so.';
COMMENT ON COLUMN record.claim.stated_base IS 'How many it is of, where that is known from elsewhere.';
COMMENT ON COLUMN record.claim.bound_by IS 'Who answers for it; null for the operator.';

GRANT SELECT, INSERT, UPDATE ON record.claim TO inquiry_staff;
