/// One block of a report.
public struct ReportBlock: Hashable, Sendable {
  /// What it is, as programs read it.
  public enum Kind: String, CaseIterable, Sendable {
    case heading, paragraph, finding, conclusion, recommendation, continuation

    /// The type in words, where it is printed: `Finding`.
    public var title: String? {
      switch self {
      case .finding: "Finding"
      case .conclusion: "Conclusion"
      case .recommendation: "Recommendation"
      case .heading, .paragraph, .continuation: nil
      }
    }
  }

  public let ordinal: Int
  public let kind: Kind
  /// 1 to 6 for headings.
  public let level: Int?
  public let key: String?
  public let paragraphNumber: Int?
  /// Its number among the findings, conclusions or recommendations.
  public let number: Int?
  /// The author's Markdown; citations stand where their ranges say.
  public let markdown: String
  /// The same as HTML we made, with a ``ReportDocument/slot(_:)`` for each
  /// citation; of a heading only what stands within the tags.
  public let html: String
  public let citations: [ReportCitation]

  public init(
    ordinal: Int, kind: Kind, level: Int?, key: String?, paragraphNumber: Int?, number: Int?,
    markdown: String, html: String, citations: [ReportCitation]
  ) {
    self.ordinal = ordinal
    self.kind = kind
    self.level = level
    self.key = key
    self.paragraphNumber = paragraphNumber
    self.number = number
    self.markdown = markdown
    self.html = html
    self.citations = citations
  }

  /// What stands beneath the answers that it cites, each once.
  public var footnotes: [CitedFootnote] {
    var footnotes: [CitedFootnote] = []
    for passage in citations.flatMap(\.items).flatMap(\.passages) {
      for words in passage.footnotes {
        let footnote = CitedFootnote(reference: passage.reference, words: words)
        if !footnotes.contains(footnote) { footnotes.append(footnote) }
      }
    }
    return footnotes
  }

  /// Where it stands on the page: `recommendation-4`, `para-12`.
  public var anchor: String? {
    if let number, kind.title != nil { return "\(kind.rawValue)-\(number)" }
    return paragraphNumber.map { "para-\($0)" }
  }
}

/// A footnote beneath an answer, printed where the answer is cited.
public struct CitedFootnote: Hashable, Sendable {
  /// `Q45+2`.
  public let reference: String
  public let words: String

  public init(reference: String, words: String) {
    self.reference = reference
    self.words = words
  }

  /// `Footnote to Q45+2: The figure was published in March.`
  public var inWords: String {
    "Footnote to \(reference): \(words)"
  }
}

/// One citation of a report.
public struct ReportCitation: Hashable, Sendable {
  /// Place among the report's citations, from 0; the number of its slot.
  public let ordinal: Int
  /// Its bytes in the block's Markdown, as UTF-8.
  public let range: Range<Int>
  /// What the author wrote, brackets and all.
  public let text: String
  public let items: [Item]

  /// One of the things cited.
  public struct Item: Hashable, Sendable {
    /// `; ` or `, `; empty for the first.
    public let separator: String
    /// The author's words before it, such as `see`.
    public let prefix: String
    /// What the author wrote after `@`, evened out; `nil` when unreadable.
    public let locator: String?
    /// The form in which it is printed; what the author wrote where there is a
    /// problem.
    public let printed: String
    public let href: String?
    public let passages: [PinnedPassage]
    /// Why it cannot be printed as a citation, in a sentence.
    public let problem: String?

    public init(
      separator: String, prefix: String, locator: String?, printed: String, href: String?,
      passages: [PinnedPassage], problem: String?
    ) {
      self.separator = separator
      self.prefix = prefix
      self.locator = locator
      self.printed = printed
      self.href = href
      self.passages = passages
      self.problem = problem
    }
  }

  public init(ordinal: Int, range: Range<Int>, text: String, items: [Item]) {
    self.ordinal = ordinal
    self.range = range
    self.text = text
    self.items = items
  }

  /// The brackets it is printed in: square ones, round ones where a name in
  /// square ones stands within.
  public var brackets: (open: String, close: String) {
    items.contains { $0.printed.utf8.contains(UInt8(ascii: "[")) } ? ("(", ")") : ("[", "]")
  }
}

/// One passage at the version that a citation was made of.
public struct PinnedPassage: Hashable, Sendable {
  /// `Q45`, `Q45+2`, `OS6, point 3`.
  public let reference: String
  /// Where it can be read.
  public let address: String
  public let version: Int
  /// What stands beneath it, in order.
  public let footnotes: [String]
  /// Whether other words stand in its place since; the address is of its version then.
  public let isSuperseded: Bool

  public init(
    reference: String, address: String, version: Int, footnotes: [String] = [],
    isSuperseded: Bool = false
  ) {
    self.isSuperseded = isSuperseded
    self.reference = reference
    self.address = address
    self.version = version
    self.footnotes = footnotes
  }
}
