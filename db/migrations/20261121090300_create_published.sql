-- schema: published
--
-- What was published, and only that: an explicit projection, written in the
-- transaction of the act that changed it. Nothing in here refers outside the
-- schema, so that it can be replicated alone to machines that must not know
-- the rest. Identifiers come from the working record.

CREATE SCHEMA published;
COMMENT ON SCHEMA published IS 'What was published, and only that. Written by acts, read by everyone.';
GRANT USAGE ON SCHEMA published TO inquiry_staff, inquiry_public;

CREATE TABLE published.version (
  id integer PRIMARY KEY CONSTRAINT version_single CHECK (id = 1),
  number bigint NOT NULL
);
COMMENT ON TABLE published.version IS 'Goes up once with each act that changed anything here; what kept pages are compared with.';
INSERT INTO published.version (id, number) VALUES (1, 1);

CREATE TABLE published.inquiry (
  id bigint PRIMARY KEY,
  slug text NOT NULL CONSTRAINT inquiry_slug_key UNIQUE,
  title text NOT NULL,
  body_name text NOT NULL,
  body_kind text NOT NULL,
  summary text NOT NULL,
  terms_of_reference text NOT NULL,
  launched_on date NOT NULL,
  reported_on date,
  predecessor_slug text,
  is_illustrative boolean NOT NULL,
  banner text
);
COMMENT ON TABLE published.inquiry IS 'An inquiry that was launched.';
COMMENT ON COLUMN published.inquiry.predecessor_slug IS 'The earlier inquiry it builds on, where that one is public too.';

CREATE TABLE published.person (
  id bigint PRIMARY KEY,
  name text NOT NULL,
  sort_name text NOT NULL
);
COMMENT ON TABLE published.person IS 'Who occurs in anything published, under the name that may be printed.';

CREATE TABLE published.session (
  id bigint PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES published.inquiry ON DELETE CASCADE,
  number integer NOT NULL,
  hearing text NOT NULL CONSTRAINT session_hearing_known CHECK (hearing IN ('public', 'private')),
  held_on date,
  CONSTRAINT session_number_key UNIQUE (inquiry_id, number),
  CONSTRAINT session_private_undated CHECK (hearing = 'public' OR held_on IS NULL)
);
COMMENT ON TABLE published.session IS 'A session that counts in the totals; of a private one no more than that it was held.';

CREATE TABLE published.session_member (
  session_id bigint NOT NULL REFERENCES published.session ON DELETE CASCADE,
  person_id bigint NOT NULL REFERENCES published.person,
  ordinal integer NOT NULL,
  is_chair boolean NOT NULL,
  PRIMARY KEY (session_id, person_id)
);
CREATE INDEX session_member_person_id_idx ON published.session_member (person_id);
COMMENT ON TABLE published.session_member IS 'Members present at a public session.';

CREATE TABLE published.witness (
  id bigint PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES published.inquiry ON DELETE CASCADE,
  person_id bigint NOT NULL REFERENCES published.person,
  capacity text NOT NULL,
  organisation text NOT NULL,
  group_name text
);
CREATE INDEX witness_inquiry_id_idx ON published.witness (inquiry_id);
CREATE INDEX witness_person_id_idx ON published.witness (person_id);
COMMENT ON TABLE published.witness IS 'A witness of whom something was published.';

CREATE TABLE published.session_witness (
  session_id bigint NOT NULL REFERENCES published.session ON DELETE CASCADE,
  witness_id bigint NOT NULL REFERENCES published.witness ON DELETE CASCADE,
  panel integer NOT NULL,
  ordinal integer NOT NULL,
  PRIMARY KEY (session_id, witness_id, panel)
);
CREATE INDEX session_witness_witness_id_idx ON published.session_witness (witness_id);
COMMENT ON TABLE published.session_witness IS 'Who was heard at a session, by panel.';

