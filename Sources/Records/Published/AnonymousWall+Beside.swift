import Inquiries
import Postgres

extension AnonymousWall {
  /// What is public beside the words of evidence and report, with the whole names of the
  /// `anonymous`: whom recommendations ask, their limbs and lineage, and how documents are
  /// referred to.
  ///
  /// Each text is a line of its own, so that no name is found across two. Who is public
  /// under the name elsewhere may be meant as that.
  static func besideWords(of inquiry: Identifier<Inquiry>) -> SQL {
    """
    SELECT said.place, said.line, anonymous.name, anonymous.kind
    FROM anonymous
    CROSS JOIN (\(limbs) UNION ALL \(documents)) AS said (inquiry_id, place, line)
    WHERE said.inquiry_id = \(inquiry) AND anonymous.kind IN ('whole', 'turned') AND NOT EXISTS (
      SELECT FROM published.person
      WHERE \(stands("anonymous.whole", in: words("person.name"))))
    """
  }

  private static let limbs: SQL = """
    SELECT inquiry_id, 'an addressee of the recommendation ' || key, addressee.name
    FROM published.recommendation
    JOIN published.addressee ON addressee.recommendation_id = recommendation.id
    UNION ALL
    SELECT inquiry_id, 'the recommendation ' || key || ', limb ' || limb.number, given.line
    FROM published.recommendation
    JOIN published.limb ON limb.recommendation_id = recommendation.id
    CROSS JOIN LATERAL (VALUES
      (limb.words), (limb.act), (limb.deadline_words), (limb.event), (limb.event_source)
    ) AS given (line)
    UNION ALL
    SELECT inquiry_id, 'the recommendation ' || key || ', limb ' || asked.limb, asked.name
    FROM published.recommendation
    JOIN published.limb_addressee AS asked ON asked.recommendation_id = recommendation.id
    UNION ALL
    SELECT inquiry_id, 'what the recommendation ' || key || ' takes up', lineage.words
    FROM published.recommendation
    JOIN published.lineage ON lineage.recommendation_id = recommendation.id
    """

  private static let documents: SQL = """
    SELECT document.inquiry_id, 'the reference of ' || source.reference, given.line
    FROM published.document
    JOIN published.source ON source.id = document.source_id
    CROSS JOIN LATERAL (VALUES
      (source.title), (document.author), (document.full_reference)) AS given (line)
    """
}
