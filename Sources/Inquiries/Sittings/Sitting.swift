/// Where a sitting stands.
///
/// It says nothing of its record: that a transcript has come stands in
/// ``Sitting/settledOn``.
public enum SittingState: String, CaseIterable, Sendable {
  case planned, held, adjourned, cancelled

  /// The states from which one may come here.
  ///
  /// One that was begun and adjourned goes on; one that was never begun can be
  /// held on its new day or called off. What was held is never called off: its
  /// number is spent.
  public var cameFrom: Set<SittingState> {
    switch self {
    case .planned: []
    case .held: [.planned, .adjourned]
    case .adjourned: [.planned, .held]
    case .cancelled: [.planned, .adjourned]
    }
  }
}

/// What people call a sitting: `P3`, the third that was planned, or `4` or
/// `OS4`, session 4, once it has been held.
public enum SittingHandle: Hashable, Sendable, CustomStringConvertible {
  case plan(Int)
  case session(Int)

  /// Reads `P3`, `OS4` and `4`, in capitals or not.
  public init?(_ text: some StringProtocol) {
    let text = text.uppercased()
    let prefix = text.prefix { !$0.isNumber }
    let digits = text.dropFirst(prefix.count)
    guard (1...9).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(digits), number > 0
    else { return nil }
    switch prefix {
    case "P": self = .plan(number)
    case "", "OS", "S": self = .session(number)
    default: return nil
    }
  }

  public var description: String {
    switch self {
    case .plan(let number): "P\(number)"
    case .session(let number): "OS\(number)"
    }
  }
}

/// A member expected at a sitting.
public struct SittingMember: Hashable, Sendable {
  public let person: Identifier<Person>
  public let name: String
  public let isChair: Bool

  public init(person: Identifier<Person>, name: String, isChair: Bool) {
    self.person = person
    self.name = name
    self.isChair = isChair
  }
}

/// A witness asked to a sitting.
public struct SittingWitness: Hashable, Sendable {
  public let person: Identifier<Person>
  public let name: String
  public let capacity: String
  public let organisation: String

  public init(
    person: Identifier<Person>, name: String, capacity: String, organisation: String
  ) {
    self.person = person
    self.name = name
    self.capacity = capacity
    self.organisation = organisation
  }

  /// Name, role and organisation as a list of witnesses prints them.
  public var inFull: String {
    [name, capacity, organisation].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// A sitting from the agenda on: planned, held, adjourned or cancelled.
public struct Sitting: Hashable, Sendable {
  /// 3 in `P3`; `nil` of a session that was only imported.
  public let plan: Int?
  /// 4 in `OS4`; `nil` until it is held.
  public let number: Int?
  public let state: SittingState
  /// Why it was adjourned or cancelled.
  public let reason: String?
  public let heldOn: Day
  /// The day on which an adjourned one goes on, where that is known.
  public let adjournedUntil: Day?
  public let startsAt: String?
  public let place: String?
  public let hearing: Hearing
  /// The day on which a transcript became its record.
  public let settledOn: Day?
  public let members: [SittingMember]
  public let panels: [[SittingWitness]]
  /// How many lines were logged, those that were struck included.
  public let lineCount: Int
  /// The number that the next question logged would take, provisionally.
  public let nextQuestion: Int
  /// Provisional numbers that two questions bear, such as `Q47`.
  public let questionsTwice: [String]
  /// IANA name of the zone that its times are in.
  public let timeZone: String
  public let revision: Int

  public init(
    plan: Int?, number: Int?, state: SittingState, reason: String?, heldOn: Day,
    adjournedUntil: Day?, startsAt: String?, place: String?, hearing: Hearing, settledOn: Day?,
    members: [SittingMember], panels: [[SittingWitness]], lineCount: Int, nextQuestion: Int,
    questionsTwice: [String] = [], timeZone: String, revision: Int
  ) {
    self.plan = plan
    self.number = number
    self.state = state
    self.reason = reason
    self.heldOn = heldOn
    self.adjournedUntil = adjournedUntil
    self.startsAt = startsAt
    self.place = place
    self.hearing = hearing
    self.settledOn = settledOn
    self.members = members
    self.panels = panels
    self.lineCount = lineCount
    self.nextQuestion = nextQuestion
    self.questionsTwice = questionsTwice
    self.timeZone = timeZone
    self.revision = revision
  }

  /// `P3`, or `OS4` where it was never planned.
  public var handle: String {
    plan.map { "P\($0)" } ?? "OS\(number ?? 0)"
  }

  /// `P3 (OS4)`: both of its names.
  public var inWords: String {
    guard let plan, let number else { return handle }
    return "P\(plan) (OS\(number))"
  }
}
