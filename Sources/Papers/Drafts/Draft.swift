public import Inquiries

/// One version of a report as its author wrote it, read and not rewritten.
///
/// The bytes are kept; everything else points into them. Ranges are of bytes,
/// end exclusive, and lines count from 1.
public struct Draft: Hashable, Sendable {
  /// What stands between the first two `---`.
  public struct Header: Hashable, Sendable {
    public let title: String
    /// Slug of the inquiry it reports on.
    public let inquiry: String
    /// The version it was edited from; `nil` for the first.
    public let base: Int?

    public init(title: String, inquiry: String, base: Int?) {
      self.title = title
      self.inquiry = inquiry
      self.base = base
    }
  }

  public let bytes: [UInt8]
  public let header: Header
  /// The header, blanks and blocks one after another without a gap: put
  /// together they are ``bytes`` again.
  public let pieces: [DraftPiece]
  public let blocks: [DraftBlock]

  /// Every citation of the draft, in order.
  public var citations: [DraftCitation] {
    blocks.flatMap(\.citations)
  }

  /// The block that carries `key`, if one does.
  public func block(withKey key: String) -> DraftBlock? {
    blocks.first { $0.key == key }
  }
}

/// What one block of a draft is.
public enum DraftBlockKind: Hashable, Sendable {
  case heading(level: Int)
  case paragraph
  case finding
  case conclusion
  case recommendation
  /// A list, quotation, table, code or note that goes on from the paragraph
  /// before it and has no number of its own.
  case continuation

  /// The class of the fenced div that makes such a block, as `finding`.
  public var divClass: String? {
    switch self {
    case .finding: "finding"
    case .conclusion: "conclusion"
    case .recommendation: "recommendation"
    case .heading, .paragraph, .continuation: nil
    }
  }

  init?(divClass: some StringProtocol) {
    switch divClass {
    case "finding": self = .finding
    case "conclusion": self = .conclusion
    case "recommendation": self = .recommendation
    default: return nil
    }
  }
}

/// One block of a draft.
public struct DraftBlock: Hashable, Sendable {
  /// Place among the blocks, from 0.
  public let ordinal: Int
  public let kind: DraftBlockKind
  /// The permanent name of a finding, conclusion or recommendation.
  public let key: String?
  public let line: Int
  /// All its bytes, the fences of a div with them.
  public let range: Range<Int>
  /// The bytes that are its words: within the fences, after the `#`.
  public let contentRange: Range<Int>
  /// Its words in Markdown, with lines ended by `\n` and none at the end.
  public let text: String
  /// Its number, run on through the draft; `nil` for headings and continuations.
  public let paragraphNumber: Int?
  /// Its number among the findings, the conclusions or the recommendations.
  public let number: Int?
  /// The headings it stands under, outermost first.
  public let section: [String]
  public let citations: [DraftCitation]
}

/// One citation as an author wrote it.
public struct DraftCitation: Hashable, Sendable {
  /// One of the things cited between two `;`.
  public struct Item: Hashable, Sendable {
    /// What the author wrote between two `;`, blanks evened out.
    public let text: String
    /// Words before the reference, such as `see`.
    public let prefix: String
    /// The place meant, or why it cannot be read.
    public let reading: Result<Locator, LocatorFailure>
    /// Whether it was written `-@`, which means nothing here and is kept.
    public let isAuthorless: Bool
    /// The words meant, where the reference ends with them: `[@Q45, "first … last"]`.
    public var words: String?
  }

  public let range: Range<Int>
  public let line: Int
  /// The author's bytes, brackets and all.
  public let text: String
  public let items: [Item]
}
