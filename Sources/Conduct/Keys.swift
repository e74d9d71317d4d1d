public import Crypto
import Inquiries

/// The secret of an installation, from which each use takes a key of its own.
public struct Keys: Sendable {
  /// For digests of confidential text.
  let text: SymmetricKey
  /// For digests of audit entries.
  let audit: SymmetricKey
  /// For tokens that are issued once and asked for twice.
  let token: SymmetricKey

  public init(secret: SymmetricKey) {
    func derive(_ use: String) -> SymmetricKey {
      HKDF<SHA256>.deriveKey(
        inputKeyMaterial: secret, info: Array("inquiry \(use)".utf8), outputByteCount: 32)
    }
    text = derive("text")
    audit = derive("audit")
    token = derive("token")
  }
}
