import Crypto
import Foundation
import Inquiries
import Records

extension Desk {
  /// Writes the audit entry of an act into its transaction.
  func enter(
    _ act: String, _ subject: String, _ detail: [String: String],
    inquiry: Identifier<Inquiry>?, key: SymmetricKey
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let detail = String(decoding: try encoder.encode(detail), as: UTF8.self)
    let digest = AuditDigest.of(
      at: now, actor: actor.id, inquiry: inquiry, act: act, subject: subject, detail: detail,
      key: key)
    try AuditEntry(
      at: now, actor: actor.id, inquiry: inquiry, act: act, subject: subject, detail: detail,
      digest: digest
    ).insert(on: connection)
  }
}

/// The digest of an audit entry over its canonical bytes.
enum AuditDigest {
  /// Each field as its length in decimal, a colon, its UTF-8 and a comma, so
  /// that no two entries share their bytes (netstrings, D. J. Bernstein 1997).
  static func of(
    at: Instant, actor: Identifier<StaffUser>?, inquiry: Identifier<Inquiry>?, act: String,
    subject: String, detail: String, key: SymmetricKey
  ) -> [UInt8] {
    var code = HMAC<SHA256>(key: key)
    let fields = [
      "\(at.microseconds)", actor.map(\.description) ?? "", inquiry.map(\.description) ?? "", act,
      subject, detail,
    ]
    for field in fields {
      code.update(data: Array("\(field.utf8.count):\(field),".utf8))
    }
    return Array(code.finalize())
  }
}
