/// What was corrected in a passage: its words, by a further version, or what
/// stands beneath them.
public struct Correction: Hashable, Sendable {
  /// - SeeAlso: The guide for witnesses of select committees: what alters the
  ///   sense of an answer is a footnote or supplementary evidence.
  public enum Kind: String, CaseIterable, Sendable {
    /// It was not said so.
    case misreport
    /// It was said so and is wrong.
    case fact
    /// A note beneath the answer, whose words stay.
    case footnote
    /// A written submission that adds to the answer, whose words stay.
    case supplementary

    /// Whether the words change.
    public var changesWords: Bool {
      self == .misreport || self == .fact
    }

    /// As a reader is told.
    public var inWords: String {
      switch self {
      case .misreport: "misreporting"
      case .fact: "a fact"
      case .footnote: "footnote"
      case .supplementary: "supplementary evidence"
      }
    }
  }

  public let id: Int64
  public let kind: Kind
  public let on: Day
  /// Number of the version that it made; `nil` for what leaves the words.
  public let version: Int?
  /// Whether words had to go, so that no earlier version is public.
  public let isRemoval: Bool
  /// Why they had to.
  public let reason: String?
  public let footnote: String?
  /// Reference of the submission that adds to the answer.
  public let supplement: String?

  public init(
    id: Int64, kind: Kind, on: Day, version: Int?, isRemoval: Bool, reason: String?,
    footnote: String?, supplement: String?
  ) {
    self.id = id
    self.kind = kind
    self.on = on
    self.version = version
    self.isRemoval = isRemoval
    self.reason = reason
    self.footnote = footnote
    self.supplement = supplement
  }
}

/// A correction with the passage it was made in, as staff see it.
public struct CorrectionEntry: Hashable, Sendable {
  public let locator: String
  public let correction: Correction
  /// The words before and after; `nil` for what leaves them.
  public let before: String?
  public let after: String?
  /// Name of the corrected file it came in; `nil` for one that was typed.
  public let fileName: String?
  /// Who recorded it; `nil` for the machine's operator.
  public let staff: String?
  /// Day on which a footnote or supplement was taken away again.
  public let removedOn: Day?
  public let revision: Int

  public init(
    locator: String, correction: Correction, before: String?, after: String?, fileName: String?,
    staff: String?, removedOn: Day?, revision: Int
  ) {
    self.locator = locator
    self.correction = correction
    self.before = before
    self.after = after
    self.fileName = fileName
    self.staff = staff
    self.removedOn = removedOn
    self.revision = revision
  }
}

/// What the newest corrected file of a record says otherwise than the record does.
public struct LeftByCorrection: Hashable, Sendable {
  /// A passage that has its place in the file and reads otherwise there: its question was
  /// left when the file came, or the record was corrected since.
  public struct Differing: Hashable, Sendable {
    public let locator: String
    public let speaker: String?
    /// The words that stand.
    public let inRecord: String
    public let inFile: String

    public init(locator: String, speaker: String?, inRecord: String, inFile: String) {
      self.locator = locator
      self.speaker = speaker
      self.inRecord = inRecord
      self.inFile = inFile
    }
  }

  public let reference: String
  public let fileName: String
  public let stage: Stage
  /// What still cannot be placed.
  public let misfits: [RecordDifference.Misfit]
  public let differing: [Differing]
  /// Footnotes of the file that stand nowhere in the record.
  public let footnotes: [String]

  public init(
    reference: String, fileName: String, stage: Stage, misfits: [RecordDifference.Misfit],
    differing: [Differing], footnotes: [String]
  ) {
    self.reference = reference
    self.fileName = fileName
    self.stage = stage
    self.misfits = misfits
    self.differing = differing
    self.footnotes = footnotes
  }

  /// Whether the record says all that the file does.
  public var isNothing: Bool {
    misfits.isEmpty && differing.isEmpty && footnotes.isEmpty
  }
}

/// What a corrected file changes, or has changed, in a record.
public struct RecordDifference: Hashable, Sendable {
  /// A passage with new words.
  public struct Changed: Hashable, Sendable {
    public let locator: String
    public let speaker: String?
    /// Number of the new version.
    public let version: Int
    public let before: String
    public let after: String
    public let carried: Int
    public let suspect: Int

    public init(
      locator: String, speaker: String?, version: Int, before: String, after: String,
      carried: Int, suspect: Int
    ) {
      self.locator = locator
      self.speaker = speaker
      self.version = version
      self.before = before
      self.after = after
      self.carried = carried
      self.suspect = suspect
    }
  }

  /// What cannot be placed for sure.
  public struct Misfit: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
      case added, gone, split, joined, unclear
      case otherSpeaker = "other_speaker"
    }

    public let kind: Kind
    /// Where in the record; of what was added, the passage before it.
    public let locator: String?
    /// Line of the file, where it is there.
    public let line: Int?
    public let sentence: String

    public init(kind: Kind, locator: String?, line: Int?, sentence: String) {
      self.kind = kind
      self.locator = locator
      self.line = line
      self.sentence = sentence
    }
  }

  public let reference: String
  public let fileName: String
  /// Whether this file was taken in before, so that nothing was changed.
  public let wasReceivedBefore: Bool
  public let kind: Correction.Kind
  /// How far the record has come then.
  public let stage: Stage
  /// How many passages read the same in both.
  public let unchanged: Int
  public let changed: [Changed]
  /// How many footnotes of the file did not stand before.
  public let footnotes: Int
  public let misfits: [Misfit]
  /// Passages beside those, in questions that are left as they stand, which read otherwise
  /// in the file.
  public let differing: [LeftByCorrection.Differing]
  /// Lines of the file that belong to nothing known.
  public let unplaced: [UnplacedLine]
  /// What the header of the file says otherwise than the record, and what its reader
  /// remarked, in sentences.
  public let remarks: [String]
  public let revision: Int

  public init(
    reference: String, fileName: String, wasReceivedBefore: Bool, kind: Correction.Kind,
    stage: Stage, unchanged: Int, changed: [Changed], footnotes: Int, misfits: [Misfit],
    differing: [LeftByCorrection.Differing], unplaced: [UnplacedLine], remarks: [String],
    revision: Int
  ) {
    self.reference = reference
    self.fileName = fileName
    self.wasReceivedBefore = wasReceivedBefore
    self.kind = kind
    self.stage = stage
    self.unchanged = unchanged
    self.changed = changed
    self.footnotes = footnotes
    self.misfits = misfits
    self.differing = differing
    self.unplaced = unplaced
    self.remarks = remarks
    self.revision = revision
  }
}
