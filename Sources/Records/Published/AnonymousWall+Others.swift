public import Inquiries
public import Postgres

/// The names of who must not be named, where others say or write them.
///
/// There either may be somebody else of that name, so that a person looks at each.
extension AnonymousWall {
  /// The names of everybody who is not to be named in the inquiries of these sources: whose
  /// submission is published without the name, and who agreed to publication alone.
  ///
  /// Whole names count, and surnames behind a title or initials. “A care leaver” is no name,
  /// and of who is protected only the pseudonym stands here, which may be said. A name that
  /// was typed in small letters is not told from such words and is not looked for.
  static func withheld(of sources: SQL) -> SQL {
    withheld(in: "SELECT source.inquiry_id FROM record.source WHERE \(sources)")
  }

  /// The like of inquiries. Those before and after them count: a name that was withheld
  /// there is not told here either, but for those whose evidence is public here under it.
  static func withheld(in inquiries: SQL) -> SQL {
    """
    WITH RECURSIVE at_hand (id) AS (\(inquiries)),
    \(Inquiry.family(of: "SELECT id FROM at_hand"))
    SELECT DISTINCT witness.inquiry_id, witness.person_id, form.kind, form.name AS printed,
      form.said AS name
    \(signed)
    LEFT JOIN record.written_submission AS written ON written.source_id = contribution.source_id
    CROSS JOIN LATERAL (\(forms)) AS form
    WHERE witness.inquiry_id IN (SELECT id FROM family)
      AND (written.outcome = 'published_anonymous'
        OR contribution.consent = 'given' AND NOT 'name' = ANY (contribution.consent_uses))
      AND \(looksLikeName("form.name"))
      AND NOT EXISTS (
        SELECT FROM record.person AS hidden
        WHERE hidden.id = witness.person_id AND hidden.is_protected)
      AND (witness.inquiry_id IN (SELECT id FROM at_hand) OR NOT EXISTS (
        SELECT FROM record.witness AS known
        JOIN record.person AS bearer ON bearer.id = known.person_id
        JOIN record.person AS unnamed ON unnamed.id = witness.person_id
        JOIN record.contribution AS part ON part.witness_id = known.id
          AND NOT (part.consent = 'given' AND NOT 'name' = ANY (part.consent_uses))
        JOIN record.source AS heard ON heard.id = part.source_id AND heard.state = 'published'
        LEFT JOIN record.written_submission AS paper ON paper.source_id = part.source_id
        WHERE known.inquiry_id IN (SELECT id FROM at_hand)
          AND (bearer.id = unnamed.id OR bearer.name = unnamed.name)
          AND paper.outcome IS DISTINCT FROM 'published_anonymous'))
    """
  }

  /// The last words of all `withheld` names in one pattern: most passages hold none of
  /// them, and so it is not each name that is looked for in each passage. A name that is
  /// turned has the last word of the whole one.
  static let hint: SQL = """
    SELECT string_agg(DISTINCT lower(substring(btrim(name) FROM '[^ ]+$')), '|') AS pattern
    FROM withheld
    WHERE kind <> 'turned'
    """

  /// Which `withheld` names of people who did not themselves contribute to a source stand
  /// in a text; null where none does.
  static func namesOfOthers(in text: SQL, of source: SQL) -> SQL {
    """
    CASE WHEN lower(\(plain(text))) ~ hint.pattern THEN (
      SELECT array_agg(DISTINCT withheld.printed ORDER BY withheld.printed) FROM withheld
      WHERE \(stands("withheld.name", "withheld.kind", in: words(text), of: text))
        AND NOT EXISTS (
          SELECT FROM record.contribution
          JOIN record.witness ON witness.id = witness_id
          WHERE contribution.source_id = \(source) AND witness.person_id = withheld.person_id)) END
    """
  }
}

extension AnonymousWall {
  /// Which of these texts, from 0, would name somebody who is not to be named; who is
  /// public under the name elsewhere may be meant as that.
  ///
  /// - Parameter evenIfPublic: Whether such a name counts as well, because a person looks at
  ///   each.
  public static func naming(
    _ texts: [String], evenIfPublic: Bool = false, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> [Int] {
    try connection.query(
      """
      WITH withheld AS MATERIALIZED (
        \(withheld(in: "SELECT \(viewpoint.inquiryID)::bigint"))),
      shown AS MATERIALIZED (
        SELECT place, said, \(words("said")) AS text
        FROM unnest(\(texts)) WITH ORDINALITY AS given (said, place))
      SELECT DISTINCT place - 1
      FROM shown
      JOIN withheld ON \(stands(
        "withheld.name", "withheld.kind", in: "shown.text", of: "shown.said"))
      WHERE \(evenIfPublic) OR NOT EXISTS (
        SELECT FROM published.person
        WHERE \(bears("withheld.name", "withheld.printed", "person.name")))
      ORDER BY 1
      """
    ) { row in try row.next() as Int }
  }

  /// Which blocks of a draft version, from 0, would name somebody whose submission is
  /// public without the name; who is public under the name elsewhere may be meant as
  /// that, unless the block cites the submission. Where the draft cites it, the surname
  /// behind a title or initials counts as well.
  ///
  /// - Parameter texts: The words of the blocks, in order.
  public static func naming(
    inBlocks texts: [String], of version: Identifier<DraftVersion>, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> [Int] {
    try connection.query(
      """
      WITH cited AS MATERIALIZED (
        SELECT DISTINCT citation.block_ordinal AS block, passage.source_id
        FROM record.citation
        JOIN record.citation_passage AS pin ON pin.citation_id = citation.id
        JOIN record.passage_version AS version ON version.id = pin.passage_version_id
        JOIN record.passage ON passage.id = version.passage_id
        WHERE citation.draft_version_id = \(version)),
      anonymous AS MATERIALIZED (
        SELECT DISTINCT written.source_id, signed.name, signed.kind, signed.printed,
          \(words("signed.printed")) AS whole
        FROM published.written_submission AS written
        JOIN (\(names)) AS signed ON signed.source_id = written.source_id
        WHERE written.inquiry_id = \(viewpoint.inquiryID) AND written.is_anonymous
          AND (signed.kind IN ('whole', 'turned') OR signed.kind IN ('surname', 'initials')
            AND written.source_id IN (SELECT source_id FROM cited))),
      shown AS MATERIALIZED (
        SELECT place - 1 AS block, said, \(words("said")) AS text
        FROM unnest(\(texts)) WITH ORDINALITY AS given (said, place))
      SELECT DISTINCT shown.block
      FROM shown
      JOIN anonymous ON \(stands(
        "anonymous.name", "anonymous.kind", in: "shown.text", of: "shown.said"))
      WHERE NOT EXISTS (
          SELECT FROM published.person
          WHERE CASE WHEN anonymous.kind IN ('whole', 'turned')
            THEN \(stands("anonymous.whole", in: words("person.name")))
            ELSE \(bears("anonymous.name", "anonymous.printed", "person.name")) END)
        OR anonymous.kind IN ('whole', 'turned') AND EXISTS (
          SELECT FROM cited
          WHERE cited.block = shown.block AND cited.source_id = anonymous.source_id)
      ORDER BY 1
      """
    ) { row in try row.next() as Int }
  }
}
