-- Written by deploy/schema from db/migrations and db/roles.sql; do not edit.
--
--

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: migration; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA migration;

--
-- Name: SCHEMA migration; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA migration IS 'Which migrations this database has.';

--
-- Name: published; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA published;

--
-- Name: SCHEMA published; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA published IS 'What was published, and only that. Written by acts, read by everyone.';

--
-- Name: record; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA record;

--
-- Name: SCHEMA record; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA record IS 'The working record. Staff only; private by default.';

--
-- Name: lift_redactions(bigint, integer[], bigint); Type: FUNCTION; Schema: record; Owner: -
--

CREATE FUNCTION record.lift_redactions(version bigint, starts integer[], under bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM record.decision
    JOIN record.source ON source.inquiry_id = decision.inquiry_id
    JOIN record.passage ON passage.source_id = source.id
    JOIN record.passage_version AS words ON words.passage_id = passage.id
    WHERE decision.id = under AND decision.act = 'unredact' AND decision.recorded_at = now()
      AND words.id = version)
  THEN
    RAISE EXCEPTION 'decision % lifts no redaction of version %', under, version
      USING ERRCODE = 'restrict_violation';
  END IF;
  WITH gone AS (
    DELETE FROM record.redaction
    WHERE passage_version_id = version AND span_from = ANY (starts)
    RETURNING passage_version_id, span_from, span_to, decision_id)
  INSERT INTO record.lifted_redaction
    (passage_version_id, span_from, span_to, decision_id, lifted_decision_id)
  SELECT passage_version_id, span_from, span_to, decision_id, under FROM gone;
  DELETE FROM record.redacted_text
  WHERE passage_version_id = version
    AND NOT EXISTS (SELECT FROM record.redaction WHERE passage_version_id = version);
END $$;

--
-- Name: FUNCTION lift_redactions(version bigint, starts integer[], under bigint); Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON FUNCTION record.lift_redactions(version bigint, starts integer[], under bigint) IS 'Shows again what was left out of a version from these code points on, and keeps that it was.';

--
-- Name: refuse_change(); Type: FUNCTION; Schema: record; Owner: -
--

CREATE FUNCTION record.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'rows of %.% are never changed or deleted', TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

--
-- Name: FUNCTION refuse_change(); Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON FUNCTION record.refuse_change() IS 'Holds tables to which rows are only ever added.';

--
-- Name: undo_import(bigint); Type: FUNCTION; Schema: record; Owner: -
--

CREATE FUNCTION record.undo_import(undone bigint) RETURNS SETOF text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
  held bigint;
  earlier record.session_before;
  witnesses bigint[];
  people bigint[];
BEGIN
  IF EXISTS (
    SELECT FROM record.source_decision JOIN record.decision ON decision.id = decision_id
    WHERE source_id = undone AND act = 'publish')
    OR EXISTS (SELECT FROM record.source WHERE id = undone AND kind = 'log')
  THEN
    RAISE EXCEPTION 'source % was published or is a log', undone
      USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT session_id INTO held FROM record.source WHERE id = undone;
  SELECT * INTO earlier FROM record.session_before WHERE source_id = undone;
  witnesses := ARRAY(
    SELECT witness_id FROM record.contribution WHERE source_id = undone
    UNION
    SELECT witness_id FROM record.panel_witness JOIN record.panel ON panel.id = panel_id
    WHERE session_id = held);
  people := ARRAY(
    SELECT person_id FROM record.witness WHERE id = ANY (witnesses)
    UNION
    SELECT person_id FROM record.passage WHERE source_id = undone AND person_id IS NOT NULL
    UNION
    SELECT person_id FROM record.session_member WHERE session_id = held);
  DELETE FROM record.link USING record.passage
    WHERE passage.id = passage_id AND source_id = undone AND status = 'dropped';
  DELETE FROM record.source WHERE id = undone;
  IF held IS NOT NULL THEN
    DELETE FROM record.session_member WHERE session_id = held;
    DELETE FROM record.panel_witness USING record.panel
      WHERE panel.id = panel_id AND session_id = held;
    IF earlier.source_id IS NULL THEN
      DELETE FROM record.panel WHERE session_id = held;
      DELETE FROM record.session WHERE id = held;
    ELSE
      UPDATE record.session
      SET number = was.number, held_on = was.held_on, state = was.state,
        state_reason = was.state_reason, adjourned_until = was.adjourned_until,
        settled_on = was.settled_on, revision = session.revision + 1
      FROM jsonb_populate_record(NULL::record.session, earlier.session) AS was
      WHERE session.id = held;
      INSERT INTO record.session_member
      SELECT * FROM jsonb_populate_recordset(NULL::record.session_member, earlier.members);
      INSERT INTO record.panel_witness
      SELECT * FROM jsonb_populate_recordset(NULL::record.panel_witness, earlier.places);
      DELETE FROM record.panel
        WHERE session_id = held
          AND NOT EXISTS (SELECT FROM record.panel_witness WHERE panel_id = panel.id)
          AND NOT EXISTS (SELECT FROM record.passage WHERE panel_id = panel.id);
      DELETE FROM record.contribution USING record.source
        WHERE source.id = source_id AND session_id = held AND consent = 'not_asked'
          AND NOT EXISTS (
            SELECT FROM record.panel_witness JOIN record.panel ON panel.id = panel_id
            WHERE session_id = held AND panel_witness.witness_id = contribution.witness_id);
    END IF;
  END IF;
  DELETE FROM record.witness
    WHERE (id = ANY (witnesses) OR person_id = ANY (people))
      AND NOT EXISTS (SELECT FROM record.contribution WHERE witness_id = witness.id)
      AND NOT EXISTS (SELECT FROM record.panel_witness WHERE witness_id = witness.id);
  RETURN QUERY
    DELETE FROM record.person
    WHERE id = ANY (people) AND NOT is_protected AND merged_into_person_id IS NULL
      AND NOT EXISTS (SELECT FROM record.witness WHERE person_id = person.id)
      AND NOT EXISTS (SELECT FROM record.session_member WHERE person_id = person.id)
      AND NOT EXISTS (SELECT FROM record.passage WHERE person_id = person.id)
      AND NOT EXISTS (
        SELECT FROM record.person AS other WHERE other.merged_into_person_id = person.id)
      AND NOT EXISTS (
        SELECT FROM record.person_merge
        WHERE person_id = person.id OR into_person_id = person.id)
    RETURNING name;
END $$;

--
-- Name: FUNCTION undo_import(undone bigint); Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON FUNCTION record.undo_import(undone bigint) IS 'Takes a source out with all that belongs to it, restores its session, and tells the names of people whom nothing else mentions.';

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: ledger; Type: TABLE; Schema: migration; Owner: -
--

CREATE TABLE migration.ledger (
    version bigint NOT NULL,
    name text NOT NULL,
    schema text NOT NULL,
    checksum text NOT NULL,
    readable_from bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    steps_done integer NOT NULL,
    CONSTRAINT ledger_checksum_check CHECK ((checksum ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT ledger_readable_from_check CHECK ((readable_from <= version)),
    CONSTRAINT ledger_steps_done_check CHECK ((steps_done >= 0))
);

--
-- Name: TABLE ledger; Type: COMMENT; Schema: migration; Owner: -
--

COMMENT ON TABLE migration.ledger IS 'One row for each migration, written with it.';

--
-- Name: COLUMN ledger.version; Type: COMMENT; Schema: migration; Owner: -
--

COMMENT ON COLUMN migration.ledger.version IS 'The fourteen digits of the file name.';

--
-- Name: COLUMN ledger.name; Type: COMMENT; Schema: migration; Owner: -
--

COMMENT ON COLUMN migration.ledger.name IS 'The words of the file name.';

--
-- Name: COLUMN ledger.schema; Type: COMMENT; Schema: migration; Owner: -
--

COMMENT ON COLUMN migration.ledger.schema IS 'The one schema it touches.';

--
-- Name: COLUMN ledger.checksum; Type: COMMENT; Schema: migration; Owner: -
--

COMMENT ON COLUMN migration.ledger.checksum IS 'SHA-256 of the file.';

--
-- Name: COLUMN ledger.readable_from; Type: COMMENT; Schema: migration; Owner: -
--

COMMENT ON COLUMN migration.ledger.readable_from IS 'The oldest migration whose server can still run on this schema.';

--
-- Name: COLUMN ledger.finished_at; Type: COMMENT; Schema: migration; Owner: -
--

COMMENT ON COLUMN migration.ledger.finished_at IS 'NULL for a migration outside a transaction that was interrupted.';

--
-- Name: COLUMN ledger.steps_done; Type: COMMENT; Schema: migration; Owner: -
--

COMMENT ON COLUMN migration.ledger.steps_done IS 'Steps completed, where it goes on after an interruption.';

--
-- Name: addressee; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.addressee (
    recommendation_id bigint NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL
);

--
-- Name: TABLE addressee; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.addressee IS 'Whom a published recommendation asks to act; the first leads.';

--
-- Name: answer_tombstone; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.answer_tombstone (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    reference text NOT NULL,
    title text NOT NULL,
    question_code text NOT NULL,
    option_code text NOT NULL,
    reason text NOT NULL,
    removed_on date NOT NULL
);

--
-- Name: TABLE answer_tombstone; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.answer_tombstone IS 'An answer in a respondent''s own words that was public and is no longer, why, and since when.';

--
-- Name: COLUMN answer_tombstone.id; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.answer_tombstone.id IS 'The id of the passage that went.';

--
-- Name: COLUMN answer_tombstone.reference; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.answer_tombstone.reference IS 'Of the survey, and title likewise.';

--
-- Name: COLUMN answer_tombstone.option_code; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.answer_tombstone.option_code IS 'The number under which it was published.';

--
-- Name: call_for_evidence; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.call_for_evidence (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    published_on date NOT NULL
);

--
-- Name: TABLE call_for_evidence; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.call_for_evidence IS 'A published invitation to send written evidence.';

--
-- Name: call_period; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.call_period (
    call_for_evidence_id bigint NOT NULL,
    ordinal integer NOT NULL,
    opens_on date NOT NULL,
    closes_on date
);

--
-- Name: TABLE call_period; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.call_period IS 'When submissions are taken; closes_on is null for a call without an end.';

--
-- Name: citation; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.citation (
    id bigint NOT NULL,
    report_id bigint NOT NULL,
    block_ordinal integer NOT NULL,
    bracket integer NOT NULL,
    item integer NOT NULL,
    locator text NOT NULL
);

--
-- Name: TABLE citation; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.citation IS 'One reference to evidence in a published report.';

--
-- Name: citation_passage; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.citation_passage (
    citation_id bigint NOT NULL,
    ordinal integer NOT NULL,
    passage_version_id bigint NOT NULL
);

--
-- Name: TABLE citation_passage; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.citation_passage IS 'The published words a citation is pinned to.';

--
-- Name: correction; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.correction (
    id bigint NOT NULL,
    passage_id bigint NOT NULL,
    kind text NOT NULL,
    version integer,
    is_removal boolean NOT NULL,
    reason text,
    footnote text,
    supplement_reference text,
    corrected_on date NOT NULL,
    CONSTRAINT correction_kind_known CHECK ((kind = ANY (ARRAY['misreport'::text, 'fact'::text, 'footnote'::text, 'supplementary'::text])))
);

--
-- Name: TABLE correction; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.correction IS 'What was corrected in a passage since it was published, and what stands beneath it.';

--
-- Name: COLUMN correction.version; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.correction.version IS 'Number of the version that a correction of words made; null for what leaves them.';

--
-- Name: COLUMN correction.is_removal; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.correction.is_removal IS 'Words had to go: the addresses of earlier versions show a tombstone.';

--
-- Name: COLUMN correction.supplement_reference; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.correction.supplement_reference IS 'The published submission that adds to the answer.';

--
-- Name: document; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.document (
    source_id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    author text NOT NULL,
    year integer,
    dated_on date,
    address text,
    full_reference text NOT NULL,
    is_external boolean NOT NULL
);

--
-- Name: TABLE document; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.document IS 'What is public of a document beside its words.';

--
-- Name: COLUMN document.is_external; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.document.is_external IS 'Whether it is only referred to, and its words are held elsewhere.';

--
-- Name: finding; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.finding (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    key text NOT NULL
);

--
-- Name: TABLE finding; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.finding IS 'A finding that a published report makes; its words are in the report''s block.';

--
-- Name: inquiry; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.inquiry (
    id bigint NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    body_name text NOT NULL,
    body_kind text NOT NULL,
    summary text NOT NULL,
    terms_of_reference text NOT NULL,
    launched_on date NOT NULL,
    reported_on date,
    predecessor_slug text,
    is_illustrative boolean NOT NULL,
    banner text,
    time_zone text DEFAULT 'Europe/London'::text NOT NULL,
    lapsed_on date
);

--
-- Name: TABLE inquiry; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.inquiry IS 'An inquiry that was launched.';

--
-- Name: COLUMN inquiry.predecessor_slug; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.inquiry.predecessor_slug IS 'The earlier inquiry it builds on, where that one is public too.';

--
-- Name: COLUMN inquiry.time_zone; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.inquiry.time_zone IS 'IANA name; which day it is for the inquiry is asked of it.';

--
-- Name: COLUMN inquiry.lapsed_on; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.inquiry.lapsed_on IS 'Day on which the body ceased to be; what was public stays.';

--
-- Name: limb; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.limb (
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
    days_after integer
);

--
-- Name: TABLE limb; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.limb IS 'One ask of a published recommendation.';

--
-- Name: COLUMN limb.event; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.limb.event IS 'Name of the event that its deadline waits for.';

--
-- Name: COLUMN limb.happened_on; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.limb.happened_on IS 'The day of the event; null where it was waited for when the report came out.';

--
-- Name: COLUMN limb.event_source; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.limb.event_source IS 'Where it says that the event happened then.';

--
-- Name: COLUMN limb.months_after; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.limb.months_after IS 'How long after the event it is due, with days_after.';

--
-- Name: limb_addressee; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.limb_addressee (
    recommendation_id bigint NOT NULL,
    limb integer NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    is_lead boolean NOT NULL
);

--
-- Name: TABLE limb_addressee; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.limb_addressee IS 'Whom a limb of a published recommendation asks, and which of them leads.';

--
-- Name: lineage; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.lineage (
    recommendation_id bigint NOT NULL,
    ordinal integer NOT NULL,
    relation text NOT NULL,
    earlier_inquiry_id bigint,
    earlier_recommendation_id bigint,
    source_id bigint,
    words text,
    CONSTRAINT lineage_one_earlier CHECK ((num_nonnulls(earlier_inquiry_id, source_id) = 1))
);

--
-- Name: TABLE lineage; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.lineage IS 'Which earlier recommendation a published one takes up: of a public inquiry, or of a published document of others.';

--
-- Name: COLUMN lineage.earlier_recommendation_id; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.lineage.earlier_recommendation_id IS 'Null while the earlier inquiry has not published it.';

--
-- Name: COLUMN lineage.words; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.lineage.words IS 'What the document of others recommended, in short.';

--
-- Name: link; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.link (
    id bigint NOT NULL,
    finding_id bigint,
    recommendation_id bigint,
    passage_version_id bigint NOT NULL,
    stance text NOT NULL,
    quote text,
    limb integer,
    CONSTRAINT link_one_end CHECK ((num_nonnulls(finding_id, recommendation_id) = 1))
);

--
-- Name: TABLE link; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.link IS 'An affirmed link from a published finding or recommendation to published words.';

--
-- Name: COLUMN link.quote; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.link.quote IS 'The words meant, where a span of the passage was named.';

--
-- Name: COLUMN link.limb; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.link.limb IS 'Number of the limb it is evidence for; null for the recommendation as a whole.';

--
-- Name: passage; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.passage (
    id bigint NOT NULL,
    source_id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    question_number integer,
    block_offset integer,
    point_number integer,
    panel integer,
    person_id bigint,
    label text,
    is_chair boolean NOT NULL,
    page_number integer,
    question_code text,
    option_code text,
    outline_number text
);

--
-- Name: TABLE passage; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.passage IS 'One turn, stage line or point of a published source.';

--
-- Name: COLUMN passage.question_number; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.passage.question_number IS 'The question it belongs to; 0 before the first of its session, null for points.';

--
-- Name: COLUMN passage.label; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.passage.label IS 'The speaker as printed, kept only where it stands for no name of a person on record.';

--
-- Name: COLUMN passage.page_number; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.passage.page_number IS 'Page of a document on which it begins.';

--
-- Name: COLUMN passage.question_code; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.passage.question_code IS 'Survey question that an answer belongs to.';

--
-- Name: COLUMN passage.option_code; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.passage.option_code IS 'Which answer of the question it is.';

--
-- Name: COLUMN passage.outline_number; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.passage.outline_number IS 'Number of a paragraph of a document that counts within its chapters, as printed.';

--
-- Name: passage_version; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.passage_version (
    id bigint NOT NULL,
    passage_id bigint NOT NULL,
    number integer NOT NULL,
    stage text NOT NULL,
    is_current boolean NOT NULL,
    text text NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, replace(replace(text, '<'::text, ' '::text), '>'::text, ' '::text))) STORED NOT NULL
);

--
-- Name: TABLE passage_version; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.passage_version IS 'Published words: those that stand now, those that were public before a correction, and those that a published report is pinned to.';

--
-- Name: person; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.person (
    id bigint NOT NULL,
    name text NOT NULL,
    sort_name text NOT NULL
);

--
-- Name: TABLE person; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.person IS 'Who occurs in anything published, under the name that may be printed.';

--
-- Name: recommendation; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.recommendation (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    finding_id bigint,
    key text NOT NULL
);

--
-- Name: TABLE recommendation; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.recommendation IS 'A recommendation that a published report makes; its words are in the report''s block.';

--
-- Name: removed_use; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.removed_use (
    report_id bigint NOT NULL,
    block_ordinal integer NOT NULL,
    passage_id bigint NOT NULL,
    is_link boolean NOT NULL
);

--
-- Name: TABLE removed_use; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.removed_use IS 'Where a published report cites a passage, or rests on it, at words that had to go.';

--
-- Name: COLUMN removed_use.is_link; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.removed_use.is_link IS 'Whether what the block concludes is linked to the passage; otherwise its words cite it.';

--
-- Name: report; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.report (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    edition integer NOT NULL,
    title text NOT NULL,
    published_on date NOT NULL,
    draft_version integer NOT NULL,
    notes_html text
);

--
-- Name: TABLE report; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.report IS 'A published report.';

--
-- Name: report_block; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.report_block (
    report_id bigint NOT NULL,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    level integer,
    key text,
    paragraph_number integer,
    number integer,
    finding_id bigint,
    recommendation_id bigint,
    markdown text NOT NULL,
    html text NOT NULL
);

--
-- Name: TABLE report_block; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.report_block IS 'One block of a published report, in order.';

--
-- Name: COLUMN report_block.html; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.report_block.html IS 'Rendered words, with a slot where each citation stands.';

--
-- Name: session; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.session (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    number integer NOT NULL,
    hearing text NOT NULL,
    held_on date,
    CONSTRAINT session_hearing_known CHECK ((hearing = ANY (ARRAY['public'::text, 'private'::text]))),
    CONSTRAINT session_private_undated CHECK (((hearing = 'public'::text) OR (held_on IS NULL)))
);

--
-- Name: TABLE session; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.session IS 'A session that counts in the totals; of a private one no more than that it was held.';

--
-- Name: session_member; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.session_member (
    session_id bigint NOT NULL,
    person_id bigint NOT NULL,
    ordinal integer NOT NULL,
    is_chair boolean NOT NULL
);

--
-- Name: TABLE session_member; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.session_member IS 'Members present at a public session.';

--
-- Name: session_witness; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.session_witness (
    session_id bigint NOT NULL,
    witness_id bigint NOT NULL,
    panel integer NOT NULL,
    ordinal integer NOT NULL
);

--
-- Name: TABLE session_witness; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.session_witness IS 'Who was heard at a session, by panel.';

--
-- Name: source; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.source (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    session_id bigint,
    kind text NOT NULL,
    reference text NOT NULL,
    stage text NOT NULL,
    language text NOT NULL,
    agreed_on date,
    published_on date NOT NULL,
    question_from integer,
    question_to integer,
    title text
);

--
-- Name: TABLE source; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.source IS 'A published record of a session, submission, document or survey.';

--
-- Name: COLUMN source.session_id; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.source.session_id IS 'Null for a submission, a document or a survey.';

--
-- Name: COLUMN source.title; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.source.title IS 'A document or survey as it is cited; null for other kinds.';

--
-- Name: survey; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.survey (
    source_id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    population text,
    fieldwork_from date,
    fieldwork_to date,
    client text,
    conducted_by text,
    mode text,
    sampling text,
    weighting text,
    is_open_link boolean,
    invited_count integer,
    response_count integer,
    weight_scale integer,
    counts_dont_know boolean NOT NULL,
    smallest_count integer NOT NULL,
    smallest_base integer NOT NULL
);

--
-- Name: TABLE survey; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.survey IS 'What is said of a published survey wherever a figure of it is printed.';

--
-- Name: COLUMN survey.response_count; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.survey.response_count IS 'Null where only results came in, or too few responded.';

--
-- Name: survey_question; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.survey_question (
    id bigint NOT NULL,
    source_id bigint NOT NULL,
    ordinal integer NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    wording text NOT NULL,
    asked_of text,
    option_codes text[] NOT NULL,
    option_labels text[] NOT NULL,
    option_meanings text[] NOT NULL,
    stated_figures text[],
    stated_bases text[]
);

--
-- Name: TABLE survey_question; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.survey_question IS 'A question as it was put, with its options in their order.';

--
-- Name: survey_table; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.survey_table (
    id bigint NOT NULL,
    survey_question_id bigint NOT NULL,
    by_survey_question_id bigint,
    counts bigint[] NOT NULL,
    weights text[] NOT NULL
);

--
-- Name: TABLE survey_table; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.survey_table IS 'A table as it may be shown; null is held back.';

--
-- Name: COLUMN survey_table.counts; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.survey_table.counts IS 'Column by column, everybody first: the base, then each option that counts in it.';

--
-- Name: COLUMN survey_table.weights; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.survey_table.weights IS 'The same as weighted counts; empty where there are no weights.';

--
-- Name: tombstone; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.tombstone (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    session_number integer,
    reference text NOT NULL,
    kind text NOT NULL,
    question_from integer,
    question_to integer,
    act text NOT NULL,
    reason text NOT NULL,
    removed_on date NOT NULL,
    title text,
    CONSTRAINT tombstone_act_known CHECK ((act = ANY (ARRAY['withdraw'::text, 'take-down'::text])))
);

--
-- Name: TABLE tombstone; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.tombstone IS 'What was public and is no longer, why, and since when; its addresses answer with it.';

--
-- Name: COLUMN tombstone.id; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.tombstone.id IS 'The id of the source that went.';

--
-- Name: COLUMN tombstone.title; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.tombstone.title IS 'A document or survey as it was cited; null for other kinds.';

--
-- Name: version; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.version (
    id integer NOT NULL,
    number bigint NOT NULL,
    CONSTRAINT version_single CHECK ((id = 1))
);

--
-- Name: TABLE version; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.version IS 'Goes up once with each act that changed anything here; what kept pages are compared with.';

--
-- Name: witness; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.witness (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    person_id bigint NOT NULL,
    capacity text NOT NULL,
    organisation text NOT NULL,
    group_name text
);

--
-- Name: TABLE witness; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.witness IS 'A witness of whom something was published.';

--
-- Name: written_submission; Type: TABLE; Schema: published; Owner: -
--

CREATE TABLE published.written_submission (
    source_id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    call_for_evidence_id bigint,
    submitter text NOT NULL,
    is_anonymous boolean NOT NULL,
    is_redacted boolean NOT NULL,
    submitter_kind text NOT NULL,
    sequence_kind text NOT NULL,
    supplements_reference text,
    received_on date NOT NULL,
    dated_on date
);

--
-- Name: TABLE written_submission; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON TABLE published.written_submission IS 'What is public of a submission beside its words.';

--
-- Name: COLUMN written_submission.submitter; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.written_submission.submitter IS 'The names as they may be printed, or what stands in their place.';

--
-- Name: COLUMN written_submission.supplements_reference; Type: COMMENT; Schema: published; Owner: -
--

COMMENT ON COLUMN published.written_submission.supplements_reference IS 'The earlier submission that it adds to, where that is public too.';

--
-- Name: addressee; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.addressee (
    recommendation_id bigint NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    CONSTRAINT addressee_name_present CHECK ((name <> ''::text))
);

--
-- Name: TABLE addressee; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.addressee IS 'The bodies a recommendation asks to act; the first leads.';

--
-- Name: applied_tag; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.applied_tag (
    id bigint NOT NULL,
    tag_id bigint NOT NULL,
    tag_version_id bigint NOT NULL,
    passage_id bigint NOT NULL,
    passage_version_id bigint NOT NULL,
    span_from integer,
    span_to integer,
    quote text,
    staff_user_id bigint NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    removed_by_staff_user_id bigint,
    revision integer DEFAULT 1 NOT NULL,
    is_suspect boolean DEFAULT false NOT NULL,
    CONSTRAINT applied_tag_span_whole CHECK (((num_nonnulls(span_from, span_to, quote) = ANY (ARRAY[0, 3])) AND (span_from >= 0) AND (span_to > span_from)))
);

--
-- Name: TABLE applied_tag; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.applied_tag IS 'A tag that a person put on a passage at one version, or on some of its words.';

--
-- Name: COLUMN applied_tag.tag_version_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.applied_tag.tag_version_id IS 'What the tag meant when it was put on; of the tag merged away, where it came by a merge.';

--
-- Name: COLUMN applied_tag.span_from; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.applied_tag.span_from IS 'First code point of the words meant, from 0; null for the whole passage.';

--
-- Name: COLUMN applied_tag.span_to; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.applied_tag.span_to IS 'Code point after the last of the words meant.';

--
-- Name: COLUMN applied_tag.quote; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.applied_tag.quote IS 'The words between them, so that a span can be proved.';

--
-- Name: COLUMN applied_tag.removed_at; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.applied_tag.removed_at IS 'When it was taken off; kept, because it was once there.';

