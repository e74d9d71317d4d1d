-- schema: record
--
-- What a recommendation asks, of whom and until when, and which earlier one it
-- takes up, stay in an edition as they were when it was published, as links do.

CREATE TABLE record.report_limb (
  report_id bigint NOT NULL,
  recommendation_id bigint NOT NULL,
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
  PRIMARY KEY (report_id, recommendation_id, number),
  CONSTRAINT report_limb_report_recommendation_fkey FOREIGN KEY (report_id, recommendation_id)
    REFERENCES record.report_recommendation
);
COMMENT ON TABLE record.report_limb IS 'A confirmed limb as it stood when an edition was published.';
COMMENT ON COLUMN record.report_limb.event IS 'Name of the event that its deadline waits for.';
COMMENT ON COLUMN record.report_limb.happened_on IS 'The day of the event; null where nobody had logged it by then.';
COMMENT ON COLUMN record.report_limb.event_source IS 'Where it says that the event happened then.';
COMMENT ON COLUMN record.report_limb.months_after IS 'How long after the event it is due, with days_after.';

CREATE TABLE record.report_limb_addressee (
  report_id bigint NOT NULL,
  recommendation_id bigint NOT NULL,
  limb integer NOT NULL,
  ordinal integer NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  is_lead boolean NOT NULL,
  PRIMARY KEY (report_id, recommendation_id, limb, ordinal),
  CONSTRAINT report_limb_addressee_report_limb_fkey FOREIGN KEY (report_id, recommendation_id, limb)
    REFERENCES record.report_limb
);
COMMENT ON TABLE record.report_limb_addressee IS 'Whom a limb asked when an edition was published.';

CREATE TABLE record.report_lineage (
  report_id bigint NOT NULL,
  recommendation_id bigint NOT NULL,
  ordinal integer NOT NULL,
  relation text NOT NULL,
  earlier_recommendation_id bigint REFERENCES record.recommendation,
  source_id bigint REFERENCES record.source,
  words text,
  PRIMARY KEY (report_id, recommendation_id, ordinal),
  CONSTRAINT report_lineage_report_recommendation_fkey FOREIGN KEY (report_id, recommendation_id)
    REFERENCES record.report_recommendation,
  CONSTRAINT report_lineage_one_earlier CHECK (num_nonnulls(earlier_recommendation_id, source_id) = 1)
);
CREATE INDEX report_lineage_earlier_recommendation_id_idx
  ON record.report_lineage (earlier_recommendation_id);
CREATE INDEX report_lineage_source_id_idx ON record.report_lineage (source_id);
COMMENT ON TABLE record.report_lineage IS 'Which earlier recommendation one took up when an edition was published.';
COMMENT ON COLUMN record.report_lineage.words IS 'What the document of others recommended, in short.';

GRANT SELECT, INSERT ON
  record.report_limb, record.report_limb_addressee, record.report_lineage TO inquiry_staff;
