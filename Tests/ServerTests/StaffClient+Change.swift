import HTTPTypes
import HummingbirdTesting
import Testing
import Wire

extension StaffClient {
  /// Sends a request twice under one key: the answer is the same, and the audit has one act.
  func twice(
    _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8], headers: HTTPFields = [:],
    as act: String, in inquiry: String = "example"
  ) async throws -> TestResponse {
    let address = "/api/v1/inquiries/\(inquiry)"
    let key = try #require(HTTPField.Name("Idempotency-Key"))
    var headers = headers
    headers[key] = path
    let first = try await send(method, "\(address)/\(path)", body, headers: headers)
    let again = try await send(method, "\(address)/\(path)", body, headers: headers)
    #expect(again.status == first.status, "\(path)")
    #expect(again.text == first.text, "\(path)")
    let audit = try await send(.get, "\(address)/audit").read(as: ListShape<AuditLineShape>.self)
    #expect(audit.items.count { $0.act == act } == 1, "\(path)")
    return first
  }

  /// Changes a thing at the revision that was read, once for its key. Without `If-Match`,
  /// and with one that is old, it is refused and the thing is as it was.
  func change(
    _ method: HTTPRequest.Method, _ path: String, _ body: String, of thing: String,
    at revision: Int, as act: String
  ) async throws -> TestResponse {
    let address = "/api/v1/inquiries/example/\(path)"
    let body = Array(body.utf8)
    let before = try await get(thing).text
    let bare = try await send(method, address, body)
    #expect(bare.status == .unprocessableContent, "\(path)")
    #expect(bare.code == "if_match_missing", "\(path)")
    let old: HTTPFields = [.ifMatch: "\"\(revision - 1)\""]
    let stale = try await send(method, address, body, headers: old)
    #expect(stale.status == .preconditionFailed, "\(path)")
    #expect(stale.code == "revision_differs", "\(path)")
    #expect(try await get(thing).text == before, "\(path)")
    return try await twice(method, path, body, headers: [.ifMatch: "\"\(revision)\""], as: act)
  }
}

extension TestResponse {
  func read<Shape: JSONShape>(as _: Shape.Type) throws -> Shape {
    try Shape(JSONObject(Array(body.readableBytesView)))
  }
}
