-- schema: record
--
-- The codebook of an inquiry and what people made of it: tags with their
-- definitions, tags put on passages by named people, and memos. None of it is
-- ever published, so nothing of it has a place in the other schema.

CREATE TABLE record.tag (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  key text NOT NULL CONSTRAINT tag_key_form CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  iri text NOT NULL DEFAULT 'urn:uuid:' || gen_random_uuid()
    CONSTRAINT tag_iri_present CHECK (iri <> ''),
  name text NOT NULL CONSTRAINT tag_name_present CHECK (name <> ''),
  parent_tag_id bigint REFERENCES record.tag,
  is_group boolean NOT NULL DEFAULT false,
  colour text CONSTRAINT tag_colour_form CHECK (colour ~ '^#[0-9A-F]{6}$'),
  merged_into_tag_id bigint REFERENCES record.tag,
  retired_on date,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT tag_key_key UNIQUE (inquiry_id, key),
  CONSTRAINT tag_iri_key UNIQUE (inquiry_id, iri),
  -- Two tags that are read alike would be used alike (SKOS, S14). Asked when all is done, because
  -- two may change names.
  CONSTRAINT tag_name_once EXCLUDE USING btree (inquiry_id WITH =, name WITH =)
    WHERE (merged_into_tag_id IS NULL) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT tag_not_under_itself CHECK (parent_tag_id <> id),
  CONSTRAINT tag_not_merged_into_itself CHECK (merged_into_tag_id <> id),
  CONSTRAINT tag_merged_stands_nowhere
    CHECK (merged_into_tag_id IS NULL OR parent_tag_id IS NULL)
);
CREATE INDEX tag_parent_tag_id_idx ON record.tag (parent_tag_id);
CREATE INDEX tag_merged_into_tag_id_idx ON record.tag (merged_into_tag_id);
COMMENT ON TABLE record.tag IS 'A tag of the codebook of an inquiry.';
COMMENT ON COLUMN record.tag.key IS 'Permanent; a name may change.';
COMMENT ON COLUMN record.tag.iri IS 'What it is known by in files, its own or that of the file it came in.';
COMMENT ON COLUMN record.tag.parent_tag_id IS 'The wider tag that it stands under; never one below it.';
COMMENT ON COLUMN record.tag.is_group IS 'Only holds other tags together and is put on nothing.';
COMMENT ON COLUMN record.tag.merged_into_tag_id IS 'The tag that answers for it since they were merged; never one that was merged itself.';
COMMENT ON COLUMN record.tag.retired_on IS 'Since when it is put on nothing more; what has it keeps it.';

CREATE TABLE record.tag_version (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tag_id bigint NOT NULL REFERENCES record.tag,
  number integer NOT NULL CONSTRAINT tag_version_number_positive CHECK (number > 0),
  name text NOT NULL,
  definition text NOT NULL,
  use_when text NOT NULL,
  use_not_when text NOT NULL,
  example text NOT NULL,
  is_current boolean NOT NULL DEFAULT true,
  staff_user_id bigint REFERENCES record.staff_user,
  set_at timestamptz NOT NULL,
  CONSTRAINT tag_version_number_key UNIQUE (tag_id, number)
);
CREATE UNIQUE INDEX tag_version_one_current ON record.tag_version (tag_id) WHERE is_current;
CREATE INDEX tag_version_staff_user_id_idx ON record.tag_version (staff_user_id);
COMMENT ON TABLE record.tag_version IS 'What a tag meant from a time on. Words are never changed; a change is a further version.';
COMMENT ON COLUMN record.tag_version.use_when IS 'When to use the tag; empty where nobody said.';
COMMENT ON COLUMN record.tag_version.use_not_when IS 'When not to use it.';
COMMENT ON COLUMN record.tag_version.staff_user_id IS 'Who set it; null for the operator.';

CREATE TABLE record.tag_label (
  tag_id bigint NOT NULL REFERENCES record.tag,
  name text NOT NULL CONSTRAINT tag_label_name_present CHECK (name <> ''),
  PRIMARY KEY (tag_id, name)
);
COMMENT ON TABLE record.tag_label IS 'Other names by which a tag is found: those it had, and those a file gave it.';

