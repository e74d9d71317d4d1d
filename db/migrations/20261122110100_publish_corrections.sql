-- schema: published
--
-- The public is told what was corrected, when and of what kind.

CREATE TABLE published.correction (
  id bigint PRIMARY KEY,
  passage_id bigint NOT NULL REFERENCES published.passage ON DELETE CASCADE,
  kind text NOT NULL CONSTRAINT correction_kind_known
    CHECK (kind IN ('misreport', 'fact', 'footnote', 'supplementary')),
  version integer,
  is_removal boolean NOT NULL,
  reason text,
  footnote text,
  supplement_reference text,
  corrected_on date NOT NULL
);
CREATE INDEX correction_passage_id_idx ON published.correction (passage_id);
COMMENT ON TABLE published.correction IS 'What was corrected in a passage since it was published, and what stands beneath it.';
COMMENT ON COLUMN published.correction.version IS 'Number of the version that a correction of words made; null for what leaves them.';
COMMENT ON COLUMN published.correction.is_removal IS 'Words had to go: the addresses of earlier versions show a tombstone.';
COMMENT ON COLUMN published.correction.supplement_reference IS 'The published submission that adds to the answer.';
COMMENT ON TABLE published.passage_version IS 'Published words: those that stand now, those that were public before a correction, and those that a published report is pinned to.';

GRANT SELECT, INSERT, UPDATE, DELETE ON published.correction TO inquiry_staff;
GRANT SELECT ON published.correction TO inquiry_public;
