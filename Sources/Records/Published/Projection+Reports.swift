import Inquiries
import Postgres

/// The projections of an inquiry's published report, parents before children: of its
/// newest edition, because what had to go may stand in an earlier one.
struct ReportProjections {
  let inquiry: Identifier<Inquiry>

  var all: [Projection] {
    [
      reports, findings, recommendations, addressees, limbs, limbAddressees, lineage, blocks,
      citations, pins, links, removedUses,
    ]
  }

  private var publishedReports: SQL {
    """
    SELECT report.* FROM record.report
    JOIN record.inquiry ON inquiry.id = report.inquiry_id AND inquiry.is_launched
    WHERE report.inquiry_id = \(inquiry)
    ORDER BY report.edition DESC LIMIT 1
    """
  }

  /// Blocks of published reports, each with the HTML it was published in.
  private var publishedBlocks: SQL {
    """
    SELECT report.id AS report_id, block.*, report_block.markdown, report_block.html
    FROM (\(publishedReports)) AS report
    JOIN record.draft_block AS block ON block.draft_version_id = report.draft_version_id
    JOIN record.report_block
      ON report_block.report_id = report.id AND report_block.ordinal = block.ordinal
    """
  }

  var newestReport: SQL {
    "SELECT id FROM (\(publishedReports)) AS report ORDER BY edition DESC LIMIT 1"
  }

  private var reports: Projection {
    Projection(
      table: "report", key: ["id"],
      columns: ["inquiry_id", "edition", "title", "published_on", "draft_version", "notes_html"],
      wanted: """
        SELECT report.id, report.inquiry_id, report.edition, draft_version.title,
          report.published_on, draft_version.number AS draft_version, report.notes_html
        FROM (\(publishedReports)) AS report
        JOIN record.draft_version ON draft_version.id = report.draft_version_id
        """,
      scope: "old.inquiry_id = \(inquiry)")
  }

  private var findings: Projection {
    Projection(
      table: "finding", key: ["id"], columns: ["inquiry_id", "key"],
      wanted: """
        SELECT id, inquiry_id, key FROM record.finding
        WHERE id IN (SELECT finding_id FROM (\(publishedBlocks)) AS block)
        """,
      scope: "old.inquiry_id = \(inquiry)")
  }

  private var recommendations: Projection {
    Projection(
      table: "recommendation", key: ["id"], columns: ["inquiry_id", "key", "finding_id"],
      wanted: """
        SELECT DISTINCT ON (recommendation.id) recommendation.id, recommendation.inquiry_id,
          recommendation.key, published.finding.id AS finding_id
        FROM record.recommendation
        JOIN record.report_recommendation AS edition ON edition.recommendation_id = recommendation.id
        JOIN (\(publishedReports)) AS report ON report.id = edition.report_id
        LEFT JOIN published.finding ON finding.id = edition.finding_id
        ORDER BY recommendation.id, report.edition DESC
        """,
      scope: "old.inquiry_id = \(inquiry)")
  }

  private var addressees: Projection {
    Projection(
      table: "addressee", key: ["recommendation_id", "ordinal"], columns: ["name"],
      wanted: """
        SELECT recommendation_id, ordinal, name
        FROM (
          SELECT DISTINCT ON (edition.recommendation_id) edition.*
          FROM record.report_recommendation AS edition
          JOIN (\(publishedReports)) AS report ON report.id = edition.report_id
          ORDER BY edition.recommendation_id, report.edition DESC) AS newest
        CROSS JOIN LATERAL unnest(addressees) WITH ORDINALITY AS given (name, ordinal)
        """,
      scope: """
        old.recommendation_id IN (
          SELECT id FROM published.recommendation WHERE inquiry_id = \(inquiry))
        """)
  }

  private var blocks: Projection {
    Projection(
      table: "report_block", key: ["report_id", "ordinal"],
      columns: [
        "kind", "level", "key", "paragraph_number", "number", "finding_id", "recommendation_id",
        "markdown", "html",
      ],
      wanted: """
        SELECT report_id, ordinal, kind, level, key, paragraph_number, number, finding_id,
          recommendation_id, markdown, html
        FROM (\(publishedBlocks)) AS block
        """,
      scope: "old.report_id IN (SELECT id FROM published.report WHERE inquiry_id = \(inquiry))")
  }

