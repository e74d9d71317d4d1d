import Inquiries
import Postgres

/// The projections of an inquiry and its evidence, parents before children.
struct EvidenceProjections {
  let inquiry: Identifier<Inquiry>
  /// Sources whose passages are looked at; `nil` for all of the inquiry.
  let sources: [Identifier<Source>]?

  var all: [Projection] {
    [
      inquiries, calls, callPeriods, sessions, people, members, witnesses, sessionWitnesses,
      sourceRecords(), submissions(), documents, surveys, surveyQuestions, surveyTables, passages,
      versions, corrections, tombstones, answerTombstones,
    ]
  }

  /// Those that follow from the words of ``sources`` alone, and say nothing of other sources.
  var words: [Projection] {
    [sourceRecords(isNarrow: true), submissions(isNarrow: true), passages, versions, corrections]
  }

  /// Published sources of a launched inquiry.
  var publishedSources: SQL {
    """
    SELECT source.* FROM record.source
    JOIN record.inquiry ON inquiry.id = source.inquiry_id AND inquiry.is_launched
    WHERE source.inquiry_id = \(inquiry) AND source.state = 'published'
    """
  }

  private var inquiries: Projection {
    Projection(
      table: "inquiry", key: ["id"],
      columns: [
        "slug", "title", "body_name", "body_kind", "summary", "terms_of_reference", "launched_on",
        "reported_on", "lapsed_on", "predecessor_slug", "is_illustrative", "banner", "time_zone",
      ],
      wanted: """
        SELECT inquiry.id, inquiry.slug, inquiry.title, body.name AS body_name,
          body.kind AS body_kind, inquiry.summary,
          coalesce((
            SELECT text FROM record.terms_of_reference AS terms
            WHERE terms.inquiry_id = inquiry.id ORDER BY version DESC LIMIT 1), '')
            AS terms_of_reference,
          inquiry.launched_on, inquiry.reported_on, inquiry.lapsed_on,
          predecessor.slug AS predecessor_slug,
          inquiry.is_illustrative, inquiry.banner, inquiry.time_zone
        FROM record.inquiry
        JOIN record.body ON body.id = inquiry.body_id
        LEFT JOIN record.inquiry AS predecessor
          ON predecessor.id = inquiry.predecessor_id AND predecessor.is_launched
        WHERE inquiry.id = \(inquiry) AND inquiry.is_launched
        """,
      scope: "old.id = \(inquiry)")
  }

  /// A session counts once a record of it was accepted, and a live log is none;
  /// its day is told only
  /// of a public one of which something is published.
  private var sessions: Projection {
    Projection(
      table: "session", key: ["id"], columns: ["inquiry_id", "number", "hearing", "held_on"],
      wanted: """
        SELECT session.id, session.inquiry_id, session.number, session.hearing,
          CASE WHEN session.hearing = 'public'
            AND session.id IN (SELECT session_id FROM (\(publishedSources)) AS source)
            THEN session.held_on END AS held_on
        FROM record.session
        JOIN record.inquiry ON inquiry.id = session.inquiry_id AND inquiry.is_launched
        WHERE session.inquiry_id = \(inquiry)
          AND EXISTS (
            SELECT FROM record.source
            WHERE source.session_id = session.id AND source.kind <> 'log'
              AND source.stage <> 'logged' AND source.state NOT IN ('received', 'declined'))
        """,
      scope: "old.inquiry_id = \(inquiry)")
  }

  private var publicMembers: SQL {
    """
    SELECT session_member.* FROM record.session_member
    JOIN record.session ON session.id = session_id AND session.hearing = 'public'
    WHERE session_id IN (SELECT session_id FROM (\(publishedSources)) AS source)
    """
  }

  /// Who was heard: has a part in a published record and sat on a panel. Who was
  /// planned and did not come may have the first without the second.
  private var publicWitnesses: SQL {
    """
    SELECT witness.* FROM record.witness WHERE id IN (
      SELECT contribution.witness_id FROM record.contribution
      JOIN (\(publishedSources)) AS source ON source.id = contribution.source_id
      JOIN record.panel ON panel.session_id = source.session_id
      JOIN record.panel_witness ON panel_id = panel.id
        AND panel_witness.witness_id = contribution.witness_id)
    """
  }

