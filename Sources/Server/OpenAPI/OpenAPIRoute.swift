import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Wire

/// Serves the description of the API, made once at start.
struct OpenAPIRoute: Sendable {
  static let path = "/openapi.json"

  private let body: ByteBuffer
  private let etag: String
  private let headers: PublicHeaders

  init(_ document: OpenAPIDocument, headers: PublicHeaders) {
    let bytes = document.json.jsonBytes
    body = ByteBuffer(bytes: bytes)
    etag = "\"\(SiteFiles.hex(SHA256.hash(data: Data(bytes))))\""
    self.headers = headers
  }

  func add(to router: Router<some RequestContext>) {
    router.get("openapi.json") { request, _ in answer(to: request) }
    router.head("openapi.json") { request, _ in answer(to: request).createHeadResponse() }
  }

  private func answer(to request: Request) -> Response {
    do {
      try PublicQuery.refuse(request.uri.query)
    } catch {
      return headers.added(to: Problem(error).response, isData: true)
    }
    var fields: HTTPFields = [.cacheControl: "no-cache", .eTag: etag]
    guard !Condition.holds(request.headers[values: .ifNoneMatch], etag) else {
      return headers.added(to: Response(status: .notModified, headers: fields), isData: true)
    }
    fields[.contentType] = "application/json"
    let answer = Response(
      status: .ok, headers: fields, body: ResponseBody(byteBuffer: body))
    return headers.added(to: answer, isData: true)
  }
}
