import HTTPTypes
import Hummingbird
import Inquiries
import Wire

/// What went wrong, as RFC 9457 problem details.
struct PublicProblem: Error {
  let status: HTTPResponse.Status
  let code: String
  let detail: String
  /// The parameter that is meant.
  let field: String?
  let tombstones: [Tombstone]

  init(_ notice: Notice) {
    status = notice.status
    code = notice.code
    detail = notice.advice
    field = nil
    tombstones = []
  }

  /// Something is wrong with the query.
  init(_ code: String, _ detail: String, field: String) {
    status = .badRequest
    self.code = code
    self.detail = detail
    self.field = field
    tombstones = []
  }

  init(gone tombstones: [Tombstone]) {
    status = .gone
    code = "gone"
    detail = "This was public and is no longer."
    field = nil
    self.tombstones = tombstones
  }

  static let contentType = "application/problem+json"

  var bytes: [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.field("type", "about:blank")
      json.field("title", status.reasonPhrase)
      json.field("status", status.code)
      json.field("code", code)
      json.field("detail", detail)
      if let field { json.field("field", field) }
      guard !tombstones.isEmpty else { return }
      json.name("tombstones")
      json.array { json in
        for tombstone in tombstones {
          json.object { json in
            json.field("reference", tombstone.reference)
            json.field("title", tombstone.title)
            json.field("act", tombstone.act.rawValue)
            json.field("reason", tombstone.reason)
            json.field("removedOn", tombstone.removedOn)
          }
        }
      }
    }
    return json.bytes
  }

  var answer: PublicAnswer {
    PublicAnswer(
      status: status, contentType: PublicProblem.contentType, body: ByteBuffer(bytes: bytes))
  }
}
