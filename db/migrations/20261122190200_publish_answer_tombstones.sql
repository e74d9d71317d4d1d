-- schema: published
--
-- An answer in a respondent's own words that was taken from the public has a
-- tombstone at its own address, while its survey stays.

CREATE TABLE published.answer_tombstone (
  id bigint PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES published.inquiry ON DELETE CASCADE,
  reference text NOT NULL,
  title text NOT NULL,
  question_code text NOT NULL,
  option_code text NOT NULL,
  reason text NOT NULL,
  removed_on date NOT NULL
);
CREATE INDEX answer_tombstone_inquiry_id_idx ON published.answer_tombstone (inquiry_id, reference);
COMMENT ON TABLE published.answer_tombstone IS 'An answer in a respondent''s own words that was public and is no longer, why, and since when.';
COMMENT ON COLUMN published.answer_tombstone.id IS 'The id of the passage that went.';
COMMENT ON COLUMN published.answer_tombstone.reference IS 'Of the survey, and title likewise.';
COMMENT ON COLUMN published.answer_tombstone.option_code IS 'The number under which it was published.';

GRANT SELECT, INSERT, UPDATE, DELETE ON published.answer_tombstone TO inquiry_staff;
GRANT SELECT ON published.answer_tombstone TO inquiry_public;
