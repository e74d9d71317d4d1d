import Inquiries

/// What a request to the public surface asks for.
enum PublicTarget: Hashable {
  static let api = "/api/public/v1"

  case page(PublicPlace)
  case data(PublicPlace)
  /// A stretch of all published passages of an inquiry, as data.
  case passages(String)
  case asset(String)
  case accessibility
  /// An address that is right but for its last slash.
  case moved(String)
  case nowhere

  /// - Parameter path: As it was sent, without its query.
  init(path: String) {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)[...]
    guard parts.popFirst() == "" else {
      self = .nowhere
      return
    }
    self = PublicTarget.read(parts) ?? .nowhere
    guard self == .nowhere, parts.last == "", parts.count > 1,
      let meant = PublicTarget.read(parts.dropLast())?.address
    else { return }
    self = .moved(meant)
  }

  private static func read(_ parts: ArraySlice<Substring>) -> PublicTarget? {
    switch parts.first {
    case "" where parts.count == 1: return .page(.inquiries)
    case "accessibility" where parts.count == 1: return .accessibility
    case "assets" where parts.count == 2: return parts.last.map { .asset(String($0)) }
    case "inquiries" where parts.count == 1: return .moved(PublicPlace.inquiries.address)
    case "inquiries": return PublicPlace(parts.dropFirst()).map(readPage)
    case "api": return readData(parts)
    default: return nil
    }
  }

  private static func readPage(_ place: PublicPlace) -> PublicTarget {
    guard case .paragraph(let slug, let reference, let number) = place else { return .page(place) }
    // A paragraph is read among the others, with what was made of it beside it.
    let printed = ParagraphNumber(number)
    return .moved(Address.place(slug, .paragraphs(reference, printed...printed), session: nil))
  }

  private static func readData(_ parts: ArraySlice<Substring>) -> PublicTarget? {
    guard parts.starts(with: ["api", "public", "v1", "inquiries"]) else { return nil }
    let rest = parts.dropFirst(4)
    if rest.count == 2, rest.last == "passages", let slug = rest.first.map(String.init), slug.isSlug
    {
      return .passages(slug)
    }
    guard let place = PublicPlace(rest), place.dataAddress != nil else { return nil }
    return .data(place)
  }

  private var address: String? {
    switch self {
    case .page(let place): place.address
    case .data(let place): place.dataAddress
    case .passages(let slug): "\(PublicTarget.api)\(Address.inquiry(slug))/passages"
    case .accessibility: "/accessibility"
    case .asset, .moved, .nowhere: nil
    }
  }

  /// Whether the surface answers for `path`, be there anything or not.
  static func covers(_ path: String) -> Bool {
    path == "/" || path.isEmpty
      || ["/inquiries", "/assets", "/accessibility", "/api/public"].contains {
        path == $0 || path.hasPrefix($0 + "/")
      }
  }

  /// Whether an error at `path` is told as data.
  static func isData(_ path: String) -> Bool {
    path == "/api" || path.hasPrefix("/api/")
  }
}