CREATE TABLE published.source (
  id bigint PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES published.inquiry ON DELETE CASCADE,
  session_id bigint NOT NULL REFERENCES published.session ON DELETE CASCADE,
  kind text NOT NULL,
  reference text NOT NULL,
  stage text NOT NULL,
  language text NOT NULL,
  agreed_on date,
  published_on date NOT NULL,
  question_from integer,
  question_to integer,
  CONSTRAINT source_reference_key UNIQUE (inquiry_id, reference)
);
CREATE INDEX source_session_id_idx ON published.source (session_id);
COMMENT ON TABLE published.source IS 'A published record of a session.';

CREATE TABLE published.passage (
  id bigint PRIMARY KEY,
  source_id bigint NOT NULL REFERENCES published.source ON DELETE CASCADE,
  inquiry_id bigint NOT NULL,
  ordinal integer NOT NULL,
  kind text NOT NULL,
  question_number integer,
  block_offset integer,
  point_number integer,
  panel integer,
  person_id bigint REFERENCES published.person,
  label text,
  is_chair boolean NOT NULL
);
CREATE INDEX passage_source_id_idx ON published.passage (source_id, ordinal);
CREATE INDEX passage_question_idx ON published.passage (inquiry_id, question_number, ordinal);
CREATE INDEX passage_person_id_idx ON published.passage (person_id);
COMMENT ON TABLE published.passage IS 'One turn, stage line or point of a published source.';
COMMENT ON COLUMN published.passage.question_number IS 'The question it belongs to; 0 before the first of its session, null for points.';
COMMENT ON COLUMN published.passage.label IS 'The speaker as printed, kept only where it stands for no name of a person on record.';

CREATE TABLE published.passage_version (
  id bigint PRIMARY KEY,
  passage_id bigint NOT NULL REFERENCES published.passage ON DELETE CASCADE,
  number integer NOT NULL,
  stage text NOT NULL,
  is_current boolean NOT NULL,
  text text NOT NULL,
  search tsvector NOT NULL
    GENERATED ALWAYS AS (to_tsvector('pg_catalog.english', replace(replace(text, '<', ' '), '>', ' '))) STORED,
  CONSTRAINT passage_version_number_key UNIQUE (passage_id, number)
);
CREATE UNIQUE INDEX passage_version_one_current ON published.passage_version (passage_id)
  WHERE is_current;
CREATE INDEX passage_version_search_idx ON published.passage_version USING gin (search);
COMMENT ON TABLE published.passage_version IS 'Published words: those that stand now, and those that a published report is pinned to.';

CREATE TABLE published.report (
  id bigint PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES published.inquiry ON DELETE CASCADE,
  edition integer NOT NULL,
  title text NOT NULL,
  published_on date NOT NULL,
  draft_version integer NOT NULL,
  notes_html text,
  CONSTRAINT report_edition_key UNIQUE (inquiry_id, edition)
);
COMMENT ON TABLE published.report IS 'A published report.';

CREATE TABLE published.finding (
  id bigint PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES published.inquiry ON DELETE CASCADE,
  key text NOT NULL,
  CONSTRAINT finding_key_key UNIQUE (inquiry_id, key)
);
COMMENT ON TABLE published.finding IS 'A finding that a published report makes; its words are in the report''s block.';

CREATE TABLE published.recommendation (
  id bigint PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES published.inquiry ON DELETE CASCADE,
  finding_id bigint REFERENCES published.finding,
  key text NOT NULL,
  CONSTRAINT recommendation_key_key UNIQUE (inquiry_id, key)
);
CREATE INDEX recommendation_finding_id_idx ON published.recommendation (finding_id);
COMMENT ON TABLE published.recommendation IS 'A recommendation that a published report makes; its words are in the report''s block.';

CREATE TABLE published.addressee (
  recommendation_id bigint NOT NULL REFERENCES published.recommendation ON DELETE CASCADE,
  ordinal integer NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (recommendation_id, ordinal)
);
COMMENT ON TABLE published.addressee IS 'Whom a published recommendation asks to act; the first leads.';