  /// People are shared between inquiries; whoever is no longer shown anywhere
  /// is taken away once everything that refers to them has been. Whoever speaks in other
  /// sources is shown already, and only the name may be another by now: to ask all passages
  /// of a large inquiry who speaks in them took longer than all else of a correction.
  private var people: Projection {
    Projection(
      table: "person", key: ["id"], columns: ["name", "sort_name"],
      wanted: """
        SELECT id, name, sort_name FROM record.person WHERE id IN (
          SELECT person_id FROM (\(publicMembers)) AS member
          UNION SELECT person_id FROM (\(publicWitnesses)) AS witness
          UNION SELECT person_id FROM record.passage
          WHERE NOT is_private AND source_id IN (SELECT id FROM (\(publishedSources)) AS source)
            AND \(inScope("source_id"))
          UNION SELECT shown.id FROM published.person AS shown
          JOIN record.person AS renamed ON renamed.id = shown.id
            AND (renamed.name, renamed.sort_name) IS DISTINCT FROM (shown.name, shown.sort_name)
          WHERE EXISTS (SELECT FROM published.passage WHERE person_id = shown.id))
        """,
      scope: """
        NOT EXISTS (SELECT FROM published.session_member WHERE person_id = old.id)
        AND NOT EXISTS (SELECT FROM published.witness WHERE person_id = old.id)
        AND NOT EXISTS (SELECT FROM published.passage WHERE person_id = old.id)
        """)
  }

  private var members: Projection {
    Projection(
      table: "session_member", key: ["session_id", "person_id"], columns: ["ordinal", "is_chair"],
      wanted: "SELECT session_id, person_id, ordinal, is_chair FROM (\(publicMembers)) AS member",
      scope: "old.session_id IN (SELECT id FROM published.session WHERE inquiry_id = \(inquiry))")
  }

  private var witnesses: Projection {
    Projection(
      table: "witness", key: ["id"],
      columns: ["inquiry_id", "person_id", "capacity", "organisation", "group_name"],
      wanted: """
        SELECT witness.id, witness.inquiry_id, person_id,
          CASE WHEN person.is_name_only THEN '' ELSE capacity END AS capacity,
          CASE WHEN person.is_name_only THEN '' ELSE organisation END AS organisation,
          CASE WHEN person.is_name_only THEN NULL ELSE witness_group.name END AS group_name
        FROM (\(publicWitnesses)) AS witness
        JOIN record.person ON person.id = person_id
        LEFT JOIN record.witness_group ON witness_group.id = witness_group_id
        """,
      scope: "old.inquiry_id = \(inquiry)")
  }

  private var sessionWitnesses: Projection {
    Projection(
      table: "session_witness", key: ["session_id", "witness_id", "panel"], columns: ["ordinal"],
      wanted: """
        SELECT panel.session_id, panel_witness.witness_id, panel.ordinal AS panel,
          panel_witness.ordinal
        FROM record.panel JOIN record.panel_witness ON panel_id = panel.id
        WHERE EXISTS (
          SELECT FROM (\(publishedSources)) AS source
          JOIN record.contribution ON contribution.source_id = source.id
          WHERE source.session_id = panel.session_id
            AND contribution.witness_id = panel_witness.witness_id)
        """,
      scope: "old.session_id IN (SELECT id FROM published.session WHERE inquiry_id = \(inquiry))")
  }

  private func sourceRecords(isNarrow: Bool = false) -> Projection {
    Projection(
      table: "source", key: ["id"],
      columns: [
        "inquiry_id", "session_id", "kind", "reference", "stage", "language", "agreed_on",
        "published_on", "question_from", "question_to", "title",
      ],
      wanted: """
        SELECT id, inquiry_id, session_id, kind, reference, stage, language, agreed_on,
          published_on, title,
          (SELECT min(number) FROM record.question_block WHERE source_id = source.id)
            AS question_from,
          (SELECT max(number) FROM record.question_block WHERE source_id = source.id)
            AS question_to
        FROM (\(publishedSources)) AS source
        WHERE \(isNarrow ? inScope("source.id") : "true")
        """,
      scope: "old.inquiry_id = \(inquiry) AND \(isNarrow ? inScope("old.id") : "true")")
  }

