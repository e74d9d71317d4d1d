-- schema: published
--
-- What belongs to no session is listed after what does, in the order of its
-- references.

CREATE INDEX source_written_idx ON published.source (inquiry_id, reference COLLATE "C")
  WHERE session_id IS NULL;
