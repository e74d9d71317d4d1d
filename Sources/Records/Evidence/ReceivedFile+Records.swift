public import Inquiries
public import Postgres

extension ReceivedFile {
  /// Every file that a source was read from, and those of imports undone, in
  /// the order in which they came.
  public static func all(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [ReceivedFile] {
    try connection.query(
      """
      SELECT reference, kind, file_name, encode(sha256, 'hex'), byte_count, received_on, undone_at
      FROM (
        SELECT reference, kind, original_id, received_on, NULL AS undone_at
        FROM record.source WHERE inquiry_id = \(viewpoint.inquiryID)
        UNION ALL
        SELECT reference, kind, original_id, received_on, undone_at
        FROM record.undone_import WHERE inquiry_id = \(viewpoint.inquiryID)
      ) AS received
      JOIN record.original ON original.id = original_id
      ORDER BY original.id, undone_at NULLS LAST, reference
      """
    ) { row in
      ReceivedFile(
        reference: try row.next(), kind: try row.word(), fileName: try row.next(),
        sha256: try row.next(), byteCount: try row.next(), receivedOn: try row.next(),
        undoneAt: try row.next())
    }
  }
}
