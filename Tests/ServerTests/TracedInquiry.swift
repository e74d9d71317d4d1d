import HTTPTypes
import HummingbirdTesting
import Inquiries
import TestSupport
import Testing
import Wire

/// An inquiry with a transcript and a draft that rests on it, as a clerk and an author
/// ask for it.
enum TracedInquiry {
  typealias Body = @Sendable (World, StaffClient, StaffClient) async throws -> Void

  /// The two asks of the first recommendation.
  static let board = "The Department should set up a board"
  static let papers = "should publish its papers within 6 months"

  private static let draft = """
    ---
    title: A report
    inquiry: example
    ---

    # Summary

    Help came late. [@Q1]

    ::: {.finding #late-help}
    Help comes late. [@Q1]
    :::

    ::: {.recommendation #earlier-help}
    \(board), and \(papers).
    :::

    ::: {.recommendation #publish-figures}
    Ofsted should publish its figures.
    :::
    """

  /// - Parameter body: Is given the installation, a clerk and an author.
  static func run(_ body: @escaping Body) async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(draft)
    let token = try await world.user("Ada Author", .author).token
    try await StaffClient.run(world) { clerk in
      try await body(world, clerk, clerk.with(token: token))
    }
  }
}

extension StaffClient {
  /// Sends JSON to the inquiry of the test, at the revision that was read.
  func write(
    _ method: HTTPRequest.Method, _ path: String, _ json: String = "", at revision: String? = nil
  ) async throws -> TestResponse {
    var headers: HTTPFields = [:]
    headers[.ifMatch] = revision.map { "\"\($0)\"" }
    return try await send(
      method, "/api/v1/inquiries/example/\(path)", Array(json.utf8), headers: headers)
  }

  func list<Shape: JSONShape>(_ path: String, of _: Shape.Type = Shape.self) async throws -> [Shape]
  {
    try await get(path).shape(ListShape<Shape>.self).items
  }

  func recommendation() async throws -> Recommendation {
    try await get("recommendations/1").shape()
  }

  /// Expects that a write at another revision is refused, and that what is read at a
  /// place stays as it was.
  func expectStale(
    _ method: HTTPRequest.Method, _ path: String, _ json: String = "", at revision: String,
    seen place: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let before = try await get(place)
    let late = try await write(method, path, json, at: revision)
    let after = try await get(place)
    #expect(late.status == .preconditionFailed, sourceLocation: sourceLocation)
    #expect(late.code == "revision_differs", sourceLocation: sourceLocation)
    #expect(before.status == .ok && after.status == .ok, sourceLocation: sourceLocation)
    #expect(after.text == before.text, sourceLocation: sourceLocation)
    #expect(after.headers[.eTag] == before.headers[.eTag], sourceLocation: sourceLocation)
  }

  /// Expects the same, and that a write is refused too that names no revision.
  func expectGuarded(
    _ method: HTTPRequest.Method, _ path: String, _ json: String = "", not revision: String,
    seen place: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let before = try await get(place).text
    let missing = try await write(method, path, json)
    let after = try await get(place).text
    #expect(missing.status == .unprocessableContent, sourceLocation: sourceLocation)
    #expect(missing.code == "if_match_missing", sourceLocation: sourceLocation)
    #expect(after == before, sourceLocation: sourceLocation)
    try await expectStale(
      method, path, json, at: revision, seen: place, sourceLocation: sourceLocation)
  }
}

extension TestResponse {
  func shape<Shape: JSONShape>(_: Shape.Type = Shape.self) throws -> Shape {
    try Shape(JSONObject(Array(body.readableBytesView)))
  }
}
