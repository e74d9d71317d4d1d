-- schema: record
--
-- Who is renamed is still called by the old name in other people's evidence and in drafts.
-- A name that must not be public is looked for under every name the person went by, unless
-- a clerk says that one of them never was theirs. What an older server renames would be
-- forgotten, so that none may run on this schema.

CREATE TABLE record.former_name (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id bigint NOT NULL REFERENCES record.person ON DELETE CASCADE,
  name text NOT NULL CONSTRAINT former_name_present CHECK (name <> ''),
  is_mistake boolean NOT NULL DEFAULT false,
  CONSTRAINT former_name_once UNIQUE (person_id, name)
);
COMMENT ON TABLE record.former_name IS 'A name under which a person was printed before; guarded as the name itself is.';
COMMENT ON COLUMN record.former_name.is_mistake IS 'Whether it never was a name of theirs, as a typing error or “A care leaver”; then it is not looked for.';
ALTER TABLE record.former_name ENABLE ROW LEVEL SECURITY;
ALTER TABLE record.former_name FORCE ROW LEVEL SECURITY;
-- A former name is read as the name is: of who is protected it may be the real one, and
-- belongs to the register. The mark of protection stands at the entry that others were
-- joined with.
CREATE POLICY former_name_by_act ON record.former_name TO inquiry_staff
  USING (current_setting('inquiry.register', true) = 'open' OR NOT EXISTS (
    WITH RECURSIVE bearer AS (
      SELECT id, merged_into_person_id, is_protected FROM record.person
      WHERE person.id = former_name.person_id
      UNION
      SELECT survivor.id, survivor.merged_into_person_id, survivor.is_protected
      FROM record.person AS survivor
      JOIN bearer ON survivor.id = bearer.merged_into_person_id)
    SELECT FROM bearer WHERE is_protected));

GRANT SELECT, INSERT, UPDATE ON record.former_name TO inquiry_staff;
