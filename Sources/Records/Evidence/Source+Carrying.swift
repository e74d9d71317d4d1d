public import Inquiries
public import Postgres

/// Sources of one inquiry on their way into the one that follows it. Originals
/// and people are shared; all else is copied set by set.
public struct CarriedSources: Sendable {
  let ids: [Identifier<Source>]
  let successor: Identifier<Inquiry>

  public init(_ ids: [Identifier<Source>], into viewpoint: Viewpoint) {
    self.ids = ids
    successor = viewpoint.inquiryID
  }

  /// Those that were carried over before.
  public func known(on connection: Connection) throws -> [String] {
    try connection.query(
      """
      SELECT earlier.reference FROM record.source
      JOIN record.source AS earlier ON earlier.id = source.carried_from_source_id
      WHERE source.inquiry_id = \(successor) AND earlier.id = ANY (\(ids))
      ORDER BY earlier.id
      """
    ) { row in try row.next() }
  }

  /// What the successor has already that would be there twice, in words.
  public func clashes(on connection: Connection) throws -> [String] {
    try connection.query(
      """
      SELECT reference FROM record.source
      WHERE inquiry_id = \(successor)
        AND reference IN (SELECT reference FROM record.source WHERE id = ANY (\(ids)))
      UNION ALL
      SELECT 'submission number ' || written.number FROM record.written_submission AS written
      WHERE inquiry_id = \(successor)
        AND number IN (
          SELECT number FROM record.written_submission WHERE source_id = ANY (\(ids)))
      UNION ALL
      SELECT 'session ' || session.number FROM record.session
      WHERE inquiry_id = \(successor)
        AND number IN (SELECT number FROM (\(sessions)) AS mine)
        AND NOT EXISTS (
          SELECT FROM record.source JOIN record.source AS earlier
            ON earlier.id = source.carried_from_source_id
          JOIN record.session AS home ON home.id = earlier.session_id
          WHERE source.session_id = session.id AND home.number = session.number)
      UNION ALL
      SELECT 'question ' || min(number) || CASE WHEN count(*) > 1
          THEN ' and ' || count(*) - 1 || ' further ones' ELSE '' END
      FROM record.question_block
      WHERE inquiry_id = \(successor)
        AND number IN (SELECT number FROM record.question_block WHERE source_id = ANY (\(ids)))
      HAVING count(*) > 0
      """
    ) { row in try row.next() }
  }

  /// Copies them under a decision, each as received on the day it first was.
  ///
  /// - Returns: The new sources, in the order of the ids given.
  public func carry(
    under decision: Identifier<Decision>, on connection: Connection
  ) throws -> [Source] {
    try copySessions(on: connection)
    try copySources(under: decision, on: connection)
    try copyPassages(on: connection)
    return try Source.read(
      "source.inquiry_id = \(successor) AND source.carried_from_source_id = ANY (\(ids))",
      on: connection)
  }

  private var sessions: SQL {
    """
    SELECT DISTINCT session.* FROM record.session
    JOIN record.source ON source.session_id = session.id WHERE source.id = ANY (\(ids))
    """
  }

  /// Each old session with the new one of its number.
  private var sessionPairs: SQL {
    """
    SELECT old.id AS old_id, new.id AS new_id FROM (\(sessions)) AS old
    JOIN record.session AS new ON new.inquiry_id = \(successor) AND new.number = old.number
    """
  }

  private var sourcePairs: SQL {
    """
    SELECT carried_from_source_id AS old_id, id AS new_id FROM record.source
    WHERE inquiry_id = \(successor) AND carried_from_source_id = ANY (\(ids))
    """
  }

  /// Witnesses of the old inquiry with those of the new one who are the same.
  private var witnessPairs: SQL {
    """
    SELECT old.id AS old_id, new.id AS new_id FROM record.witness AS old
    JOIN record.witness AS new ON new.inquiry_id = \(successor)
      AND new.person_id = old.person_id AND new.capacity = old.capacity
      AND new.organisation = old.organisation
    """
  }