  /// Versions that stand now, those that were public before a correction, and
  /// those that a published report is pinned to; none that words had to go from.
  private var publicVersions: SQL {
    """
    SELECT version.* FROM record.passage_version AS version
    JOIN record.passage ON passage.id = version.passage_id AND NOT passage.is_private
    WHERE passage.source_id IN (SELECT id FROM (\(publishedSources)) AS source)
      AND \(inScope("passage.source_id"))
      AND version.stage <> 'logged'
      AND NOT EXISTS (
        SELECT FROM record.correction
        JOIN record.passage_version AS made ON made.id = correction.passage_version_id
        WHERE correction.passage_id = version.passage_id AND is_removal
          AND made.number > version.number)
      AND (version.is_current
        OR EXISTS (
          SELECT FROM record.correction
          JOIN record.passage_version AS made ON made.id = correction.passage_version_id
          WHERE correction.passage_id = version.passage_id AND was_public
            AND made.number = version.number + 1)
        OR EXISTS (
          SELECT FROM record.citation_passage AS pin
          JOIN record.citation ON citation.id = pin.citation_id
          JOIN record.report ON report.draft_version_id = citation.draft_version_id
          WHERE pin.passage_version_id = version.id)
        OR EXISTS (SELECT FROM record.report_link WHERE passage_version_id = version.id))
    """
  }

  func inScope(_ column: SQL) -> SQL {
    sources.map { "\(column) = ANY (\($0))" } ?? "true"
  }

  private var passages: Projection {
    Projection(
      table: "passage", key: ["id"],
      columns: [
        "source_id", "inquiry_id", "ordinal", "kind", "question_number", "block_offset",
        "point_number", "outline_number", "page_number", "question_code", "option_code", "panel",
        "person_id", "label", "is_chair",
      ],
      wanted: """
        SELECT passage.id, passage.source_id, \(inquiry)::bigint AS inquiry_id, passage.ordinal,
          passage.kind,
          CASE WHEN passage.kind IN ('turn', 'stage') THEN coalesce(question_block.number, 0) END
            AS question_number,
          passage.block_offset, passage.point_number, passage.outline_number, passage.page_number,
          passage.question_code, passage.option_code, panel.ordinal AS panel, passage.person_id,
          CASE WHEN passage.is_chair THEN regexp_replace(passage.label, '\\s*\\(.*$', '')
            WHEN passage.person_id IS NULL THEN passage.label END AS label,
          passage.is_chair
        FROM record.passage
        LEFT JOIN record.question_block ON question_block.id = passage.question_block_id
        LEFT JOIN record.panel ON panel.id = passage.panel_id
        -- Named here too: else every passage of every inquiry is read.
        WHERE passage.source_id IN (SELECT id FROM record.source WHERE inquiry_id = \(inquiry))
          AND \(inScope("passage.source_id"))
          AND passage.id IN (SELECT passage_id FROM (\(publicVersions)) AS version)
        """,
      scope: "old.inquiry_id = \(inquiry) AND \(inScope("old.source_id"))")
  }

  private var versions: Projection {
    Projection(
      table: "passage_version", key: ["id"],
      columns: ["passage_id", "number", "stage", "is_current", "text"],
      wanted: """
        SELECT version.id, version.passage_id, version.number, version.stage, version.is_current,
          coalesce(redacted.text, version.text) AS text
        FROM (\(publicVersions)) AS version
        LEFT JOIN record.redacted_text AS redacted ON redacted.passage_version_id = version.id
        ORDER BY is_current
        """,
      scope: """
        old.passage_id IN (
          SELECT id FROM published.passage
          WHERE inquiry_id = \(inquiry) AND \(inScope("source_id")))
        """)
  }

  /// What was published once and has been withdrawn or taken down since.
  private var tombstones: Projection {
    Projection(
      table: "tombstone", key: ["id"],
      columns: [
        "inquiry_id", "session_number", "reference", "kind", "question_from", "question_to", "act",
        "reason", "removed_on", "title",
      ],
      wanted: """
        SELECT source.id, source.inquiry_id, session.number AS session_number, source.reference,
          source.kind, source.title,
          (SELECT min(number) FROM record.question_block WHERE source_id = source.id)
            AS question_from,
          (SELECT max(number) FROM record.question_block WHERE source_id = source.id)
            AS question_to,
          last.act, last.reason, last.decided_on AS removed_on
        FROM record.source
        LEFT JOIN record.session ON session.id = source.session_id
        JOIN record.inquiry ON inquiry.id = source.inquiry_id AND inquiry.is_launched
        CROSS JOIN LATERAL (
          SELECT act, reason, decided_on FROM record.source_decision
          JOIN record.decision ON decision.id = decision_id
          WHERE source_id = source.id AND act IN ('withdraw', 'take-down')
          ORDER BY decision.id DESC LIMIT 1) AS last
        WHERE source.inquiry_id = \(inquiry)
          AND source.state IN ('withdrawn', 'taken_down')
          AND EXISTS (
            SELECT FROM record.source_decision
            JOIN record.decision ON decision.id = decision_id
            WHERE source_id = source.id AND decision.act = 'publish')
        """,
      scope: "old.inquiry_id = \(inquiry)")
  }
}
