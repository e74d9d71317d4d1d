/// What the receipt of a submission read, issued and left over.
public struct SubmissionReport: Hashable, Sendable {
  /// The reference it has, or would have.
  public let reference: String
  /// True when the same file had been received before from the same people; nothing
  /// was changed.
  public let wasReceivedBefore: Bool
  /// Who sent it, in the order in which they signed.
  public let submitters: [Witness]
  public let submitterKind: WrittenSubmission.SubmitterKind
  public let sequenceKind: WrittenSubmission.SequenceKind
  public let supplements: String?
  public let call: String?
  public let receivedOn: Day
  /// The day that the paper itself prints.
  public let datedOn: Day?
  /// `undecided` when it came after the closing day of its call.
  public let late: WrittenSubmission.Lateness
  /// Paragraphs that can be cited by a number.
  public let paragraphCount: Int
  /// Whether the numbers are those of the paper; else they were issued.
  public let areNumbersPrinted: Bool
  /// References of submissions with the same words, the first twenty.
  public let duplicates: [String]
  public let unplaced: [UnplacedLine]
  /// What a clerk should look at, a sentence each.
  public let remarks: [String]
  /// Whether this is what would happen: nothing was changed.
  public var isDryRun = false

  public init(
    reference: String, wasReceivedBefore: Bool, submitters: [Witness],
    submitterKind: WrittenSubmission.SubmitterKind, sequenceKind: WrittenSubmission.SequenceKind,
    supplements: String?, call: String?, receivedOn: Day, datedOn: Day?,
    late: WrittenSubmission.Lateness, paragraphCount: Int, areNumbersPrinted: Bool,
    duplicates: [String], unplaced: [UnplacedLine], remarks: [String]
  ) {
    self.reference = reference
    self.wasReceivedBefore = wasReceivedBefore
    self.submitters = submitters
    self.submitterKind = submitterKind
    self.sequenceKind = sequenceKind
    self.supplements = supplements
    self.call = call
    self.receivedOn = receivedOn
    self.datedOn = datedOn
    self.late = late
    self.paragraphCount = paragraphCount
    self.areNumbersPrinted = areNumbersPrinted
    self.duplicates = duplicates
    self.unplaced = unplaced
    self.remarks = remarks
  }
}

/// All that staff see of a submission without reading its words.
public struct SubmissionDetail: Hashable, Sendable {
  public let submission: WrittenSubmission
  /// Who sent it, by name, with what each agreed to.
  public let contributions: [Contribution]
  public let paragraphCount: Int
  public let omissions: [Omission]
  public let decisions: [DecisionTaken]

  public init(
    submission: WrittenSubmission, contributions: [Contribution], paragraphCount: Int,
    omissions: [Omission], decisions: [DecisionTaken]
  ) {
    self.submission = submission
    self.contributions = contributions
    self.paragraphCount = paragraphCount
    self.omissions = omissions
    self.decisions = decisions
  }
}

/// Words that the public sees as `[***]`: where, and under which decision.
/// Which words they are is told by the record alone.
public struct Omission: Hashable, Sendable {
  /// What stands in the place of omitted words.
  public static let mark = "[***]"

  /// `CTI0008, para 4`; the reference alone for a passage without a number.
  public let locator: String
  public let decision: DecisionTaken

  public init(locator: String, decision: DecisionTaken) {
    self.locator = locator
    self.decision = decision
  }

  /// A text with these spans of code points left out, each visibly.
  public static func apply(_ spans: [Range<Int>], to text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for span in spans.sorted(by: { $0.lowerBound > $1.lowerBound })
    where span.lowerBound >= 0 && span.upperBound <= scalars.count {
      scalars.replaceSubrange(span, with: mark.unicodeScalars)
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

/// A decision as it stands on record.
public struct DecisionTaken: Hashable, Sendable {
  /// What it was for, such as `publish`.
  public let act: String
  public let on: Day
  public let by: String
  public let reason: String?

  public init(act: String, on: Day, by: String, reason: String?) {
    self.act = act
    self.on = on
    self.by = by
    self.reason = reason
  }
}
