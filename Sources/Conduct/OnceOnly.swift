public import Crypto
import Inquiries
import Postgres
import Records

/// A request that may come twice and must act once.
public struct OnceOnly: Sendable {
  private let key: String
  private let requestDigest: [UInt8]

  /// - Parameters:
  ///   - key: What the client sent as `Idempotency-Key`.
  ///   - request: A digest of method, address and body.
  public init(key: String, request: SHA256.Digest) {
    self.key = key
    requestDigest = Array(request)
  }

  /// A token that follows from the request and the installation's secret.
  func token(by actor: Actor, key tokenKey: SymmetricKey) -> String? {
    actor.tokenID.map { id in
      var code = HMAC<SHA256>(key: tokenKey)
      code.update(data: Array("\(id)\n\(key)\n".utf8) + requestDigest)
      return Token.named(code.finalize())
    }
  }

  func run(
    by actor: Actor, key auditKey: SymmetricKey, on connection: Connection,
    _ act: () throws -> (status: Int, body: [UInt8])
  ) throws -> (status: Int, body: [UInt8]) {
    guard let token = actor.tokenID else { return try act() }
    // Keyed, because a request may hold a name that could be guessed.
    let requestDigest = Array(
      HMAC<SHA256>.authenticationCode(for: requestDigest, using: auditKey))
    if let kept = try IdempotentAnswer.find(key: key, token: token, on: connection) {
      guard kept.requestDigest == requestDigest else {
        throw Refusal(
          .invalid, "idempotency_key_reused",
          "This Idempotency-Key was used for another request; use a new one for each write.",
          field: "Idempotency-Key")
      }
      return (kept.status, kept.body)
    }
    let answer = try act()
    try IdempotentAnswer(requestDigest: requestDigest, status: answer.status, body: answer.body)
      .keep(key: key, token: token, on: connection)
    return answer
  }
}