  private func copySessions(on connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO record.session (inquiry_id, number, held_on, hearing, settled_on)
      SELECT \(successor), number, held_on, hearing, settled_on FROM (\(sessions)) AS old
      ON CONFLICT ON CONSTRAINT session_number_key DO NOTHING
      """)
    try connection.execute(
      """
      INSERT INTO record.session_member (session_id, person_id, ordinal, is_chair)
      SELECT pair.new_id, person_id, ordinal, is_chair
      FROM (\(sessionPairs)) AS pair JOIN record.session_member ON session_id = pair.old_id
      ON CONFLICT DO NOTHING
      """)
    try connection.execute(
      """
      INSERT INTO record.panel (session_id, ordinal)
      SELECT pair.new_id, ordinal
      FROM (\(sessionPairs)) AS pair JOIN record.panel ON session_id = pair.old_id
      ON CONFLICT ON CONSTRAINT panel_ordinal_key DO NOTHING
      """)
    try copyWitnesses(on: connection)
    try connection.execute(
      """
      INSERT INTO record.panel_witness (panel_id, witness_id, ordinal)
      SELECT there.id, witness.new_id, panel_witness.ordinal
      FROM (\(sessionPairs)) AS pair
      JOIN record.panel AS here ON here.session_id = pair.old_id
      JOIN record.panel AS there
        ON there.session_id = pair.new_id AND there.ordinal = here.ordinal
      JOIN record.panel_witness ON panel_witness.panel_id = here.id
      JOIN (\(witnessPairs)) AS witness ON witness.old_id = panel_witness.witness_id
      ON CONFLICT DO NOTHING
      """)
  }

  /// Everyone who contributed or sat on a panel, in their groups.
  private func copyWitnesses(on connection: Connection) throws {
    let wanted: SQL = """
      SELECT witness.* FROM record.witness WHERE id IN (
        SELECT witness_id FROM record.contribution WHERE source_id = ANY (\(ids))
        UNION SELECT witness_id FROM record.panel_witness JOIN record.panel ON panel.id = panel_id
        WHERE session_id IN (SELECT id FROM (\(sessions)) AS old))
      """
    try connection.execute(
      """
      INSERT INTO record.witness_group (inquiry_id, slug, name)
      SELECT DISTINCT \(successor)::bigint, slug, name FROM record.witness_group
      WHERE id IN (SELECT witness_group_id FROM (\(wanted)) AS witness)
      ON CONFLICT ON CONSTRAINT witness_group_slug_key DO NOTHING
      """)
    try connection.execute(
      """
      INSERT INTO record.witness (inquiry_id, person_id, capacity, organisation, witness_group_id)
      SELECT \(successor), person_id, capacity, organisation, there.id
      FROM (\(wanted)) AS witness
      LEFT JOIN record.witness_group AS here ON here.id = witness.witness_group_id
      LEFT JOIN record.witness_group AS there
        ON there.inquiry_id = \(successor) AND there.slug = here.slug
      ON CONFLICT ON CONSTRAINT witness_once DO NOTHING
      """)
  }

  private func copySources(
    under decision: Identifier<Decision>, on connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.source
        (inquiry_id, session_id, kind, reference, title, stage, language, agreed_on, original_id,
         received_on, is_privacy_open, carried_from_source_id)
      SELECT \(successor), pair.new_id, kind, reference, title, stage, language, agreed_on,
        original_id, old.received_on, old.is_privacy_open, old.id
      FROM unnest(\(ids)) WITH ORDINALITY AS given (id, place)
      JOIN record.source AS old ON old.id = given.id
      LEFT JOIN (\(sessionPairs)) AS pair ON pair.old_id = old.session_id
      ORDER BY place
      """)
    try connection.execute(
      """
      INSERT INTO record.source_decision (decision_id, source_id)
      SELECT \(decision), new_id FROM (\(sourcePairs)) AS pair
      """)
    try connection.execute(
      """
      INSERT INTO record.document
        (source_id, inquiry_id, number, kind, author, year, dated_on, address, full_reference)
      SELECT pair.new_id, \(successor), number, kind, author, year, dated_on, address,
        full_reference
      FROM (\(sourcePairs)) AS pair JOIN record.document ON source_id = pair.old_id
      """)
    // How it may appear is for the new body to decide. Until then what stands in
    // place of a name stays, and what was withheld or not to be named stays so.
    try connection.execute(
      """
      INSERT INTO record.written_submission
        (source_id, inquiry_id, number, submitter_kind, sequence_kind, supplements_source_id,
         dated_on, outcome, printed_name, confidentiality_asked, wording_digest)
      SELECT pair.new_id, \(successor), number, submitter_kind, sequence_kind, earlier.id,
        dated_on,
        CASE WHEN outcome IN ('published_anonymous', 'accepted_unpublished') THEN outcome
          ELSE 'undecided' END,
        printed_name, confidentiality_asked, wording_digest
      FROM (\(sourcePairs)) AS pair
      JOIN record.written_submission AS old ON old.source_id = pair.old_id
      LEFT JOIN record.source AS earlier ON earlier.inquiry_id = \(successor)
        AND earlier.carried_from_source_id = old.supplements_source_id
      """)
    try connection.execute(
      """
      INSERT INTO record.contribution
        (source_id, witness_id, consent, consent_given_by, consent_on, consent_uses,
         consent_wording, consent_review_on)
      SELECT pair.new_id, witness.new_id, consent, consent_given_by, consent_on, consent_uses,
        consent_wording, consent_review_on
      FROM (\(sourcePairs)) AS pair
      JOIN record.contribution AS old ON old.source_id = pair.old_id
      JOIN (\(witnessPairs)) AS witness ON witness.old_id = old.witness_id
      ORDER BY old.id
      ON CONFLICT ON CONSTRAINT contribution_once DO NOTHING
      """)
    try connection.execute(
      """
      INSERT INTO record.unplaced_line (source_id, ordinal, line, text, reason)
      SELECT pair.new_id, ordinal, line, text, reason
      FROM (\(sourcePairs)) AS pair JOIN record.unplaced_line ON source_id = pair.old_id
      """)
  }

  /// Passages with the versions that stand now, redactions and footnotes included.
  private func copyPassages(on connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO record.question_block (inquiry_id, source_id, number)
      SELECT \(successor), pair.new_id, number
      FROM (\(sourcePairs)) AS pair JOIN record.question_block ON source_id = pair.old_id
      ORDER BY number
      """)
    try connection.execute(
      """
      INSERT INTO record.passage
        (source_id, ordinal, kind, question_block_id, block_offset, point_number, outline_number,
         page_number, panel_id, person_id, label, is_chair, is_private)
      SELECT pair.new_id, old.ordinal, old.kind, block.id, block_offset, point_number,
        outline_number, page_number, there.id, person_id, label, is_chair, is_private
      FROM (\(sourcePairs)) AS pair
      JOIN record.passage AS old ON old.source_id = pair.old_id
      JOIN record.source ON source.id = pair.new_id
      LEFT JOIN record.question_block AS was ON was.id = old.question_block_id
      LEFT JOIN record.question_block AS block
        ON block.inquiry_id = \(successor) AND block.number = was.number
      LEFT JOIN record.panel AS here ON here.id = old.panel_id
      LEFT JOIN record.panel AS there
        ON there.session_id = source.session_id AND there.ordinal = here.ordinal
      ORDER BY pair.new_id, old.ordinal
      """)
    let passagePairs: SQL = """
      SELECT old.id AS old_id, new.id AS new_id FROM (\(sourcePairs)) AS pair
      JOIN record.passage AS old ON old.source_id = pair.old_id
      JOIN record.passage AS new ON new.source_id = pair.new_id AND new.ordinal = old.ordinal
      """
    try connection.execute(
      """
      INSERT INTO record.passage_version
        (passage_id, number, stage, language, text, exact_digest, wording_digest)
      SELECT pair.new_id, 1, stage, language, text, exact_digest, wording_digest
      FROM (\(passagePairs)) AS pair
      JOIN record.passage_version AS old ON old.passage_id = pair.old_id AND old.is_current
      """)
    try connection.execute(
      """
      INSERT INTO record.passage_succession (from_passage_id, to_passage_id, relation)
      SELECT old_id, new_id, 'carried' FROM (\(passagePairs)) AS pair
      """)
    try connection.execute(
      """
      INSERT INTO record.correction
        (passage_id, kind, footnote, is_removal, was_public, original_id, corrected_on,
         staff_user_id)
      SELECT pair.new_id, old.kind, footnote, false, false, original_id, corrected_on,
        staff_user_id
      FROM (\(passagePairs)) AS pair
      JOIN record.correction AS old ON old.passage_id = pair.old_id
      WHERE old.kind = 'footnote' AND removed_on IS NULL
      ORDER BY old.id
      """)
    let versionPairs: SQL = """
      SELECT old.id AS old_id, new.id AS new_id FROM (\(passagePairs)) AS pair
      JOIN record.passage_version AS old ON old.passage_id = pair.old_id AND old.is_current
      JOIN record.passage_version AS new ON new.passage_id = pair.new_id
      """
    try connection.execute(
      """
      INSERT INTO record.redaction (passage_version_id, span_from, span_to, decision_id)
      SELECT pair.new_id, span_from, span_to, decision_id
      FROM (\(versionPairs)) AS pair
      JOIN record.redaction AS old ON old.passage_version_id = pair.old_id
      """)
    try connection.execute(
      """
      INSERT INTO record.redacted_text (passage_version_id, text)
      SELECT pair.new_id, old.text
      FROM (\(versionPairs)) AS pair
      JOIN record.redacted_text AS old ON old.passage_version_id = pair.old_id
      """)
  }
}
