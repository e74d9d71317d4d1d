-- schema: published
--
-- What is public of a survey beside the words of its answers: what must be said
-- of it, its questions and its tables, without what is too small. No response
-- ever comes here.

CREATE TABLE published.survey (
  source_id bigint PRIMARY KEY REFERENCES published.source ON DELETE CASCADE,
  inquiry_id bigint NOT NULL REFERENCES published.inquiry ON DELETE CASCADE,
  population text,
  fieldwork_from date,
  fieldwork_to date,
  client text,
  conducted_by text,
  mode text,
  sampling text,
  weighting text,
  is_open_link boolean,
  invited_count integer,
  response_count integer,
  weight_scale integer,
  counts_dont_know boolean NOT NULL,
  smallest_count integer NOT NULL,
  smallest_base integer NOT NULL
);
CREATE INDEX survey_inquiry_id_idx ON published.survey (inquiry_id);
COMMENT ON TABLE published.survey IS 'What is said of a published survey wherever a figure of it is printed.';
COMMENT ON COLUMN published.survey.response_count IS 'Null where only results came in, or too few responded.';

CREATE TABLE published.survey_question (
  id bigint PRIMARY KEY,
  source_id bigint NOT NULL REFERENCES published.source ON DELETE CASCADE,
  ordinal integer NOT NULL,
  code text NOT NULL,
  kind text NOT NULL,
  wording text NOT NULL,
  asked_of text,
  option_codes text[] NOT NULL,
  option_labels text[] NOT NULL,
  option_meanings text[] NOT NULL,
  stated_figures text[],
  stated_bases text[],
  CONSTRAINT survey_question_ordinal_key UNIQUE (source_id, ordinal)
);
COMMENT ON TABLE published.survey_question IS 'A question as it was put, with its options in their order.';

CREATE TABLE published.survey_table (
  id bigint PRIMARY KEY,
  survey_question_id bigint NOT NULL REFERENCES published.survey_question ON DELETE CASCADE,
  by_survey_question_id bigint REFERENCES published.survey_question ON DELETE CASCADE,
  counts bigint[] NOT NULL,
  weights text[] NOT NULL
);
CREATE INDEX survey_table_survey_question_id_idx ON published.survey_table (survey_question_id);
CREATE INDEX survey_table_by_survey_question_id_idx
  ON published.survey_table (by_survey_question_id);
COMMENT ON TABLE published.survey_table IS 'A table as it may be shown; null is held back.';
COMMENT ON COLUMN published.survey_table.counts IS 'Column by column, everybody first: the base, then each option that counts in it.';
COMMENT ON COLUMN published.survey_table.weights IS 'The same as weighted counts; empty where there are no weights.';

GRANT SELECT, INSERT, UPDATE, DELETE ON
  published.survey, published.survey_question, published.survey_table TO inquiry_staff;
GRANT SELECT ON
  published.survey, published.survey_question, published.survey_table TO inquiry_public;
