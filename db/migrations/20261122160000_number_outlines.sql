-- schema: record
--
-- A document may number its paragraphs within its chapters, 2.17 or 4.3.1. That
-- number is how readers find the place, so it is the one that is cited.

ALTER TABLE record.passage
  ADD COLUMN outline_number text,
  ADD CONSTRAINT passage_outline_number_form CHECK (
    outline_number IS NULL
    OR outline_number ~ '^[1-9][0-9]{0,8}(\.[1-9][0-9]{0,8}){1,4}$'
      AND kind = 'paragraph' AND point_number IS NULL),
  ADD CONSTRAINT passage_outline_number_key UNIQUE (source_id, outline_number);
COMMENT ON COLUMN record.passage.outline_number IS 'Number of a paragraph of a document that counts within its chapters, as printed; null where paragraphs are counted straight through.';
