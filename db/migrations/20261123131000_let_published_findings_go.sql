-- schema: published
-- readable_from: 20261123120000
--
-- A report may leave out a finding that the edition before it made, and keep a
-- recommendation that stood under it. The finding goes before the recommendation is
-- brought into line, and must not be held fast by it until then.

ALTER TABLE published.recommendation
  DROP CONSTRAINT recommendation_finding_id_fkey,
  ADD CONSTRAINT recommendation_finding_id_fkey
    FOREIGN KEY (finding_id) REFERENCES published.finding ON DELETE SET NULL;
