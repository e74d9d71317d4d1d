-- schema: record
--
-- A link of a recommendation may be to one limb of it: evidence for what is
-- asked there, not for the recommendation as a whole.

ALTER TABLE record.link ADD COLUMN limb integer;
ALTER TABLE record.link ADD CONSTRAINT link_limb_fkey
  FOREIGN KEY (recommendation_id, limb) REFERENCES record.limb (recommendation_id, number);
ALTER TABLE record.link ADD CONSTRAINT link_limb_of_recommendation
  CHECK (limb IS NULL OR recommendation_id IS NOT NULL);
DROP INDEX record.link_recommendation_id_idx;
CREATE INDEX link_recommendation_id_idx ON record.link (recommendation_id, limb);
DROP INDEX record.link_once;
CREATE UNIQUE INDEX link_once ON record.link (
  coalesce(finding_id, 0), coalesce(recommendation_id, 0), coalesce(limb, 0),
  coalesce(proposition_id, 0), passage_id, coalesce(span_from, -1), coalesce(span_to, -1))
  WHERE status <> 'dropped';
COMMENT ON COLUMN record.link.limb IS 'Number of the limb it is evidence for; null for the recommendation as a whole.';

ALTER TABLE record.report_link ADD COLUMN limb integer;
COMMENT ON COLUMN record.report_link.limb IS 'The limb it was evidence for, where the edition shows that limb.';
