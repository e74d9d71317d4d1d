-- schema: record
--
-- What the suggestion of evidence needs beside the words: vectors of what they
-- mean, and which suggestions people refused.

CREATE TABLE record.passage_meaning (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  passage_version_id bigint NOT NULL REFERENCES record.passage_version ON DELETE CASCADE,
  model text NOT NULL CONSTRAINT passage_meaning_model_present CHECK (model <> ''),
  vectors bytea NOT NULL
    CONSTRAINT passage_meaning_vectors_whole CHECK (octet_length(vectors) % 384 = 0),
  CONSTRAINT passage_meaning_once UNIQUE (passage_version_id, model)
);
-- Vectors are noise to a compressor.
ALTER TABLE record.passage_meaning ALTER COLUMN vectors SET STORAGE EXTERNAL;
COMMENT ON TABLE record.passage_meaning IS 'What a version of a passage means, as vectors; a correction makes a version, and so vectors of its own. Can be computed again at any time.';
COMMENT ON COLUMN record.passage_meaning.id IS 'Rises, so that a server sees what is new to it.';
COMMENT ON COLUMN record.passage_meaning.model IS 'The sentence model and the numbered way in which words are cut into pieces.';
COMMENT ON COLUMN record.passage_meaning.vectors IS 'For each piece of some sixty words 384 components, a signed byte each; only directions count.';

CREATE TABLE record.dropped_suggestion (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  finding_id bigint REFERENCES record.finding,
  recommendation_id bigint REFERENCES record.recommendation,
  passage_version_id bigint NOT NULL REFERENCES record.passage_version ON DELETE CASCADE,
  staff_user_id bigint REFERENCES record.staff_user,
  dropped_at timestamptz NOT NULL,
  CONSTRAINT dropped_suggestion_one_end CHECK (num_nonnulls(finding_id, recommendation_id) = 1)
);
CREATE UNIQUE INDEX dropped_suggestion_once ON record.dropped_suggestion (
  coalesce(finding_id, 0), coalesce(recommendation_id, 0), passage_version_id);
CREATE INDEX dropped_suggestion_finding_id_idx ON record.dropped_suggestion (finding_id);
CREATE INDEX dropped_suggestion_recommendation_id_idx
  ON record.dropped_suggestion (recommendation_id);
CREATE INDEX dropped_suggestion_passage_version_id_idx
  ON record.dropped_suggestion (passage_version_id);
CREATE INDEX dropped_suggestion_staff_user_id_idx ON record.dropped_suggestion (staff_user_id);
COMMENT ON TABLE record.dropped_suggestion IS 'Evidence that was suggested for a finding or recommendation and that a person refused, at the words it had. It is not suggested again until they change.';
COMMENT ON COLUMN record.dropped_suggestion.staff_user_id IS 'Who refused it; null for the operator.';

GRANT SELECT, INSERT ON record.passage_meaning, record.dropped_suggestion TO inquiry_staff;
