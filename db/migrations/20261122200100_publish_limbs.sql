-- schema: published
--
-- The public reads what each recommendation asks, of whom and until when, and
-- which earlier one it takes up.

CREATE TABLE published.limb (
  recommendation_id bigint NOT NULL REFERENCES published.recommendation ON DELETE CASCADE,
  number integer NOT NULL,
  words text NOT NULL,
  act text NOT NULL,
  deadline_words text,
  due_on date,
  event text,
  happened_on date,
  event_source text,
  months_after integer,
  days_after integer,
  PRIMARY KEY (recommendation_id, number)
);
COMMENT ON TABLE published.limb IS 'One ask of a published recommendation.';
COMMENT ON COLUMN published.limb.event IS 'Name of the event that its deadline waits for.';
COMMENT ON COLUMN published.limb.happened_on IS 'The day of the event; null where it was waited for when the report came out.';
COMMENT ON COLUMN published.limb.event_source IS 'Where it says that the event happened then.';
COMMENT ON COLUMN published.limb.months_after IS 'How long after the event it is due, with days_after.';

CREATE TABLE published.limb_addressee (
  recommendation_id bigint NOT NULL,
  limb integer NOT NULL,
  ordinal integer NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  is_lead boolean NOT NULL,
  PRIMARY KEY (recommendation_id, limb, ordinal),
  CONSTRAINT limb_addressee_limb_fkey FOREIGN KEY (recommendation_id, limb)
    REFERENCES published.limb ON DELETE CASCADE
);
COMMENT ON TABLE published.limb_addressee IS 'Whom a limb of a published recommendation asks, and which of them leads.';

CREATE TABLE published.lineage (
  recommendation_id bigint NOT NULL REFERENCES published.recommendation ON DELETE CASCADE,
  ordinal integer NOT NULL,
  relation text NOT NULL,
  earlier_inquiry_id bigint REFERENCES published.inquiry ON DELETE CASCADE,
  earlier_recommendation_id bigint REFERENCES published.recommendation ON DELETE SET NULL,
  source_id bigint REFERENCES published.source ON DELETE CASCADE,
  words text,
  PRIMARY KEY (recommendation_id, ordinal),
  CONSTRAINT lineage_one_earlier CHECK (num_nonnulls(earlier_inquiry_id, source_id) = 1)
);
CREATE INDEX lineage_earlier_inquiry_id_idx ON published.lineage (earlier_inquiry_id);
CREATE INDEX lineage_earlier_recommendation_id_idx
  ON published.lineage (earlier_recommendation_id);
CREATE INDEX lineage_source_id_idx ON published.lineage (source_id);
COMMENT ON TABLE published.lineage IS 'Which earlier recommendation a published one takes up: of a public inquiry, or of a published document of others.';
COMMENT ON COLUMN published.lineage.earlier_recommendation_id IS 'Null while the earlier inquiry has not published it.';
COMMENT ON COLUMN published.lineage.words IS 'What the document of others recommended, in short.';

GRANT SELECT, INSERT, UPDATE, DELETE ON
  published.limb, published.limb_addressee, published.lineage TO inquiry_staff;
GRANT SELECT ON published.limb, published.limb_addressee, published.lineage TO inquiry_public;