--
-- Name: COLUMN applied_tag.is_suspect; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.applied_tag.is_suspect IS 'The words it is on changed, and nobody has looked at it since.';

--
-- Name: applied_tag_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.applied_tag ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.applied_tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: audit_entry; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.audit_entry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    staff_user_id bigint,
    inquiry_id bigint,
    act text NOT NULL,
    subject text NOT NULL,
    detail json NOT NULL,
    digest bytea NOT NULL,
    transaction_id xid8 DEFAULT pg_current_xact_id() NOT NULL,
    CONSTRAINT audit_entry_digest_length CHECK ((octet_length(digest) = 32))
);

--
-- Name: TABLE audit_entry; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.audit_entry IS 'One line for every act and every reading of confidential material. Never updated or deleted.';

--
-- Name: COLUMN audit_entry.staff_user_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.audit_entry.staff_user_id IS 'Null for an act of the operator at the machine itself.';

--
-- Name: COLUMN audit_entry.detail; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.audit_entry.detail IS 'Kept as json, not jsonb: the digest is over these very bytes.';

--
-- Name: COLUMN audit_entry.digest; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.audit_entry.digest IS 'HMAC-SHA-256 over the canonical bytes of the entry.';

--
-- Name: COLUMN audit_entry.transaction_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.audit_entry.transaction_id IS 'Lets the sealer leave alone what may still be joined by an earlier number.';

--
-- Name: audit_entry_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.audit_entry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.audit_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: audit_seal; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.audit_seal (
    id bigint NOT NULL,
    first_entry_id bigint NOT NULL,
    last_entry_id bigint NOT NULL,
    last_transaction_id xid8 NOT NULL,
    entry_count integer NOT NULL,
    previous bytea NOT NULL,
    root bytea NOT NULL,
    sealed_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: TABLE audit_seal; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.audit_seal IS 'A Merkle root over a run of entries, chained to the seal before it.';

--
-- Name: COLUMN audit_seal.last_transaction_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.audit_seal.last_transaction_id IS 'Entries are sealed in the order of transaction and id: ids alone are drawn before others commit.';

--
-- Name: COLUMN audit_seal.previous; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.audit_seal.previous IS 'Root of the seal before; unique, so that the chain cannot fork.';

--
-- Name: audit_seal_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.audit_seal ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.audit_seal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: awaited_event; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.awaited_event (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    happened_on date,
    evidence text,
    staff_user_id bigint,
    logged_at timestamp with time zone,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT awaited_event_key_form CHECK ((key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'::text)),
    CONSTRAINT awaited_event_logged_whole CHECK (((num_nonnulls(happened_on, evidence, logged_at) = ANY (ARRAY[0, 3])) AND (evidence <> ''::text))),
    CONSTRAINT awaited_event_name_present CHECK ((name <> ''::text))
);

--
-- Name: TABLE awaited_event; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.awaited_event IS 'An event that a deadline waits for.';

--
-- Name: COLUMN awaited_event.happened_on; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.awaited_event.happened_on IS 'The day on which it happened; null until somebody logs it.';

--
-- Name: COLUMN awaited_event.evidence; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.awaited_event.evidence IS 'Where it says that it happened then.';

--
-- Name: COLUMN awaited_event.staff_user_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.awaited_event.staff_user_id IS 'Who logged it; null for the operator.';

--
-- Name: awaited_event_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.awaited_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.awaited_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: body; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.body (
    id bigint NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT body_kind_known CHECK ((kind = ANY (ARRAY['commons_committee'::text, 'lords_committee'::text, 'joint_committee'::text, 'all_party_group'::text, 'statutory_inquiry'::text]))),
    CONSTRAINT body_name_present CHECK ((name <> ''::text)),
    CONSTRAINT body_slug_form CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 80)))
);

--
-- Name: TABLE body; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.body IS 'A body that inquires: a committee, a group, a statutory inquiry.';

--
-- Name: COLUMN body.kind; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.body.kind IS 'Decides rubric, citation form, reply clock and consent rule.';

--
-- Name: COLUMN body.revision; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.body.revision IS 'Goes up with each change; what If-Match compares.';

--
-- Name: body_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.body ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.body_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: call_for_evidence; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.call_for_evidence (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    state text DEFAULT 'drafted'::text NOT NULL,
    published_on date,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT call_for_evidence_published_has_day CHECK (((state <> 'published'::text) OR (published_on IS NOT NULL))),
    CONSTRAINT call_for_evidence_slug_form CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 80))),
    CONSTRAINT call_for_evidence_state_known CHECK ((state = ANY (ARRAY['drafted'::text, 'published'::text, 'withdrawn'::text]))),
    CONSTRAINT call_for_evidence_title_present CHECK ((title <> ''::text))
);

--
-- Name: TABLE call_for_evidence; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.call_for_evidence IS 'An invitation to send written evidence.';

--
-- Name: COLUMN call_for_evidence.text; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.call_for_evidence.text IS 'What is asked and how to send it, in Markdown.';

--
-- Name: call_for_evidence_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.call_for_evidence ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.call_for_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: call_period; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.call_period (
    call_for_evidence_id bigint NOT NULL,
    ordinal integer NOT NULL,
    opens_on date NOT NULL,
    closes_on date,
    CONSTRAINT call_period_ordinal_positive CHECK ((ordinal > 0)),
    CONSTRAINT call_period_runs_forward CHECK ((closes_on >= opens_on))
);

--
-- Name: TABLE call_period; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.call_period IS 'When submissions are taken; a call may be opened again.';

--
-- Name: COLUMN call_period.closes_on; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.call_period.closes_on IS 'Last day; null for one without an end.';

--
-- Name: campaign; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.campaign (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    name text NOT NULL,
    CONSTRAINT campaign_name_present CHECK ((name <> ''::text))
);

--
-- Name: TABLE campaign; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.campaign IS 'A letter that many were asked to send, as a clerk confirmed and named it.';

--
-- Name: campaign_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.campaign ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.campaign_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: check_policy; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.check_policy (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    sources_per_finding integer NOT NULL,
    minimum_base integer,
    revision integer DEFAULT 1 NOT NULL,
    clerks_waive_errors boolean DEFAULT false NOT NULL,
    CONSTRAINT check_policy_minimum_base_range CHECK (((minimum_base >= 1) AND (minimum_base <= 1000000))),
    CONSTRAINT check_policy_sources_per_finding_range CHECK (((sources_per_finding >= 1) AND (sources_per_finding <= 100)))
);

--
-- Name: TABLE check_policy; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.check_policy IS 'What the checker asks of the report of an inquiry, where not as the product has it.';

--
-- Name: COLUMN check_policy.sources_per_finding; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.check_policy.sources_per_finding IS 'Sources that a finding rests on at least; of fewer it is remarked.';

--
-- Name: COLUMN check_policy.minimum_base; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.check_policy.minimum_base IS 'Respondents that a figure rests on at least; null where the inquiry names no number.';

--
-- Name: COLUMN check_policy.clerks_waive_errors; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.check_policy.clerks_waive_errors IS 'Whether a remark that stops the report is waived only by an author who is a clerk as well, or by an administrator.';

--
-- Name: check_policy_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.check_policy ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.check_policy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: check_weight; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.check_weight (
    check_policy_id bigint NOT NULL,
    code text NOT NULL,
    severity text NOT NULL,
    CONSTRAINT check_weight_code_form CHECK ((code ~ '^[a-z]+(_[a-z]+)*$'::text)),
    CONSTRAINT check_weight_severity_known CHECK ((severity = ANY (ARRAY['error'::text, 'warning'::text, 'information'::text])))
);

--
-- Name: TABLE check_weight; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.check_weight IS 'How much the remarks of a code weigh in an inquiry: an error stops the report, a warning wants an answer.';

--
-- Name: citation; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.citation (
    id bigint NOT NULL,
    draft_version_id bigint NOT NULL,
    block_ordinal integer NOT NULL,
    bracket integer NOT NULL,
    item integer NOT NULL,
    locator text NOT NULL
);

--
-- Name: TABLE citation; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.citation IS 'One reference to evidence in a draft version.';

--
-- Name: COLUMN citation.bracket; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.citation.bracket IS 'Which bracket of the draft it stands in, from 0; the number of its slot in HTML.';

--
-- Name: COLUMN citation.item; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.citation.item IS 'Which reference of the bracket it is, from 0.';

--
-- Name: COLUMN citation.locator; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.citation.locator IS 'What the author wrote, in canonical spelling, such as Q45-48.';

--
-- Name: citation_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.citation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.citation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: citation_passage; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.citation_passage (
    citation_id bigint NOT NULL,
    ordinal integer NOT NULL,
    passage_version_id bigint NOT NULL
);

--
-- Name: TABLE citation_passage; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.citation_passage IS 'The passage versions a citation is pinned to.';

--
-- Name: claim; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.claim (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    key text NOT NULL,
    draft_paragraph_id bigint,
    words text NOT NULL,
    sentence text NOT NULL,
    passage_version_id bigint,
    stated_figure text,
    stated_base integer,
    bound_by bigint,
    bound_at timestamp with time zone NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT claim_key_form CHECK ((key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'::text)),
    CONSTRAINT claim_stated_base_positive CHECK ((stated_base > 0)),
    CONSTRAINT claim_stated_of_something CHECK (((passage_version_id IS NOT NULL) OR (num_nonnulls(stated_figure, stated_base) = 0)))
);

--
-- Name: TABLE claim; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.claim IS 'A quantified statement that a person bound to a survey answer or an outside statistic.';

--
-- Name: COLUMN claim.key; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.claim.key IS 'Its paragraph and words, and which of those it is where they stand there more than once.';

--
-- Name: COLUMN claim.draft_paragraph_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.claim.draft_paragraph_id IS 'Null in the inquiry''s public summary.';

--
-- Name: COLUMN claim.words; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.claim.words IS 'The quantified words, such as more than 80 per cent.';

--
-- Name: COLUMN claim.sentence; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.claim.sentence IS 'The sentence they stood in when they were bound; with other words the binding is suspect.';

--
-- Name: COLUMN claim.passage_version_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.claim.passage_version_id IS 'What it rests on, at the version that was read; null after it was released.';

--
-- Name: COLUMN claim.stated_figure; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.claim.stated_figure IS 'What the figure is there, in words, where no survey says so.';

--
-- Name: COLUMN claim.stated_base; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.claim.stated_base IS 'How many it is of, where that is known from elsewhere.';

--
-- Name: COLUMN claim.bound_by; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.claim.bound_by IS 'Who answers for it; null for the operator.';

--
-- Name: claim_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.claim ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: contribution; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.contribution (
    id bigint NOT NULL,
    source_id bigint NOT NULL,
    witness_id bigint NOT NULL,
    consent text DEFAULT 'not_asked'::text NOT NULL,
    consent_given_by text,
    consent_on date,
    revision integer DEFAULT 1 NOT NULL,
    consent_uses text[] DEFAULT '{publish,quote,name}'::text[] NOT NULL,
    consent_wording text,
    consent_review_on date,
    CONSTRAINT contribution_consent_dated CHECK (((consent = 'not_asked'::text) OR (consent_on IS NOT NULL))),
    CONSTRAINT contribution_consent_known CHECK ((consent = ANY (ARRAY['not_asked'::text, 'given'::text, 'refused'::text, 'withdrawn'::text]))),
    CONSTRAINT contribution_consent_uses_known CHECK ((consent_uses <@ '{publish,quote,name}'::text[]))
);

--
-- Name: TABLE contribution; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.contribution IS 'One witness''s part of a source, with consent to its publication.';

--
-- Name: COLUMN contribution.consent_given_by; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.contribution.consent_given_by IS 'How or through whom, such as a signed form or a social worker.';

--
-- Name: COLUMN contribution.consent_uses; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.contribution.consent_uses IS 'What was agreed to, once given: to be published, to be quoted in a report, to be named.';

--
-- Name: COLUMN contribution.consent_wording; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.contribution.consent_wording IS 'Which form of words was agreed to, such as version 2 of the form.';

--
-- Name: COLUMN contribution.consent_review_on; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.contribution.consent_review_on IS 'Day on which it should be asked for again.';

--
-- Name: contribution_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.contribution ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.contribution_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: corrected_file; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.corrected_file (
    source_id bigint NOT NULL,
    original_id bigint NOT NULL,
    received_on date NOT NULL
);

--
-- Name: TABLE corrected_file; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.corrected_file IS 'A corrected file of a record, kept beside its first original.';

--
-- Name: correction; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.correction (
    id bigint NOT NULL,
    passage_id bigint NOT NULL,
    kind text NOT NULL,
    passage_version_id bigint,
    footnote text,
    supplement_source_id bigint,
    is_removal boolean DEFAULT false NOT NULL,
    was_public boolean DEFAULT false NOT NULL,
    reason text,
    original_id bigint,
    corrected_on date NOT NULL,
    removed_on date,
    staff_user_id bigint,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT correction_fits_kind CHECK (
CASE kind
    WHEN 'footnote'::text THEN ((footnote <> ''::text) AND (num_nonnulls(passage_version_id, supplement_source_id) = 0))
    WHEN 'supplementary'::text THEN ((supplement_source_id IS NOT NULL) AND (num_nonnulls(passage_version_id, footnote) = 0))
    ELSE ((passage_version_id IS NOT NULL) AND (num_nonnulls(footnote, supplement_source_id) = 0))
END),
    CONSTRAINT correction_kind_known CHECK ((kind = ANY (ARRAY['misreport'::text, 'fact'::text, 'footnote'::text, 'supplementary'::text]))),
    CONSTRAINT correction_removal_reasoned CHECK (((NOT is_removal) OR (reason <> ''::text))),
    CONSTRAINT correction_words_stay CHECK (((removed_on IS NULL) OR (passage_version_id IS NULL)))
);

--
-- Name: TABLE correction; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.correction IS 'What was corrected in a passage: its words, by a further version, or what stands beneath them.';

--
-- Name: COLUMN correction.kind; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.correction.kind IS 'misreport and fact change words; a footnote stands beneath them, supplementary evidence beside them.';

--
-- Name: COLUMN correction.passage_version_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.correction.passage_version_id IS 'The version that a correction of words made.';

--
-- Name: COLUMN correction.supplement_source_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.correction.supplement_source_id IS 'The written submission that adds to the answer.';

--
-- Name: COLUMN correction.is_removal; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.correction.is_removal IS 'A name or words had to go: no earlier version is public any more.';

--
-- Name: COLUMN correction.was_public; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.correction.was_public IS 'The version before was public, so that its address stays, or shows a tombstone.';

--
-- Name: COLUMN correction.reason; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.correction.reason IS 'Why words had to go; the public is told.';

--
-- Name: COLUMN correction.original_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.correction.original_id IS 'The corrected file it came in; null for one that was typed.';

--
-- Name: COLUMN correction.removed_on; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.correction.removed_on IS 'Day on which a footnote, or supplementary evidence, was taken away again.';

--
-- Name: correction_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.correction ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.correction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: decision; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.decision (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    act text NOT NULL,
    decided_on date NOT NULL,
    decided_by text NOT NULL,
    reason text,
    staff_user_id bigint,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT decision_act_known CHECK ((act = ANY (ARRAY['launch'::text, 'accept'::text, 'publish'::text, 'withdraw'::text, 'take-down'::text, 'publish-report'::text, 'admit'::text, 'outcome'::text, 'decline'::text, 'withhold'::text, 'redact'::text, 'unredact'::text, 'publish-call'::text, 'withdraw-call'::text, 'lapse'::text, 'carry'::text]))),
    CONSTRAINT decision_reasoned CHECK (((act <> ALL (ARRAY['withdraw'::text, 'take-down'::text, 'decline'::text, 'withhold'::text, 'redact'::text, 'unredact'::text])) OR (reason <> ''::text)))
);

--
-- Name: TABLE decision; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.decision IS 'What was decided about evidence, when and by whom; one decision may cover a list.';

--
-- Name: COLUMN decision.decided_by; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.decision.decided_by IS 'The meeting or person that decided, as recorded.';

--
-- Name: COLUMN decision.staff_user_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.decision.staff_user_id IS 'Who entered it; null for the operator.';

--
-- Name: decision_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.decision ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: document; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.document (
    source_id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    author text NOT NULL,
    year integer,
    dated_on date,
    address text,
    full_reference text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT document_address_form CHECK ((address ~ '^https?://'::text)),
    CONSTRAINT document_author_present CHECK ((author <> ''::text)),
    CONSTRAINT document_full_reference_present CHECK ((full_reference <> ''::text)),
    CONSTRAINT document_kind_known CHECK ((kind = ANY (ARRAY['report'::text, 'law'::text, 'statistics'::text, 'analysis'::text, 'other'::text]))),
    CONSTRAINT document_number_positive CHECK ((number > 0)),
    CONSTRAINT document_year_fits_day CHECK (((dated_on IS NULL) OR ((year)::numeric = EXTRACT(year FROM dated_on)))),
    CONSTRAINT document_year_form CHECK (((year >= 1000) AND (year <= 9999)))
);

--
-- Name: TABLE document; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.document IS 'An earlier report, law, statistics or analysis that the inquiry works with.';

--
-- Name: COLUMN document.number; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.document.number IS '3 in D3; never reused.';

--
-- Name: COLUMN document.author; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.document.author IS 'Who wrote it, a person or a body.';

--
-- Name: COLUMN document.year; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.document.year IS 'When it appeared, where it is known.';

--
-- Name: COLUMN document.dated_on; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.document.dated_on IS 'The day, where more than the year is known.';

--
-- Name: COLUMN document.address; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.document.address IS 'Where it can be read on the web.';

--
-- Name: COLUMN document.full_reference; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.document.full_reference IS 'The whole reference as it is cited.';

--
-- Name: draft; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.draft (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    revision integer DEFAULT 1 NOT NULL
);

--
-- Name: TABLE draft; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.draft IS 'The report an inquiry is writing.';

--
-- Name: COLUMN draft.revision; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.draft.revision IS 'Number of its newest version.';

--
-- Name: draft_block; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.draft_block (
    draft_version_id bigint NOT NULL,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    level integer,
    key text,
    draft_paragraph_id bigint,
    paragraph_number integer,
    number integer,
    finding_id bigint,
    recommendation_id bigint,
    text text NOT NULL,
    CONSTRAINT draft_block_kind_known CHECK ((kind = ANY (ARRAY['heading'::text, 'paragraph'::text, 'finding'::text, 'conclusion'::text, 'recommendation'::text, 'continuation'::text]))),
    CONSTRAINT draft_block_numbered_has_identity CHECK (((paragraph_number IS NULL) = (draft_paragraph_id IS NULL)))
);

--
-- Name: TABLE draft_block; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.draft_block IS 'One block of a draft version, as our splitter found it.';

--
-- Name: COLUMN draft_block.number; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.draft_block.number IS 'Displayed number of a finding, conclusion or recommendation in this version.';

--
-- Name: draft_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.draft ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: draft_paragraph; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.draft_paragraph (
    id bigint NOT NULL,
    draft_id bigint NOT NULL
);

--
-- Name: TABLE draft_paragraph; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.draft_paragraph IS 'What stays the same of a paragraph while its number and words change from version to version.';

--
-- Name: draft_paragraph_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.draft_paragraph ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.draft_paragraph_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: draft_version; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.draft_version (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    number integer NOT NULL,
    title text NOT NULL,
    original_id bigint NOT NULL,
    pushed_by bigint,
    pushed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT draft_version_number_positive CHECK ((number > 0))
);

--
-- Name: TABLE draft_version; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.draft_version IS 'The draft as an author pushed it, in the author''s own bytes.';

--
-- Name: draft_version_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.draft_version ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.draft_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: dropped_suggestion; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.dropped_suggestion (
    id bigint NOT NULL,
    finding_id bigint,
    recommendation_id bigint,
    passage_version_id bigint NOT NULL,
    staff_user_id bigint,
    dropped_at timestamp with time zone NOT NULL,
    CONSTRAINT dropped_suggestion_one_end CHECK ((num_nonnulls(finding_id, recommendation_id) = 1))
);

--
-- Name: TABLE dropped_suggestion; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.dropped_suggestion IS 'Evidence that was suggested for a finding or recommendation and that a person refused, at the words it had. It is not suggested again until they change.';

--
-- Name: COLUMN dropped_suggestion.staff_user_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.dropped_suggestion.staff_user_id IS 'Who refused it; null for the operator.';

--
-- Name: dropped_suggestion_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.dropped_suggestion ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.dropped_suggestion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: finding; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.finding (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    key text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT finding_key_form CHECK ((key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'::text))
);

--
-- Name: TABLE finding; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.finding IS 'A statement of fact or pattern that rests on evidence; its words live in the draft.';

--
-- Name: COLUMN finding.key; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.finding.key IS 'Permanent, given by the author; displayed numbers may change until the report is agreed.';

--
-- Name: finding_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.finding ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.finding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: former_name; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.former_name (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    name text NOT NULL,
    is_mistake boolean DEFAULT false NOT NULL,
    CONSTRAINT former_name_present CHECK ((name <> ''::text))
);

ALTER TABLE ONLY record.former_name FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE former_name; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.former_name IS 'A name under which a person was printed before; guarded as the name itself is.';

--
-- Name: COLUMN former_name.is_mistake; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.former_name.is_mistake IS 'Whether it never was a name of theirs, as a typing error or “A care leaver”; then it is not looked for.';

--
-- Name: former_name_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.former_name ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.former_name_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: idempotency_key; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.idempotency_key (
    token_id bigint NOT NULL,
    key text NOT NULL,
    request_digest bytea NOT NULL,
    status integer NOT NULL,
    body bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT idempotency_key_length CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);

--
-- Name: TABLE idempotency_key; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.idempotency_key IS 'Answers to writes already done, kept seven days, so that a retry does not act twice.';

--
-- Name: identity; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.identity (
    person_id bigint NOT NULL,
    name text NOT NULL,
    protected_terms text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT identity_name_present CHECK ((name <> ''::text))
);

ALTER TABLE ONLY record.identity FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE identity; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.identity IS 'The identity register: real names of protected people. Read only by an act that says so.';

--
-- Name: COLUMN identity.protected_terms; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.identity.protected_terms IS 'Words that would give the person away; looked for in whatever is about to be published.';

--
-- Name: inquiry; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.inquiry (
    id bigint NOT NULL,
    body_id bigint NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    reference_prefix text NOT NULL,
    summary text DEFAULT ''::text NOT NULL,
    predecessor_id bigint,
    is_launched boolean DEFAULT false NOT NULL,
    launched_on date,
    reported_on date,
    is_illustrative boolean DEFAULT false NOT NULL,
    banner text,
    time_zone text DEFAULT 'Europe/London'::text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    lapsed_on date,
    CONSTRAINT inquiry_launched_has_day CHECK (((NOT is_launched) OR (launched_on IS NOT NULL))),
    CONSTRAINT inquiry_predecessor_other CHECK ((predecessor_id <> id)),
    CONSTRAINT inquiry_reference_prefix_form CHECK ((reference_prefix ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT inquiry_slug_form CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 80))),
    CONSTRAINT inquiry_title_present CHECK ((title <> ''::text))
);

--
-- Name: TABLE inquiry; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.inquiry IS 'One inquiry of a body, from its launch to its report.';

--
-- Name: COLUMN inquiry.reference_prefix; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.inquiry.reference_prefix IS 'Three letters that open its references, such as CTI in CTI0012.';

--
-- Name: COLUMN inquiry.is_launched; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.inquiry.is_launched IS 'False until an act makes the inquiry itself public.';

--
-- Name: COLUMN inquiry.is_illustrative; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.inquiry.is_illustrative IS 'True for a worked example; its pages say so.';

--
-- Name: COLUMN inquiry.banner; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.inquiry.banner IS 'One line that every public page and document of it carries.';

--
-- Name: COLUMN inquiry.time_zone; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.inquiry.time_zone IS 'IANA name; which day an instant falls on is asked of it.';

--
-- Name: COLUMN inquiry.lapsed_on; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.inquiry.lapsed_on IS 'Day on which the body ceased to be; nothing of it is published after that.';

--
-- Name: inquiry_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.inquiry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.inquiry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: lifted_redaction; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.lifted_redaction (
    id bigint NOT NULL,
    passage_version_id bigint NOT NULL,
    span_from integer NOT NULL,
    span_to integer NOT NULL,
    decision_id bigint NOT NULL,
    lifted_decision_id bigint NOT NULL
);

--
-- Name: TABLE lifted_redaction; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.lifted_redaction IS 'Words of a version that were left out for the public once, and are no more.';

--
-- Name: COLUMN lifted_redaction.span_from; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.lifted_redaction.span_from IS 'First code point that was left out, from 0.';

--
-- Name: COLUMN lifted_redaction.span_to; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.lifted_redaction.span_to IS 'Code point after the last that was left out.';

--
-- Name: COLUMN lifted_redaction.decision_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.lifted_redaction.decision_id IS 'The decision to leave them out.';

--
-- Name: COLUMN lifted_redaction.lifted_decision_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.lifted_redaction.lifted_decision_id IS 'The decision to show them again.';

--
-- Name: lifted_redaction_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.lifted_redaction ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.lifted_redaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: limb; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.limb (
    id bigint NOT NULL,
    recommendation_id bigint NOT NULL,
    number integer NOT NULL,
    draft_version_id bigint NOT NULL,
    span_from integer NOT NULL,
    span_to integer NOT NULL,
    quote text NOT NULL,
    act text NOT NULL,
    deadline_words text,
    due_on date,
    awaited_event_id bigint,
    months_after integer,
    days_after integer,
    staff_user_id bigint,
    confirmed_at timestamp with time zone NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT limb_act_present CHECK ((act <> ''::text)),
    CONSTRAINT limb_deadline_whole CHECK (((num_nonnulls(due_on, awaited_event_id) <=
CASE
    WHEN (deadline_words IS NULL) THEN 0
    ELSE 1
END) AND (num_nonnulls(awaited_event_id, months_after, days_after) = ANY (ARRAY[0, 3])) AND (months_after >= 0) AND (days_after >= 0))),
    CONSTRAINT limb_number_positive CHECK ((number > 0)),
    CONSTRAINT limb_span_whole CHECK (((span_from >= 0) AND (span_to > span_from)))
);

--
-- Name: TABLE limb; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.limb IS 'One ask of a recommendation, as a person confirmed it.';

--
-- Name: COLUMN limb.number; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.limb.number IS 'Permanent within its recommendation.';

--
-- Name: COLUMN limb.draft_version_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.limb.draft_version_id IS 'The draft whose words of the recommendation the person saw.';

--
-- Name: COLUMN limb.span_from; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.limb.span_from IS 'First code point of its words in the plain words of the recommendation, from 0.';

--
-- Name: COLUMN limb.span_to; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.limb.span_to IS 'Code point after the last of its words.';

--
-- Name: COLUMN limb.act; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.limb.act IS 'What is to be done, in short.';

--
-- Name: COLUMN limb.deadline_words; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.limb.deadline_words IS 'What the recommendation says of the time; with neither day nor event it is vague.';

--
-- Name: COLUMN limb.months_after; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.limb.months_after IS 'How long after the event it is due, with days_after.';

--
-- Name: COLUMN limb.staff_user_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.limb.staff_user_id IS 'Who confirmed it; null for the operator.';

--
-- Name: limb_addressee; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.limb_addressee (
    limb_id bigint NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    is_lead boolean NOT NULL,
    CONSTRAINT limb_addressee_kind_known CHECK ((kind = ANY (ARRAY['government'::text, 'minister'::text, 'department'::text, 'regulator'::text, 'parliamentary-committee'::text, 'local-authorities'::text, 'public-body'::text, 'other'::text]))),
    CONSTRAINT limb_addressee_name_present CHECK ((name <> ''::text))
);

--
-- Name: TABLE limb_addressee; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.limb_addressee IS 'Whom a limb asks to act, and which of them leads.';

--
-- Name: limb_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.limb ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.limb_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: lineage; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.lineage (
    id bigint NOT NULL,
    recommendation_id bigint NOT NULL,
    relation text NOT NULL,
    earlier_recommendation_id bigint,
    source_id bigint,
    words text,
    CONSTRAINT lineage_not_itself CHECK ((recommendation_id <> earlier_recommendation_id)),
    CONSTRAINT lineage_one_earlier CHECK (((num_nonnulls(earlier_recommendation_id, source_id) = 1) AND ((source_id IS NULL) = (words IS NULL)) AND (words <> ''::text))),
    CONSTRAINT lineage_relation_known CHECK ((relation = ANY (ARRAY['repeats'::text, 'strengthens'::text, 'extends'::text, 'supersedes'::text])))
);

--
-- Name: TABLE lineage; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.lineage IS 'Which earlier recommendation one takes up: of this inquiry, of one that it follows, or of a document of others.';

--
-- Name: COLUMN lineage.words; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.lineage.words IS 'What the document of others recommended, in short.';

--
-- Name: lineage_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.lineage ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.lineage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: link; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.link (
    id bigint NOT NULL,
    finding_id bigint,
    recommendation_id bigint,
    passage_id bigint NOT NULL,
    passage_version_id bigint NOT NULL,
    stance text NOT NULL,
    status text DEFAULT 'suggested'::text NOT NULL,
    span_from integer,
    span_to integer,
    quote text,
    affirmed_by bigint,
    affirmed_at timestamp with time zone,
    revision integer DEFAULT 1 NOT NULL,
    proposition_id bigint,
    limb integer,
    CONSTRAINT link_affirmed_by_a_person CHECK (((status <> 'affirmed'::text) OR (affirmed_at IS NOT NULL))),
    CONSTRAINT link_limb_of_recommendation CHECK (((limb IS NULL) OR (recommendation_id IS NOT NULL))),
    CONSTRAINT link_one_end CHECK ((num_nonnulls(finding_id, recommendation_id, proposition_id) = 1)),
    CONSTRAINT link_span_whole CHECK (((num_nonnulls(span_from, span_to, quote) = ANY (ARRAY[0, 3])) AND (span_from >= 0) AND (span_to > span_from))),
    CONSTRAINT link_stance_known CHECK ((stance = ANY (ARRAY['supports'::text, 'contrasts'::text, 'context'::text]))),
    CONSTRAINT link_status_known CHECK ((status = ANY (ARRAY['suggested'::text, 'affirmed'::text, 'suspect'::text, 'dropped'::text])))
);

--
-- Name: TABLE link; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.link IS 'Binds a finding, recommendation or proposition to a passage at one version. Evidence only once affirmed.';

--
-- Name: COLUMN link.span_from; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.link.span_from IS 'First code point of the words meant, from 0.';

--
-- Name: COLUMN link.span_to; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.link.span_to IS 'Code point after the last of the words meant.';

--
-- Name: COLUMN link.quote; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.link.quote IS 'The words between them, so that a span can be proved.';

--
-- Name: COLUMN link.affirmed_by; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.link.affirmed_by IS 'Who answers for it; null for the operator.';

--
-- Name: COLUMN link.limb; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.link.limb IS 'Number of the limb it is evidence for; null for the recommendation as a whole.';

--
-- Name: link_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.link ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: log_line; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.log_line (
    passage_id bigint NOT NULL,
    session_id bigint NOT NULL,
    line_id text NOT NULL,
    kind text NOT NULL,
    question_number integer,
    spoken_at timestamp with time zone NOT NULL,
    is_starred boolean DEFAULT false NOT NULL,
    is_promised boolean DEFAULT false NOT NULL,
    is_private boolean DEFAULT false NOT NULL,
    is_struck boolean DEFAULT false NOT NULL,
    sent_digest bytea NOT NULL,
    staff_user_id bigint,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT log_line_kind_known CHECK ((kind = ANY (ARRAY['question'::text, 'turn'::text, 'stage'::text]))),
    CONSTRAINT log_line_line_id_length CHECK (((length(line_id) >= 1) AND (length(line_id) <= 64))),
    CONSTRAINT log_line_question_number_positive CHECK ((question_number > 0))
);

--
-- Name: TABLE log_line; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.log_line IS 'What a line of a live log has beside the words of its passage.';

--
-- Name: COLUMN log_line.line_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.log_line.line_id IS 'Made by the client, unique in the session: a line that is sent twice is there once.';

--
-- Name: COLUMN log_line.question_number; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.log_line.question_number IS 'The number as the clerk typed it; null for the next. Provisional: the transcript issues the numbers.';

--
-- Name: COLUMN log_line.spoken_at; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.log_line.spoken_at IS 'When it was typed; lines stand in this order, whenever they arrive.';

--
-- Name: COLUMN log_line.is_promised; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.log_line.is_promised IS 'Somebody promised to write.';

--
-- Name: COLUMN log_line.sent_digest; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.log_line.sent_digest IS 'HMAC-SHA-256 of the line as it was first sent: the same line again is known, another one under its id is refused.';

--
-- Name: COLUMN log_line.staff_user_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.log_line.staff_user_id IS 'Who logged it; null for the operator.';

--
-- Name: memo; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.memo (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    tag_id bigint,
    source_id bigint,
    passage_id bigint,
    text text NOT NULL,
    staff_user_id bigint NOT NULL,
    written_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT memo_about_one CHECK ((num_nonnulls(tag_id, source_id, passage_id) <= 1)),
    CONSTRAINT memo_text_present CHECK ((text <> ''::text))
);

--
-- Name: TABLE memo; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.memo IS 'What somebody thought at work, of a tag, a source, a passage or the inquiry. Never published.';

--
-- Name: memo_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.memo ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.memo_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: original; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.original (
    id bigint NOT NULL,
    sha256 bytea NOT NULL,
    byte_count bigint NOT NULL,
    file_name text NOT NULL,
    CONSTRAINT original_sha256_length CHECK ((octet_length(sha256) = 32))
);

--
-- Name: TABLE original; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.original IS 'A file as it arrived, byte for byte.';

--
-- Name: original_chunk; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.original_chunk (
    original_id bigint NOT NULL,
    ordinal integer NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT original_chunk_size CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 1048576)))
);

