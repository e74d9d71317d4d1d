/// A rule said no: nothing was done, and a person is told why and what to do.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of no it is; each surface has its own word for it.
  public enum Kind: String, Sendable {
    /// What was sent cannot be read or breaks a rule about its form.
    case invalid
    /// The actor is not known, or not allowed to.
    case unauthenticated, forbidden
    /// There is no such thing.
    case notFound
    /// There was such a thing; its tombstone says why it went.
    case gone
    /// It does not fit the state that the record is in now.
    case conflict
    /// It was read at an earlier revision than the present one.
    case stale
    /// It is larger than this installation takes.
    case tooLarge
    /// Too much is being done already; a little later it will go.
    case busy
  }

  public let kind: Kind
  /// Stable, in snake case; documented in `config/errors.md`.
  public let code: String
  /// One plain sentence that names the place and the remedy.
  public let message: String
  /// The field, option or file that is meant.
  public let field: String?
  /// Of what is stale, the revision that it is at now.
  public let revision: Int?

  public init(
    _ kind: Kind, _ code: String, _ message: String, field: String? = nil, revision: Int? = nil
  ) {
    self.kind = kind
    self.code = code
    self.message = message
    self.field = field
    self.revision = revision
  }

  public var description: String {
    "\(message) (\(code))"
  }
}
