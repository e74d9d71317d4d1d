/// Tags counted against witness groups or against each other, sources and
/// passages apart: forty passages of one source are still one source.
public struct TagMatrix: Hashable, Sendable {
  /// A tag, or a group of witnesses.
  public struct Line: Hashable, Sendable {
    /// Key of a tag, slug of a group; `(none)` for passages of no group.
    public let key: String
    public let name: String
    public let sources: Int
    public let passages: Int

    public init(key: String, name: String, sources: Int, passages: Int) {
      self.key = key
      self.name = name
      self.sources = sources
      self.passages = passages
    }
  }

  public struct Cell: Hashable, Sendable {
    public let row: String
    public let column: String
    public let sources: Int
    public let passages: Int

    public init(row: String, column: String, sources: Int, passages: Int) {
      self.row = row
      self.column = column
      self.sources = sources
      self.passages = passages
    }
  }

  public let rows: [Line]
  public let columns: [Line]
  /// Those that are not empty; of two tags the pair stands once.
  public let cells: [Cell]

  public init(rows: [Line], columns: [Line], cells: [Cell]) {
    self.rows = rows
    self.columns = columns
    self.cells = cells
  }
}

/// How far two people put the same tags on the same passages.
public struct TagAgreement: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    /// Key of the tag.
    public let key: String
    public let name: String
    /// Passages that both, one or neither of them put it on.
    public let both: Int
    public let onlyFirst: Int
    public let onlySecond: Int
    public let neither: Int
    /// Krippendorff's alpha to three decimals; `nil` where it is not defined.
    public let alpha: String?

    public init(
      key: String, name: String, both: Int, onlyFirst: Int, onlySecond: Int, neither: Int,
      alpha: String?
    ) {
      self.key = key
      self.name = name
      self.both = both
      self.onlyFirst = onlyFirst
      self.onlySecond = onlySecond
      self.neither = neither
      self.alpha = alpha
    }
  }

  /// A passage on which one put a tag and the other did not.
  public struct Disagreement: Hashable, Sendable {
    public let locator: String
    /// Key of the tag.
    public let tag: String
    /// Who put it on.
    public let tagger: String

    public init(locator: String, tag: String, tagger: String) {
      self.locator = locator
      self.tag = tag
      self.tagger = tagger
    }
  }

  public let first: String
  public let second: String
  /// References of the sources in which both put tags; all their passages are the
  /// units that are compared.
  public let sources: [String]
  public let unitCount: Int
  public let tags: [Line]
  /// In the order of the passages, as many as were asked for.
  public let disagreements: [Disagreement]

  public init(
    first: String, second: String, sources: [String], unitCount: Int, tags: [Line],
    disagreements: [Disagreement]
  ) {
    self.first = first
    self.second = second
    self.sources = sources
    self.unitCount = unitCount
    self.tags = tags
    self.disagreements = disagreements
  }
}

/// What came of a codebook or project that was read from a file.
public struct CodebookImport: Hashable, Sendable {
  /// Keys of tags that are new, that were changed, and how many are as they were.
  public let added: [String]
  public let changed: [String]
  /// What of each that was changed, such as `early-help: name, example`.
  public let changes: [String]
  public let unchangedCount: Int
  /// Tags put on passages, and those that were there.
  public let appliedCount: Int
  public let appliedBefore: Int
  /// What the file holds that has no place here, a sentence each.
  public let leftOut: [String]

  public init(
    added: [String], changed: [String], changes: [String], unchangedCount: Int,
    appliedCount: Int, appliedBefore: Int, leftOut: [String]
  ) {
    self.added = added
    self.changed = changed
    self.changes = changes
    self.unchangedCount = unchangedCount
    self.appliedCount = appliedCount
    self.appliedBefore = appliedBefore
    self.leftOut = leftOut
  }
}
