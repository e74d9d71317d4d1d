/// How much of one thing rests on another, counted in passages.
public struct EvidenceMatrix: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// Recommendations, and the sources that they are linked to.
    case recommendations
    /// Findings, and the groups of witnesses whose words they rest on.
    case findings
    /// Sources, and the paragraphs of the draft that cite them.
    case sources

    public var title: String {
      switch self {
      case .recommendations: "Recommendations and evidence"
      case .findings: "Findings and groups of witnesses"
      case .sources: "Sources and paragraphs of the draft"
      }
    }
  }

  /// What a row or a column stands for.
  public struct Heading: Hashable, Sendable {
    /// Key, reference, slug or number; unique among its like.
    public let key: String
    public let label: String

    public init(key: String, label: String) {
      self.key = key
      self.label = label
    }
  }

  /// A row and a column that have passages in common. A passage that is linked
  /// with two stances counts under both.
  public struct Cell: Hashable, Sendable {
    /// From 0.
    public let row: Int
    public let column: Int
    /// Passages of affirmed links to sources that stand, by stance.
    public var supports = 0
    public var contrasts = 0
    public var context = 0
    /// Passages of links that wait for a person, or whose source is gone.
    public var waiting = 0
    /// Passages that the paragraph cites.
    public var cited = 0
    /// Sources that the counted passages stand in; those that wait left out.
    public var sources = 0

    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }

    /// `3 supports, 1 contrasts`.
    public var inWords: String {
      [
        (supports, "supports"), (contrasts, "contrasts"), (context, "context"),
        (waiting, "waiting"), (cited, "cited"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
  }

  public let kind: Kind
  public let rows: [Heading]
  public let columns: [Heading]
  /// Those that hold something, by row and column.
  public let cells: [Cell]

  public init(kind: Kind, rows: [Heading], columns: [Heading], cells: [Cell]) {
    self.kind = kind
    self.rows = rows
    self.columns = columns
    self.cells = cells
  }
}

/// What rests on nothing, and what nothing rests on.
public struct EvidenceCoverage: Hashable, Sendable {
  /// A finding or recommendation with the links it has.
  public struct Conclusion: Hashable, Sendable {
    public let isFinding: Bool
    public let key: String
    public let number: Int?
    public let paragraph: Int?
    /// Affirmed links to sources that stand, by stance.
    public var supports = 0
    public var contrasts = 0
    public var context = 0
    public var waiting = 0
    /// Sources that those which support it stand in.
    public var sources = 0

    public init(isFinding: Bool, key: String, number: Int?, paragraph: Int?) {
      self.isFinding = isFinding
      self.key = key
      self.number = number
      self.paragraph = paragraph
    }
  }

  /// A source, and how many of its passages are used.
  public struct Source: Hashable, Sendable {
    public let reference: String
    public let title: String
    public let kind: SourceKind
    public let state: SourceState
    public let passageCount: Int
    public var citedCount = 0
    public var linkedCount = 0

    public init(
      reference: String, title: String, kind: SourceKind, state: SourceState, passageCount: Int
    ) {
      self.reference = reference
      self.title = title
      self.kind = kind
      self.state = state
      self.passageCount = passageCount
    }

    public var isUsed: Bool { citedCount + linkedCount > 0 }
  }

  /// A group of witnesses, and how many of its passages are used.
  public struct Group: Hashable, Sendable {
    public let name: String
    public let sourceCount: Int
    public var usedCount = 0

    public init(name: String, sourceCount: Int) {
      self.name = name
      self.sourceCount = sourceCount
    }
  }

  public let conclusions: [Conclusion]
  public let sources: [Source]
  public let groups: [Group]

  public init(conclusions: [Conclusion], sources: [Source], groups: [Group]) {
    self.conclusions = conclusions
    self.sources = sources
    self.groups = groups
  }
}