CREATE TABLE record.applied_tag (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tag_id bigint NOT NULL REFERENCES record.tag,
  tag_version_id bigint NOT NULL REFERENCES record.tag_version,
  passage_id bigint NOT NULL REFERENCES record.passage ON DELETE CASCADE,
  passage_version_id bigint NOT NULL REFERENCES record.passage_version ON DELETE CASCADE,
  span_from integer,
  span_to integer,
  quote text,
  staff_user_id bigint NOT NULL REFERENCES record.staff_user,
  applied_at timestamptz NOT NULL,
  removed_at timestamptz,
  removed_by_staff_user_id bigint REFERENCES record.staff_user,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT applied_tag_span_whole CHECK (
    num_nonnulls(span_from, span_to, quote) IN (0, 3) AND span_from >= 0 AND span_to > span_from)
);
CREATE UNIQUE INDEX applied_tag_once ON record.applied_tag (
  tag_id, passage_version_id, coalesce(span_from, -1), coalesce(span_to, -1), staff_user_id)
  WHERE removed_at IS NULL;
CREATE INDEX applied_tag_tag_id_idx ON record.applied_tag (tag_id, passage_id);
CREATE INDEX applied_tag_tag_version_id_idx ON record.applied_tag (tag_version_id);
CREATE INDEX applied_tag_passage_id_idx ON record.applied_tag (passage_id);
CREATE INDEX applied_tag_passage_version_id_idx ON record.applied_tag (passage_version_id);
CREATE INDEX applied_tag_staff_user_id_idx ON record.applied_tag (staff_user_id, id);
CREATE INDEX applied_tag_removed_by_staff_user_id_idx
  ON record.applied_tag (removed_by_staff_user_id);
COMMENT ON TABLE record.applied_tag IS 'A tag that a person put on a passage at one version, or on some of its words.';
COMMENT ON COLUMN record.applied_tag.tag_version_id IS 'What the tag meant when it was put on; of the tag merged away, where it came by a merge.';
COMMENT ON COLUMN record.applied_tag.span_from IS 'First code point of the words meant, from 0; null for the whole passage.';
COMMENT ON COLUMN record.applied_tag.span_to IS 'Code point after the last of the words meant.';
COMMENT ON COLUMN record.applied_tag.quote IS 'The words between them, so that a span can be proved.';
COMMENT ON COLUMN record.applied_tag.removed_at IS 'When it was taken off; kept, because it was once there.';

CREATE TABLE record.memo (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  tag_id bigint REFERENCES record.tag,
  source_id bigint REFERENCES record.source ON DELETE CASCADE,
  passage_id bigint REFERENCES record.passage ON DELETE CASCADE,
  text text NOT NULL CONSTRAINT memo_text_present CHECK (text <> ''),
  staff_user_id bigint NOT NULL REFERENCES record.staff_user,
  written_at timestamptz NOT NULL,
  removed_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT memo_about_one CHECK (num_nonnulls(tag_id, source_id, passage_id) <= 1)
);
CREATE INDEX memo_inquiry_id_idx ON record.memo (inquiry_id);
CREATE INDEX memo_tag_id_idx ON record.memo (tag_id);
CREATE INDEX memo_source_id_idx ON record.memo (source_id);
CREATE INDEX memo_passage_id_idx ON record.memo (passage_id);
CREATE INDEX memo_staff_user_id_idx ON record.memo (staff_user_id);
COMMENT ON TABLE record.memo IS 'What somebody thought at work, of a tag, a source, a passage or the inquiry. Never published.';

GRANT SELECT, INSERT, UPDATE ON record.tag, record.applied_tag, record.memo TO inquiry_staff;
GRANT SELECT, INSERT ON record.tag_version, record.tag_label TO inquiry_staff;
-- The words of a version are never changed, only the mark of which is current.
GRANT UPDATE (is_current) ON record.tag_version TO inquiry_staff;
