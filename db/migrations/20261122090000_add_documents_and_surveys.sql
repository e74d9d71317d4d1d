-- schema: record
--
-- Two more kinds of source beside records of sessions, logs and submissions:
-- documents, by page and paragraph, and surveys, of which every answer is a
-- passage. What each has beside a source comes with it.

ALTER TABLE record.source
  ADD COLUMN title text,
  DROP CONSTRAINT source_kind_known,
  ADD CONSTRAINT source_kind_known CHECK (kind IN (
    'transcript', 'note', 'summary', 'log', 'written_submission', 'document', 'survey')),
  DROP CONSTRAINT source_session_fits_kind,
  ADD CONSTRAINT source_session_fits_kind
    CHECK ((kind IN ('written_submission', 'document', 'survey')) = (session_id IS NULL)),
  DROP CONSTRAINT source_has_original,
  ADD CONSTRAINT source_has_original
    CHECK (kind IN ('log', 'document', 'survey') OR original_id IS NOT NULL),
  ADD CONSTRAINT source_title_fits_kind
    CHECK ((kind IN ('document', 'survey')) = (title IS NOT NULL) AND title <> '');
COMMENT ON COLUMN record.source.title IS 'A document or survey as it is cited, such as Munro Review of Child Protection, 2011; null for other kinds.';
COMMENT ON COLUMN record.source.reference IS 'OS3 for the first record of session 3, OS3-summary and the like for a further one; CTI0012 for a submission; D3 for a document; S2 for a survey. Never reused.';
COMMENT ON COLUMN record.source.session_id IS 'Null for a submission, a document or a survey.';

ALTER TABLE record.passage
  ADD COLUMN page_number integer CONSTRAINT passage_page_number_positive CHECK (page_number > 0),
  ADD COLUMN question_code text,
  ADD COLUMN option_code text,
  DROP CONSTRAINT passage_kind_known,
  ADD CONSTRAINT passage_kind_known
    CHECK (kind IN ('turn', 'stage', 'point', 'paragraph', 'heading', 'logged', 'answer')),
  ADD CONSTRAINT passage_answer_coded
    CHECK (CASE kind WHEN 'answer' THEN question_code <> '' AND option_code <> ''
      ELSE question_code IS NULL AND option_code IS NULL END),
  ADD CONSTRAINT passage_answer_key UNIQUE (source_id, question_code, option_code);
COMMENT ON COLUMN record.passage.page_number IS 'Page on which a passage of a document begins, counted from 1.';
COMMENT ON COLUMN record.passage.question_code IS 'Q4 in S2-Q4, answer yes: the survey question that an answer belongs to.';
COMMENT ON COLUMN record.passage.option_code IS 'yes in S2-Q4, answer yes.';
