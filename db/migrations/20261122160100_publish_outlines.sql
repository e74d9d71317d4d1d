-- schema: published
--
-- The numbers of paragraphs that are counted within their chapters.

ALTER TABLE published.passage ADD COLUMN outline_number text;
COMMENT ON COLUMN published.passage.outline_number IS 'Number of a paragraph of a document that counts within its chapters, as printed.';
