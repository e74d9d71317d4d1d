import Inquiries

/// One place of the public surface, as a page and mostly as data too.
///
/// Reading is strict, so that a place has one address: no percent signs, no
/// double slashes, numbers without sign or leading zero.
enum PublicPlace: Hashable {
  case inquiries
  case inquiry(String)
  case sessions(String)
  case session(String, Int)
  case question(String, Int)
  case findings(String)
  case finding(String, Int)
  case recommendations(String)
  case recommendation(String, Int)
  case report(String)
  case witnesses(String)

  /// Reads what stands after `/inquiries` in an address.
  init?(_ parts: ArraySlice<Substring>) {
    guard let first = parts.first else {
      self = .inquiries
      return
    }
    let slug = String(first)
    guard slug.isSlug, parts.count <= 3 else { return nil }
    let rest = parts.dropFirst()
    guard let noun = rest.first else {
      self = .inquiry(slug)
      return
    }
    let number = rest.dropFirst().first.map(PublicPlace.number)
    switch (noun, number) {
    case ("sessions", nil): self = .sessions(slug)
    case ("sessions", .some(.some(let number))): self = .session(slug, number)
    case ("questions", .some(.some(let number))): self = .question(slug, number)
    case ("findings", nil): self = .findings(slug)
    case ("findings", .some(.some(let number))): self = .finding(slug, number)
    case ("recommendations", nil): self = .recommendations(slug)
    case ("recommendations", .some(.some(let number))): self = .recommendation(slug, number)
    case ("report", nil): self = .report(slug)
    case ("witnesses", nil): self = .witnesses(slug)
    default: return nil
    }
  }

  /// The inquiry it is a place of; `nil` for the list of all.
  var slug: String? {
    switch self {
    case .inquiries: nil
    case .inquiry(let slug), .sessions(let slug), .session(let slug, _), .question(let slug, _),
      .findings(let slug), .finding(let slug, _), .recommendations(let slug),
      .recommendation(let slug, _), .report(let slug), .witnesses(let slug):
      slug
    }
  }

  /// The page's address; the only one it has.
  var address: String {
    switch self {
    case .inquiries: "/"
    case .inquiry(let slug): Address.inquiry(slug)
    case .sessions(let slug): Address.sessions(slug)
    case .session(let slug, let number): Address.session(slug, number)
    case .question(let slug, let number): Address.question(slug, number)
    case .findings(let slug): Address.findings(slug)
    case .finding(let slug, let number): Address.finding(slug, number)
    case .recommendations(let slug): Address.recommendations(slug)
    case .recommendation(let slug, let number): Address.recommendation(slug, number)
    case .report(let slug): Address.report(slug)
    case .witnesses(let slug): Address.witnesses(slug)
    }
  }

  /// The address of the same as data, where it is told as data by itself.
  var dataAddress: String? {
    switch self {
    case .inquiries: "\(PublicTarget.api)/inquiries"
    case .witnesses, .finding: nil
    default: PublicTarget.api + address
    }
  }

  /// A number from 1 on, in at most nine digits, as addresses print it.
  static func number(_ text: some StringProtocol) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "0"),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }
}

extension Address {
  /// Who was heard, session by session and group by group.
  static func witnesses(_ slug: String) -> String {
    "\(inquiry(slug))/witnesses"
  }
}