--
-- Name: TABLE original_chunk; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.original_chunk IS 'The bytes of an original in pieces of at most 1 MiB, so that none is ever one value.';

--
-- Name: original_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.original ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.original_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: panel; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.panel (
    id bigint NOT NULL,
    session_id bigint NOT NULL,
    ordinal integer NOT NULL,
    CONSTRAINT panel_ordinal_positive CHECK ((ordinal > 0))
);

--
-- Name: TABLE panel; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.panel IS 'Witnesses heard together; printed as a Roman numeral.';

--
-- Name: panel_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.panel ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.panel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: panel_witness; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.panel_witness (
    panel_id bigint NOT NULL,
    witness_id bigint NOT NULL,
    ordinal integer NOT NULL
);

--
-- Name: TABLE panel_witness; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.panel_witness IS 'Who sat on a panel, in the order printed.';

--
-- Name: passage; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.passage (
    id bigint NOT NULL,
    source_id bigint NOT NULL,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    question_block_id bigint,
    block_offset integer,
    point_number integer,
    panel_id bigint,
    person_id bigint,
    label text,
    is_chair boolean DEFAULT false NOT NULL,
    is_private boolean DEFAULT false NOT NULL,
    page_number integer,
    question_code text,
    option_code text,
    speaker_label_id bigint,
    outline_number text,
    CONSTRAINT passage_answer_coded CHECK (
CASE kind
    WHEN 'answer'::text THEN ((question_code <> ''::text) AND (option_code <> ''::text))
    ELSE ((question_code IS NULL) AND (option_code IS NULL))
END),
    CONSTRAINT passage_block_offset_not_negative CHECK ((block_offset >= 0)),
    CONSTRAINT passage_kind_known CHECK ((kind = ANY (ARRAY['turn'::text, 'stage'::text, 'point'::text, 'paragraph'::text, 'heading'::text, 'logged'::text, 'answer'::text]))),
    CONSTRAINT passage_outline_number_form CHECK (((outline_number IS NULL) OR ((outline_number ~ '^[1-9][0-9]{0,8}(\.[1-9][0-9]{0,8}){1,4}$'::text) AND (kind = 'paragraph'::text) AND (point_number IS NULL)))),
    CONSTRAINT passage_page_number_positive CHECK ((page_number > 0)),
    CONSTRAINT passage_place_fits_kind CHECK (
CASE kind
    WHEN 'turn'::text THEN ((block_offset IS NOT NULL) AND (point_number IS NULL))
    WHEN 'point'::text THEN ((point_number IS NOT NULL) AND (block_offset IS NULL))
    WHEN 'paragraph'::text THEN (block_offset IS NULL)
    ELSE ((point_number IS NULL) AND (block_offset IS NULL))
END),
    CONSTRAINT passage_point_number_positive CHECK ((point_number > 0))
);

--
-- Name: TABLE passage; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.passage IS 'Anything citable: a turn of speech or a point of a note. Its id is permanent, its words are in its versions.';

--
-- Name: COLUMN passage.block_offset; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.passage.block_offset IS '0 for the numbered question itself, n for Q45+n; before the first question, n for Q0+n.';

--
-- Name: COLUMN passage.point_number; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.passage.point_number IS 'Number of a point of a note, or of a paragraph of a submission, as printed or as issued.';

--
-- Name: COLUMN passage.person_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.passage.person_id IS 'Who spoke; null while a label is in doubt.';

--
-- Name: COLUMN passage.label; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.passage.label IS 'The speaker as printed, damage included; not a key to who it is.';

--
-- Name: COLUMN passage.is_private; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.passage.is_private IS 'Said while the session sat in private; never published.';

--
-- Name: COLUMN passage.page_number; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.passage.page_number IS 'Page on which a passage of a document begins, counted from 1.';

--
-- Name: COLUMN passage.question_code; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.passage.question_code IS 'Q4 in S2-Q4, answer yes: the survey question that an answer belongs to.';

--
-- Name: COLUMN passage.option_code; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.passage.option_code IS 'yes in S2-Q4, answer yes; of an answer in own words the number under which it was published.';

--
-- Name: COLUMN passage.speaker_label_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.passage.speaker_label_id IS 'By which its speaker was settled, where the label was in doubt.';

--
-- Name: COLUMN passage.outline_number; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.passage.outline_number IS 'Number of a paragraph of a document that counts within its chapters, as printed; null where paragraphs are counted straight through.';

--
-- Name: passage_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.passage ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.passage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: passage_meaning; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.passage_meaning (
    id bigint NOT NULL,
    passage_version_id bigint NOT NULL,
    model text NOT NULL,
    vectors bytea NOT NULL,
    CONSTRAINT passage_meaning_model_present CHECK ((model <> ''::text)),
    CONSTRAINT passage_meaning_vectors_whole CHECK (((octet_length(vectors) % 384) = 0))
);
ALTER TABLE ONLY record.passage_meaning ALTER COLUMN vectors SET STORAGE EXTERNAL;

--
-- Name: TABLE passage_meaning; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.passage_meaning IS 'What a version of a passage means, as vectors; a correction makes a version, and so vectors of its own. Can be computed again at any time.';

--
-- Name: COLUMN passage_meaning.id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.passage_meaning.id IS 'Rises, so that a server sees what is new to it.';

--
-- Name: COLUMN passage_meaning.model; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.passage_meaning.model IS 'The sentence model and the numbered way in which words are cut into pieces.';

--
-- Name: COLUMN passage_meaning.vectors; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.passage_meaning.vectors IS 'For each piece of some sixty words 384 components, a signed byte each; only directions count.';

--
-- Name: passage_meaning_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.passage_meaning ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.passage_meaning_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: passage_succession; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.passage_succession (
    id bigint NOT NULL,
    from_passage_id bigint NOT NULL,
    to_passage_id bigint NOT NULL,
    relation text NOT NULL,
    CONSTRAINT passage_succession_relation_known CHECK ((relation = ANY (ARRAY['split'::text, 'transcribed'::text, 'carried'::text])))
);

--
-- Name: TABLE passage_succession; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.passage_succession IS 'Which passages took the place of which, when one was split.';

--
-- Name: passage_succession_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.passage_succession ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.passage_succession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: passage_version; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.passage_version (
    id bigint NOT NULL,
    passage_id bigint NOT NULL,
    number integer NOT NULL,
    stage text NOT NULL,
    language text DEFAULT 'en'::text NOT NULL,
    text text NOT NULL,
    exact_digest bytea NOT NULL,
    wording_digest bytea NOT NULL,
    is_current boolean DEFAULT true NOT NULL,
    CONSTRAINT passage_version_number_positive CHECK ((number > 0)),
    CONSTRAINT passage_version_stage_known CHECK ((stage = ANY (ARRAY['logged'::text, 'uncorrected'::text, 'corrected'::text])))
);

--
-- Name: TABLE passage_version; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.passage_version IS 'The words of a passage at one stage. Words are never changed; a correction is a further version.';

--
-- Name: COLUMN passage_version.exact_digest; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.passage_version.exact_digest IS 'HMAC-SHA-256 of the text.';

--
-- Name: COLUMN passage_version.wording_digest; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.passage_version.wording_digest IS 'HMAC-SHA-256 of the text under wording normalisation 1: equal when only typography differs.';

--
-- Name: passage_version_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.passage_version ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.passage_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: person; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.person (
    id bigint NOT NULL,
    name text NOT NULL,
    sort_name text NOT NULL,
    is_protected boolean DEFAULT false NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    is_organisation boolean DEFAULT false NOT NULL,
    merged_into_person_id bigint,
    is_name_only boolean DEFAULT false NOT NULL,
    CONSTRAINT person_merged_into_another CHECK ((merged_into_person_id <> id)),
    CONSTRAINT person_name_present CHECK ((name <> ''::text))
);

--
-- Name: TABLE person; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.person IS 'Somebody who spoke, sat or signed. Two people may bear one name.';

--
-- Name: COLUMN person.name; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.person.name IS 'The name that is printed; of a protected person, the stable pseudonym.';

--
-- Name: COLUMN person.is_protected; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.person.is_protected IS 'The real name, if known at all, lies in record.identity alone.';

--
-- Name: COLUMN person.is_organisation; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.person.is_organisation IS 'True of a body that signed as such; its name is not sorted by its last word.';

--
-- Name: COLUMN person.merged_into_person_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.person.merged_into_person_id IS 'The entry under which this person goes since the two were joined.';

--
-- Name: COLUMN person.is_name_only; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.person.is_name_only IS 'Whether the public sees the name alone, without capacity and organisation.';

--
-- Name: person_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.person ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: person_merge; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.person_merge (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    into_person_id bigint NOT NULL,
    staff_user_id bigint,
    merged_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT person_merge_of_two CHECK ((person_id <> into_person_id))
);

--
-- Name: TABLE person_merge; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.person_merge IS 'Two entries that turned out to be one person; kept when it is undone.';

--
-- Name: COLUMN person_merge.staff_user_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.person_merge.staff_user_id IS 'Who said so; null for the operator.';

--
-- Name: person_merge_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.person_merge ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.person_merge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: person_merge_row; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.person_merge_row (
    person_merge_id bigint NOT NULL,
    kind text NOT NULL,
    row_id bigint NOT NULL,
    from_id bigint NOT NULL,
    to_id bigint NOT NULL,
    removed jsonb,
    CONSTRAINT person_merge_row_kind_known CHECK ((kind = ANY (ARRAY['witness'::text, 'contribution'::text, 'panel'::text, 'member'::text, 'passage'::text])))
);

--
-- Name: TABLE person_merge_row; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.person_merge_row IS 'What a merge moved, row by row, so that it is undone exactly.';

--
-- Name: COLUMN person_merge_row.row_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.person_merge_row.row_id IS 'Witness, contribution, panel, session or passage, as the kind says.';

--
-- Name: COLUMN person_merge_row.from_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.person_merge_row.from_id IS 'The person, or for a contribution and a place on a panel the witness, that it belonged to.';

--
-- Name: COLUMN person_merge_row.to_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.person_merge_row.to_id IS 'The person or witness that it went to; the same as from_id where it stayed with its witness.';

--
-- Name: COLUMN person_merge_row.removed; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.person_merge_row.removed IS 'The row as it was, where the survivor had its like and it was taken out.';

--
-- Name: proposition; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.proposition (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    key text NOT NULL,
    text text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT proposition_key_form CHECK ((key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'::text)),
    CONSTRAINT proposition_text_present CHECK ((text <> ''::text))
);

--
-- Name: TABLE proposition; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.proposition IS 'A statement that evidence is weighed for and against; it stands in no report.';

--
-- Name: proposition_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.proposition ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.proposition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: question_block; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.question_block (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    source_id bigint NOT NULL,
    number integer NOT NULL,
    CONSTRAINT question_block_number_positive CHECK ((number > 0))
);

--
-- Name: TABLE question_block; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.question_block IS 'A numbered question and every turn until the next number. Numbers run on through the inquiry and are never issued twice.';

--
-- Name: question_block_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.question_block ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.question_block_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: quoted_answer; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.quoted_answer (
    passage_id bigint NOT NULL,
    survey_question_id bigint NOT NULL,
    respondent integer NOT NULL,
    decision_id bigint NOT NULL,
    removed_decision_id bigint,
    revision integer DEFAULT 1 NOT NULL
);

--
-- Name: TABLE quoted_answer; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.quoted_answer IS 'An answer in a respondent''s own words that was published by itself; which row it came from is never public.';

--
-- Name: COLUMN quoted_answer.respondent; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.quoted_answer.respondent IS 'Place in the file, from 1.';

--
-- Name: COLUMN quoted_answer.decision_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.quoted_answer.decision_id IS 'The decision under which it was published.';

--
-- Name: COLUMN quoted_answer.removed_decision_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.quoted_answer.removed_decision_id IS 'The decision under which it was taken from the public again; null while it is public with its survey.';

--
-- Name: recommendation; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.recommendation (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    key text NOT NULL,
    finding_id bigint,
    revision integer DEFAULT 1 NOT NULL,
    last_limb integer DEFAULT 0 NOT NULL,
    CONSTRAINT recommendation_key_form CHECK ((key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'::text))
);

--
-- Name: TABLE recommendation; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.recommendation IS 'What the inquiry asks of somebody; its words live in the draft.';

--
-- Name: COLUMN recommendation.key; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.recommendation.key IS 'Permanent, given by the author; displayed numbers may change until the report is agreed.';

--
-- Name: COLUMN recommendation.finding_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.recommendation.finding_id IS 'The finding it stands under, if any.';

--
-- Name: COLUMN recommendation.last_limb; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.recommendation.last_limb IS 'The highest number that a limb of it was given; none is given twice.';

--
-- Name: recommendation_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.recommendation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.recommendation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: redacted_text; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.redacted_text (
    passage_version_id bigint NOT NULL,
    text text NOT NULL,
    revision integer DEFAULT 1 NOT NULL
);

--
-- Name: TABLE redacted_text; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.redacted_text IS 'The words of a version with its redactions applied: what is published in their place.';

--
-- Name: redaction; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.redaction (
    id bigint NOT NULL,
    passage_version_id bigint NOT NULL,
    span_from integer NOT NULL,
    span_to integer NOT NULL,
    decision_id bigint NOT NULL,
    CONSTRAINT redaction_span_from_not_negative CHECK ((span_from >= 0)),
    CONSTRAINT redaction_span_whole CHECK ((span_to > span_from))
);

--
-- Name: TABLE redaction; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.redaction IS 'Words of a version that the public sees as an omission, [***].';

--
-- Name: COLUMN redaction.span_from; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.redaction.span_from IS 'First code point that is left out, from 0.';

--
-- Name: COLUMN redaction.span_to; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.redaction.span_to IS 'Code point after the last that is left out.';

--
-- Name: redaction_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.redaction ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.redaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: remark_answer; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.remark_answer (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    code text NOT NULL,
    place text NOT NULL,
    owner_staff_user_id bigint,
    due_on date,
    waived_words text,
    waived_reason text,
    waived_on date,
    waived_by_staff_user_id bigint,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT remark_answer_due_with_owner CHECK (((due_on IS NULL) OR (owner_staff_user_id IS NOT NULL))),
    CONSTRAINT remark_answer_waived_by_with_waiver CHECK (((waived_by_staff_user_id IS NULL) OR (waived_on IS NOT NULL))),
    CONSTRAINT remark_answer_waived_reason_present CHECK ((waived_reason <> ''::text)),
    CONSTRAINT remark_answer_waiver_whole CHECK ((num_nonnulls(waived_words, waived_reason, waived_on) = ANY (ARRAY[0, 3])))
);

--
-- Name: TABLE remark_answer; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.remark_answer IS 'What people said of a remark of the checker: who answers it until when, or why it may stand.';

--
-- Name: COLUMN remark_answer.place; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.remark_answer.place IS 'Names the place of the remark so that it stays the same between versions of the draft.';

--
-- Name: COLUMN remark_answer.waived_words; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.remark_answer.waived_words IS 'The words at the place when it was waived; a waiver holds while they are as they were.';

--
-- Name: COLUMN remark_answer.waived_by_staff_user_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.remark_answer.waived_by_staff_user_id IS 'Who waived it; null for the operator.';

--
-- Name: remark_answer_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.remark_answer ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.remark_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: report; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.report (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    edition integer NOT NULL,
    draft_version_id bigint NOT NULL,
    decision_id bigint NOT NULL,
    published_on date NOT NULL,
    notes_html text,
    CONSTRAINT report_edition_positive CHECK ((edition > 0))
);

--
-- Name: TABLE report; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.report IS 'A draft version that was published.';

--
-- Name: COLUMN report.notes_html; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.report.notes_html IS 'The author''s own notes as rendered.';

--
-- Name: report_block; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.report_block (
    report_id bigint NOT NULL,
    ordinal integer NOT NULL,
    markdown text NOT NULL,
    html text NOT NULL
);

--
-- Name: TABLE report_block; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.report_block IS 'A block as it was rendered when the report was published.';

--
-- Name: COLUMN report_block.markdown; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.report_block.markdown IS 'The author''s words, citations and all.';

--
-- Name: COLUMN report_block.html; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.report_block.html IS 'The same with a slot where each citation stands.';

--
-- Name: report_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.report ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: report_limb; Type: TABLE; Schema: record; Owner: -
--

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
    days_after integer
);

--
-- Name: TABLE report_limb; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.report_limb IS 'A confirmed limb as it stood when an edition was published.';

--
-- Name: COLUMN report_limb.event; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.report_limb.event IS 'Name of the event that its deadline waits for.';

--
-- Name: COLUMN report_limb.happened_on; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.report_limb.happened_on IS 'The day of the event; null where nobody had logged it by then.';

--
-- Name: COLUMN report_limb.event_source; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.report_limb.event_source IS 'Where it says that the event happened then.';

--
-- Name: COLUMN report_limb.months_after; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.report_limb.months_after IS 'How long after the event it is due, with days_after.';

--
-- Name: report_limb_addressee; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.report_limb_addressee (
    report_id bigint NOT NULL,
    recommendation_id bigint NOT NULL,
    limb integer NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    is_lead boolean NOT NULL
);

--
-- Name: TABLE report_limb_addressee; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.report_limb_addressee IS 'Whom a limb asked when an edition was published.';

--
-- Name: report_lineage; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.report_lineage (
    report_id bigint NOT NULL,
    recommendation_id bigint NOT NULL,
    ordinal integer NOT NULL,
    relation text NOT NULL,
    earlier_recommendation_id bigint,
    source_id bigint,
    words text,
    CONSTRAINT report_lineage_one_earlier CHECK ((num_nonnulls(earlier_recommendation_id, source_id) = 1))
);

--
-- Name: TABLE report_lineage; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.report_lineage IS 'Which earlier recommendation one took up when an edition was published.';

--
-- Name: COLUMN report_lineage.words; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.report_lineage.words IS 'What the document of others recommended, in short.';

--
-- Name: report_link; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.report_link (
    report_id bigint NOT NULL,
    link_id bigint NOT NULL,
    passage_version_id bigint NOT NULL,
    stance text NOT NULL,
    quote text,
    limb integer
);

--
-- Name: TABLE report_link; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.report_link IS 'The affirmed links that an edition was published with.';

--
-- Name: COLUMN report_link.limb; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.report_link.limb IS 'The limb it was evidence for, where the edition shows that limb.';

--
-- Name: report_recommendation; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.report_recommendation (
    report_id bigint NOT NULL,
    recommendation_id bigint NOT NULL,
    finding_id bigint,
    addressees text[] NOT NULL
);

--
-- Name: TABLE report_recommendation; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.report_recommendation IS 'Whom a recommendation addressed, and under which finding it stood, when an edition was published.';

--
-- Name: returned_file; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.returned_file (
    id bigint NOT NULL,
    transcript_copy_id bigint NOT NULL,
    original_id bigint NOT NULL,
    sha256 bytea NOT NULL,
    received_on date NOT NULL
);

--
-- Name: TABLE returned_file; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.returned_file IS 'A file in which a witness''s copy came back, with tracked changes.';

--
-- Name: COLUMN returned_file.sha256; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.returned_file.sha256 IS 'Of the file, so that one that comes twice is read once.';

--
-- Name: returned_file_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.returned_file ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.returned_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: session; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.session (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    number integer,
    held_on date NOT NULL,
    hearing text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    plan_number integer,
    state text DEFAULT 'held'::text NOT NULL,
    state_reason text,
    adjourned_until date,
    starts_at time without time zone,
    place text,
    settled_on date,
    CONSTRAINT session_cancelled_is_not CHECK (((state <> 'cancelled'::text) OR ((number IS NULL) AND (state_reason <> ''::text)))),
    CONSTRAINT session_has_a_number CHECK (((number IS NOT NULL) OR (plan_number IS NOT NULL))),
    CONSTRAINT session_hearing_known CHECK ((hearing = ANY (ARRAY['public'::text, 'private'::text]))),
    CONSTRAINT session_held_is_numbered CHECK (((state <> 'held'::text) OR (number IS NOT NULL))),
    CONSTRAINT session_number_positive CHECK ((number > 0)),
    CONSTRAINT session_plan_number_positive CHECK ((plan_number > 0)),
    CONSTRAINT session_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'adjourned'::text, 'cancelled'::text])))
);

