-- schema: published
--
-- What every published document and survey has as a source and in its passages.

ALTER TABLE published.source ADD COLUMN title text;
COMMENT ON TABLE published.source IS 'A published record of a session, submission, document or survey.';
COMMENT ON COLUMN published.source.session_id IS 'Null for a submission, a document or a survey.';
COMMENT ON COLUMN published.source.title IS 'A document or survey as it is cited; null for other kinds.';

ALTER TABLE published.passage
  ADD COLUMN page_number integer,
  ADD COLUMN question_code text,
  ADD COLUMN option_code text;
COMMENT ON COLUMN published.passage.page_number IS 'Page of a document on which it begins.';
COMMENT ON COLUMN published.passage.question_code IS 'Survey question that an answer belongs to.';
COMMENT ON COLUMN published.passage.option_code IS 'Which answer of the question it is.';

ALTER TABLE published.tombstone ADD COLUMN title text;
COMMENT ON COLUMN published.tombstone.title IS 'A document or survey as it was cited; null for other kinds.';
