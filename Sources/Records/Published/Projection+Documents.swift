extension EvidenceProjections {
  var documents: Projection {
    Projection(
      table: "document", key: ["source_id"],
      columns: [
        "inquiry_id", "number", "kind", "author", "year", "dated_on", "address", "full_reference",
        "is_external",
      ],
      wanted: """
        SELECT source.id AS source_id, source.inquiry_id, document.number, document.kind,
          document.author, document.year, document.dated_on, document.address,
          document.full_reference, source.original_id IS NULL AS is_external
        FROM (\(publishedSources)) AS source
        JOIN record.document ON document.source_id = source.id
        """,
      scope: "old.inquiry_id = \(inquiry)")
  }
}
