import Inquiries
import Wire

/// The API of one inquiry.
struct InquiryClient: Sendable {
  let client: Client
  let slug: String

  /// Reads below the inquiry's address.
  func get(_ path: String, query: [String: String?] = [:]) async throws -> Client.Answer {
    try await client.get(address(path), query: query)
  }

  /// All of a listing.
  func list<Shape: JSONShape>(_ path: String, of _: Shape.Type = Shape.self) async throws -> [Shape]
  {
    try await get(path).shape(ListShape<Shape>.self).items
  }

  /// Sends a shape, or nothing but the request.
  ///
  /// - Parameter revision: The revision that was read, where one is changed.
  func send(
    _ method: String = "POST", _ path: String, _ shape: (some JSONShape)?, revision: Int? = nil
  ) async throws -> Client.Answer {
    try await client.write(method, address(path), shape, revision: revision)
  }

  /// Sends a shape where what was read has this tag.
  func send(
    _ method: String, _ path: String, _ shape: some JSONShape, tag: String?
  ) async throws -> Client.Answer {
    try await client.write(method, address(path), shape, tag: tag)
  }

  /// Asks for an act that needs no words.
  func post(_ path: String, revision: Int? = nil) async throws -> Client.Answer {
    try await client.write("POST", address(path), nil as CountShape?, revision: revision)
  }

  /// Sends a file, and says so on a terminal when it takes its time.
  func upload(
    _ method: String, _ path: String, query: [String: String?],
    repeated: [(name: String, value: String)] = [], bytes: [UInt8], named name: String
  ) async throws -> Client.Answer {
    try await Progress.during("Sending \(name), \(Words.size(bytes.count))") {
      try await client.upload(
        method, address(path), query: query, repeated: repeated, bytes: bytes,
        type: "application/octet-stream")
    }
  }

  /// Sends a file under a key of its own; who calls tells how far it has come.
  func upload(
    _ path: String, bytes: [UInt8], key: String
  ) async throws -> Client.Answer {
    try await client.upload(
      "POST", address(path), bytes: bytes, type: "application/octet-stream", key: key)
  }

  private func address(_ path: String) -> String {
    "/api/v1/inquiries/\(Client.escaped(slug))" + (path.isEmpty ? "" : "/\(path)")
  }
}