CREATE TABLE published.report_block (
  report_id bigint NOT NULL REFERENCES published.report ON DELETE CASCADE,
  ordinal integer NOT NULL,
  kind text NOT NULL,
  level integer,
  key text,
  paragraph_number integer,
  number integer,
  finding_id bigint REFERENCES published.finding,
  recommendation_id bigint REFERENCES published.recommendation,
  markdown text NOT NULL,
  html text NOT NULL,
  PRIMARY KEY (report_id, ordinal)
);
CREATE INDEX report_block_finding_id_idx ON published.report_block (finding_id);
CREATE INDEX report_block_recommendation_id_idx ON published.report_block (recommendation_id);
COMMENT ON TABLE published.report_block IS 'One block of a published report, in order.';
COMMENT ON COLUMN published.report_block.html IS 'Rendered words, with a slot where each citation stands.';

CREATE TABLE published.citation (
  id bigint PRIMARY KEY,
  report_id bigint NOT NULL,
  block_ordinal integer NOT NULL,
  bracket integer NOT NULL,
  item integer NOT NULL,
  locator text NOT NULL,
  CONSTRAINT citation_report_id_fkey FOREIGN KEY (report_id, block_ordinal)
    REFERENCES published.report_block (report_id, ordinal) ON DELETE CASCADE
);
CREATE INDEX citation_report_id_idx ON published.citation (report_id, block_ordinal);
COMMENT ON TABLE published.citation IS 'One reference to evidence in a published report.';

CREATE TABLE published.citation_passage (
  citation_id bigint NOT NULL REFERENCES published.citation ON DELETE CASCADE,
  ordinal integer NOT NULL,
  passage_version_id bigint NOT NULL REFERENCES published.passage_version ON DELETE CASCADE,
  PRIMARY KEY (citation_id, ordinal)
);
CREATE INDEX citation_passage_passage_version_id_idx
  ON published.citation_passage (passage_version_id);
COMMENT ON TABLE published.citation_passage IS 'The published words a citation is pinned to.';

CREATE TABLE published.link (
  id bigint PRIMARY KEY,
  finding_id bigint REFERENCES published.finding ON DELETE CASCADE,
  recommendation_id bigint REFERENCES published.recommendation ON DELETE CASCADE,
  passage_version_id bigint NOT NULL REFERENCES published.passage_version ON DELETE CASCADE,
  stance text NOT NULL,
  quote text,
  CONSTRAINT link_one_end CHECK (num_nonnulls(finding_id, recommendation_id) = 1)
);
CREATE INDEX link_finding_id_idx ON published.link (finding_id);
CREATE INDEX link_recommendation_id_idx ON published.link (recommendation_id);
CREATE INDEX link_passage_version_id_idx ON published.link (passage_version_id);
COMMENT ON TABLE published.link IS 'An affirmed link from a published finding or recommendation to published words.';
COMMENT ON COLUMN published.link.quote IS 'The words meant, where a span of the passage was named.';

CREATE TABLE published.tombstone (
  id bigint PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES published.inquiry ON DELETE CASCADE,
  session_number integer NOT NULL,
  reference text NOT NULL,
  kind text NOT NULL,
  question_from integer,
  question_to integer,
  act text NOT NULL CONSTRAINT tombstone_act_known CHECK (act IN ('withdraw', 'take-down')),
  reason text NOT NULL,
  removed_on date NOT NULL,
  CONSTRAINT tombstone_reference_key UNIQUE (inquiry_id, reference)
);
COMMENT ON TABLE published.tombstone IS 'What was public and is no longer, why, and since when; its addresses answer with it.';
COMMENT ON COLUMN published.tombstone.id IS 'The id of the source that went.';

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA published TO inquiry_staff;
REVOKE INSERT, DELETE ON published.version FROM inquiry_staff;
GRANT SELECT ON ALL TABLES IN SCHEMA published TO inquiry_public;
