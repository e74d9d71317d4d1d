import HTTPTypes
import Hummingbird

/// The headers that every answer of the public surface carries, errors too.
struct PublicHeaders: Sendable {
  private let fields: HTTPFields

  /// - Parameter isSecure: Whether the public reaches the site by HTTPS alone.
  init(isSecure: Bool) {
    var fields: HTTPFields = [
      .contentSecurityPolicy: """
      default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; \
      frame-ancestors 'none'
      """,
      .xContentTypeOptions: "nosniff",
    ]
    // A year, the least that browsers' lists of such sites take.
    if isSecure { fields[.strictTransportSecurity] = "max-age=31536000" }
    let others = [
      ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
    for (name, value) in others {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    self.fields = fields
  }

  /// The headers alone.
  func all(isData: Bool) -> HTTPFields {
    var all = fields
    if isData { all[.accessControlAllowOrigin] = "*" }
    return all
  }

  /// The answer with the headers, whatever it was.
  ///
  /// - Parameter isData: Whether programs on other sites may read it: the API is
  ///   open, and nothing of it depends on who asks.
  func added(to response: Response, isData: Bool) -> Response {
    var response = response
    if isData { response.headers[.accessControlAllowOrigin] = "*" }
    for field in fields { response.headers[field.name] = field.value }
    return response
  }
}
