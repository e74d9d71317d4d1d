-- schema: record
--
-- What a survey has beside a source: what must be said of it wherever a figure
-- of it is printed, what was asked, who answered how, and what its public tables
-- show. Answers are arrays of small codes, one for each respondent: a hundred
-- thousand responses to fifty questions are ten megabytes and one pass, where a
-- row for each answer would be five million. What the tables for the public hold
-- back is worked out once, when the survey comes in, for all of them together.

CREATE TABLE record.survey (
  source_id bigint PRIMARY KEY REFERENCES record.source ON DELETE CASCADE,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  number integer NOT NULL CONSTRAINT survey_number_positive CHECK (number > 0),
  population text,
  fieldwork_from date,
  fieldwork_to date,
  client text,
  conducted_by text,
  mode text,
  sampling text,
  weighting text,
  is_open_link boolean,
  invited_count integer CONSTRAINT survey_invited_count_positive CHECK (invited_count > 0),
  response_count integer CONSTRAINT survey_response_count_positive CHECK (response_count > 0),
  weight_scale integer CONSTRAINT survey_weight_scale_known CHECK (weight_scale BETWEEN 0 AND 20),
  counts_dont_know boolean NOT NULL,
  smallest_count integer NOT NULL,
  smallest_base integer NOT NULL,
  codebook_original_id bigint REFERENCES record.original,
  CONSTRAINT survey_number_key UNIQUE (inquiry_id, number),
  CONSTRAINT survey_fieldwork_forward CHECK (fieldwork_from <= fieldwork_to)
);
CREATE INDEX survey_codebook_original_id_idx ON record.survey (codebook_original_id);
COMMENT ON TABLE record.survey IS 'What must be said of a survey wherever a figure of it is printed; null is what is not known.';
COMMENT ON COLUMN record.survey.number IS '2 in S2; never used again.';
COMMENT ON COLUMN record.survey.population IS 'Whom the survey was to speak of.';
COMMENT ON COLUMN record.survey.is_open_link IS 'Whether anybody could answer: then it is no sample of a population.';
COMMENT ON COLUMN record.survey.response_count IS 'Null where only results came in.';
COMMENT ON COLUMN record.survey.weight_scale IS 'Decimals of the weights; null where there are none.';
COMMENT ON COLUMN record.survey.smallest_count IS 'Counts above 0 and below this are not shown to the public.';
COMMENT ON COLUMN record.survey.smallest_base IS 'Nothing is shown to the public of a base below this.';

CREATE TABLE record.survey_question (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source_id bigint NOT NULL REFERENCES record.source ON DELETE CASCADE,
  ordinal integer NOT NULL,
  code text NOT NULL,
  kind text NOT NULL
    CONSTRAINT survey_question_kind_known CHECK (kind IN ('single', 'multiple', 'text')),
  wording text NOT NULL,
  asked_of text,
  option_codes text[] NOT NULL,
  option_labels text[] NOT NULL,
  option_meanings text[] NOT NULL,
  stated_figures text[],
  stated_bases text[],
  CONSTRAINT survey_question_ordinal_key UNIQUE (source_id, ordinal),
  CONSTRAINT survey_question_code_key UNIQUE (source_id, code)
);
COMMENT ON TABLE record.survey_question IS 'A question as it was put, with its options in their order.';
COMMENT ON COLUMN record.survey_question.asked_of IS 'Who was asked, where not everybody was.';
COMMENT ON COLUMN record.survey_question.option_meanings IS 'answer, dont_know, prefer_not_to_say, not_asked, skipped.';
COMMENT ON COLUMN record.survey_question.stated_figures IS 'The figure of each option as published elsewhere, in its own words; null where responses came in.';
COMMENT ON COLUMN record.survey_question.stated_bases IS 'The base of each figure as published; empty where none was.';

CREATE TABLE record.survey_answer (
  survey_question_id bigint NOT NULL REFERENCES record.survey_question ON DELETE CASCADE,
  ordinal integer NOT NULL,
  codes bytea NOT NULL,
  PRIMARY KEY (survey_question_id, ordinal)
);
COMMENT ON TABLE record.survey_answer IS 'Answers of 65,536 respondents to a question, in the order of the file. Never published.';
COMMENT ON COLUMN record.survey_answer.codes IS 'Little-endian: 16 bits for the place of the option from 1, 0 for skipped; 64 bits of ticks where several could be, the highest for none ticked.';

CREATE TABLE record.survey_weight (
  source_id bigint NOT NULL REFERENCES record.source ON DELETE CASCADE,
  ordinal integer NOT NULL,
  weights bytea NOT NULL,
  PRIMARY KEY (source_id, ordinal)
);
COMMENT ON TABLE record.survey_weight IS 'Weights of 65,536 respondents, 128 bits each, little-endian, times ten to the power of the scale.';

CREATE TABLE record.survey_words (
  survey_question_id bigint NOT NULL REFERENCES record.survey_question ON DELETE CASCADE,
  respondent integer NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (survey_question_id, respondent)
);
COMMENT ON TABLE record.survey_words IS 'What respondents wrote in their own words; never published with the survey.';
COMMENT ON COLUMN record.survey_words.respondent IS 'Place in the file, from 1.';

CREATE TABLE record.survey_table (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  survey_question_id bigint NOT NULL REFERENCES record.survey_question ON DELETE CASCADE,
  by_survey_question_id bigint REFERENCES record.survey_question ON DELETE CASCADE,
  counts bigint[] NOT NULL,
  weights text[] NOT NULL,
  CONSTRAINT survey_table_key UNIQUE NULLS NOT DISTINCT (survey_question_id, by_survey_question_id)
);
CREATE INDEX survey_table_by_survey_question_id_idx ON record.survey_table (by_survey_question_id);
COMMENT ON TABLE record.survey_table IS 'What a public table shows, with what is too small held back.';
COMMENT ON COLUMN record.survey_table.by_survey_question_id IS 'The question whose answers make the groups; null for everybody alone.';
COMMENT ON COLUMN record.survey_table.counts IS 'Column by column, everybody first: the base, then each option that counts in it; null for what is held back.';
COMMENT ON COLUMN record.survey_table.weights IS 'The same as weighted counts, exact decimals; empty where there are no weights.';

GRANT SELECT, INSERT ON
  record.survey, record.survey_question, record.survey_answer, record.survey_weight,
  record.survey_words, record.survey_table TO inquiry_staff;
