import Postgres

/// What the recommendations of the newest edition ask, and what they take up, as
/// that edition was published with it.
extension ReportProjections {
  private var ofInquiry: SQL {
    """
    old.recommendation_id IN (
      SELECT id FROM published.recommendation WHERE inquiry_id = \(inquiry))
    """
  }

  var limbs: Projection {
    Projection(
      table: "limb", key: ["recommendation_id", "number"],
      columns: [
        "words", "act", "deadline_words", "due_on", "event", "happened_on", "event_source",
        "months_after", "days_after",
      ],
      wanted: "SELECT * FROM record.report_limb WHERE report_id = (\(newestReport))",
      scope: ofInquiry)
  }

  var limbAddressees: Projection {
    Projection(
      table: "limb_addressee", key: ["recommendation_id", "limb", "ordinal"],
      columns: ["name", "kind", "is_lead"],
      wanted: "SELECT * FROM record.report_limb_addressee WHERE report_id = (\(newestReport))",
      scope: ofInquiry)
  }

  /// Of what is public alone: that of an inquiry without a report names the
  /// inquiry, that of a document which is not published is left out. It is brought
  /// into line with the earlier inquiry as well as with the later.
  var lineage: Projection {
    Projection(
      table: "lineage", key: ["recommendation_id", "ordinal"],
      columns: [
        "relation", "earlier_inquiry_id", "earlier_recommendation_id", "source_id", "words",
      ],
      wanted: """
        SELECT edition.recommendation_id, edition.ordinal, edition.relation,
          before.id AS earlier_inquiry_id, earlier.id AS earlier_recommendation_id,
          source.id AS source_id, edition.words
        FROM record.report_lineage AS edition
        JOIN published.report ON report.id = edition.report_id
        LEFT JOIN record.recommendation AS taken ON taken.id = edition.earlier_recommendation_id
        LEFT JOIN published.inquiry AS before ON before.id = taken.inquiry_id
        LEFT JOIN published.recommendation AS earlier ON earlier.id = taken.id
        LEFT JOIN published.source ON source.id = edition.source_id
        WHERE \(inquiry) IN (report.inquiry_id, taken.inquiry_id)
          AND coalesce(before.id, source.id) IS NOT NULL
          AND NOT EXISTS (
            SELECT FROM published.report AS newer
            WHERE newer.inquiry_id = report.inquiry_id AND newer.edition > report.edition)
        """,
      scope: "(\(ofInquiry) OR old.earlier_inquiry_id = \(inquiry))")
  }
}
