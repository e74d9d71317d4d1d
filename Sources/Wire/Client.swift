import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Speaks the REST API, as the command line does.
///
/// Every write carries an `Idempotency-Key`, so that one whose answer was lost
/// is sent again without being done again.
public struct Client: Sendable {
  /// Address of the server.
  public let base: String
  private let token: String?
  /// How often a request that got no answer is sent, in all.
  private let attempts: Int
  /// How long one answer is waited for.
  private let patience: Int64

  /// Lives as long as the process, as `HTTPClient.shared` does; but that one
  /// tries for minutes to reach a server that refuses to be connected to.
  private static let http: HTTPClient = {
    var configuration = HTTPClient.Configuration.singletonConfiguration
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.timeout.connect = .seconds(3)
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }()

  /// - Parameters:
  ///   - base: Address of the server, such as `http://127.0.0.1:8080`.
  ///   - token: Bearer token of a staff user.
  ///   - seconds: How long one answer is waited for.
  public init(base: String, token: String?, attempts: Int = 3, seconds: Int64 = 120) {
    self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
    self.token = token
    self.attempts = attempts
    patience = seconds
  }

  /// What came back: status 2xx.
  public struct Answer: Sendable {
    public let bytes: [UInt8]
    public let etag: String?
    public let contentType: String?

    /// The body as one shape.
    public func shape<Shape: JSONShape>(_: Shape.Type = Shape.self) throws -> Shape {
      try Shape(JSONObject(bytes))
    }
  }

  /// Reads.
  ///
  /// - Throws: ``ProblemShape`` when the server refused; ``Unreachable``.
  public func get(_ path: String, query: [String: String?] = [:]) async throws -> Answer {
    try await send("GET", path, query: query, body: nil)
  }

  /// Writes a shape.
  ///
  /// - Parameter revision: The revision that was read, for `If-Match`.
  public func write(
    _ method: String, _ path: String, _ shape: (some JSONShape)?, revision: Int? = nil
  ) async throws -> Answer {
    try await write(method, path, shape, tag: revision.map { "\"\($0)\"" })
  }

  /// Writes a shape where what was read has this tag, as its `ETag` said.
  public func write(
    _ method: String, _ path: String, _ shape: (some JSONShape)?, tag: String?
  ) async throws -> Answer {
    try await send(
      method, path, query: [:], body: Body(bytes: shape?.jsonBytes ?? [], type: "application/json"),
      tag: tag)
  }

  /// Sends a file.
  ///
  /// - Parameters:
  ///   - repeated: Further items of the query, whose names may repeat.
  ///   - key: What tells this request from others, also when it is sent again by
  ///     another run; drawn at random when `nil`.
  public func upload(
    _ method: String, _ path: String, query: [String: String?] = [:],
    repeated: [(name: String, value: String)] = [], bytes: [UInt8], type: String,
    key: String? = nil
  ) async throws -> Answer {
    try await send(
      method, path, query: query, repeated: repeated,
      body: Body(bytes: bytes, type: type, key: key))
  }

  private struct Body {
    let bytes: [UInt8]
    let type: String
    var key: String?
  }

  private func send(
    _ method: String, _ path: String, query: [String: String?],
    repeated: [(name: String, value: String)] = [], body: Body?, tag: String? = nil
  ) async throws -> Answer {
    var request = HTTPClientRequest(url: base + path + Client.encoded(query, repeated))
    request.method = HTTPMethod(rawValue: method)
    request.headers.add(name: "Accept", value: "application/json, */*")
    if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
    if let tag { request.headers.add(name: "If-Match", value: tag) }
    if let body {
      request.headers.add(name: "Content-Type", value: body.type)
      request.headers.add(name: "Idempotency-Key", value: body.key ?? UUID().uuidString)
      request.body = .bytes(ByteBuffer(bytes: body.bytes))
    }
    let (response, bytes) = try await exchange(request)
    guard (200..<300).contains(response.status.code) else {
      throw (try? ProblemShape(JSONObject(bytes)))
        ?? ProblemShape(
          status: Int(response.status.code), code: "answer_not_understood",
          detail: "\(base) answered \(response.status.code); is it this product's server?")
    }
    return Answer(
      bytes: bytes, etag: response.headers.first(name: "ETag"),
      contentType: response.headers.first(name: "Content-Type"))
  }

  /// The whole answer: one that is cut off half way is none.
  private func exchange(
    _ request: HTTPClientRequest
  ) async throws -> (HTTPClientResponse, [UInt8]) {
    var attempt = 1
    while true {
      do {
        let response = try await Client.http.execute(request, timeout: .seconds(patience))
        return (response, Array(buffer: try await response.body.collect(upTo: Client.longest)))
      } catch  where !(error is CancellationError) && !(error is NIOTooManyBytesError) {
        guard attempt < attempts else { throw Unreachable(base: base) }
        try await Task.sleep(for: .milliseconds(200 << attempt))
        attempt += 1
      }
    }
  }

  /// Bytes of an answer, far beyond what the server sends.
  private static let longest = 256 * 1_024 * 1_024

  private static func encoded(
    _ query: [String: String?], _ repeated: [(name: String, value: String)]
  ) -> String {
    let items =
      query.compactMap { name, value in value.map { (name, $0) } }.sorted { $0.0 < $1.0 }
      + repeated.map { ($0.name, $0.value) }
    guard !items.isEmpty else { return "" }
    return "?"
      + items.map { "\($0)=\(escaped($1))" }.joined(separator: "&")
  }

  /// Percent-encodes what is not unreserved (RFC 3986, 2.3), for a query or a
  /// part of a path.
  public static func escaped(_ text: String) -> String {
    let unreserved = CharacterSet(
      charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
    return text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
  }
}

/// No answer came, however often it was asked.
public struct Unreachable: Error, Sendable, CustomStringConvertible {
  let base: String

  public var description: String {
    "No answer from \(base). Is the server running? INQUIRY_URL or --url says where it is."
  }
}
