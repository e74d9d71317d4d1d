-- schema: record
--
-- What an inquiry concludes: the draft in the author's own bytes, the findings
-- and recommendations whose words it carries, and the links to evidence.

CREATE TABLE record.finding (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  key text NOT NULL CONSTRAINT finding_key_form CHECK (key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT finding_key_key UNIQUE (inquiry_id, key)
);
COMMENT ON TABLE record.finding IS 'A statement of fact or pattern that rests on evidence; its words live in the draft.';
COMMENT ON COLUMN record.finding.key IS 'Permanent, given by the author; displayed numbers may change until the report is agreed.';

CREATE TABLE record.recommendation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  key text NOT NULL
    CONSTRAINT recommendation_key_form CHECK (key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  finding_id bigint REFERENCES record.finding,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT recommendation_key_key UNIQUE (inquiry_id, key)
);
CREATE INDEX recommendation_finding_id_idx ON record.recommendation (finding_id);
COMMENT ON TABLE record.recommendation IS 'What the inquiry asks of somebody; its words live in the draft.';
COMMENT ON COLUMN record.recommendation.key IS 'Permanent, given by the author; displayed numbers may change until the report is agreed.';
COMMENT ON COLUMN record.recommendation.finding_id IS 'The finding it stands under, if any.';

CREATE TABLE record.addressee (
  recommendation_id bigint NOT NULL REFERENCES record.recommendation,
  ordinal integer NOT NULL,
  name text NOT NULL CONSTRAINT addressee_name_present CHECK (name <> ''),
  PRIMARY KEY (recommendation_id, ordinal),
  CONSTRAINT addressee_once UNIQUE (recommendation_id, name)
);
COMMENT ON TABLE record.addressee IS 'The bodies a recommendation asks to act; the first leads.';

CREATE TABLE record.link (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  finding_id bigint REFERENCES record.finding,
  recommendation_id bigint REFERENCES record.recommendation,
  passage_id bigint NOT NULL REFERENCES record.passage,
  passage_version_id bigint NOT NULL REFERENCES record.passage_version,
  stance text NOT NULL
    CONSTRAINT link_stance_known CHECK (stance IN ('supports', 'contrasts', 'context')),
  status text NOT NULL DEFAULT 'suggested'
    CONSTRAINT link_status_known CHECK (status IN ('suggested', 'affirmed', 'suspect', 'dropped')),
  span_from integer,
  span_to integer,
  quote text,
  affirmed_by bigint REFERENCES record.staff_user,
  affirmed_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT link_one_end CHECK (num_nonnulls(finding_id, recommendation_id) = 1),
  CONSTRAINT link_span_whole CHECK (
    num_nonnulls(span_from, span_to, quote) IN (0, 3) AND span_from >= 0 AND span_to > span_from),
  CONSTRAINT link_affirmed_by_a_person CHECK (status <> 'affirmed' OR affirmed_at IS NOT NULL)
);
CREATE UNIQUE INDEX link_once ON record.link (
  coalesce(finding_id, 0), coalesce(recommendation_id, 0), passage_id, coalesce(span_from, -1),
  coalesce(span_to, -1))
  WHERE status <> 'dropped';
CREATE INDEX link_finding_id_idx ON record.link (finding_id);
CREATE INDEX link_recommendation_id_idx ON record.link (recommendation_id);
CREATE INDEX link_passage_id_idx ON record.link (passage_id);
CREATE INDEX link_passage_version_id_idx ON record.link (passage_version_id);
CREATE INDEX link_affirmed_by_idx ON record.link (affirmed_by);
COMMENT ON TABLE record.link IS 'Binds a finding or recommendation to a passage at one version. Evidence only once affirmed.';
COMMENT ON COLUMN record.link.span_from IS 'First code point of the words meant, from 0.';
COMMENT ON COLUMN record.link.span_to IS 'Code point after the last of the words meant.';
COMMENT ON COLUMN record.link.quote IS 'The words between them, so that a span can be proved.';
COMMENT ON COLUMN record.link.affirmed_by IS 'Who answers for it; null for the operator.';

CREATE TABLE record.draft (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL CONSTRAINT draft_inquiry_id_key UNIQUE REFERENCES record.inquiry,
  revision integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE record.draft IS 'The report an inquiry is writing.';
COMMENT ON COLUMN record.draft.revision IS 'Number of its newest version.';

CREATE TABLE record.draft_version (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  draft_id bigint NOT NULL REFERENCES record.draft,
  number integer NOT NULL CONSTRAINT draft_version_number_positive CHECK (number > 0),
  title text NOT NULL,
  original_id bigint NOT NULL REFERENCES record.original,
  pushed_by bigint REFERENCES record.staff_user,
  pushed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT draft_version_number_key UNIQUE (draft_id, number)
);
CREATE INDEX draft_version_original_id_idx ON record.draft_version (original_id);
CREATE INDEX draft_version_pushed_by_idx ON record.draft_version (pushed_by);
COMMENT ON TABLE record.draft_version IS 'The draft as an author pushed it, in the author''s own bytes.';

CREATE TABLE record.draft_paragraph (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  draft_id bigint NOT NULL REFERENCES record.draft
);
CREATE INDEX draft_paragraph_draft_id_idx ON record.draft_paragraph (draft_id);
COMMENT ON TABLE record.draft_paragraph IS 'What stays the same of a paragraph while its number and words change from version to version.';

CREATE TABLE record.draft_block (
  draft_version_id bigint NOT NULL REFERENCES record.draft_version,
  ordinal integer NOT NULL,
  kind text NOT NULL CONSTRAINT draft_block_kind_known CHECK (kind IN (
    'heading', 'paragraph', 'finding', 'conclusion', 'recommendation', 'continuation')),
  level integer,
  key text,
  draft_paragraph_id bigint REFERENCES record.draft_paragraph,
  paragraph_number integer,
  number integer,
  finding_id bigint REFERENCES record.finding,
  recommendation_id bigint REFERENCES record.recommendation,
  text text NOT NULL,
  PRIMARY KEY (draft_version_id, ordinal),
  CONSTRAINT draft_block_paragraph_number_key UNIQUE (draft_version_id, paragraph_number),
  CONSTRAINT draft_block_numbered_has_identity
    CHECK ((paragraph_number IS NULL) = (draft_paragraph_id IS NULL))
);
CREATE INDEX draft_block_draft_paragraph_id_idx ON record.draft_block (draft_paragraph_id);
CREATE INDEX draft_block_finding_id_idx ON record.draft_block (finding_id);
CREATE INDEX draft_block_recommendation_id_idx ON record.draft_block (recommendation_id);
COMMENT ON TABLE record.draft_block IS 'One block of a draft version, as our splitter found it.';
COMMENT ON COLUMN record.draft_block.number IS 'Displayed number of a finding, conclusion or recommendation in this version.';

CREATE TABLE record.citation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  draft_version_id bigint NOT NULL,
  block_ordinal integer NOT NULL,
  bracket integer NOT NULL,
  item integer NOT NULL,
  locator text NOT NULL,
  CONSTRAINT citation_place_key UNIQUE (draft_version_id, bracket, item),
  CONSTRAINT citation_draft_version_id_fkey FOREIGN KEY (draft_version_id, block_ordinal)
    REFERENCES record.draft_block (draft_version_id, ordinal)
);
COMMENT ON TABLE record.citation IS 'One reference to evidence in a draft version.';
CREATE INDEX citation_block_idx ON record.citation (draft_version_id, block_ordinal);
COMMENT ON COLUMN record.citation.bracket IS 'Which bracket of the draft it stands in, from 0; the number of its slot in HTML.';
COMMENT ON COLUMN record.citation.item IS 'Which reference of the bracket it is, from 0.';
COMMENT ON COLUMN record.citation.locator IS 'What the author wrote, in canonical spelling, such as Q45-48.';

CREATE TABLE record.citation_passage (
  citation_id bigint NOT NULL REFERENCES record.citation,
  ordinal integer NOT NULL,
  passage_version_id bigint NOT NULL REFERENCES record.passage_version,
  PRIMARY KEY (citation_id, ordinal)
);
CREATE INDEX citation_passage_passage_version_id_idx
  ON record.citation_passage (passage_version_id);
COMMENT ON TABLE record.citation_passage IS 'The passage versions a citation is pinned to.';

CREATE TABLE record.report (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  edition integer NOT NULL CONSTRAINT report_edition_positive CHECK (edition > 0),
  draft_version_id bigint NOT NULL CONSTRAINT report_draft_version_id_key UNIQUE
    REFERENCES record.draft_version,
  decision_id bigint NOT NULL REFERENCES record.decision,
  published_on date NOT NULL,
  notes_html text,
  CONSTRAINT report_edition_key UNIQUE (inquiry_id, edition)
);
CREATE INDEX report_decision_id_idx ON record.report (decision_id);
COMMENT ON TABLE record.report IS 'A draft version that was published.';
COMMENT ON COLUMN record.report.notes_html IS 'The author''s own notes as rendered.';

CREATE TABLE record.report_block (
  report_id bigint NOT NULL REFERENCES record.report,
  ordinal integer NOT NULL,
  markdown text NOT NULL,
  html text NOT NULL,
  PRIMARY KEY (report_id, ordinal)
);
COMMENT ON TABLE record.report_block IS 'A block as it was rendered when the report was published.';
COMMENT ON COLUMN record.report_block.markdown IS 'The author''s words, citations and all.';
COMMENT ON COLUMN record.report_block.html IS 'The same with a slot where each citation stands.';

-- What an edition was published with stays as it was: later work on links and
-- addressees reaches the public with the next edition, by its own decision.

CREATE TABLE record.report_recommendation (
  report_id bigint NOT NULL REFERENCES record.report,
  recommendation_id bigint NOT NULL REFERENCES record.recommendation,
  finding_id bigint REFERENCES record.finding,
  addressees text[] NOT NULL,
  PRIMARY KEY (report_id, recommendation_id)
);
CREATE INDEX report_recommendation_recommendation_id_idx
  ON record.report_recommendation (recommendation_id);
CREATE INDEX report_recommendation_finding_id_idx ON record.report_recommendation (finding_id);
COMMENT ON TABLE record.report_recommendation IS 'Whom a recommendation addressed, and under which finding it stood, when an edition was published.';

CREATE TABLE record.report_link (
  report_id bigint NOT NULL REFERENCES record.report,
  link_id bigint NOT NULL REFERENCES record.link,
  passage_version_id bigint NOT NULL REFERENCES record.passage_version,
  stance text NOT NULL,
  quote text,
  PRIMARY KEY (report_id, link_id)
);
CREATE INDEX report_link_link_id_idx ON record.report_link (link_id);
CREATE INDEX report_link_passage_version_id_idx ON record.report_link (passage_version_id);
COMMENT ON TABLE record.report_link IS 'The affirmed links that an edition was published with.';

GRANT SELECT, INSERT, UPDATE ON
  record.finding, record.recommendation, record.link, record.draft TO inquiry_staff;
GRANT SELECT, INSERT, DELETE ON record.addressee TO inquiry_staff;
GRANT SELECT, INSERT ON
  record.draft_version, record.draft_paragraph, record.draft_block, record.citation,
  record.citation_passage, record.report, record.report_block, record.report_recommendation,
  record.report_link TO inquiry_staff;