--
-- Name: TABLE session; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.session IS 'An oral evidence session.';

--
-- Name: COLUMN session.number; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.session.number IS 'OS3 is number 3 of its inquiry; issued when it is held, never reused.';

--
-- Name: COLUMN session.plan_number; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.session.plan_number IS 'P3 is the third sitting planned; null of a session that was only imported.';

--
-- Name: COLUMN session.adjourned_until; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.session.adjourned_until IS 'Day on which an adjourned sitting goes on, where it is known.';

--
-- Name: COLUMN session.starts_at; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.session.starts_at IS 'Time of day in the inquiry''s time zone.';

--
-- Name: COLUMN session.settled_on; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.session.settled_on IS 'Day on which a transcript became its record; nobody is replaced and no line is logged after it.';

--
-- Name: session_before; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.session_before (
    source_id bigint NOT NULL,
    session jsonb NOT NULL,
    members jsonb NOT NULL,
    places jsonb NOT NULL
);

--
-- Name: TABLE session_before; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.session_before IS 'A session as it stood before this record came to it, so that an import is undone exactly; none for a session that came with its record.';

--
-- Name: COLUMN session_before.session; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.session_before.session IS 'Number, day and state as they were.';

--
-- Name: COLUMN session_before.members; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.session_before.members IS 'Rows of session_member.';

--
-- Name: COLUMN session_before.places; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.session_before.places IS 'Rows of panel_witness, each with the ordinal of its panel.';

--
-- Name: session_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.session ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: session_member; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.session_member (
    session_id bigint NOT NULL,
    person_id bigint NOT NULL,
    ordinal integer NOT NULL,
    is_chair boolean DEFAULT false NOT NULL
);

--
-- Name: TABLE session_member; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.session_member IS 'Who of the body was present, in the order printed.';

--
-- Name: source; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.source (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    session_id bigint,
    kind text NOT NULL,
    reference text NOT NULL,
    state text DEFAULT 'received'::text NOT NULL,
    stage text NOT NULL,
    language text DEFAULT 'en'::text NOT NULL,
    agreed_on date,
    original_id bigint,
    received_on date NOT NULL,
    published_on date,
    revision integer DEFAULT 1 NOT NULL,
    is_privacy_open boolean DEFAULT false NOT NULL,
    carried_from_source_id bigint,
    title text,
    CONSTRAINT source_has_original CHECK (((kind = ANY (ARRAY['log'::text, 'document'::text, 'survey'::text])) OR (original_id IS NOT NULL))),
    CONSTRAINT source_kind_known CHECK ((kind = ANY (ARRAY['transcript'::text, 'note'::text, 'summary'::text, 'log'::text, 'written_submission'::text, 'document'::text, 'survey'::text]))),
    CONSTRAINT source_published_has_day CHECK (((state <> 'published'::text) OR (published_on IS NOT NULL))),
    CONSTRAINT source_session_fits_kind CHECK (((kind = ANY (ARRAY['written_submission'::text, 'document'::text, 'survey'::text])) = (session_id IS NULL))),
    CONSTRAINT source_stage_known CHECK ((stage = ANY (ARRAY['logged'::text, 'uncorrected'::text, 'corrected'::text]))),
    CONSTRAINT source_state_known CHECK ((state = ANY (ARRAY['received'::text, 'accepted'::text, 'declined'::text, 'published'::text, 'withdrawn'::text, 'taken_down'::text]))),
    CONSTRAINT source_summary_agreed CHECK (((kind <> 'summary'::text) OR (state <> 'published'::text) OR (agreed_on IS NOT NULL))),
    CONSTRAINT source_title_fits_kind CHECK ((((kind = ANY (ARRAY['document'::text, 'survey'::text])) = (title IS NOT NULL)) AND (title <> ''::text)))
);

--
-- Name: TABLE source; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.source IS 'A record that evidence came in; what is received, accepted, published, withdrawn or taken down as one.';

--
-- Name: COLUMN source.session_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.source.session_id IS 'Null for a submission, a document or a survey.';

--
-- Name: COLUMN source.reference; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.source.reference IS 'OS3 for the first record of session 3, OS3-summary and the like for a further one; CTI0012 for a submission; D3 for a document; S2 for a survey. Never reused.';

--
-- Name: COLUMN source.stage; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.source.stage IS 'How far the words have come; an uncorrected record is marked wherever it is used.';

--
-- Name: COLUMN source.agreed_on; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.source.agreed_on IS 'Day on which the witnesses agreed a summary.';

--
-- Name: COLUMN source.is_privacy_open; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.source.is_privacy_open IS 'A stretch was logged as private, and where it stands in this transcript is not sure: a clerk must say so before it is published.';

--
-- Name: COLUMN source.carried_from_source_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.source.carried_from_source_id IS 'The source of the predecessor that it was carried over from.';

--
-- Name: COLUMN source.title; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.source.title IS 'A document or survey as it is cited, such as Munro Review of Child Protection, 2011; null for other kinds.';

--
-- Name: source_decision; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.source_decision (
    decision_id bigint NOT NULL,
    source_id bigint NOT NULL
);

--
-- Name: TABLE source_decision; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.source_decision IS 'Which sources a decision was about.';

--
-- Name: source_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.source ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.source_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: speaker_label; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.speaker_label (
    id bigint NOT NULL,
    source_id bigint NOT NULL,
    label text NOT NULL,
    settled_on date NOT NULL,
    staff_user_id bigint,
    revision integer DEFAULT 1 NOT NULL
);

--
-- Name: TABLE speaker_label; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.speaker_label IS 'A speaker label of a transcript that was in doubt, and of which a clerk said who it is; its turns hold the person.';

--
-- Name: COLUMN speaker_label.label; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.speaker_label.label IS 'As printed, damage included.';

--
-- Name: COLUMN speaker_label.settled_on; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.speaker_label.settled_on IS 'Day on which it was said last.';

--
-- Name: COLUMN speaker_label.staff_user_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.speaker_label.staff_user_id IS 'Who said it last; null for the operator.';

--
-- Name: speaker_label_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.speaker_label ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.speaker_label_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: staff_role; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.staff_role (
    id bigint NOT NULL,
    staff_user_id bigint NOT NULL,
    inquiry_id bigint,
    role text NOT NULL,
    CONSTRAINT staff_role_known CHECK ((role = ANY (ARRAY['clerk'::text, 'author'::text, 'administrator'::text])))
);

--
-- Name: TABLE staff_role; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.staff_role IS 'What a staff user may do, in one inquiry or, where inquiry_id is null, in all.';

--
-- Name: staff_role_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.staff_role ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.staff_role_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: staff_user; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.staff_user (
    id bigint NOT NULL,
    name text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT staff_user_name_present CHECK ((name <> ''::text))
);

--
-- Name: TABLE staff_user; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.staff_user IS 'Somebody who works in the record: clerk, author, administrator.';

--
-- Name: staff_user_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.staff_user ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.staff_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: survey; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.survey (
    source_id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    number integer NOT NULL,
    population text,
    fieldwork_from date,
    fieldwork_to date,
    client text,
    conducted_by text,
    mode text,
    sampling text,
    weighting text,
    is_open_link boolean,
    invited_count integer,
    response_count integer,
    weight_scale integer,
    counts_dont_know boolean NOT NULL,
    smallest_count integer NOT NULL,
    smallest_base integer NOT NULL,
    codebook_original_id bigint,
    CONSTRAINT survey_fieldwork_forward CHECK ((fieldwork_from <= fieldwork_to)),
    CONSTRAINT survey_invited_count_positive CHECK ((invited_count > 0)),
    CONSTRAINT survey_number_positive CHECK ((number > 0)),
    CONSTRAINT survey_response_count_positive CHECK ((response_count > 0)),
    CONSTRAINT survey_weight_scale_known CHECK (((weight_scale >= 0) AND (weight_scale <= 20)))
);

--
-- Name: TABLE survey; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.survey IS 'What must be said of a survey wherever a figure of it is printed; null is what is not known.';

--
-- Name: COLUMN survey.number; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey.number IS '2 in S2; never used again.';

--
-- Name: COLUMN survey.population; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey.population IS 'Whom the survey was to speak of.';

--
-- Name: COLUMN survey.is_open_link; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey.is_open_link IS 'Whether anybody could answer: then it is no sample of a population.';

--
-- Name: COLUMN survey.response_count; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey.response_count IS 'Null where only results came in.';

--
-- Name: COLUMN survey.weight_scale; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey.weight_scale IS 'Decimals of the weights; null where there are none.';

--
-- Name: COLUMN survey.smallest_count; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey.smallest_count IS 'Counts above 0 and below this are not shown to the public.';

--
-- Name: COLUMN survey.smallest_base; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey.smallest_base IS 'Nothing is shown to the public of a base below this.';

--
-- Name: survey_answer; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.survey_answer (
    survey_question_id bigint NOT NULL,
    ordinal integer NOT NULL,
    codes bytea NOT NULL
);

--
-- Name: TABLE survey_answer; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.survey_answer IS 'Answers of 65,536 respondents to a question, in the order of the file. Never published.';

--
-- Name: COLUMN survey_answer.codes; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey_answer.codes IS 'Little-endian: 16 bits for the place of the option from 1, 0 for skipped; 64 bits of ticks where several could be, the highest for none ticked.';

--
-- Name: survey_question; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.survey_question (
    id bigint NOT NULL,
    source_id bigint NOT NULL,
    ordinal integer NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    wording text NOT NULL,
    asked_of text,
    option_codes text[] NOT NULL,
    option_labels text[] NOT NULL,
    option_meanings text[] NOT NULL,
    stated_figures text[],
    stated_bases text[],
    CONSTRAINT survey_question_kind_known CHECK ((kind = ANY (ARRAY['single'::text, 'multiple'::text, 'text'::text])))
);

--
-- Name: TABLE survey_question; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.survey_question IS 'A question as it was put, with its options in their order.';

--
-- Name: COLUMN survey_question.asked_of; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey_question.asked_of IS 'Who was asked, where not everybody was.';

--
-- Name: COLUMN survey_question.option_meanings; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey_question.option_meanings IS 'answer, dont_know, prefer_not_to_say, not_asked, skipped.';

--
-- Name: COLUMN survey_question.stated_figures; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey_question.stated_figures IS 'The figure of each option as published elsewhere, in its own words; null where responses came in.';

--
-- Name: COLUMN survey_question.stated_bases; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey_question.stated_bases IS 'The base of each figure as published; empty where none was.';

--
-- Name: survey_question_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.survey_question ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.survey_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: survey_table; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.survey_table (
    id bigint NOT NULL,
    survey_question_id bigint NOT NULL,
    by_survey_question_id bigint,
    counts bigint[] NOT NULL,
    weights text[] NOT NULL
);

--
-- Name: TABLE survey_table; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.survey_table IS 'What a public table shows, with what is too small held back.';

--
-- Name: COLUMN survey_table.by_survey_question_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey_table.by_survey_question_id IS 'The question whose answers make the groups; null for everybody alone.';

--
-- Name: COLUMN survey_table.counts; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey_table.counts IS 'Column by column, everybody first: the base, then each option that counts in it; null for what is held back.';

--
-- Name: COLUMN survey_table.weights; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey_table.weights IS 'The same as weighted counts, exact decimals; empty where there are no weights.';

--
-- Name: survey_table_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.survey_table ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.survey_table_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: survey_weight; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.survey_weight (
    source_id bigint NOT NULL,
    ordinal integer NOT NULL,
    weights bytea NOT NULL
);

--
-- Name: TABLE survey_weight; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.survey_weight IS 'Weights of 65,536 respondents, 128 bits each, little-endian, times ten to the power of the scale.';

--
-- Name: survey_words; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.survey_words (
    survey_question_id bigint NOT NULL,
    respondent integer NOT NULL,
    text text NOT NULL
);

--
-- Name: TABLE survey_words; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.survey_words IS 'What respondents wrote in their own words; never published with the survey.';

--
-- Name: COLUMN survey_words.respondent; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.survey_words.respondent IS 'Place in the file, from 1.';

--
-- Name: tag; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.tag (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    key text NOT NULL,
    iri text DEFAULT ('urn:uuid:'::text || gen_random_uuid()) NOT NULL,
    name text NOT NULL,
    parent_tag_id bigint,
    is_group boolean DEFAULT false NOT NULL,
    colour text,
    merged_into_tag_id bigint,
    retired_on date,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT tag_colour_form CHECK ((colour ~ '^#[0-9A-F]{6}$'::text)),
    CONSTRAINT tag_iri_present CHECK ((iri <> ''::text)),
    CONSTRAINT tag_key_form CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT tag_merged_stands_nowhere CHECK (((merged_into_tag_id IS NULL) OR (parent_tag_id IS NULL))),
    CONSTRAINT tag_name_present CHECK ((name <> ''::text)),
    CONSTRAINT tag_not_merged_into_itself CHECK ((merged_into_tag_id <> id)),
    CONSTRAINT tag_not_under_itself CHECK ((parent_tag_id <> id))
);

--
-- Name: TABLE tag; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.tag IS 'A tag of the codebook of an inquiry.';

--
-- Name: COLUMN tag.key; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tag.key IS 'Permanent; a name may change.';

--
-- Name: COLUMN tag.iri; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tag.iri IS 'What it is known by in files, its own or that of the file it came in.';

--
-- Name: COLUMN tag.parent_tag_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tag.parent_tag_id IS 'The wider tag that it stands under; never one below it.';

--
-- Name: COLUMN tag.is_group; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tag.is_group IS 'Only holds other tags together and is put on nothing.';

--
-- Name: COLUMN tag.merged_into_tag_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tag.merged_into_tag_id IS 'The tag that answers for it since they were merged; never one that was merged itself.';

--
-- Name: COLUMN tag.retired_on; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tag.retired_on IS 'Since when it is put on nothing more; what has it keeps it.';

--
-- Name: tag_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.tag ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: tag_label; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.tag_label (
    tag_id bigint NOT NULL,
    name text NOT NULL,
    CONSTRAINT tag_label_name_present CHECK ((name <> ''::text))
);

--
-- Name: TABLE tag_label; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.tag_label IS 'Other names by which a tag is found: those it had, and those a file gave it.';

--
-- Name: tag_version; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.tag_version (
    id bigint NOT NULL,
    tag_id bigint NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    definition text NOT NULL,
    use_when text NOT NULL,
    use_not_when text NOT NULL,
    example text NOT NULL,
    is_current boolean DEFAULT true NOT NULL,
    staff_user_id bigint,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT tag_version_number_positive CHECK ((number > 0))
);

--
-- Name: TABLE tag_version; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.tag_version IS 'What a tag meant from a time on. Words are never changed; a change is a further version.';

--
-- Name: COLUMN tag_version.use_when; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tag_version.use_when IS 'When to use the tag; empty where nobody said.';

--
-- Name: COLUMN tag_version.use_not_when; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tag_version.use_not_when IS 'When not to use it.';

--
-- Name: COLUMN tag_version.staff_user_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tag_version.staff_user_id IS 'Who set it; null for the operator.';

--
-- Name: tag_version_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.tag_version ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.tag_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: terms_of_reference; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.terms_of_reference (
    inquiry_id bigint NOT NULL,
    version integer NOT NULL,
    text text NOT NULL,
    agreed_on date,
    agreed_by text,
    CONSTRAINT terms_of_reference_text_present CHECK ((text <> ''::text)),
    CONSTRAINT terms_of_reference_version_positive CHECK ((version > 0))
);

--
-- Name: TABLE terms_of_reference; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.terms_of_reference IS 'What the inquiry asks; a revision is a new version, the old one stays.';

--
-- Name: COLUMN terms_of_reference.agreed_by; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.terms_of_reference.agreed_by IS 'The meeting or person that agreed this version; null of the first.';

--
-- Name: token; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.token (
    id bigint NOT NULL,
    staff_user_id bigint NOT NULL,
    digest bytea NOT NULL,
    label text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT token_digest_length CHECK ((octet_length(digest) = 32))
);

--
-- Name: TABLE token; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.token IS 'A bearer token of a staff user.';

--
-- Name: COLUMN token.digest; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.token.digest IS 'SHA-256 of the token; the token itself is shown once and kept nowhere.';

--
-- Name: token_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.token ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: tracked_change; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.tracked_change (
    id bigint NOT NULL,
    source_id bigint NOT NULL,
    number integer NOT NULL,
    returned_file_id bigint NOT NULL,
    line integer NOT NULL,
    author text NOT NULL,
    marked_on date,
    passage_version_id bigint,
    span_from integer,
    span_to integer,
    gone text NOT NULL,
    come text NOT NULL,
    misplaced text,
    decision text DEFAULT 'open'::text NOT NULL,
    correction_id bigint,
    reason text,
    decided_on date,
    staff_user_id bigint,
    revision integer DEFAULT 1 NOT NULL,
    comment text,
    commented text,
    CONSTRAINT tracked_change_decided CHECK (
CASE decision
    WHEN 'open'::text THEN (num_nonnulls(correction_id, reason, decided_on) = 0)
    WHEN 'refused'::text THEN ((reason <> ''::text) AND (decided_on IS NOT NULL) AND (correction_id IS NULL))
    ELSE ((correction_id IS NOT NULL) AND (decided_on IS NOT NULL) AND (reason IS NULL))
END),
    CONSTRAINT tracked_change_decision_known CHECK ((decision = ANY (ARRAY['open'::text, 'accepted'::text, 'refused'::text, 'footnote'::text, 'supplementary'::text]))),
    CONSTRAINT tracked_change_is_comment CHECK (
CASE
    WHEN (comment IS NULL) THEN (commented IS NULL)
    ELSE ((comment <> ''::text) AND (commented IS NOT NULL) AND (gone = ''::text) AND (come = ''::text) AND (decision <> 'accepted'::text))
END),
    CONSTRAINT tracked_change_placed_or_told_why CHECK (
CASE
    WHEN (misplaced IS NULL) THEN ((passage_version_id IS NOT NULL) AND (span_from >= 0) AND (span_to >= span_from))
    ELSE ((misplaced <> ''::text) AND (num_nonnulls(passage_version_id, span_from, span_to) = 0))
END)
);

--
-- Name: TABLE tracked_change; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.tracked_change IS 'A tracked change or comment of a returned copy, and what was decided on it.';

--
-- Name: COLUMN tracked_change.number; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tracked_change.number IS 'Among the changes to the transcript; never given twice.';

--
-- Name: COLUMN tracked_change.line; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tracked_change.line IS 'Paragraph of the file, from 1.';

--
-- Name: COLUMN tracked_change.author; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tracked_change.author IS 'Who made it, as Word has the name; empty where it has none.';

--
-- Name: COLUMN tracked_change.passage_version_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tracked_change.passage_version_id IS 'The words it was placed in: those that stood when the file was read.';

--
-- Name: COLUMN tracked_change.span_from; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tracked_change.span_from IS 'In code points; where it equals span_to, words came and none went.';

--
-- Name: COLUMN tracked_change.misplaced; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tracked_change.misplaced IS 'Why it has no sure place, as a sentence; null where it has one.';

--
-- Name: COLUMN tracked_change.correction_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tracked_change.correction_id IS 'What it became: a correction of words, a footnote or the mention of a submission.';

--
-- Name: COLUMN tracked_change.reason; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tracked_change.reason IS 'Why it was refused.';

--
-- Name: COLUMN tracked_change.staff_user_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tracked_change.staff_user_id IS 'Who decided; null for the operator.';

--
-- Name: COLUMN tracked_change.comment; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tracked_change.comment IS 'What a comment says; null for a change.';

--
-- Name: COLUMN tracked_change.commented; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.tracked_change.commented IS 'The words that a comment is on, as the file has them; empty where it hangs between words.';

--
-- Name: tracked_change_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.tracked_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.tracked_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: transcript_copy; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.transcript_copy (
    id bigint NOT NULL,
    source_id bigint NOT NULL,
    witness_id bigint NOT NULL,
    sent_on date NOT NULL,
    due_on date NOT NULL,
    returned_on date,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT transcript_copy_due_after_sent CHECK ((due_on >= sent_on)),
    CONSTRAINT transcript_copy_returned_after_sent CHECK ((returned_on >= sent_on))
);

--
-- Name: TABLE transcript_copy; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.transcript_copy IS 'A witness''s copy of a transcript, sent to be corrected and due back by a day.';

--
-- Name: COLUMN transcript_copy.due_on; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.transcript_copy.due_on IS 'Day by which it is to be returned; overdue after it.';

--
-- Name: transcript_copy_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.transcript_copy ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.transcript_copy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: undone_import; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.undone_import (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    kind text NOT NULL,
    reference text NOT NULL,
    number integer,
    original_id bigint,
    received_on date NOT NULL,
    reason text,
    undone_at timestamp with time zone NOT NULL,
    staff_user_id bigint
);

--
-- Name: TABLE undone_import; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.undone_import IS 'A source that was received by mistake and taken out again before anything rested on it.';

--
-- Name: COLUMN undone_import.kind; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.undone_import.kind IS 'The kind of source it was.';

--
-- Name: COLUMN undone_import.reference; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.undone_import.reference IS 'The reference it had; that of a submission is never given out again.';

--
-- Name: COLUMN undone_import.number; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.undone_import.number IS 'Of a submission, the number that is spent with it.';

--
-- Name: COLUMN undone_import.original_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.undone_import.original_id IS 'The file it was read from, which stays.';

--
-- Name: COLUMN undone_import.staff_user_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.undone_import.staff_user_id IS 'Who undid it; null for the operator.';

--
-- Name: undone_import_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.undone_import ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.undone_import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: unplaced_line; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.unplaced_line (
    source_id bigint NOT NULL,
    ordinal integer NOT NULL,
    line integer NOT NULL,
    text text NOT NULL,
    reason text NOT NULL
);

--
-- Name: TABLE unplaced_line; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.unplaced_line IS 'What an import could not place: kept and listed, never lost.';

--
-- Name: COLUMN unplaced_line.line; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.unplaced_line.line IS 'Line of a .txt, paragraph of a .docx, counted from 1.';

--
-- Name: witness; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.witness (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    person_id bigint NOT NULL,
    capacity text DEFAULT ''::text NOT NULL,
    organisation text DEFAULT ''::text NOT NULL,
    witness_group_id bigint,
    revision integer DEFAULT 1 NOT NULL
);

--
-- Name: TABLE witness; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.witness IS 'A person in a capacity, heard by one inquiry; the same person in another capacity is another witness.';

--
-- Name: COLUMN witness.capacity; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.witness.capacity IS 'Role as printed, such as chief executive; empty when none was given.';

--
-- Name: witness_group; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.witness_group (
    id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT witness_group_slug_form CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);

--
-- Name: TABLE witness_group; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.witness_group IS 'A kind of witness an inquiry hears, such as social workers.';

--
-- Name: witness_group_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.witness_group ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.witness_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: witness_id_seq; Type: SEQUENCE; Schema: record; Owner: -
--

ALTER TABLE record.witness ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME record.witness_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: written_submission; Type: TABLE; Schema: record; Owner: -
--

CREATE TABLE record.written_submission (
    source_id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    number integer NOT NULL,
    call_for_evidence_id bigint,
    submitter_kind text NOT NULL,
    sequence_kind text DEFAULT 'written'::text NOT NULL,
    supplements_source_id bigint,
    dated_on date,
    late text DEFAULT 'no'::text NOT NULL,
    outcome text DEFAULT 'undecided'::text NOT NULL,
    printed_name text,
    confidentiality_asked text,
    wording_digest bytea NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    campaign_id bigint,
    stands_alone boolean DEFAULT false NOT NULL,
    CONSTRAINT written_submission_alone_or_of_campaign CHECK (((NOT stands_alone) OR (campaign_id IS NULL))),
    CONSTRAINT written_submission_anonymous_has_words CHECK (((outcome <> 'published_anonymous'::text) OR (printed_name <> ''::text))),
    CONSTRAINT written_submission_late_known CHECK ((late = ANY (ARRAY['no'::text, 'undecided'::text, 'admitted'::text]))),
    CONSTRAINT written_submission_number_form CHECK (((number >= 1) AND (number <= 9999))),
    CONSTRAINT written_submission_outcome_known CHECK ((outcome = ANY (ARRAY['undecided'::text, 'published_named'::text, 'published_anonymous'::text, 'published_redacted'::text, 'accepted_unpublished'::text, 'not_accepted'::text]))),
    CONSTRAINT written_submission_sequence_kind_known CHECK ((sequence_kind = ANY (ARRAY['written'::text, 'supplementary'::text, 'further_supplementary'::text, 'joint'::text]))),
    CONSTRAINT written_submission_submitter_kind_known CHECK ((submitter_kind = ANY (ARRAY['individual'::text, 'organisation'::text, 'proxy'::text]))),
    CONSTRAINT written_submission_wording_digest_length CHECK ((octet_length(wording_digest) = 32))
);

