/// A file that evidence came in, as staff see it in a listing.
public struct ReceivedFile: Hashable, Sendable {
  /// The source that was read from it.
  public let reference: String
  public let kind: SourceKind
  public let fileName: String
  /// SHA-256 of its bytes in hexadecimal.
  public let sha256: String
  public let byteCount: Int
  public let receivedOn: Day
  /// When the import was undone; `nil` while it stands.
  public let undoneAt: Instant?

  public init(
    reference: String, kind: SourceKind, fileName: String, sha256: String, byteCount: Int,
    receivedOn: Day, undoneAt: Instant?
  ) {
    self.reference = reference
    self.kind = kind
    self.fileName = fileName
    self.sha256 = sha256
    self.byteCount = byteCount
    self.receivedOn = receivedOn
    self.undoneAt = undoneAt
  }
}
