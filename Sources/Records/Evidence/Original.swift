public import Inquiries
public import Postgres

/// A file as it arrived, byte for byte.
public struct Original: Sendable {
  public let fileName: String
  public let sha256: [UInt8]
  public let bytes: [UInt8]

  public init(fileName: String, sha256: [UInt8], bytes: [UInt8]) {
    self.fileName = fileName
    self.sha256 = sha256
    self.bytes = bytes
  }

  /// Largest piece kept as one value, in bytes.
  private static let chunkSize = 1_048_576

  /// Keeps the file in chunks.
  public func insert(on connection: Connection) throws -> Identifier<Original> {
    let id = try connection.one(
      """
      INSERT INTO record.original (sha256, byte_count, file_name)
      VALUES (\(sha256), \(bytes.count), \(fileName))
      RETURNING id
      """
    ) { row -> Identifier<Original> in try row.next() }
    for (ordinal, start) in stride(from: 0, to: bytes.count, by: Original.chunkSize).enumerated() {
      let chunk = Array(bytes[start..<min(start + Original.chunkSize, bytes.count)])
      try connection.execute(
        """
        INSERT INTO record.original_chunk (original_id, ordinal, bytes)
        VALUES (\(id), \(ordinal + 1), \(chunk))
        """)
    }
    return id
  }

  /// The bytes of the original with that id, as they arrived.
  static func bytes(of id: Identifier<Original>, on connection: Connection) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try connection.forEach(
      "SELECT bytes FROM record.original_chunk WHERE original_id = \(id) ORDER BY ordinal"
    ) { row in bytes += try row.next() as [UInt8] }
    return bytes
  }

  /// The file that a source was read from, or the nth of the files that corrected
  /// it, from 1.
  public static func of(
    reference: String, corrected nth: Int? = nil, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> Original? {
    let found = try connection.first(
      """
      SELECT original.id, file_name, sha256
      FROM record.source
      JOIN record.original ON original.id = CASE WHEN \(nth)::integer IS NULL
        THEN source.original_id ELSE (
          SELECT corrected_file.original_id FROM record.corrected_file
          WHERE source_id = source.id
          ORDER BY original_id OFFSET greatest(0, \(nth)::integer - 1) LIMIT 1) END
      WHERE inquiry_id = \(viewpoint.inquiryID) AND reference = \(reference)
      """
    ) { row -> (Identifier<Original>, String, [UInt8]) in
      (try row.next(), try row.next(), try row.next())
    }
    guard let (id, fileName, sha256) = found else { return nil }
    return Original(
      fileName: fileName, sha256: sha256, bytes: try bytes(of: id, on: connection))
  }

  /// A file in which a witness's copy came back.
  ///
  /// - Parameter nth: In the order in which they came, from 1; the newest when `nil`.
  public static func returned(
    _ copy: Int64, nth: Int?, of reference: String, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> Original? {
    let found = try connection.query(
      """
      SELECT original.id, file_name, original.sha256
      FROM record.returned_file AS file
      JOIN record.transcript_copy AS copy ON copy.id = file.transcript_copy_id
      JOIN record.source ON source.id = copy.source_id
      JOIN record.original ON original.id = file.original_id
      WHERE copy.id = \(copy) AND inquiry_id = \(viewpoint.inquiryID) AND reference = \(reference)
      ORDER BY file.id
      """
    ) { row -> (Identifier<Original>, String, [UInt8]) in
      (try row.next(), try row.next(), try row.next())
    }
    let place = (nth ?? found.count) - 1
    guard found.indices.contains(place) else { return nil }
    let (id, fileName, sha256) = found[place]
    return Original(
      fileName: fileName, sha256: sha256, bytes: try bytes(of: id, on: connection))
  }

  /// The newest file of a source: the last that corrected it, else its first.
  public static func newest(
    of reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Original? {
    try newestCorrected(of: reference, as: viewpoint, on: connection)
      ?? of(reference: reference, as: viewpoint, on: connection)
  }

  /// The last file that corrected a source; `nil` where none did.
  public static func newestCorrected(
    of reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Original? {
    let corrected = try connection.one(
      """
      SELECT count(*) FROM record.corrected_file JOIN record.source ON source.id = source_id
      WHERE inquiry_id = \(viewpoint.inquiryID) AND reference = \(reference)
      """
    ) { row -> Int in try row.next() }
    guard corrected > 0 else { return nil }
    return try of(reference: reference, corrected: corrected, as: viewpoint, on: connection)
  }

  /// The source of the inquiry that was read from a file of this digest.
  public static func reference(
    sha256: [UInt8], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> String? {
    try connection.first(
      """
      SELECT reference
      FROM record.source JOIN record.original ON original.id = original_id
      WHERE inquiry_id = \(viewpoint.inquiryID) AND sha256 = \(sha256)
      ORDER BY source.id
      """
    ) { row in try row.next() }
  }
}
