-- schema: published
--
-- Words may have to go after a report was published that rests on them. Their pins
-- go with them, and the page of what is left must still say where it was used.

CREATE TABLE published.removed_use (
  report_id bigint NOT NULL,
  block_ordinal integer NOT NULL,
  passage_id bigint NOT NULL REFERENCES published.passage ON DELETE CASCADE,
  is_link boolean NOT NULL,
  PRIMARY KEY (report_id, block_ordinal, passage_id, is_link),
  CONSTRAINT removed_use_report_id_fkey FOREIGN KEY (report_id, block_ordinal)
    REFERENCES published.report_block (report_id, ordinal) ON DELETE CASCADE
);
CREATE INDEX removed_use_passage_id_idx ON published.removed_use (passage_id);
COMMENT ON TABLE published.removed_use IS 'Where a published report cites a passage, or rests on it, at words that had to go.';
COMMENT ON COLUMN published.removed_use.is_link IS 'Whether what the block concludes is linked to the passage; otherwise its words cite it.';

GRANT SELECT, INSERT, UPDATE, DELETE ON published.removed_use TO inquiry_staff;
GRANT SELECT ON published.removed_use TO inquiry_public;
