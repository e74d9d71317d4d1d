-- schema: record
--
-- Who asks that their name go from what is public is found by their post all the
-- same: the only director of a body is known by it.

ALTER TABLE record.person ADD COLUMN is_name_only boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN record.person.is_name_only IS 'Whether the public sees the name alone, without capacity and organisation.';