  private var citations: Projection {
    Projection(
      table: "citation", key: ["id"],
      columns: ["report_id", "block_ordinal", "bracket", "item", "locator"],
      wanted: """
        SELECT citation.id, report.id AS report_id, citation.block_ordinal, citation.bracket,
          citation.item, CASE WHEN speaker.person_id IS NULL THEN citation.locator
            ELSE regexp_replace(citation.locator, \(ReportSpeaker.pattern),
              '\\1, person-' || speaker.person_id) END AS locator
        FROM (\(publishedReports)) AS report
        JOIN record.citation ON citation.draft_version_id = report.draft_version_id
        LEFT JOIN LATERAL (
          SELECT passage.person_id FROM record.citation_passage AS pin
          JOIN record.passage_version ON passage_version.id = pin.passage_version_id
          JOIN record.passage ON passage.id = passage_id
          WHERE pin.citation_id = citation.id ORDER BY pin.ordinal LIMIT 1) AS speaker ON true
        """,
      scope: "old.report_id IN (SELECT id FROM published.report WHERE inquiry_id = \(inquiry))")
  }

  private var pins: Projection {
    Projection(
      table: "citation_passage", key: ["citation_id", "ordinal"], columns: ["passage_version_id"],
      wanted: """
        SELECT pin.citation_id, pin.ordinal, pin.passage_version_id
        FROM record.citation_passage AS pin
        JOIN published.citation ON citation.id = pin.citation_id
        JOIN published.report ON report.id = report_id AND inquiry_id = \(inquiry)
        JOIN published.passage_version ON passage_version.id = pin.passage_version_id
        """,
      scope: """
        old.citation_id IN (
          SELECT citation.id FROM published.citation
          JOIN published.report ON report.id = report_id
          WHERE inquiry_id = \(inquiry))
        """)
  }

  /// The links that the newest edition was published with, as far as their words
  /// are public.
  private var links: Projection {
    Projection(
      table: "link", key: ["id"],
      columns: [
        "finding_id", "recommendation_id", "limb", "passage_version_id", "stance", "quote",
      ],
      wanted: """
        SELECT link.id, finding.id AS finding_id, recommendation.id AS recommendation_id,
          edition.limb, edition.passage_version_id, edition.stance, edition.quote
        FROM record.report_link AS edition
        JOIN record.link ON link.id = edition.link_id
        JOIN published.passage_version ON passage_version.id = edition.passage_version_id
        LEFT JOIN published.finding ON finding.id = link.finding_id
        LEFT JOIN published.recommendation ON recommendation.id = link.recommendation_id
        WHERE coalesce(finding.id, recommendation.id) IS NOT NULL
          AND edition.report_id = (\(newestReport))
        """,
      scope: """
        coalesce(
          (SELECT inquiry_id FROM published.finding WHERE finding.id = old.finding_id),
          (SELECT inquiry_id FROM published.recommendation
           WHERE recommendation.id = old.recommendation_id)) = \(inquiry)
        """)
  }

  /// Where the newest edition rests on words of a public passage that had to go.
  private var removedUses: Projection {
    Projection(
      table: "removed_use", key: ["report_id", "block_ordinal", "passage_id", "is_link"],
      columns: [],
      wanted: """
        SELECT DISTINCT used.report_id, used.block_ordinal, passage.id AS passage_id,
          used.is_link
        FROM (
          SELECT report.id AS report_id, citation.block_ordinal, pin.passage_version_id,
            false AS is_link
          FROM (\(publishedReports)) AS report
          JOIN record.citation ON citation.draft_version_id = report.draft_version_id
          JOIN record.citation_passage AS pin ON pin.citation_id = citation.id
          UNION ALL
          SELECT block.report_id, block.ordinal, edition.passage_version_id, true
          FROM (\(publishedBlocks)) AS block
          JOIN record.report_link AS edition ON edition.report_id = block.report_id
          JOIN record.link ON link.id = edition.link_id
            AND (link.finding_id = block.finding_id
              OR link.recommendation_id = block.recommendation_id)
        ) AS used
        JOIN record.passage_version AS version ON version.id = used.passage_version_id
        JOIN published.passage ON passage.id = version.passage_id
        JOIN published.report_block ON report_block.report_id = used.report_id
          AND report_block.ordinal = used.block_ordinal
        WHERE NOT EXISTS (SELECT FROM published.passage_version WHERE id = version.id)
        """,
      scope: "old.report_id IN (SELECT id FROM published.report WHERE inquiry_id = \(inquiry))")
  }
}