--
-- Name: TABLE written_submission; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON TABLE record.written_submission IS 'What a source that came in writing has beside every source: who, in answer to what, and how it may appear.';

--
-- Name: COLUMN written_submission.number; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.written_submission.number IS '12 in CTI0012; allotted at receipt, never reused.';

--
-- Name: COLUMN written_submission.supplements_source_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.written_submission.supplements_source_id IS 'The earlier submission that it adds to.';

--
-- Name: COLUMN written_submission.dated_on; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.written_submission.dated_on IS 'Day that the paper itself prints.';

--
-- Name: COLUMN written_submission.late; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.written_submission.late IS 'Whether it came after the closing day, and whether it was admitted all the same.';

--
-- Name: COLUMN written_submission.printed_name; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.written_submission.printed_name IS 'What stands in place of the name of who must not be named, such as Name withheld.';

--
-- Name: COLUMN written_submission.confidentiality_asked; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.written_submission.confidentiality_asked IS 'What the submitter asked to be kept back, and why.';

--
-- Name: COLUMN written_submission.wording_digest; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.written_submission.wording_digest IS 'HMAC-SHA-256 of the wording of all its paragraphs as received; equal in two submissions of the same words.';

--
-- Name: COLUMN written_submission.campaign_id; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.written_submission.campaign_id IS 'The campaign that a clerk confirmed it to be of.';

--
-- Name: COLUMN written_submission.stands_alone; Type: COMMENT; Schema: record; Owner: -
--

COMMENT ON COLUMN record.written_submission.stands_alone IS 'A clerk looked at it and said that it is of no campaign, whatever it is like.';

--
-- Name: ledger ledger_pkey; Type: CONSTRAINT; Schema: migration; Owner: -
--

ALTER TABLE ONLY migration.ledger
    ADD CONSTRAINT ledger_pkey PRIMARY KEY (version);

--
-- Name: addressee addressee_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.addressee
    ADD CONSTRAINT addressee_pkey PRIMARY KEY (recommendation_id, ordinal);

--
-- Name: answer_tombstone answer_tombstone_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.answer_tombstone
    ADD CONSTRAINT answer_tombstone_pkey PRIMARY KEY (id);

--
-- Name: call_for_evidence call_for_evidence_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.call_for_evidence
    ADD CONSTRAINT call_for_evidence_pkey PRIMARY KEY (id);

--
-- Name: call_for_evidence call_for_evidence_slug_key; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.call_for_evidence
    ADD CONSTRAINT call_for_evidence_slug_key UNIQUE (inquiry_id, slug);

--
-- Name: call_period call_period_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.call_period
    ADD CONSTRAINT call_period_pkey PRIMARY KEY (call_for_evidence_id, ordinal);

--
-- Name: citation_passage citation_passage_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.citation_passage
    ADD CONSTRAINT citation_passage_pkey PRIMARY KEY (citation_id, ordinal);

--
-- Name: citation citation_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.citation
    ADD CONSTRAINT citation_pkey PRIMARY KEY (id);

--
-- Name: correction correction_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.correction
    ADD CONSTRAINT correction_pkey PRIMARY KEY (id);

--
-- Name: document document_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (source_id);

--
-- Name: finding finding_key_key; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.finding
    ADD CONSTRAINT finding_key_key UNIQUE (inquiry_id, key);

--
-- Name: finding finding_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.finding
    ADD CONSTRAINT finding_pkey PRIMARY KEY (id);

--
-- Name: inquiry inquiry_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.inquiry
    ADD CONSTRAINT inquiry_pkey PRIMARY KEY (id);

--
-- Name: inquiry inquiry_slug_key; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.inquiry
    ADD CONSTRAINT inquiry_slug_key UNIQUE (slug);

--
-- Name: limb_addressee limb_addressee_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.limb_addressee
    ADD CONSTRAINT limb_addressee_pkey PRIMARY KEY (recommendation_id, limb, ordinal);

--
-- Name: limb limb_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.limb
    ADD CONSTRAINT limb_pkey PRIMARY KEY (recommendation_id, number);

--
-- Name: lineage lineage_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.lineage
    ADD CONSTRAINT lineage_pkey PRIMARY KEY (recommendation_id, ordinal);

--
-- Name: link link_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.link
    ADD CONSTRAINT link_pkey PRIMARY KEY (id);

--
-- Name: passage passage_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.passage
    ADD CONSTRAINT passage_pkey PRIMARY KEY (id);

--
-- Name: passage_version passage_version_number_key; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.passage_version
    ADD CONSTRAINT passage_version_number_key UNIQUE (passage_id, number);

--
-- Name: passage_version passage_version_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.passage_version
    ADD CONSTRAINT passage_version_pkey PRIMARY KEY (id);

--
-- Name: person person_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

--
-- Name: recommendation recommendation_key_key; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.recommendation
    ADD CONSTRAINT recommendation_key_key UNIQUE (inquiry_id, key);

--
-- Name: recommendation recommendation_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.recommendation
    ADD CONSTRAINT recommendation_pkey PRIMARY KEY (id);

--
-- Name: removed_use removed_use_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.removed_use
    ADD CONSTRAINT removed_use_pkey PRIMARY KEY (report_id, block_ordinal, passage_id, is_link);

--
-- Name: report_block report_block_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.report_block
    ADD CONSTRAINT report_block_pkey PRIMARY KEY (report_id, ordinal);

--
-- Name: report report_edition_key; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.report
    ADD CONSTRAINT report_edition_key UNIQUE (inquiry_id, edition);

--
-- Name: report report_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (id);

--
-- Name: session_member session_member_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.session_member
    ADD CONSTRAINT session_member_pkey PRIMARY KEY (session_id, person_id);

--
-- Name: session session_number_key; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.session
    ADD CONSTRAINT session_number_key UNIQUE (inquiry_id, number);

--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

--
-- Name: session_witness session_witness_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.session_witness
    ADD CONSTRAINT session_witness_pkey PRIMARY KEY (session_id, witness_id, panel);

--
-- Name: source source_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.source
    ADD CONSTRAINT source_pkey PRIMARY KEY (id);

--
-- Name: source source_reference_key; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.source
    ADD CONSTRAINT source_reference_key UNIQUE (inquiry_id, reference);

--
-- Name: survey survey_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.survey
    ADD CONSTRAINT survey_pkey PRIMARY KEY (source_id);

--
-- Name: survey_question survey_question_ordinal_key; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.survey_question
    ADD CONSTRAINT survey_question_ordinal_key UNIQUE (source_id, ordinal);

--
-- Name: survey_question survey_question_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.survey_question
    ADD CONSTRAINT survey_question_pkey PRIMARY KEY (id);

--
-- Name: survey_table survey_table_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.survey_table
    ADD CONSTRAINT survey_table_pkey PRIMARY KEY (id);

--
-- Name: tombstone tombstone_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.tombstone
    ADD CONSTRAINT tombstone_pkey PRIMARY KEY (id);

--
-- Name: tombstone tombstone_reference_key; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.tombstone
    ADD CONSTRAINT tombstone_reference_key UNIQUE (inquiry_id, reference);

--
-- Name: version version_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.version
    ADD CONSTRAINT version_pkey PRIMARY KEY (id);

--
-- Name: witness witness_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.witness
    ADD CONSTRAINT witness_pkey PRIMARY KEY (id);

--
-- Name: written_submission written_submission_pkey; Type: CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.written_submission
    ADD CONSTRAINT written_submission_pkey PRIMARY KEY (source_id);

--
-- Name: addressee addressee_once; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.addressee
    ADD CONSTRAINT addressee_once UNIQUE (recommendation_id, name);

--
-- Name: addressee addressee_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.addressee
    ADD CONSTRAINT addressee_pkey PRIMARY KEY (recommendation_id, ordinal);

--
-- Name: applied_tag applied_tag_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.applied_tag
    ADD CONSTRAINT applied_tag_pkey PRIMARY KEY (id);

--
-- Name: audit_entry audit_entry_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id);

--
-- Name: audit_seal audit_seal_last_entry_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.audit_seal
    ADD CONSTRAINT audit_seal_last_entry_key UNIQUE (last_entry_id);

--
-- Name: audit_seal audit_seal_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (id);

--
-- Name: audit_seal audit_seal_previous_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.audit_seal
    ADD CONSTRAINT audit_seal_previous_key UNIQUE (previous);

--
-- Name: awaited_event awaited_event_key_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.awaited_event
    ADD CONSTRAINT awaited_event_key_key UNIQUE (inquiry_id, key);

--
-- Name: awaited_event awaited_event_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.awaited_event
    ADD CONSTRAINT awaited_event_pkey PRIMARY KEY (id);

--
-- Name: body body_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.body
    ADD CONSTRAINT body_pkey PRIMARY KEY (id);

--
-- Name: body body_slug_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.body
    ADD CONSTRAINT body_slug_key UNIQUE (slug);

--
-- Name: call_for_evidence call_for_evidence_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.call_for_evidence
    ADD CONSTRAINT call_for_evidence_pkey PRIMARY KEY (id);

--
-- Name: call_for_evidence call_for_evidence_slug_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.call_for_evidence
    ADD CONSTRAINT call_for_evidence_slug_key UNIQUE (inquiry_id, slug);

--
-- Name: call_period call_period_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.call_period
    ADD CONSTRAINT call_period_pkey PRIMARY KEY (call_for_evidence_id, ordinal);

--
-- Name: campaign campaign_name_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.campaign
    ADD CONSTRAINT campaign_name_key UNIQUE (inquiry_id, name);

--
-- Name: campaign campaign_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.campaign
    ADD CONSTRAINT campaign_pkey PRIMARY KEY (id);

--
-- Name: check_policy check_policy_inquiry_id_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.check_policy
    ADD CONSTRAINT check_policy_inquiry_id_key UNIQUE (inquiry_id);

--
-- Name: check_policy check_policy_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.check_policy
    ADD CONSTRAINT check_policy_pkey PRIMARY KEY (id);

--
-- Name: check_weight check_weight_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.check_weight
    ADD CONSTRAINT check_weight_pkey PRIMARY KEY (check_policy_id, code);

--
-- Name: citation_passage citation_passage_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.citation_passage
    ADD CONSTRAINT citation_passage_pkey PRIMARY KEY (citation_id, ordinal);

--
-- Name: citation citation_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.citation
    ADD CONSTRAINT citation_pkey PRIMARY KEY (id);

--
-- Name: citation citation_place_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.citation
    ADD CONSTRAINT citation_place_key UNIQUE (draft_version_id, bracket, item);

--
-- Name: claim claim_key_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.claim
    ADD CONSTRAINT claim_key_key UNIQUE (inquiry_id, key);

--
-- Name: claim claim_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.claim
    ADD CONSTRAINT claim_pkey PRIMARY KEY (id);

--
-- Name: contribution contribution_once; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.contribution
    ADD CONSTRAINT contribution_once UNIQUE (source_id, witness_id);

--
-- Name: contribution contribution_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.contribution
    ADD CONSTRAINT contribution_pkey PRIMARY KEY (id);

--
-- Name: corrected_file corrected_file_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.corrected_file
    ADD CONSTRAINT corrected_file_pkey PRIMARY KEY (source_id, original_id);

--
-- Name: correction correction_one_for_version; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.correction
    ADD CONSTRAINT correction_one_for_version UNIQUE (passage_version_id);

--
-- Name: correction correction_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.correction
    ADD CONSTRAINT correction_pkey PRIMARY KEY (id);

--
-- Name: decision decision_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (id);

--
-- Name: document document_number_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.document
    ADD CONSTRAINT document_number_key UNIQUE (inquiry_id, number);

--
-- Name: document document_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (source_id);

--
-- Name: draft_block draft_block_paragraph_number_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft_block
    ADD CONSTRAINT draft_block_paragraph_number_key UNIQUE (draft_version_id, paragraph_number);

--
-- Name: draft_block draft_block_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft_block
    ADD CONSTRAINT draft_block_pkey PRIMARY KEY (draft_version_id, ordinal);

--
-- Name: draft draft_inquiry_id_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft
    ADD CONSTRAINT draft_inquiry_id_key UNIQUE (inquiry_id);

--
-- Name: draft_paragraph draft_paragraph_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft_paragraph
    ADD CONSTRAINT draft_paragraph_pkey PRIMARY KEY (id);

--
-- Name: draft draft_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (id);

--
-- Name: draft_version draft_version_number_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft_version
    ADD CONSTRAINT draft_version_number_key UNIQUE (draft_id, number);

--
-- Name: draft_version draft_version_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft_version
    ADD CONSTRAINT draft_version_pkey PRIMARY KEY (id);

--
-- Name: dropped_suggestion dropped_suggestion_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.dropped_suggestion
    ADD CONSTRAINT dropped_suggestion_pkey PRIMARY KEY (id);

--
-- Name: finding finding_key_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.finding
    ADD CONSTRAINT finding_key_key UNIQUE (inquiry_id, key);

--
-- Name: finding finding_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.finding
    ADD CONSTRAINT finding_pkey PRIMARY KEY (id);

--
-- Name: former_name former_name_once; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.former_name
    ADD CONSTRAINT former_name_once UNIQUE (person_id, name);

--
-- Name: former_name former_name_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.former_name
    ADD CONSTRAINT former_name_pkey PRIMARY KEY (id);

--
-- Name: idempotency_key idempotency_key_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (token_id, key);

--
-- Name: identity identity_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.identity
    ADD CONSTRAINT identity_pkey PRIMARY KEY (person_id);

--
-- Name: inquiry inquiry_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.inquiry
    ADD CONSTRAINT inquiry_pkey PRIMARY KEY (id);

--
-- Name: inquiry inquiry_slug_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.inquiry
    ADD CONSTRAINT inquiry_slug_key UNIQUE (slug);

--
-- Name: lifted_redaction lifted_redaction_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.lifted_redaction
    ADD CONSTRAINT lifted_redaction_pkey PRIMARY KEY (id);

--
-- Name: limb_addressee limb_addressee_once; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.limb_addressee
    ADD CONSTRAINT limb_addressee_once UNIQUE (limb_id, name);

--
-- Name: limb_addressee limb_addressee_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.limb_addressee
    ADD CONSTRAINT limb_addressee_pkey PRIMARY KEY (limb_id, ordinal);

--
-- Name: limb limb_number_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.limb
    ADD CONSTRAINT limb_number_key UNIQUE (recommendation_id, number);

--
-- Name: limb limb_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.limb
    ADD CONSTRAINT limb_pkey PRIMARY KEY (id);

--
-- Name: lineage lineage_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.lineage
    ADD CONSTRAINT lineage_pkey PRIMARY KEY (id);

--
-- Name: link link_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.link
    ADD CONSTRAINT link_pkey PRIMARY KEY (id);

--
-- Name: log_line log_line_line_id_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.log_line
    ADD CONSTRAINT log_line_line_id_key UNIQUE (session_id, line_id);

--
-- Name: log_line log_line_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.log_line
    ADD CONSTRAINT log_line_pkey PRIMARY KEY (passage_id);

--
-- Name: memo memo_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.memo
    ADD CONSTRAINT memo_pkey PRIMARY KEY (id);

--
-- Name: original_chunk original_chunk_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.original_chunk
    ADD CONSTRAINT original_chunk_pkey PRIMARY KEY (original_id, ordinal);

--
-- Name: original original_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.original
    ADD CONSTRAINT original_pkey PRIMARY KEY (id);

--
-- Name: panel panel_ordinal_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.panel
    ADD CONSTRAINT panel_ordinal_key UNIQUE (session_id, ordinal);

--
-- Name: panel panel_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.panel
    ADD CONSTRAINT panel_pkey PRIMARY KEY (id);

--
-- Name: panel_witness panel_witness_ordinal_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.panel_witness
    ADD CONSTRAINT panel_witness_ordinal_key UNIQUE (panel_id, ordinal);

--
-- Name: panel_witness panel_witness_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.panel_witness
    ADD CONSTRAINT panel_witness_pkey PRIMARY KEY (panel_id, witness_id);

--
-- Name: passage passage_answer_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage
    ADD CONSTRAINT passage_answer_key UNIQUE (source_id, question_code, option_code);

--
-- Name: passage passage_block_offset_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage
    ADD CONSTRAINT passage_block_offset_key UNIQUE (question_block_id, block_offset) DEFERRABLE;

--
-- Name: passage_meaning passage_meaning_once; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage_meaning
    ADD CONSTRAINT passage_meaning_once UNIQUE (passage_version_id, model);

--
-- Name: passage_meaning passage_meaning_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage_meaning
    ADD CONSTRAINT passage_meaning_pkey PRIMARY KEY (id);

--
-- Name: passage passage_ordinal_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage
    ADD CONSTRAINT passage_ordinal_key UNIQUE (source_id, ordinal) DEFERRABLE;

--
-- Name: passage passage_outline_number_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage
    ADD CONSTRAINT passage_outline_number_key UNIQUE (source_id, outline_number);

--
-- Name: passage passage_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage
    ADD CONSTRAINT passage_pkey PRIMARY KEY (id);

--
-- Name: passage passage_point_number_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage
    ADD CONSTRAINT passage_point_number_key UNIQUE (source_id, point_number);

--
-- Name: passage_succession passage_succession_once; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage_succession
    ADD CONSTRAINT passage_succession_once UNIQUE (from_passage_id, to_passage_id);

--
-- Name: passage_succession passage_succession_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage_succession
    ADD CONSTRAINT passage_succession_pkey PRIMARY KEY (id);

--
-- Name: passage_version passage_version_number_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage_version
    ADD CONSTRAINT passage_version_number_key UNIQUE (passage_id, number);

--
-- Name: passage_version passage_version_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage_version
    ADD CONSTRAINT passage_version_pkey PRIMARY KEY (id);

--
-- Name: person_merge person_merge_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.person_merge
    ADD CONSTRAINT person_merge_pkey PRIMARY KEY (id);

--
-- Name: person_merge_row person_merge_row_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.person_merge_row
    ADD CONSTRAINT person_merge_row_pkey PRIMARY KEY (person_merge_id, kind, row_id, from_id);

--
-- Name: person person_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

--
-- Name: proposition proposition_key_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.proposition
    ADD CONSTRAINT proposition_key_key UNIQUE (inquiry_id, key);

--
-- Name: proposition proposition_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.proposition
    ADD CONSTRAINT proposition_pkey PRIMARY KEY (id);

--
-- Name: question_block question_block_number_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.question_block
    ADD CONSTRAINT question_block_number_key UNIQUE (inquiry_id, number);

--
-- Name: question_block question_block_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.question_block
    ADD CONSTRAINT question_block_pkey PRIMARY KEY (id);

--
-- Name: quoted_answer quoted_answer_once; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.quoted_answer
    ADD CONSTRAINT quoted_answer_once UNIQUE (survey_question_id, respondent);

--
-- Name: quoted_answer quoted_answer_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.quoted_answer
    ADD CONSTRAINT quoted_answer_pkey PRIMARY KEY (passage_id);

--
-- Name: recommendation recommendation_key_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.recommendation
    ADD CONSTRAINT recommendation_key_key UNIQUE (inquiry_id, key);

--
-- Name: recommendation recommendation_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.recommendation
    ADD CONSTRAINT recommendation_pkey PRIMARY KEY (id);

--
-- Name: redacted_text redacted_text_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.redacted_text
    ADD CONSTRAINT redacted_text_pkey PRIMARY KEY (passage_version_id);

--
-- Name: redaction redaction_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.redaction
    ADD CONSTRAINT redaction_pkey PRIMARY KEY (id);

--
-- Name: redaction redaction_span_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.redaction
    ADD CONSTRAINT redaction_span_key UNIQUE (passage_version_id, span_from);

--
-- Name: remark_answer remark_answer_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.remark_answer
    ADD CONSTRAINT remark_answer_pkey PRIMARY KEY (id);

--
-- Name: remark_answer remark_answer_place_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.remark_answer
    ADD CONSTRAINT remark_answer_place_key UNIQUE (inquiry_id, code, place);

--
-- Name: report_block report_block_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_block
    ADD CONSTRAINT report_block_pkey PRIMARY KEY (report_id, ordinal);

--
-- Name: report report_draft_version_id_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report
    ADD CONSTRAINT report_draft_version_id_key UNIQUE (draft_version_id);

--
-- Name: report report_edition_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report
    ADD CONSTRAINT report_edition_key UNIQUE (inquiry_id, edition);

--
-- Name: report_limb_addressee report_limb_addressee_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_limb_addressee
    ADD CONSTRAINT report_limb_addressee_pkey PRIMARY KEY (report_id, recommendation_id, limb, ordinal);

--
-- Name: report_limb report_limb_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_limb
    ADD CONSTRAINT report_limb_pkey PRIMARY KEY (report_id, recommendation_id, number);

--
-- Name: report_lineage report_lineage_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_lineage
    ADD CONSTRAINT report_lineage_pkey PRIMARY KEY (report_id, recommendation_id, ordinal);

--
-- Name: report_link report_link_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_link
    ADD CONSTRAINT report_link_pkey PRIMARY KEY (report_id, link_id);

--
-- Name: report report_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (id);

--
-- Name: report_recommendation report_recommendation_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_recommendation
    ADD CONSTRAINT report_recommendation_pkey PRIMARY KEY (report_id, recommendation_id);

--
-- Name: returned_file returned_file_once; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.returned_file
    ADD CONSTRAINT returned_file_once UNIQUE (transcript_copy_id, sha256);

--
-- Name: returned_file returned_file_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.returned_file
    ADD CONSTRAINT returned_file_pkey PRIMARY KEY (id);

--
-- Name: session_before session_before_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.session_before
    ADD CONSTRAINT session_before_pkey PRIMARY KEY (source_id);

--
-- Name: session_member session_member_ordinal_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.session_member
    ADD CONSTRAINT session_member_ordinal_key UNIQUE (session_id, ordinal);

--
-- Name: session_member session_member_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.session_member
    ADD CONSTRAINT session_member_pkey PRIMARY KEY (session_id, person_id);

--
-- Name: session session_number_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.session
    ADD CONSTRAINT session_number_key UNIQUE (inquiry_id, number);

--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

--
-- Name: session session_plan_number_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.session
    ADD CONSTRAINT session_plan_number_key UNIQUE (inquiry_id, plan_number);

--
-- Name: source_decision source_decision_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.source_decision
    ADD CONSTRAINT source_decision_pkey PRIMARY KEY (decision_id, source_id);

--
-- Name: source source_kind_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.source
    ADD CONSTRAINT source_kind_key UNIQUE (session_id, kind);

--
-- Name: source source_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.source
    ADD CONSTRAINT source_pkey PRIMARY KEY (id);

--
-- Name: source source_reference_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.source
    ADD CONSTRAINT source_reference_key UNIQUE (inquiry_id, reference);

--
-- Name: speaker_label speaker_label_once; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.speaker_label
    ADD CONSTRAINT speaker_label_once UNIQUE (source_id, label);

--
-- Name: speaker_label speaker_label_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.speaker_label
    ADD CONSTRAINT speaker_label_pkey PRIMARY KEY (id);

--
-- Name: staff_role staff_role_once; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.staff_role
    ADD CONSTRAINT staff_role_once UNIQUE NULLS NOT DISTINCT (staff_user_id, inquiry_id, role);

--
-- Name: staff_role staff_role_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.staff_role
    ADD CONSTRAINT staff_role_pkey PRIMARY KEY (id);

--
-- Name: staff_user staff_user_name_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.staff_user
    ADD CONSTRAINT staff_user_name_key UNIQUE (name);

--
-- Name: staff_user staff_user_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.staff_user
    ADD CONSTRAINT staff_user_pkey PRIMARY KEY (id);

--
-- Name: survey_answer survey_answer_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey_answer
    ADD CONSTRAINT survey_answer_pkey PRIMARY KEY (survey_question_id, ordinal);

--
-- Name: survey survey_number_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey
    ADD CONSTRAINT survey_number_key UNIQUE (inquiry_id, number);

--
-- Name: survey survey_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey
    ADD CONSTRAINT survey_pkey PRIMARY KEY (source_id);

--
-- Name: survey_question survey_question_code_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey_question
    ADD CONSTRAINT survey_question_code_key UNIQUE (source_id, code);

--
-- Name: survey_question survey_question_ordinal_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey_question
    ADD CONSTRAINT survey_question_ordinal_key UNIQUE (source_id, ordinal);

--
-- Name: survey_question survey_question_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey_question
    ADD CONSTRAINT survey_question_pkey PRIMARY KEY (id);

--
-- Name: survey_table survey_table_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey_table
    ADD CONSTRAINT survey_table_key UNIQUE NULLS NOT DISTINCT (survey_question_id, by_survey_question_id);

--
-- Name: survey_table survey_table_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey_table
    ADD CONSTRAINT survey_table_pkey PRIMARY KEY (id);

--
-- Name: survey_weight survey_weight_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey_weight
    ADD CONSTRAINT survey_weight_pkey PRIMARY KEY (source_id, ordinal);

--
-- Name: survey_words survey_words_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey_words
    ADD CONSTRAINT survey_words_pkey PRIMARY KEY (survey_question_id, respondent);

--
-- Name: tag tag_iri_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tag
    ADD CONSTRAINT tag_iri_key UNIQUE (inquiry_id, iri);

--
-- Name: tag tag_key_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tag
    ADD CONSTRAINT tag_key_key UNIQUE (inquiry_id, key);

--
-- Name: tag_label tag_label_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tag_label
    ADD CONSTRAINT tag_label_pkey PRIMARY KEY (tag_id, name);

