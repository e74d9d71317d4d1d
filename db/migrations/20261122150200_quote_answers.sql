-- schema: record
--
-- What respondents wrote in their own words is not published with their survey.
-- One answer at a time is, by an act of its own: it becomes a passage under a
-- number that says nothing of who wrote it or where in the file it stood.

CREATE TABLE record.quoted_answer (
  passage_id bigint PRIMARY KEY REFERENCES record.passage ON DELETE CASCADE,
  survey_question_id bigint NOT NULL,
  respondent integer NOT NULL,
  decision_id bigint NOT NULL REFERENCES record.decision,
  CONSTRAINT quoted_answer_survey_words_fkey
    FOREIGN KEY (survey_question_id, respondent) REFERENCES record.survey_words ON DELETE CASCADE,
  CONSTRAINT quoted_answer_once UNIQUE (survey_question_id, respondent)
);
CREATE INDEX quoted_answer_decision_id_idx ON record.quoted_answer (decision_id);
COMMENT ON TABLE record.quoted_answer IS 'An answer in a respondent''s own words that was published by itself; which row it came from is never public.';
COMMENT ON COLUMN record.quoted_answer.respondent IS 'Place in the file, from 1.';
COMMENT ON COLUMN record.quoted_answer.decision_id IS 'The decision under which it was published.';
COMMENT ON COLUMN record.passage.option_code IS 'yes in S2-Q4, answer yes; of an answer in own words the number under which it was published.';

GRANT SELECT, INSERT ON record.quoted_answer TO inquiry_staff;
