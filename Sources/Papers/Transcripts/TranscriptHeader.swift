/// What a transcript or note prints before its first turn or point.
public struct TranscriptHeader: Sendable, Equatable {
  /// The word for the stage of the record that the header uses.
  public enum Stage: String, Sendable {
    case corrected
    case uncorrected
  }

  /// The committee, group or inquiry.
  public var committeeName: String?
  /// What the evidence is about.
  public var title: String?
  /// The day of the session.
  public var date: PrintedDay?
  /// When it began.
  public var startTime: PrintedTime?
  /// The paper number, such as `HC 83` or `HC 111-i`.
  public var paperNumber: String?
  /// The number in “Evidence Session No. 7”.
  public var evidenceSessionNumber: Int?
  /// Whether it was heard in public; nil when the header does not say.
  public var isHeardInPublic: Bool?
  /// The first and last question number as printed.
  public var printedRange: ClosedRange<Int>?
  /// The stage that the header names; “uncorrected” anywhere in it decides.
  public var stage: Stage?
  /// Every line that was taken as part of the header, as it stands.
  public var lines: [HeaderLine] = []

  /// Whether the header calls the transcript uncorrected.
  public var isUncorrected: Bool { stage == .uncorrected }

  /// Makes an empty header.
  public init() {}
}

/// A line of the header and what it was taken as.
public struct HeaderLine: Sendable, Equatable {
  /// What a header line is about.
  public enum Field: String, Sendable {
    case committee, title, banner, date, time, members, session, witnesses, examination
    /// Where a sitting is to be, in an agenda.
    case place
    case paperNumber = "paper_number"
    case writtenEvidence = "written_evidence"
    /// “Ordered by the House of Commons to be published on …”
    case order
    /// “Watch the meeting”
    case link
    /// The note on the use of the transcript.
    case use
  }

  /// The line or paragraph, from 1.
  public var line: Int
  /// The line as it stands.
  public var text: String
  /// What it was taken as.
  public var field: Field

  /// Makes a header line.
  public init(line: Int, text: String, field: Field) {
    self.line = line
    self.text = text
    self.field = field
  }
}

/// A calendar day as printed.
public struct PrintedDay: Sendable, Equatable, Hashable {
  public var year: Int
  public var month: Int
  public var day: Int

  /// Makes a day; nil when the calendar has none such.
  public init?(year: Int, month: Int, day: Int) {
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day of the week, Sunday 0, by Sakamoto's method.
  var weekday: Int {
    let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + shift + day) % 7
  }
}

/// A time of day as printed.
public struct PrintedTime: Sendable, Equatable, Hashable {
  public var hour: Int
  public var minute: Int

  /// Makes a time; nil when no clock shows it.
  public init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    self.hour = hour
    self.minute = minute
  }
}

/// A member printed as present.
public struct MemberPresent: Sendable, Equatable {
  /// The name as printed, damage of blanks removed where it is sure.
  public var name: String
  /// Whether the list marks the member as the Chair.
  public var isChair: Bool

  /// Makes a member.
  public init(name: String, isChair: Bool = false) {
    self.name = name
    self.isChair = isChair
  }
}

/// A panel of witnesses.
public struct PanelHeard: Sendable, Equatable {
  /// The place among the panels, from 1.
  public var ordinal: Int
  /// The numeral as printed, such as `II`.
  public var numeral: String?
  /// Who was heard.
  public var witnesses: [WitnessListed]

  /// Makes a panel.
  public init(ordinal: Int, numeral: String? = nil, witnesses: [WitnessListed]) {
    self.ordinal = ordinal
    self.numeral = numeral
    self.witnesses = witnesses
  }
}

/// A witness as listed; the capacity comes from the list and never from a label.
public struct WitnessListed: Sendable, Equatable {
  public var name: String
  public var role: String?
  public var organisation: String?

  /// Makes a witness.
  public init(name: String, role: String? = nil, organisation: String? = nil) {
    self.name = name
    self.role = role
    self.organisation = organisation
  }
}