--
-- Name: tag tag_name_once; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tag
    ADD CONSTRAINT tag_name_once EXCLUDE USING btree (inquiry_id WITH =, name WITH =) WHERE ((merged_into_tag_id IS NULL)) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: tag tag_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tag
    ADD CONSTRAINT tag_pkey PRIMARY KEY (id);

--
-- Name: tag_version tag_version_number_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tag_version
    ADD CONSTRAINT tag_version_number_key UNIQUE (tag_id, number);

--
-- Name: tag_version tag_version_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tag_version
    ADD CONSTRAINT tag_version_pkey PRIMARY KEY (id);

--
-- Name: terms_of_reference terms_of_reference_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.terms_of_reference
    ADD CONSTRAINT terms_of_reference_pkey PRIMARY KEY (inquiry_id, version);

--
-- Name: token token_digest_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.token
    ADD CONSTRAINT token_digest_key UNIQUE (digest);

--
-- Name: token token_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (id);

--
-- Name: tracked_change tracked_change_number_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tracked_change
    ADD CONSTRAINT tracked_change_number_key UNIQUE (source_id, number);

--
-- Name: tracked_change tracked_change_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tracked_change
    ADD CONSTRAINT tracked_change_pkey PRIMARY KEY (id);

--
-- Name: transcript_copy transcript_copy_once; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.transcript_copy
    ADD CONSTRAINT transcript_copy_once UNIQUE (source_id, witness_id);

--
-- Name: transcript_copy transcript_copy_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.transcript_copy
    ADD CONSTRAINT transcript_copy_pkey PRIMARY KEY (id);

--
-- Name: undone_import undone_import_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.undone_import
    ADD CONSTRAINT undone_import_pkey PRIMARY KEY (id);

--
-- Name: unplaced_line unplaced_line_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.unplaced_line
    ADD CONSTRAINT unplaced_line_pkey PRIMARY KEY (source_id, ordinal);

--
-- Name: witness_group witness_group_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.witness_group
    ADD CONSTRAINT witness_group_pkey PRIMARY KEY (id);

--
-- Name: witness_group witness_group_slug_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.witness_group
    ADD CONSTRAINT witness_group_slug_key UNIQUE (inquiry_id, slug);

--
-- Name: witness witness_once; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.witness
    ADD CONSTRAINT witness_once UNIQUE (inquiry_id, person_id, capacity, organisation);

--
-- Name: witness witness_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.witness
    ADD CONSTRAINT witness_pkey PRIMARY KEY (id);

--
-- Name: written_submission written_submission_number_key; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.written_submission
    ADD CONSTRAINT written_submission_number_key UNIQUE (inquiry_id, number);

--
-- Name: written_submission written_submission_pkey; Type: CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.written_submission
    ADD CONSTRAINT written_submission_pkey PRIMARY KEY (source_id);

--
-- Name: answer_tombstone_inquiry_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX answer_tombstone_inquiry_id_idx ON published.answer_tombstone USING btree (inquiry_id, reference);

--
-- Name: citation_passage_passage_version_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX citation_passage_passage_version_id_idx ON published.citation_passage USING btree (passage_version_id);

--
-- Name: citation_report_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX citation_report_id_idx ON published.citation USING btree (report_id, block_ordinal);

--
-- Name: correction_passage_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX correction_passage_id_idx ON published.correction USING btree (passage_id);

--
-- Name: document_inquiry_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX document_inquiry_id_idx ON published.document USING btree (inquiry_id);

--
-- Name: lineage_earlier_inquiry_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX lineage_earlier_inquiry_id_idx ON published.lineage USING btree (earlier_inquiry_id);

--
-- Name: lineage_earlier_recommendation_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX lineage_earlier_recommendation_id_idx ON published.lineage USING btree (earlier_recommendation_id);

--
-- Name: lineage_source_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX lineage_source_id_idx ON published.lineage USING btree (source_id);

--
-- Name: link_finding_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX link_finding_id_idx ON published.link USING btree (finding_id);

--
-- Name: link_passage_version_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX link_passage_version_id_idx ON published.link USING btree (passage_version_id);

--
-- Name: link_recommendation_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX link_recommendation_id_idx ON published.link USING btree (recommendation_id, limb);

--
-- Name: passage_person_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX passage_person_id_idx ON published.passage USING btree (person_id);

--
-- Name: passage_question_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX passage_question_idx ON published.passage USING btree (inquiry_id, question_number, ordinal);

--
-- Name: passage_source_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX passage_source_id_idx ON published.passage USING btree (source_id, ordinal);

--
-- Name: passage_version_one_current; Type: INDEX; Schema: published; Owner: -
--

CREATE UNIQUE INDEX passage_version_one_current ON published.passage_version USING btree (passage_id) WHERE is_current;

--
-- Name: passage_version_search_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX passage_version_search_idx ON published.passage_version USING gin (search);

--
-- Name: recommendation_finding_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX recommendation_finding_id_idx ON published.recommendation USING btree (finding_id);

--
-- Name: removed_use_passage_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX removed_use_passage_id_idx ON published.removed_use USING btree (passage_id);

--
-- Name: report_block_finding_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX report_block_finding_id_idx ON published.report_block USING btree (finding_id);

--
-- Name: report_block_recommendation_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX report_block_recommendation_id_idx ON published.report_block USING btree (recommendation_id);

--
-- Name: session_member_person_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX session_member_person_id_idx ON published.session_member USING btree (person_id);

--
-- Name: session_witness_witness_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX session_witness_witness_id_idx ON published.session_witness USING btree (witness_id);

--
-- Name: source_session_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX source_session_id_idx ON published.source USING btree (session_id);

--
-- Name: source_written_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX source_written_idx ON published.source USING btree (inquiry_id, reference COLLATE "C") WHERE (session_id IS NULL);

--
-- Name: survey_inquiry_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX survey_inquiry_id_idx ON published.survey USING btree (inquiry_id);

--
-- Name: survey_table_by_survey_question_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX survey_table_by_survey_question_id_idx ON published.survey_table USING btree (by_survey_question_id);

--
-- Name: survey_table_survey_question_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX survey_table_survey_question_id_idx ON published.survey_table USING btree (survey_question_id);

--
-- Name: witness_inquiry_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX witness_inquiry_id_idx ON published.witness USING btree (inquiry_id);

--
-- Name: witness_person_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX witness_person_id_idx ON published.witness USING btree (person_id);

--
-- Name: written_submission_call_for_evidence_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX written_submission_call_for_evidence_id_idx ON published.written_submission USING btree (call_for_evidence_id);

--
-- Name: written_submission_inquiry_id_idx; Type: INDEX; Schema: published; Owner: -
--

CREATE INDEX written_submission_inquiry_id_idx ON published.written_submission USING btree (inquiry_id);

--
-- Name: applied_tag_once; Type: INDEX; Schema: record; Owner: -
--

CREATE UNIQUE INDEX applied_tag_once ON record.applied_tag USING btree (tag_id, passage_version_id, COALESCE(span_from, '-1'::integer), COALESCE(span_to, '-1'::integer), staff_user_id) WHERE (removed_at IS NULL);

--
-- Name: applied_tag_passage_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX applied_tag_passage_id_idx ON record.applied_tag USING btree (passage_id);

--
-- Name: applied_tag_passage_version_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX applied_tag_passage_version_id_idx ON record.applied_tag USING btree (passage_version_id);

--
-- Name: applied_tag_removed_by_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX applied_tag_removed_by_staff_user_id_idx ON record.applied_tag USING btree (removed_by_staff_user_id);

--
-- Name: applied_tag_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX applied_tag_staff_user_id_idx ON record.applied_tag USING btree (staff_user_id, id);

--
-- Name: applied_tag_suspect_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX applied_tag_suspect_idx ON record.applied_tag USING btree (tag_id) WHERE (is_suspect AND (removed_at IS NULL));

--
-- Name: applied_tag_tag_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX applied_tag_tag_id_idx ON record.applied_tag USING btree (tag_id, passage_id);

--
-- Name: applied_tag_tag_version_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX applied_tag_tag_version_id_idx ON record.applied_tag USING btree (tag_version_id);

--
-- Name: audit_entry_inquiry_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX audit_entry_inquiry_id_idx ON record.audit_entry USING btree (inquiry_id, id);

--
-- Name: audit_entry_sealing_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX audit_entry_sealing_idx ON record.audit_entry USING btree (transaction_id, id);

--
-- Name: audit_entry_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX audit_entry_staff_user_id_idx ON record.audit_entry USING btree (staff_user_id);

--
-- Name: audit_seal_first_entry_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX audit_seal_first_entry_id_idx ON record.audit_seal USING btree (first_entry_id);

--
-- Name: awaited_event_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX awaited_event_staff_user_id_idx ON record.awaited_event USING btree (staff_user_id);

--
-- Name: citation_block_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX citation_block_idx ON record.citation USING btree (draft_version_id, block_ordinal);

--
-- Name: citation_passage_passage_version_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX citation_passage_passage_version_id_idx ON record.citation_passage USING btree (passage_version_id);

--
-- Name: claim_bound_by_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX claim_bound_by_idx ON record.claim USING btree (bound_by);

--
-- Name: claim_draft_paragraph_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX claim_draft_paragraph_id_idx ON record.claim USING btree (draft_paragraph_id);

--
-- Name: claim_passage_version_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX claim_passage_version_id_idx ON record.claim USING btree (passage_version_id);

--
-- Name: contribution_witness_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX contribution_witness_id_idx ON record.contribution USING btree (witness_id);

--
-- Name: corrected_file_original_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX corrected_file_original_id_idx ON record.corrected_file USING btree (original_id);

--
-- Name: correction_original_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX correction_original_id_idx ON record.correction USING btree (original_id);

--
-- Name: correction_passage_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX correction_passage_id_idx ON record.correction USING btree (passage_id);

--
-- Name: correction_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX correction_staff_user_id_idx ON record.correction USING btree (staff_user_id);

--
-- Name: correction_supplement_source_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX correction_supplement_source_id_idx ON record.correction USING btree (supplement_source_id);

--
-- Name: decision_inquiry_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX decision_inquiry_id_idx ON record.decision USING btree (inquiry_id);

--
-- Name: decision_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX decision_staff_user_id_idx ON record.decision USING btree (staff_user_id);

--
-- Name: draft_block_draft_paragraph_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX draft_block_draft_paragraph_id_idx ON record.draft_block USING btree (draft_paragraph_id);

--
-- Name: draft_block_finding_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX draft_block_finding_id_idx ON record.draft_block USING btree (finding_id);

--
-- Name: draft_block_recommendation_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX draft_block_recommendation_id_idx ON record.draft_block USING btree (recommendation_id);

--
-- Name: draft_paragraph_draft_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX draft_paragraph_draft_id_idx ON record.draft_paragraph USING btree (draft_id);

--
-- Name: draft_version_original_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX draft_version_original_id_idx ON record.draft_version USING btree (original_id);

--
-- Name: draft_version_pushed_by_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX draft_version_pushed_by_idx ON record.draft_version USING btree (pushed_by);

--
-- Name: dropped_suggestion_finding_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX dropped_suggestion_finding_id_idx ON record.dropped_suggestion USING btree (finding_id);

--
-- Name: dropped_suggestion_once; Type: INDEX; Schema: record; Owner: -
--

CREATE UNIQUE INDEX dropped_suggestion_once ON record.dropped_suggestion USING btree (COALESCE(finding_id, (0)::bigint), COALESCE(recommendation_id, (0)::bigint), passage_version_id);

--
-- Name: dropped_suggestion_passage_version_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX dropped_suggestion_passage_version_id_idx ON record.dropped_suggestion USING btree (passage_version_id);

--
-- Name: dropped_suggestion_recommendation_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX dropped_suggestion_recommendation_id_idx ON record.dropped_suggestion USING btree (recommendation_id);

--
-- Name: dropped_suggestion_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX dropped_suggestion_staff_user_id_idx ON record.dropped_suggestion USING btree (staff_user_id);

--
-- Name: idempotency_key_created_at_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX idempotency_key_created_at_idx ON record.idempotency_key USING btree (created_at);

--
-- Name: inquiry_body_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX inquiry_body_id_idx ON record.inquiry USING btree (body_id);

--
-- Name: inquiry_predecessor_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX inquiry_predecessor_id_idx ON record.inquiry USING btree (predecessor_id);

--
-- Name: lifted_redaction_decision_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX lifted_redaction_decision_id_idx ON record.lifted_redaction USING btree (decision_id);

--
-- Name: lifted_redaction_lifted_decision_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX lifted_redaction_lifted_decision_id_idx ON record.lifted_redaction USING btree (lifted_decision_id);

--
-- Name: lifted_redaction_passage_version_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX lifted_redaction_passage_version_id_idx ON record.lifted_redaction USING btree (passage_version_id);

--
-- Name: limb_addressee_one_lead; Type: INDEX; Schema: record; Owner: -
--

CREATE UNIQUE INDEX limb_addressee_one_lead ON record.limb_addressee USING btree (limb_id) WHERE is_lead;

--
-- Name: limb_awaited_event_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX limb_awaited_event_id_idx ON record.limb USING btree (awaited_event_id);

--
-- Name: limb_draft_version_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX limb_draft_version_id_idx ON record.limb USING btree (draft_version_id);

--
-- Name: limb_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX limb_staff_user_id_idx ON record.limb USING btree (staff_user_id);

--
-- Name: lineage_earlier_recommendation_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX lineage_earlier_recommendation_id_idx ON record.lineage USING btree (earlier_recommendation_id);

--
-- Name: lineage_once; Type: INDEX; Schema: record; Owner: -
--

CREATE UNIQUE INDEX lineage_once ON record.lineage USING btree (recommendation_id, COALESCE(earlier_recommendation_id, (0)::bigint), COALESCE(source_id, (0)::bigint), COALESCE(words, ''::text));

--
-- Name: lineage_source_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX lineage_source_id_idx ON record.lineage USING btree (source_id);

--
-- Name: link_affirmed_by_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX link_affirmed_by_idx ON record.link USING btree (affirmed_by);

--
-- Name: link_finding_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX link_finding_id_idx ON record.link USING btree (finding_id);

--
-- Name: link_once; Type: INDEX; Schema: record; Owner: -
--

CREATE UNIQUE INDEX link_once ON record.link USING btree (COALESCE(finding_id, (0)::bigint), COALESCE(recommendation_id, (0)::bigint), COALESCE(limb, 0), COALESCE(proposition_id, (0)::bigint), passage_id, COALESCE(span_from, '-1'::integer), COALESCE(span_to, '-1'::integer)) WHERE (status <> 'dropped'::text);

--
-- Name: link_passage_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX link_passage_id_idx ON record.link USING btree (passage_id);

--
-- Name: link_passage_version_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX link_passage_version_id_idx ON record.link USING btree (passage_version_id);

--
-- Name: link_proposition_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX link_proposition_id_idx ON record.link USING btree (proposition_id);

--
-- Name: link_recommendation_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX link_recommendation_id_idx ON record.link USING btree (recommendation_id, limb);

--
-- Name: log_line_spoken_at_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX log_line_spoken_at_idx ON record.log_line USING btree (session_id, spoken_at, passage_id);

--
-- Name: log_line_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX log_line_staff_user_id_idx ON record.log_line USING btree (staff_user_id);

--
-- Name: memo_inquiry_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX memo_inquiry_id_idx ON record.memo USING btree (inquiry_id);

--
-- Name: memo_passage_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX memo_passage_id_idx ON record.memo USING btree (passage_id);

--
-- Name: memo_source_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX memo_source_id_idx ON record.memo USING btree (source_id);

--
-- Name: memo_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX memo_staff_user_id_idx ON record.memo USING btree (staff_user_id);

--
-- Name: memo_tag_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX memo_tag_id_idx ON record.memo USING btree (tag_id);

--
-- Name: original_sha256_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX original_sha256_idx ON record.original USING btree (sha256);

--
-- Name: panel_witness_witness_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX panel_witness_witness_id_idx ON record.panel_witness USING btree (witness_id);

--
-- Name: passage_opening_offset; Type: INDEX; Schema: record; Owner: -
--

CREATE UNIQUE INDEX passage_opening_offset ON record.passage USING btree (source_id, block_offset) WHERE ((question_block_id IS NULL) AND (block_offset IS NOT NULL));

--
-- Name: passage_panel_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX passage_panel_id_idx ON record.passage USING btree (panel_id);

--
-- Name: passage_person_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX passage_person_id_idx ON record.passage USING btree (person_id);

--
-- Name: passage_speaker_label_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX passage_speaker_label_id_idx ON record.passage USING btree (speaker_label_id);

--
-- Name: passage_succession_to_passage_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX passage_succession_to_passage_id_idx ON record.passage_succession USING btree (to_passage_id);

--
-- Name: passage_version_one_current; Type: INDEX; Schema: record; Owner: -
--

CREATE UNIQUE INDEX passage_version_one_current ON record.passage_version USING btree (passage_id) WHERE is_current;

--
-- Name: person_merge_into_person_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX person_merge_into_person_id_idx ON record.person_merge USING btree (into_person_id);

--
-- Name: person_merge_one_standing; Type: INDEX; Schema: record; Owner: -
--

CREATE UNIQUE INDEX person_merge_one_standing ON record.person_merge USING btree (person_id) WHERE (undone_at IS NULL);

--
-- Name: person_merge_person_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX person_merge_person_id_idx ON record.person_merge USING btree (person_id);

--
-- Name: person_merge_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX person_merge_staff_user_id_idx ON record.person_merge USING btree (staff_user_id);

--
-- Name: person_merged_into_person_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX person_merged_into_person_id_idx ON record.person USING btree (merged_into_person_id);

--
-- Name: person_name_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX person_name_idx ON record.person USING btree (name);

--
-- Name: question_block_source_number_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX question_block_source_number_idx ON record.question_block USING btree (source_id, number);

--
-- Name: quoted_answer_decision_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX quoted_answer_decision_id_idx ON record.quoted_answer USING btree (decision_id);

--
-- Name: quoted_answer_removed_decision_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX quoted_answer_removed_decision_id_idx ON record.quoted_answer USING btree (removed_decision_id);

--
-- Name: recommendation_finding_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX recommendation_finding_id_idx ON record.recommendation USING btree (finding_id);

--
-- Name: redaction_decision_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX redaction_decision_id_idx ON record.redaction USING btree (decision_id);

--
-- Name: remark_answer_owner_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX remark_answer_owner_staff_user_id_idx ON record.remark_answer USING btree (owner_staff_user_id);

--
-- Name: remark_answer_waived_by_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX remark_answer_waived_by_staff_user_id_idx ON record.remark_answer USING btree (waived_by_staff_user_id);

--
-- Name: report_decision_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX report_decision_id_idx ON record.report USING btree (decision_id);

--
-- Name: report_lineage_earlier_recommendation_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX report_lineage_earlier_recommendation_id_idx ON record.report_lineage USING btree (earlier_recommendation_id);

--
-- Name: report_lineage_source_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX report_lineage_source_id_idx ON record.report_lineage USING btree (source_id);

--
-- Name: report_link_link_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX report_link_link_id_idx ON record.report_link USING btree (link_id);

--
-- Name: report_link_passage_version_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX report_link_passage_version_id_idx ON record.report_link USING btree (passage_version_id);

--
-- Name: report_recommendation_finding_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX report_recommendation_finding_id_idx ON record.report_recommendation USING btree (finding_id);

--
-- Name: report_recommendation_recommendation_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX report_recommendation_recommendation_id_idx ON record.report_recommendation USING btree (recommendation_id);

--
-- Name: returned_file_original_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX returned_file_original_id_idx ON record.returned_file USING btree (original_id);

--
-- Name: session_member_one_chair; Type: INDEX; Schema: record; Owner: -
--

CREATE UNIQUE INDEX session_member_one_chair ON record.session_member USING btree (session_id) WHERE is_chair;

--
-- Name: session_member_person_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX session_member_person_id_idx ON record.session_member USING btree (person_id);

--
-- Name: source_carried_once; Type: INDEX; Schema: record; Owner: -
--

CREATE UNIQUE INDEX source_carried_once ON record.source USING btree (carried_from_source_id, inquiry_id);

--
-- Name: source_decision_source_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX source_decision_source_id_idx ON record.source_decision USING btree (source_id);

--
-- Name: source_one_set_of_points; Type: INDEX; Schema: record; Owner: -
--

CREATE UNIQUE INDEX source_one_set_of_points ON record.source USING btree (session_id) WHERE (kind = ANY (ARRAY['note'::text, 'summary'::text]));

--
-- Name: source_original_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX source_original_id_idx ON record.source USING btree (original_id);

--
-- Name: speaker_label_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX speaker_label_staff_user_id_idx ON record.speaker_label USING btree (staff_user_id);

--
-- Name: staff_role_inquiry_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX staff_role_inquiry_id_idx ON record.staff_role USING btree (inquiry_id);

--
-- Name: survey_codebook_original_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX survey_codebook_original_id_idx ON record.survey USING btree (codebook_original_id);

--
-- Name: survey_table_by_survey_question_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX survey_table_by_survey_question_id_idx ON record.survey_table USING btree (by_survey_question_id);

--
-- Name: tag_merged_into_tag_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX tag_merged_into_tag_id_idx ON record.tag USING btree (merged_into_tag_id);

--
-- Name: tag_parent_tag_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX tag_parent_tag_id_idx ON record.tag USING btree (parent_tag_id);

--
-- Name: tag_version_one_current; Type: INDEX; Schema: record; Owner: -
--

CREATE UNIQUE INDEX tag_version_one_current ON record.tag_version USING btree (tag_id) WHERE is_current;

--
-- Name: tag_version_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX tag_version_staff_user_id_idx ON record.tag_version USING btree (staff_user_id);

--
-- Name: token_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX token_staff_user_id_idx ON record.token USING btree (staff_user_id);

--
-- Name: tracked_change_correction_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX tracked_change_correction_id_idx ON record.tracked_change USING btree (correction_id);

--
-- Name: tracked_change_passage_version_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX tracked_change_passage_version_id_idx ON record.tracked_change USING btree (passage_version_id);

--
-- Name: tracked_change_returned_file_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX tracked_change_returned_file_id_idx ON record.tracked_change USING btree (returned_file_id);

--
-- Name: tracked_change_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX tracked_change_staff_user_id_idx ON record.tracked_change USING btree (staff_user_id);

--
-- Name: transcript_copy_witness_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX transcript_copy_witness_id_idx ON record.transcript_copy USING btree (witness_id);

--
-- Name: undone_import_number_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX undone_import_number_idx ON record.undone_import USING btree (inquiry_id, number);

--
-- Name: undone_import_original_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX undone_import_original_id_idx ON record.undone_import USING btree (original_id);

--
-- Name: undone_import_staff_user_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX undone_import_staff_user_id_idx ON record.undone_import USING btree (staff_user_id);

--
-- Name: witness_person_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX witness_person_id_idx ON record.witness USING btree (person_id);

--
-- Name: witness_witness_group_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX witness_witness_group_id_idx ON record.witness USING btree (witness_group_id);

--
-- Name: written_submission_call_for_evidence_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX written_submission_call_for_evidence_id_idx ON record.written_submission USING btree (call_for_evidence_id);

--
-- Name: written_submission_campaign_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX written_submission_campaign_id_idx ON record.written_submission USING btree (campaign_id);

--
-- Name: written_submission_supplements_source_id_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX written_submission_supplements_source_id_idx ON record.written_submission USING btree (supplements_source_id);

--
-- Name: written_submission_wording_digest_idx; Type: INDEX; Schema: record; Owner: -
--

CREATE INDEX written_submission_wording_digest_idx ON record.written_submission USING btree (inquiry_id, wording_digest);

--
-- Name: audit_entry audit_entry_stays; Type: TRIGGER; Schema: record; Owner: -
--

CREATE TRIGGER audit_entry_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON record.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION record.refuse_change();

--
-- Name: audit_seal audit_seal_stays; Type: TRIGGER; Schema: record; Owner: -
--

CREATE TRIGGER audit_seal_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON record.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION record.refuse_change();

--
-- Name: addressee addressee_recommendation_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.addressee
    ADD CONSTRAINT addressee_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES published.recommendation(id) ON DELETE CASCADE;

--
-- Name: answer_tombstone answer_tombstone_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.answer_tombstone
    ADD CONSTRAINT answer_tombstone_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES published.inquiry(id) ON DELETE CASCADE;

--
-- Name: call_for_evidence call_for_evidence_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.call_for_evidence
    ADD CONSTRAINT call_for_evidence_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES published.inquiry(id) ON DELETE CASCADE;

--
-- Name: call_period call_period_call_for_evidence_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.call_period
    ADD CONSTRAINT call_period_call_for_evidence_id_fkey FOREIGN KEY (call_for_evidence_id) REFERENCES published.call_for_evidence(id) ON DELETE CASCADE;

--
-- Name: citation_passage citation_passage_citation_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.citation_passage
    ADD CONSTRAINT citation_passage_citation_id_fkey FOREIGN KEY (citation_id) REFERENCES published.citation(id) ON DELETE CASCADE;

--
-- Name: citation_passage citation_passage_passage_version_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.citation_passage
    ADD CONSTRAINT citation_passage_passage_version_id_fkey FOREIGN KEY (passage_version_id) REFERENCES published.passage_version(id) ON DELETE CASCADE;

--
-- Name: citation citation_report_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.citation
    ADD CONSTRAINT citation_report_id_fkey FOREIGN KEY (report_id, block_ordinal) REFERENCES published.report_block(report_id, ordinal) ON DELETE CASCADE;

--
-- Name: correction correction_passage_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.correction
    ADD CONSTRAINT correction_passage_id_fkey FOREIGN KEY (passage_id) REFERENCES published.passage(id) ON DELETE CASCADE;

--
-- Name: document document_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.document
    ADD CONSTRAINT document_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES published.inquiry(id) ON DELETE CASCADE;

--
-- Name: document document_source_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.document
    ADD CONSTRAINT document_source_id_fkey FOREIGN KEY (source_id) REFERENCES published.source(id) ON DELETE CASCADE;

