/// An earlier report, law, statistics or analysis that an inquiry works with.
public struct Document: Hashable, Sendable {
  /// What sort of document it is.
  public enum Kind: String, CaseIterable, Sendable {
    case report, law, statistics, analysis, other

    public var title: String {
      switch self {
      case .report: "Report"
      case .law: "Law"
      case .statistics: "Statistics"
      case .analysis: "Analysis"
      case .other: "Document"
      }
    }
  }

  /// What is said of it beside its words.
  public struct Facts: Hashable, Sendable {
    /// What it is called where it is cited: `Munro Review, 2011`.
    public let title: String
    public let kind: Kind
    /// Who wrote it, a person or a body.
    public let author: String
    /// When it appeared, where it is known.
    public let year: Int?
    /// The day, where more than the year is known.
    public let datedOn: Day?
    /// Where it can be read on the web.
    public let address: String?
    /// The whole reference as it is cited.
    public let fullReference: String
    /// What it is written in: a tag of BCP 47 such as `cy`.
    public let language: String

    /// - Parameter fullReference: Made of the other facts when `nil`.
    public init(
      title: String, kind: Kind, author: String, year: Int? = nil, datedOn: Day? = nil,
      address: String? = nil, fullReference: String? = nil, language: String = "en"
    ) {
      self.title = title
      self.kind = kind
      self.author = author
      self.year = year ?? datedOn?.year
      self.datedOn = datedOn
      self.address = address
      self.language = language
      let when = datedOn?.inWords ?? year.map { "\($0)" }
      self.fullReference =
        fullReference ?? [author, title, when, address].compactMap { $0 }.joined(separator: ", ")
    }

    /// - Throws: ``Refusal`` `document_form` for what no document can have.
    public func check() throws(Refusal) {
      for (name, text) in [("title", title), ("author", author)] {
        guard text.isVisible, text.count <= 300, !text.contains(where: \.isNewline) else {
          throw Facts.wrong(name, "is 1 to 300 visible characters on one line")
        }
      }
      guard fullReference.isVisible, fullReference.count <= 3_000 else {
        throw Facts.wrong("fullReference", "is 1 to 3000 visible characters")
      }
      if let year, !(1_000...9_999).contains(year) {
        throw Facts.wrong("year", "has four digits")
      }
      if let datedOn, datedOn.year != year {
        throw Facts.wrong("year", "is that of the day, \(datedOn.inWords), or left out")
      }
      guard language.wholeMatch(of: #/[a-z]{2,3}(-[A-Za-z0-9]{2,8})*/#) != nil else {
        throw Facts.wrong("language", "is a language tag such as en or cy")
      }
      guard let address else { return }
      guard address.hasPrefix("https://") || address.hasPrefix("http://"),
        address.count <= 2_000, !address.contains(where: \.isWhitespace)
      else { throw Facts.wrong("address", "begins with https:// or http://, without blanks") }
    }

    private static func wrong(_ field: String, _ what: String) -> Refusal {
      Refusal(.invalid, "document_form", "The \(field) of a document \(what).", field: field)
    }
  }

  /// `D3`
  public let reference: String
  public let state: SourceState
  public let facts: Facts
  /// Whether it is only referred to: no file of it is held.
  public let isExternal: Bool
  /// Paragraphs that can be cited by a number.
  public let paragraphCount: Int
  /// The last page on which a paragraph begins; `nil` where the file has none.
  public let pageCount: Int?
  /// `nil` on the public side.
  public let receivedOn: Day?
  public let publishedOn: Day?
  public let revision: Int

  public init(
    reference: String, state: SourceState, facts: Facts, isExternal: Bool, paragraphCount: Int,
    pageCount: Int?, receivedOn: Day?, publishedOn: Day?, revision: Int
  ) {
    self.reference = reference
    self.state = state
    self.facts = facts
    self.isExternal = isExternal
    self.paragraphCount = paragraphCount
    self.pageCount = pageCount
    self.receivedOn = receivedOn
    self.publishedOn = publishedOn
    self.revision = revision
  }
}

/// What the receipt of a document read, issued and left over.
public struct DocumentReport: Hashable, Sendable {
  /// As it stands, or would stand.
  public let document: Document
  /// True when the same file had been received before; nothing was changed.
  public let wasReceivedBefore: Bool
  /// Whether the numbers are those of the document; else they were issued.
  public let areNumbersPrinted: Bool
  public let unplaced: [UnplacedLine]
  /// What a clerk should look at, a sentence each.
  public let remarks: [String]

  public init(
    document: Document, wasReceivedBefore: Bool, areNumbersPrinted: Bool,
    unplaced: [UnplacedLine], remarks: [String]
  ) {
    self.document = document
    self.wasReceivedBefore = wasReceivedBefore
    self.areNumbersPrinted = areNumbersPrinted
    self.unplaced = unplaced
    self.remarks = remarks
  }
}
