import Conduct
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Inquiries
import Logging
import Postgres
import Server
import TestSupport
import Testing

/// Asks the whole server, staff side and public side, as clients do.
struct StaffClient: Sendable {
  let client: any TestClientProtocol
  let token: String?

  func send(
    _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8]? = nil, headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    var headers = headers
    if let token { headers[.authorization] = "Bearer \(token)" }
    return try await client.executeRequest(
      uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
  }

  func post(
    _ path: String, _ json: String, headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    try await send(.post, "/api/v1/inquiries/example/\(path)", Array(json.utf8), headers: headers)
  }

  func get(_ path: String) async throws -> TestResponse {
    try await send(.get, "/api/v1/inquiries/example/\(path)")
  }

  func with(token: String?) -> StaffClient {
    StaffClient(client: client, token: token)
  }

  /// Runs against a server over the database of the test.
  static func run(
    _ world: World, maximumUpload: Int = 1_048_576, publicConninfo: String? = nil,
    _ body: @escaping @Sendable (StaffClient) async throws -> Void
  ) async throws {
    let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
    let conninfo = publicConninfo ?? world.database.conninfo("inquiry_public")
    let pool = try TestDatabase.pool(conninfo)
    let server = try InquiryServer(
      staff: .init(
        office: world.office,
        sealer: AuditSealer(
          staff: world.staff,
          keys: Keys(secret: SymmetricKey(data: Array(repeating: 7, count: 32)))),
        maximumUpload: maximumUpload),
      publicPool: pool,
      listening: try ConnectionSettings(conninfo: conninfo, applicationName: "test"),
      pageCache: 1_048_576, settings: .init(publicURL: "http://test.example"), logger: logger)
    let (_, token) = try await world.user("Cleo Clerk", .clerk)
    try await Application(router: server.router(), logger: logger).test(.router) { client in
      try await body(StaffClient(client: client, token: token))
    }
    await pool.close()
  }
}

extension TestResponse {
  var text: String {
    String(buffer: body)
  }

  /// The stable code of a problem.
  var code: String? {
    let object = try? JSONSerialization.jsonObject(with: Data(Array(body.readableBytesView)))
    return (object as? [String: Any])?["code"] as? String
  }
}