--
-- Name: finding finding_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.finding
    ADD CONSTRAINT finding_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES published.inquiry(id) ON DELETE CASCADE;

--
-- Name: limb_addressee limb_addressee_limb_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.limb_addressee
    ADD CONSTRAINT limb_addressee_limb_fkey FOREIGN KEY (recommendation_id, limb) REFERENCES published.limb(recommendation_id, number) ON DELETE CASCADE;

--
-- Name: limb limb_recommendation_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.limb
    ADD CONSTRAINT limb_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES published.recommendation(id) ON DELETE CASCADE;

--
-- Name: lineage lineage_earlier_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.lineage
    ADD CONSTRAINT lineage_earlier_inquiry_id_fkey FOREIGN KEY (earlier_inquiry_id) REFERENCES published.inquiry(id) ON DELETE CASCADE;

--
-- Name: lineage lineage_earlier_recommendation_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.lineage
    ADD CONSTRAINT lineage_earlier_recommendation_id_fkey FOREIGN KEY (earlier_recommendation_id) REFERENCES published.recommendation(id) ON DELETE SET NULL;

--
-- Name: lineage lineage_recommendation_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.lineage
    ADD CONSTRAINT lineage_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES published.recommendation(id) ON DELETE CASCADE;

--
-- Name: lineage lineage_source_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.lineage
    ADD CONSTRAINT lineage_source_id_fkey FOREIGN KEY (source_id) REFERENCES published.source(id) ON DELETE CASCADE;

--
-- Name: link link_finding_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.link
    ADD CONSTRAINT link_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES published.finding(id) ON DELETE CASCADE;

--
-- Name: link link_limb_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.link
    ADD CONSTRAINT link_limb_fkey FOREIGN KEY (recommendation_id, limb) REFERENCES published.limb(recommendation_id, number) ON DELETE CASCADE;

--
-- Name: link link_passage_version_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.link
    ADD CONSTRAINT link_passage_version_id_fkey FOREIGN KEY (passage_version_id) REFERENCES published.passage_version(id) ON DELETE CASCADE;

--
-- Name: link link_recommendation_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.link
    ADD CONSTRAINT link_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES published.recommendation(id) ON DELETE CASCADE;

--
-- Name: passage passage_person_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.passage
    ADD CONSTRAINT passage_person_id_fkey FOREIGN KEY (person_id) REFERENCES published.person(id);

--
-- Name: passage passage_source_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.passage
    ADD CONSTRAINT passage_source_id_fkey FOREIGN KEY (source_id) REFERENCES published.source(id) ON DELETE CASCADE;

--
-- Name: passage_version passage_version_passage_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.passage_version
    ADD CONSTRAINT passage_version_passage_id_fkey FOREIGN KEY (passage_id) REFERENCES published.passage(id) ON DELETE CASCADE;

--
-- Name: recommendation recommendation_finding_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.recommendation
    ADD CONSTRAINT recommendation_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES published.finding(id) ON DELETE SET NULL;

--
-- Name: recommendation recommendation_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.recommendation
    ADD CONSTRAINT recommendation_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES published.inquiry(id) ON DELETE CASCADE;

--
-- Name: removed_use removed_use_passage_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.removed_use
    ADD CONSTRAINT removed_use_passage_id_fkey FOREIGN KEY (passage_id) REFERENCES published.passage(id) ON DELETE CASCADE;

--
-- Name: removed_use removed_use_report_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.removed_use
    ADD CONSTRAINT removed_use_report_id_fkey FOREIGN KEY (report_id, block_ordinal) REFERENCES published.report_block(report_id, ordinal) ON DELETE CASCADE;

--
-- Name: report_block report_block_finding_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.report_block
    ADD CONSTRAINT report_block_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES published.finding(id);

--
-- Name: report_block report_block_recommendation_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.report_block
    ADD CONSTRAINT report_block_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES published.recommendation(id);

--
-- Name: report_block report_block_report_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.report_block
    ADD CONSTRAINT report_block_report_id_fkey FOREIGN KEY (report_id) REFERENCES published.report(id) ON DELETE CASCADE;

--
-- Name: report report_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.report
    ADD CONSTRAINT report_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES published.inquiry(id) ON DELETE CASCADE;

--
-- Name: session session_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.session
    ADD CONSTRAINT session_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES published.inquiry(id) ON DELETE CASCADE;

--
-- Name: session_member session_member_person_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.session_member
    ADD CONSTRAINT session_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES published.person(id);

--
-- Name: session_member session_member_session_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.session_member
    ADD CONSTRAINT session_member_session_id_fkey FOREIGN KEY (session_id) REFERENCES published.session(id) ON DELETE CASCADE;

--
-- Name: session_witness session_witness_session_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.session_witness
    ADD CONSTRAINT session_witness_session_id_fkey FOREIGN KEY (session_id) REFERENCES published.session(id) ON DELETE CASCADE;

--
-- Name: session_witness session_witness_witness_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.session_witness
    ADD CONSTRAINT session_witness_witness_id_fkey FOREIGN KEY (witness_id) REFERENCES published.witness(id) ON DELETE CASCADE;

--
-- Name: source source_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.source
    ADD CONSTRAINT source_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES published.inquiry(id) ON DELETE CASCADE;

--
-- Name: source source_session_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.source
    ADD CONSTRAINT source_session_id_fkey FOREIGN KEY (session_id) REFERENCES published.session(id) ON DELETE CASCADE;

--
-- Name: survey survey_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.survey
    ADD CONSTRAINT survey_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES published.inquiry(id) ON DELETE CASCADE;

--
-- Name: survey_question survey_question_source_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.survey_question
    ADD CONSTRAINT survey_question_source_id_fkey FOREIGN KEY (source_id) REFERENCES published.source(id) ON DELETE CASCADE;

--
-- Name: survey survey_source_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.survey
    ADD CONSTRAINT survey_source_id_fkey FOREIGN KEY (source_id) REFERENCES published.source(id) ON DELETE CASCADE;

--
-- Name: survey_table survey_table_by_survey_question_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.survey_table
    ADD CONSTRAINT survey_table_by_survey_question_id_fkey FOREIGN KEY (by_survey_question_id) REFERENCES published.survey_question(id) ON DELETE CASCADE;

--
-- Name: survey_table survey_table_survey_question_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.survey_table
    ADD CONSTRAINT survey_table_survey_question_id_fkey FOREIGN KEY (survey_question_id) REFERENCES published.survey_question(id) ON DELETE CASCADE;

--
-- Name: tombstone tombstone_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.tombstone
    ADD CONSTRAINT tombstone_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES published.inquiry(id) ON DELETE CASCADE;

--
-- Name: witness witness_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.witness
    ADD CONSTRAINT witness_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES published.inquiry(id) ON DELETE CASCADE;

--
-- Name: witness witness_person_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.witness
    ADD CONSTRAINT witness_person_id_fkey FOREIGN KEY (person_id) REFERENCES published.person(id);

--
-- Name: written_submission written_submission_call_for_evidence_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.written_submission
    ADD CONSTRAINT written_submission_call_for_evidence_id_fkey FOREIGN KEY (call_for_evidence_id) REFERENCES published.call_for_evidence(id) ON DELETE SET NULL;

--
-- Name: written_submission written_submission_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.written_submission
    ADD CONSTRAINT written_submission_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES published.inquiry(id) ON DELETE CASCADE;

--
-- Name: written_submission written_submission_source_id_fkey; Type: FK CONSTRAINT; Schema: published; Owner: -
--

ALTER TABLE ONLY published.written_submission
    ADD CONSTRAINT written_submission_source_id_fkey FOREIGN KEY (source_id) REFERENCES published.source(id) ON DELETE CASCADE;

--
-- Name: addressee addressee_recommendation_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.addressee
    ADD CONSTRAINT addressee_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES record.recommendation(id);

--
-- Name: applied_tag applied_tag_passage_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.applied_tag
    ADD CONSTRAINT applied_tag_passage_id_fkey FOREIGN KEY (passage_id) REFERENCES record.passage(id) ON DELETE CASCADE;

--
-- Name: applied_tag applied_tag_passage_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.applied_tag
    ADD CONSTRAINT applied_tag_passage_version_id_fkey FOREIGN KEY (passage_version_id) REFERENCES record.passage_version(id) ON DELETE CASCADE;

--
-- Name: applied_tag applied_tag_removed_by_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.applied_tag
    ADD CONSTRAINT applied_tag_removed_by_staff_user_id_fkey FOREIGN KEY (removed_by_staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: applied_tag applied_tag_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.applied_tag
    ADD CONSTRAINT applied_tag_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: applied_tag applied_tag_tag_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.applied_tag
    ADD CONSTRAINT applied_tag_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES record.tag(id);

--
-- Name: applied_tag applied_tag_tag_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.applied_tag
    ADD CONSTRAINT applied_tag_tag_version_id_fkey FOREIGN KEY (tag_version_id) REFERENCES record.tag_version(id);

--
-- Name: audit_entry audit_entry_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.audit_entry
    ADD CONSTRAINT audit_entry_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: audit_entry audit_entry_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.audit_entry
    ADD CONSTRAINT audit_entry_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: audit_seal audit_seal_first_entry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.audit_seal
    ADD CONSTRAINT audit_seal_first_entry_id_fkey FOREIGN KEY (first_entry_id) REFERENCES record.audit_entry(id);

--
-- Name: audit_seal audit_seal_last_entry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.audit_seal
    ADD CONSTRAINT audit_seal_last_entry_id_fkey FOREIGN KEY (last_entry_id) REFERENCES record.audit_entry(id);

--
-- Name: awaited_event awaited_event_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.awaited_event
    ADD CONSTRAINT awaited_event_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: awaited_event awaited_event_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.awaited_event
    ADD CONSTRAINT awaited_event_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: call_for_evidence call_for_evidence_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.call_for_evidence
    ADD CONSTRAINT call_for_evidence_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: call_period call_period_call_for_evidence_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.call_period
    ADD CONSTRAINT call_period_call_for_evidence_id_fkey FOREIGN KEY (call_for_evidence_id) REFERENCES record.call_for_evidence(id);

--
-- Name: campaign campaign_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.campaign
    ADD CONSTRAINT campaign_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: check_policy check_policy_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.check_policy
    ADD CONSTRAINT check_policy_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: check_weight check_weight_check_policy_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.check_weight
    ADD CONSTRAINT check_weight_check_policy_id_fkey FOREIGN KEY (check_policy_id) REFERENCES record.check_policy(id);

--
-- Name: citation citation_draft_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.citation
    ADD CONSTRAINT citation_draft_version_id_fkey FOREIGN KEY (draft_version_id, block_ordinal) REFERENCES record.draft_block(draft_version_id, ordinal);

--
-- Name: citation_passage citation_passage_citation_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.citation_passage
    ADD CONSTRAINT citation_passage_citation_id_fkey FOREIGN KEY (citation_id) REFERENCES record.citation(id);

--
-- Name: citation_passage citation_passage_passage_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.citation_passage
    ADD CONSTRAINT citation_passage_passage_version_id_fkey FOREIGN KEY (passage_version_id) REFERENCES record.passage_version(id);

--
-- Name: claim claim_bound_by_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.claim
    ADD CONSTRAINT claim_bound_by_fkey FOREIGN KEY (bound_by) REFERENCES record.staff_user(id);

--
-- Name: claim claim_draft_paragraph_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.claim
    ADD CONSTRAINT claim_draft_paragraph_id_fkey FOREIGN KEY (draft_paragraph_id) REFERENCES record.draft_paragraph(id);

--
-- Name: claim claim_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.claim
    ADD CONSTRAINT claim_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: claim claim_passage_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.claim
    ADD CONSTRAINT claim_passage_version_id_fkey FOREIGN KEY (passage_version_id) REFERENCES record.passage_version(id);

--
-- Name: contribution contribution_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.contribution
    ADD CONSTRAINT contribution_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: contribution contribution_witness_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.contribution
    ADD CONSTRAINT contribution_witness_id_fkey FOREIGN KEY (witness_id) REFERENCES record.witness(id);

--
-- Name: corrected_file corrected_file_original_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.corrected_file
    ADD CONSTRAINT corrected_file_original_id_fkey FOREIGN KEY (original_id) REFERENCES record.original(id);

--
-- Name: corrected_file corrected_file_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.corrected_file
    ADD CONSTRAINT corrected_file_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: correction correction_original_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.correction
    ADD CONSTRAINT correction_original_id_fkey FOREIGN KEY (original_id) REFERENCES record.original(id);

--
-- Name: correction correction_passage_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.correction
    ADD CONSTRAINT correction_passage_id_fkey FOREIGN KEY (passage_id) REFERENCES record.passage(id) ON DELETE CASCADE;

--
-- Name: correction correction_passage_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.correction
    ADD CONSTRAINT correction_passage_version_id_fkey FOREIGN KEY (passage_version_id) REFERENCES record.passage_version(id) ON DELETE CASCADE;

--
-- Name: correction correction_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.correction
    ADD CONSTRAINT correction_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: correction correction_supplement_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.correction
    ADD CONSTRAINT correction_supplement_source_id_fkey FOREIGN KEY (supplement_source_id) REFERENCES record.source(id);

--
-- Name: decision decision_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.decision
    ADD CONSTRAINT decision_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: decision decision_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.decision
    ADD CONSTRAINT decision_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: document document_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.document
    ADD CONSTRAINT document_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: document document_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.document
    ADD CONSTRAINT document_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: draft_block draft_block_draft_paragraph_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft_block
    ADD CONSTRAINT draft_block_draft_paragraph_id_fkey FOREIGN KEY (draft_paragraph_id) REFERENCES record.draft_paragraph(id);

--
-- Name: draft_block draft_block_draft_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft_block
    ADD CONSTRAINT draft_block_draft_version_id_fkey FOREIGN KEY (draft_version_id) REFERENCES record.draft_version(id);

--
-- Name: draft_block draft_block_finding_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft_block
    ADD CONSTRAINT draft_block_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES record.finding(id);

--
-- Name: draft_block draft_block_recommendation_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft_block
    ADD CONSTRAINT draft_block_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES record.recommendation(id);

--
-- Name: draft draft_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft
    ADD CONSTRAINT draft_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: draft_paragraph draft_paragraph_draft_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft_paragraph
    ADD CONSTRAINT draft_paragraph_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES record.draft(id);

--
-- Name: draft_version draft_version_draft_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft_version
    ADD CONSTRAINT draft_version_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES record.draft(id);

--
-- Name: draft_version draft_version_original_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft_version
    ADD CONSTRAINT draft_version_original_id_fkey FOREIGN KEY (original_id) REFERENCES record.original(id);

--
-- Name: draft_version draft_version_pushed_by_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.draft_version
    ADD CONSTRAINT draft_version_pushed_by_fkey FOREIGN KEY (pushed_by) REFERENCES record.staff_user(id);

--
-- Name: dropped_suggestion dropped_suggestion_finding_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.dropped_suggestion
    ADD CONSTRAINT dropped_suggestion_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES record.finding(id);

--
-- Name: dropped_suggestion dropped_suggestion_passage_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.dropped_suggestion
    ADD CONSTRAINT dropped_suggestion_passage_version_id_fkey FOREIGN KEY (passage_version_id) REFERENCES record.passage_version(id) ON DELETE CASCADE;

--
-- Name: dropped_suggestion dropped_suggestion_recommendation_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.dropped_suggestion
    ADD CONSTRAINT dropped_suggestion_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES record.recommendation(id);

--
-- Name: dropped_suggestion dropped_suggestion_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.dropped_suggestion
    ADD CONSTRAINT dropped_suggestion_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: finding finding_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.finding
    ADD CONSTRAINT finding_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: former_name former_name_person_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.former_name
    ADD CONSTRAINT former_name_person_id_fkey FOREIGN KEY (person_id) REFERENCES record.person(id) ON DELETE CASCADE;

--
-- Name: idempotency_key idempotency_key_token_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.idempotency_key
    ADD CONSTRAINT idempotency_key_token_id_fkey FOREIGN KEY (token_id) REFERENCES record.token(id);

--
-- Name: identity identity_person_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.identity
    ADD CONSTRAINT identity_person_id_fkey FOREIGN KEY (person_id) REFERENCES record.person(id);

--
-- Name: inquiry inquiry_body_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.inquiry
    ADD CONSTRAINT inquiry_body_id_fkey FOREIGN KEY (body_id) REFERENCES record.body(id);

--
-- Name: inquiry inquiry_predecessor_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.inquiry
    ADD CONSTRAINT inquiry_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES record.inquiry(id);

--
-- Name: lifted_redaction lifted_redaction_decision_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.lifted_redaction
    ADD CONSTRAINT lifted_redaction_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES record.decision(id);

--
-- Name: lifted_redaction lifted_redaction_lifted_decision_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.lifted_redaction
    ADD CONSTRAINT lifted_redaction_lifted_decision_id_fkey FOREIGN KEY (lifted_decision_id) REFERENCES record.decision(id);

--
-- Name: lifted_redaction lifted_redaction_passage_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.lifted_redaction
    ADD CONSTRAINT lifted_redaction_passage_version_id_fkey FOREIGN KEY (passage_version_id) REFERENCES record.passage_version(id) ON DELETE CASCADE;

--
-- Name: limb_addressee limb_addressee_limb_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.limb_addressee
    ADD CONSTRAINT limb_addressee_limb_id_fkey FOREIGN KEY (limb_id) REFERENCES record.limb(id) ON DELETE CASCADE;

--
-- Name: limb limb_awaited_event_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.limb
    ADD CONSTRAINT limb_awaited_event_id_fkey FOREIGN KEY (awaited_event_id) REFERENCES record.awaited_event(id);

--
-- Name: limb limb_draft_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.limb
    ADD CONSTRAINT limb_draft_version_id_fkey FOREIGN KEY (draft_version_id) REFERENCES record.draft_version(id);

--
-- Name: limb limb_recommendation_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.limb
    ADD CONSTRAINT limb_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES record.recommendation(id);

--
-- Name: limb limb_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.limb
    ADD CONSTRAINT limb_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: lineage lineage_earlier_recommendation_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.lineage
    ADD CONSTRAINT lineage_earlier_recommendation_id_fkey FOREIGN KEY (earlier_recommendation_id) REFERENCES record.recommendation(id);

--
-- Name: lineage lineage_recommendation_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.lineage
    ADD CONSTRAINT lineage_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES record.recommendation(id);

--
-- Name: lineage lineage_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.lineage
    ADD CONSTRAINT lineage_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id);

--
-- Name: link link_affirmed_by_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.link
    ADD CONSTRAINT link_affirmed_by_fkey FOREIGN KEY (affirmed_by) REFERENCES record.staff_user(id);

--
-- Name: link link_finding_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.link
    ADD CONSTRAINT link_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES record.finding(id);

--
-- Name: link link_limb_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.link
    ADD CONSTRAINT link_limb_fkey FOREIGN KEY (recommendation_id, limb) REFERENCES record.limb(recommendation_id, number);

--
-- Name: link link_passage_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.link
    ADD CONSTRAINT link_passage_id_fkey FOREIGN KEY (passage_id) REFERENCES record.passage(id);

--
-- Name: link link_passage_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.link
    ADD CONSTRAINT link_passage_version_id_fkey FOREIGN KEY (passage_version_id) REFERENCES record.passage_version(id);

--
-- Name: link link_proposition_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.link
    ADD CONSTRAINT link_proposition_id_fkey FOREIGN KEY (proposition_id) REFERENCES record.proposition(id);

--
-- Name: link link_recommendation_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.link
    ADD CONSTRAINT link_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES record.recommendation(id);

--
-- Name: log_line log_line_passage_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.log_line
    ADD CONSTRAINT log_line_passage_id_fkey FOREIGN KEY (passage_id) REFERENCES record.passage(id);

--
-- Name: log_line log_line_session_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.log_line
    ADD CONSTRAINT log_line_session_id_fkey FOREIGN KEY (session_id) REFERENCES record.session(id);

--
-- Name: log_line log_line_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.log_line
    ADD CONSTRAINT log_line_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: memo memo_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.memo
    ADD CONSTRAINT memo_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: memo memo_passage_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.memo
    ADD CONSTRAINT memo_passage_id_fkey FOREIGN KEY (passage_id) REFERENCES record.passage(id) ON DELETE CASCADE;

--
-- Name: memo memo_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.memo
    ADD CONSTRAINT memo_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: memo memo_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.memo
    ADD CONSTRAINT memo_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: memo memo_tag_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.memo
    ADD CONSTRAINT memo_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES record.tag(id);

--
-- Name: original_chunk original_chunk_original_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.original_chunk
    ADD CONSTRAINT original_chunk_original_id_fkey FOREIGN KEY (original_id) REFERENCES record.original(id);

--
-- Name: panel panel_session_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.panel
    ADD CONSTRAINT panel_session_id_fkey FOREIGN KEY (session_id) REFERENCES record.session(id);

--
-- Name: panel_witness panel_witness_panel_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.panel_witness
    ADD CONSTRAINT panel_witness_panel_id_fkey FOREIGN KEY (panel_id) REFERENCES record.panel(id);

--
-- Name: panel_witness panel_witness_witness_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.panel_witness
    ADD CONSTRAINT panel_witness_witness_id_fkey FOREIGN KEY (witness_id) REFERENCES record.witness(id);

--
-- Name: passage_meaning passage_meaning_passage_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage_meaning
    ADD CONSTRAINT passage_meaning_passage_version_id_fkey FOREIGN KEY (passage_version_id) REFERENCES record.passage_version(id) ON DELETE CASCADE;

--
-- Name: passage passage_panel_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage
    ADD CONSTRAINT passage_panel_id_fkey FOREIGN KEY (panel_id) REFERENCES record.panel(id);

--
-- Name: passage passage_person_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage
    ADD CONSTRAINT passage_person_id_fkey FOREIGN KEY (person_id) REFERENCES record.person(id);

--
-- Name: passage passage_question_block_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage
    ADD CONSTRAINT passage_question_block_id_fkey FOREIGN KEY (question_block_id) REFERENCES record.question_block(id);

--
-- Name: passage passage_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage
    ADD CONSTRAINT passage_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: passage passage_speaker_label_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage
    ADD CONSTRAINT passage_speaker_label_id_fkey FOREIGN KEY (speaker_label_id) REFERENCES record.speaker_label(id) ON DELETE SET NULL;

--
-- Name: passage_succession passage_succession_from_passage_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage_succession
    ADD CONSTRAINT passage_succession_from_passage_id_fkey FOREIGN KEY (from_passage_id) REFERENCES record.passage(id) ON DELETE CASCADE;

--
-- Name: passage_succession passage_succession_to_passage_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage_succession
    ADD CONSTRAINT passage_succession_to_passage_id_fkey FOREIGN KEY (to_passage_id) REFERENCES record.passage(id) ON DELETE CASCADE;

--
-- Name: passage_version passage_version_passage_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.passage_version
    ADD CONSTRAINT passage_version_passage_id_fkey FOREIGN KEY (passage_id) REFERENCES record.passage(id) ON DELETE CASCADE;

--
-- Name: person_merge person_merge_into_person_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.person_merge
    ADD CONSTRAINT person_merge_into_person_id_fkey FOREIGN KEY (into_person_id) REFERENCES record.person(id);

--
-- Name: person_merge person_merge_person_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.person_merge
    ADD CONSTRAINT person_merge_person_id_fkey FOREIGN KEY (person_id) REFERENCES record.person(id);

--
-- Name: person_merge_row person_merge_row_person_merge_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.person_merge_row
    ADD CONSTRAINT person_merge_row_person_merge_id_fkey FOREIGN KEY (person_merge_id) REFERENCES record.person_merge(id);

--
-- Name: person_merge person_merge_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.person_merge
    ADD CONSTRAINT person_merge_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: person person_merged_into_person_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.person
    ADD CONSTRAINT person_merged_into_person_id_fkey FOREIGN KEY (merged_into_person_id) REFERENCES record.person(id);

--
-- Name: proposition proposition_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.proposition
    ADD CONSTRAINT proposition_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: question_block question_block_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.question_block
    ADD CONSTRAINT question_block_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: question_block question_block_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.question_block
    ADD CONSTRAINT question_block_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: quoted_answer quoted_answer_decision_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.quoted_answer
    ADD CONSTRAINT quoted_answer_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES record.decision(id);

--
-- Name: quoted_answer quoted_answer_passage_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.quoted_answer
    ADD CONSTRAINT quoted_answer_passage_id_fkey FOREIGN KEY (passage_id) REFERENCES record.passage(id) ON DELETE CASCADE;

--
-- Name: quoted_answer quoted_answer_removed_decision_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.quoted_answer
    ADD CONSTRAINT quoted_answer_removed_decision_id_fkey FOREIGN KEY (removed_decision_id) REFERENCES record.decision(id);

--
-- Name: quoted_answer quoted_answer_survey_words_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.quoted_answer
    ADD CONSTRAINT quoted_answer_survey_words_fkey FOREIGN KEY (survey_question_id, respondent) REFERENCES record.survey_words(survey_question_id, respondent) ON DELETE CASCADE;

--
-- Name: recommendation recommendation_finding_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.recommendation
    ADD CONSTRAINT recommendation_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES record.finding(id);

--
-- Name: recommendation recommendation_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.recommendation
    ADD CONSTRAINT recommendation_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: redacted_text redacted_text_passage_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.redacted_text
    ADD CONSTRAINT redacted_text_passage_version_id_fkey FOREIGN KEY (passage_version_id) REFERENCES record.passage_version(id) ON DELETE CASCADE;

--
-- Name: redaction redaction_decision_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.redaction
    ADD CONSTRAINT redaction_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES record.decision(id);

--
-- Name: redaction redaction_passage_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.redaction
    ADD CONSTRAINT redaction_passage_version_id_fkey FOREIGN KEY (passage_version_id) REFERENCES record.passage_version(id) ON DELETE CASCADE;

