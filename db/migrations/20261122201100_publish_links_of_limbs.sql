-- schema: published
--
-- The public sees which limb of a recommendation a link is evidence for.

ALTER TABLE published.link ADD COLUMN limb integer;
ALTER TABLE published.link ADD CONSTRAINT link_limb_fkey
  FOREIGN KEY (recommendation_id, limb) REFERENCES published.limb ON DELETE CASCADE;
DROP INDEX published.link_recommendation_id_idx;
CREATE INDEX link_recommendation_id_idx ON published.link (recommendation_id, limb);
COMMENT ON COLUMN published.link.limb IS 'Number of the limb it is evidence for; null for the recommendation as a whole.';