--
-- Name: remark_answer remark_answer_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.remark_answer
    ADD CONSTRAINT remark_answer_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: remark_answer remark_answer_owner_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.remark_answer
    ADD CONSTRAINT remark_answer_owner_staff_user_id_fkey FOREIGN KEY (owner_staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: remark_answer remark_answer_waived_by_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.remark_answer
    ADD CONSTRAINT remark_answer_waived_by_staff_user_id_fkey FOREIGN KEY (waived_by_staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: report_block report_block_report_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_block
    ADD CONSTRAINT report_block_report_id_fkey FOREIGN KEY (report_id) REFERENCES record.report(id);

--
-- Name: report report_decision_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report
    ADD CONSTRAINT report_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES record.decision(id);

--
-- Name: report report_draft_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report
    ADD CONSTRAINT report_draft_version_id_fkey FOREIGN KEY (draft_version_id) REFERENCES record.draft_version(id);

--
-- Name: report report_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report
    ADD CONSTRAINT report_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: report_limb_addressee report_limb_addressee_report_limb_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_limb_addressee
    ADD CONSTRAINT report_limb_addressee_report_limb_fkey FOREIGN KEY (report_id, recommendation_id, limb) REFERENCES record.report_limb(report_id, recommendation_id, number);

--
-- Name: report_limb report_limb_report_recommendation_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_limb
    ADD CONSTRAINT report_limb_report_recommendation_fkey FOREIGN KEY (report_id, recommendation_id) REFERENCES record.report_recommendation(report_id, recommendation_id);

--
-- Name: report_lineage report_lineage_earlier_recommendation_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_lineage
    ADD CONSTRAINT report_lineage_earlier_recommendation_id_fkey FOREIGN KEY (earlier_recommendation_id) REFERENCES record.recommendation(id);

--
-- Name: report_lineage report_lineage_report_recommendation_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_lineage
    ADD CONSTRAINT report_lineage_report_recommendation_fkey FOREIGN KEY (report_id, recommendation_id) REFERENCES record.report_recommendation(report_id, recommendation_id);

--
-- Name: report_lineage report_lineage_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_lineage
    ADD CONSTRAINT report_lineage_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id);

--
-- Name: report_link report_link_link_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_link
    ADD CONSTRAINT report_link_link_id_fkey FOREIGN KEY (link_id) REFERENCES record.link(id);

--
-- Name: report_link report_link_passage_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_link
    ADD CONSTRAINT report_link_passage_version_id_fkey FOREIGN KEY (passage_version_id) REFERENCES record.passage_version(id);

--
-- Name: report_link report_link_report_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_link
    ADD CONSTRAINT report_link_report_id_fkey FOREIGN KEY (report_id) REFERENCES record.report(id);

--
-- Name: report_recommendation report_recommendation_finding_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_recommendation
    ADD CONSTRAINT report_recommendation_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES record.finding(id);

--
-- Name: report_recommendation report_recommendation_recommendation_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_recommendation
    ADD CONSTRAINT report_recommendation_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES record.recommendation(id);

--
-- Name: report_recommendation report_recommendation_report_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.report_recommendation
    ADD CONSTRAINT report_recommendation_report_id_fkey FOREIGN KEY (report_id) REFERENCES record.report(id);

--
-- Name: returned_file returned_file_original_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.returned_file
    ADD CONSTRAINT returned_file_original_id_fkey FOREIGN KEY (original_id) REFERENCES record.original(id);

--
-- Name: returned_file returned_file_transcript_copy_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.returned_file
    ADD CONSTRAINT returned_file_transcript_copy_id_fkey FOREIGN KEY (transcript_copy_id) REFERENCES record.transcript_copy(id) ON DELETE CASCADE;

--
-- Name: session_before session_before_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.session_before
    ADD CONSTRAINT session_before_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: session session_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.session
    ADD CONSTRAINT session_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: session_member session_member_person_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.session_member
    ADD CONSTRAINT session_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES record.person(id);

--
-- Name: session_member session_member_session_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.session_member
    ADD CONSTRAINT session_member_session_id_fkey FOREIGN KEY (session_id) REFERENCES record.session(id);

--
-- Name: source source_carried_from_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.source
    ADD CONSTRAINT source_carried_from_source_id_fkey FOREIGN KEY (carried_from_source_id) REFERENCES record.source(id);

--
-- Name: source_decision source_decision_decision_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.source_decision
    ADD CONSTRAINT source_decision_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES record.decision(id);

--
-- Name: source_decision source_decision_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.source_decision
    ADD CONSTRAINT source_decision_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: source source_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.source
    ADD CONSTRAINT source_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: source source_original_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.source
    ADD CONSTRAINT source_original_id_fkey FOREIGN KEY (original_id) REFERENCES record.original(id);

--
-- Name: source source_session_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.source
    ADD CONSTRAINT source_session_id_fkey FOREIGN KEY (session_id) REFERENCES record.session(id);

--
-- Name: speaker_label speaker_label_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.speaker_label
    ADD CONSTRAINT speaker_label_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: speaker_label speaker_label_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.speaker_label
    ADD CONSTRAINT speaker_label_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: staff_role staff_role_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.staff_role
    ADD CONSTRAINT staff_role_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: staff_role staff_role_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.staff_role
    ADD CONSTRAINT staff_role_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: survey_answer survey_answer_survey_question_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey_answer
    ADD CONSTRAINT survey_answer_survey_question_id_fkey FOREIGN KEY (survey_question_id) REFERENCES record.survey_question(id) ON DELETE CASCADE;

--
-- Name: survey survey_codebook_original_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey
    ADD CONSTRAINT survey_codebook_original_id_fkey FOREIGN KEY (codebook_original_id) REFERENCES record.original(id);

--
-- Name: survey survey_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey
    ADD CONSTRAINT survey_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: survey_question survey_question_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey_question
    ADD CONSTRAINT survey_question_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: survey survey_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey
    ADD CONSTRAINT survey_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: survey_table survey_table_by_survey_question_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey_table
    ADD CONSTRAINT survey_table_by_survey_question_id_fkey FOREIGN KEY (by_survey_question_id) REFERENCES record.survey_question(id) ON DELETE CASCADE;

--
-- Name: survey_table survey_table_survey_question_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey_table
    ADD CONSTRAINT survey_table_survey_question_id_fkey FOREIGN KEY (survey_question_id) REFERENCES record.survey_question(id) ON DELETE CASCADE;

--
-- Name: survey_weight survey_weight_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey_weight
    ADD CONSTRAINT survey_weight_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: survey_words survey_words_survey_question_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.survey_words
    ADD CONSTRAINT survey_words_survey_question_id_fkey FOREIGN KEY (survey_question_id) REFERENCES record.survey_question(id) ON DELETE CASCADE;

--
-- Name: tag tag_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tag
    ADD CONSTRAINT tag_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: tag_label tag_label_tag_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tag_label
    ADD CONSTRAINT tag_label_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES record.tag(id);

--
-- Name: tag tag_merged_into_tag_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tag
    ADD CONSTRAINT tag_merged_into_tag_id_fkey FOREIGN KEY (merged_into_tag_id) REFERENCES record.tag(id);

--
-- Name: tag tag_parent_tag_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tag
    ADD CONSTRAINT tag_parent_tag_id_fkey FOREIGN KEY (parent_tag_id) REFERENCES record.tag(id);

--
-- Name: tag_version tag_version_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tag_version
    ADD CONSTRAINT tag_version_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: tag_version tag_version_tag_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tag_version
    ADD CONSTRAINT tag_version_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES record.tag(id);

--
-- Name: terms_of_reference terms_of_reference_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.terms_of_reference
    ADD CONSTRAINT terms_of_reference_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: token token_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.token
    ADD CONSTRAINT token_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: tracked_change tracked_change_correction_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tracked_change
    ADD CONSTRAINT tracked_change_correction_id_fkey FOREIGN KEY (correction_id) REFERENCES record.correction(id) ON DELETE CASCADE;

--
-- Name: tracked_change tracked_change_passage_version_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tracked_change
    ADD CONSTRAINT tracked_change_passage_version_id_fkey FOREIGN KEY (passage_version_id) REFERENCES record.passage_version(id) ON DELETE CASCADE;

--
-- Name: tracked_change tracked_change_returned_file_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tracked_change
    ADD CONSTRAINT tracked_change_returned_file_id_fkey FOREIGN KEY (returned_file_id) REFERENCES record.returned_file(id) ON DELETE CASCADE;

--
-- Name: tracked_change tracked_change_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tracked_change
    ADD CONSTRAINT tracked_change_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: tracked_change tracked_change_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.tracked_change
    ADD CONSTRAINT tracked_change_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: transcript_copy transcript_copy_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.transcript_copy
    ADD CONSTRAINT transcript_copy_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: transcript_copy transcript_copy_witness_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.transcript_copy
    ADD CONSTRAINT transcript_copy_witness_id_fkey FOREIGN KEY (witness_id) REFERENCES record.witness(id);

--
-- Name: undone_import undone_import_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.undone_import
    ADD CONSTRAINT undone_import_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: undone_import undone_import_original_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.undone_import
    ADD CONSTRAINT undone_import_original_id_fkey FOREIGN KEY (original_id) REFERENCES record.original(id);

--
-- Name: undone_import undone_import_staff_user_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.undone_import
    ADD CONSTRAINT undone_import_staff_user_id_fkey FOREIGN KEY (staff_user_id) REFERENCES record.staff_user(id);

--
-- Name: unplaced_line unplaced_line_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.unplaced_line
    ADD CONSTRAINT unplaced_line_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: witness_group witness_group_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.witness_group
    ADD CONSTRAINT witness_group_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: witness witness_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.witness
    ADD CONSTRAINT witness_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: witness witness_person_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.witness
    ADD CONSTRAINT witness_person_id_fkey FOREIGN KEY (person_id) REFERENCES record.person(id);

--
-- Name: witness witness_witness_group_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.witness
    ADD CONSTRAINT witness_witness_group_id_fkey FOREIGN KEY (witness_group_id) REFERENCES record.witness_group(id);

--
-- Name: written_submission written_submission_call_for_evidence_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.written_submission
    ADD CONSTRAINT written_submission_call_for_evidence_id_fkey FOREIGN KEY (call_for_evidence_id) REFERENCES record.call_for_evidence(id);

--
-- Name: written_submission written_submission_campaign_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.written_submission
    ADD CONSTRAINT written_submission_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES record.campaign(id);

--
-- Name: written_submission written_submission_inquiry_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.written_submission
    ADD CONSTRAINT written_submission_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES record.inquiry(id);

--
-- Name: written_submission written_submission_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.written_submission
    ADD CONSTRAINT written_submission_source_id_fkey FOREIGN KEY (source_id) REFERENCES record.source(id) ON DELETE CASCADE;

--
-- Name: written_submission written_submission_supplements_source_id_fkey; Type: FK CONSTRAINT; Schema: record; Owner: -
--

ALTER TABLE ONLY record.written_submission
    ADD CONSTRAINT written_submission_supplements_source_id_fkey FOREIGN KEY (supplements_source_id) REFERENCES record.source(id);

--
-- Name: former_name; Type: ROW SECURITY; Schema: record; Owner: -
--

ALTER TABLE record.former_name ENABLE ROW LEVEL SECURITY;

--
-- Name: former_name former_name_by_act; Type: POLICY; Schema: record; Owner: -
--

CREATE POLICY former_name_by_act ON record.former_name TO inquiry_staff USING (((current_setting('inquiry.register'::text, true) = 'open'::text) OR (NOT (EXISTS ( WITH RECURSIVE bearer AS (
         SELECT person.id,
            person.merged_into_person_id,
            person.is_protected
           FROM record.person
          WHERE (person.id = former_name.person_id)
        UNION
         SELECT survivor.id,
            survivor.merged_into_person_id,
            survivor.is_protected
           FROM (record.person survivor
             JOIN bearer bearer_1 ON ((survivor.id = bearer_1.merged_into_person_id)))
        )
 SELECT
   FROM bearer
  WHERE bearer.is_protected)))));

--
-- Name: identity; Type: ROW SECURITY; Schema: record; Owner: -
--

ALTER TABLE record.identity ENABLE ROW LEVEL SECURITY;

--
-- Name: identity identity_by_act; Type: POLICY; Schema: record; Owner: -
--

CREATE POLICY identity_by_act ON record.identity TO inquiry_staff USING ((current_setting('inquiry.register'::text, true) = 'open'::text)) WITH CHECK ((current_setting('inquiry.register'::text, true) = 'open'::text));

--
-- Name: SCHEMA migration; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA migration TO PUBLIC;

--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

REVOKE USAGE ON SCHEMA public FROM PUBLIC;

--
-- Name: SCHEMA published; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA published TO inquiry_staff;
GRANT USAGE ON SCHEMA published TO inquiry_public;

--
-- Name: SCHEMA record; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA record TO inquiry_staff;

--
-- Name: FUNCTION lift_redactions(version bigint, starts integer[], under bigint); Type: ACL; Schema: record; Owner: -
--

REVOKE ALL ON FUNCTION record.lift_redactions(version bigint, starts integer[], under bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION record.lift_redactions(version bigint, starts integer[], under bigint) TO inquiry_staff;

--
-- Name: FUNCTION undo_import(undone bigint); Type: ACL; Schema: record; Owner: -
--

REVOKE ALL ON FUNCTION record.undo_import(undone bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION record.undo_import(undone bigint) TO inquiry_staff;

--
-- Name: TABLE ledger; Type: ACL; Schema: migration; Owner: -
--

GRANT SELECT ON TABLE migration.ledger TO PUBLIC;

--
-- Name: TABLE addressee; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.addressee TO inquiry_staff;
GRANT SELECT ON TABLE published.addressee TO inquiry_public;

--
-- Name: TABLE answer_tombstone; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.answer_tombstone TO inquiry_staff;
GRANT SELECT ON TABLE published.answer_tombstone TO inquiry_public;

--
-- Name: TABLE call_for_evidence; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.call_for_evidence TO inquiry_staff;
GRANT SELECT ON TABLE published.call_for_evidence TO inquiry_public;

--
-- Name: TABLE call_period; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.call_period TO inquiry_staff;
GRANT SELECT ON TABLE published.call_period TO inquiry_public;

--
-- Name: TABLE citation; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.citation TO inquiry_staff;
GRANT SELECT ON TABLE published.citation TO inquiry_public;

--
-- Name: TABLE citation_passage; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.citation_passage TO inquiry_staff;
GRANT SELECT ON TABLE published.citation_passage TO inquiry_public;

--
-- Name: TABLE correction; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.correction TO inquiry_staff;
GRANT SELECT ON TABLE published.correction TO inquiry_public;

--
-- Name: TABLE document; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.document TO inquiry_staff;
GRANT SELECT ON TABLE published.document TO inquiry_public;

--
-- Name: TABLE finding; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.finding TO inquiry_staff;
GRANT SELECT ON TABLE published.finding TO inquiry_public;

--
-- Name: TABLE inquiry; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.inquiry TO inquiry_staff;
GRANT SELECT ON TABLE published.inquiry TO inquiry_public;

--
-- Name: TABLE limb; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.limb TO inquiry_staff;
GRANT SELECT ON TABLE published.limb TO inquiry_public;

--
-- Name: TABLE limb_addressee; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.limb_addressee TO inquiry_staff;
GRANT SELECT ON TABLE published.limb_addressee TO inquiry_public;

--
-- Name: TABLE lineage; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.lineage TO inquiry_staff;
GRANT SELECT ON TABLE published.lineage TO inquiry_public;

--
-- Name: TABLE link; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.link TO inquiry_staff;
GRANT SELECT ON TABLE published.link TO inquiry_public;

--
-- Name: TABLE passage; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.passage TO inquiry_staff;
GRANT SELECT ON TABLE published.passage TO inquiry_public;

--
-- Name: TABLE passage_version; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.passage_version TO inquiry_staff;
GRANT SELECT ON TABLE published.passage_version TO inquiry_public;

--
-- Name: TABLE person; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.person TO inquiry_staff;
GRANT SELECT ON TABLE published.person TO inquiry_public;

--
-- Name: TABLE recommendation; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.recommendation TO inquiry_staff;
GRANT SELECT ON TABLE published.recommendation TO inquiry_public;

--
-- Name: TABLE removed_use; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.removed_use TO inquiry_staff;
GRANT SELECT ON TABLE published.removed_use TO inquiry_public;

--
-- Name: TABLE report; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.report TO inquiry_staff;
GRANT SELECT ON TABLE published.report TO inquiry_public;

--
-- Name: TABLE report_block; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.report_block TO inquiry_staff;
GRANT SELECT ON TABLE published.report_block TO inquiry_public;

--
-- Name: TABLE session; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.session TO inquiry_staff;
GRANT SELECT ON TABLE published.session TO inquiry_public;

--
-- Name: TABLE session_member; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.session_member TO inquiry_staff;
GRANT SELECT ON TABLE published.session_member TO inquiry_public;

--
-- Name: TABLE session_witness; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.session_witness TO inquiry_staff;
GRANT SELECT ON TABLE published.session_witness TO inquiry_public;

--
-- Name: TABLE source; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.source TO inquiry_staff;
GRANT SELECT ON TABLE published.source TO inquiry_public;

--
-- Name: TABLE survey; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.survey TO inquiry_staff;
GRANT SELECT ON TABLE published.survey TO inquiry_public;

--
-- Name: TABLE survey_question; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.survey_question TO inquiry_staff;
GRANT SELECT ON TABLE published.survey_question TO inquiry_public;

--
-- Name: TABLE survey_table; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.survey_table TO inquiry_staff;
GRANT SELECT ON TABLE published.survey_table TO inquiry_public;

--
-- Name: TABLE tombstone; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.tombstone TO inquiry_staff;
GRANT SELECT ON TABLE published.tombstone TO inquiry_public;

--
-- Name: TABLE version; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,UPDATE ON TABLE published.version TO inquiry_staff;
GRANT SELECT ON TABLE published.version TO inquiry_public;

--
-- Name: TABLE witness; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.witness TO inquiry_staff;
GRANT SELECT ON TABLE published.witness TO inquiry_public;

--
-- Name: TABLE written_submission; Type: ACL; Schema: published; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE published.written_submission TO inquiry_staff;
GRANT SELECT ON TABLE published.written_submission TO inquiry_public;

--
-- Name: TABLE addressee; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE record.addressee TO inquiry_staff;

--
-- Name: TABLE applied_tag; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.applied_tag TO inquiry_staff;

--
-- Name: TABLE audit_entry; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.audit_entry TO inquiry_staff;

--
-- Name: TABLE audit_seal; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.audit_seal TO inquiry_staff;

--
-- Name: TABLE awaited_event; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.awaited_event TO inquiry_staff;

--
-- Name: TABLE body; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.body TO inquiry_staff;

--
-- Name: TABLE call_for_evidence; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.call_for_evidence TO inquiry_staff;

--
-- Name: TABLE call_period; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.call_period TO inquiry_staff;

--
-- Name: TABLE campaign; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.campaign TO inquiry_staff;

--
-- Name: TABLE check_policy; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.check_policy TO inquiry_staff;

--
-- Name: TABLE check_weight; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE record.check_weight TO inquiry_staff;

--
-- Name: TABLE citation; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.citation TO inquiry_staff;

--
-- Name: TABLE citation_passage; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.citation_passage TO inquiry_staff;

--
-- Name: TABLE claim; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.claim TO inquiry_staff;

--
-- Name: TABLE contribution; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.contribution TO inquiry_staff;

--
-- Name: TABLE corrected_file; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.corrected_file TO inquiry_staff;

--
-- Name: TABLE correction; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.correction TO inquiry_staff;

--
-- Name: TABLE decision; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.decision TO inquiry_staff;

--
-- Name: TABLE document; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.document TO inquiry_staff;

--
-- Name: TABLE draft; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.draft TO inquiry_staff;

--
-- Name: TABLE draft_block; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.draft_block TO inquiry_staff;

--
-- Name: TABLE draft_paragraph; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.draft_paragraph TO inquiry_staff;

--
-- Name: TABLE draft_version; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.draft_version TO inquiry_staff;

--
-- Name: TABLE dropped_suggestion; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.dropped_suggestion TO inquiry_staff;

--
-- Name: TABLE finding; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.finding TO inquiry_staff;

--
-- Name: TABLE former_name; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.former_name TO inquiry_staff;

--
-- Name: TABLE idempotency_key; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE record.idempotency_key TO inquiry_staff;

--
-- Name: TABLE identity; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.identity TO inquiry_staff;

--
-- Name: TABLE inquiry; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.inquiry TO inquiry_staff;

--
-- Name: TABLE lifted_redaction; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT ON TABLE record.lifted_redaction TO inquiry_staff;

--
-- Name: TABLE limb; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.limb TO inquiry_staff;

--
-- Name: TABLE limb_addressee; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE record.limb_addressee TO inquiry_staff;

--
-- Name: TABLE lineage; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE record.lineage TO inquiry_staff;

--
-- Name: TABLE link; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.link TO inquiry_staff;

--
-- Name: TABLE log_line; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.log_line TO inquiry_staff;

--
-- Name: TABLE memo; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.memo TO inquiry_staff;

--
-- Name: TABLE original; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.original TO inquiry_staff;

--
-- Name: TABLE original_chunk; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.original_chunk TO inquiry_staff;

--
-- Name: TABLE panel; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.panel TO inquiry_staff;

--
-- Name: TABLE panel_witness; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.panel_witness TO inquiry_staff;

--
-- Name: TABLE passage; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.passage TO inquiry_staff;

--
-- Name: TABLE passage_meaning; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.passage_meaning TO inquiry_staff;

--
-- Name: TABLE passage_succession; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.passage_succession TO inquiry_staff;

--
-- Name: TABLE passage_version; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.passage_version TO inquiry_staff;

--
-- Name: COLUMN passage_version.stage; Type: ACL; Schema: record; Owner: -
--

GRANT UPDATE(stage) ON TABLE record.passage_version TO inquiry_staff;

--
-- Name: COLUMN passage_version.is_current; Type: ACL; Schema: record; Owner: -
--

GRANT UPDATE(is_current) ON TABLE record.passage_version TO inquiry_staff;

--
-- Name: TABLE person; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.person TO inquiry_staff;

--
-- Name: TABLE person_merge; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.person_merge TO inquiry_staff;

--
-- Name: TABLE person_merge_row; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.person_merge_row TO inquiry_staff;

--
-- Name: TABLE proposition; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.proposition TO inquiry_staff;

--
-- Name: TABLE question_block; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.question_block TO inquiry_staff;

--
-- Name: TABLE quoted_answer; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.quoted_answer TO inquiry_staff;

--
-- Name: COLUMN quoted_answer.removed_decision_id; Type: ACL; Schema: record; Owner: -
--

GRANT UPDATE(removed_decision_id) ON TABLE record.quoted_answer TO inquiry_staff;

--
-- Name: COLUMN quoted_answer.revision; Type: ACL; Schema: record; Owner: -
--

GRANT UPDATE(revision) ON TABLE record.quoted_answer TO inquiry_staff;

--
-- Name: TABLE recommendation; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.recommendation TO inquiry_staff;

--
-- Name: TABLE redacted_text; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.redacted_text TO inquiry_staff;

--
-- Name: TABLE redaction; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.redaction TO inquiry_staff;

--
-- Name: TABLE remark_answer; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.remark_answer TO inquiry_staff;

--
-- Name: TABLE report; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.report TO inquiry_staff;

--
-- Name: TABLE report_block; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.report_block TO inquiry_staff;

--
-- Name: TABLE report_limb; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.report_limb TO inquiry_staff;

--
-- Name: TABLE report_limb_addressee; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.report_limb_addressee TO inquiry_staff;

--
-- Name: TABLE report_lineage; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.report_lineage TO inquiry_staff;

--
-- Name: TABLE report_link; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.report_link TO inquiry_staff;

--
-- Name: TABLE report_recommendation; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.report_recommendation TO inquiry_staff;

--
-- Name: TABLE returned_file; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.returned_file TO inquiry_staff;

--
-- Name: TABLE session; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.session TO inquiry_staff;

--
-- Name: TABLE session_before; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.session_before TO inquiry_staff;

--
-- Name: TABLE session_member; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE record.session_member TO inquiry_staff;

--
-- Name: TABLE source; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.source TO inquiry_staff;

--
-- Name: TABLE source_decision; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.source_decision TO inquiry_staff;

--
-- Name: TABLE speaker_label; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.speaker_label TO inquiry_staff;

--
-- Name: TABLE staff_role; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE record.staff_role TO inquiry_staff;

--
-- Name: TABLE staff_user; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.staff_user TO inquiry_staff;

--
-- Name: TABLE survey; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.survey TO inquiry_staff;

--
-- Name: TABLE survey_answer; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.survey_answer TO inquiry_staff;

--
-- Name: TABLE survey_question; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.survey_question TO inquiry_staff;

--
-- Name: TABLE survey_table; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.survey_table TO inquiry_staff;

--
-- Name: TABLE survey_weight; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.survey_weight TO inquiry_staff;

--
-- Name: TABLE survey_words; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.survey_words TO inquiry_staff;

--
-- Name: TABLE tag; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.tag TO inquiry_staff;

--
-- Name: TABLE tag_label; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.tag_label TO inquiry_staff;

--
-- Name: TABLE tag_version; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.tag_version TO inquiry_staff;

--
-- Name: COLUMN tag_version.is_current; Type: ACL; Schema: record; Owner: -
--

GRANT UPDATE(is_current) ON TABLE record.tag_version TO inquiry_staff;

--
-- Name: TABLE terms_of_reference; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.terms_of_reference TO inquiry_staff;

--
-- Name: TABLE token; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.token TO inquiry_staff;

--
-- Name: TABLE tracked_change; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.tracked_change TO inquiry_staff;

--
-- Name: TABLE transcript_copy; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.transcript_copy TO inquiry_staff;

--
-- Name: TABLE undone_import; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.undone_import TO inquiry_staff;

--
-- Name: TABLE unplaced_line; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT ON TABLE record.unplaced_line TO inquiry_staff;

--
-- Name: TABLE witness; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.witness TO inquiry_staff;

--
-- Name: TABLE witness_group; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.witness_group TO inquiry_staff;

--
-- Name: TABLE written_submission; Type: ACL; Schema: record; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE record.written_submission TO inquiry_staff;

--
--

