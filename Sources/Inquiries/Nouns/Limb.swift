/// One ask of a recommendation: its words, whom it asks, and until when.
public struct Limb: Hashable, Sendable {
  /// Permanent within its recommendation.
  public let number: Int
  /// Its words, as the person who confirmed it saw them.
  public let words: String
  /// Where they stand in the plain words of the recommendation as the newest
  /// draft has them; `nil` where they are not found there, or more than once.
  public let place: Range<Int>?
  /// What is to be done, in short.
  public let act: String
  public let addressees: [Addressee]
  /// `nil` where the recommendation says nothing of the time.
  public let deadline: Deadline?
  public let status: LimbStatus
  /// Who confirmed it.
  public let confirmedBy: String

  public init(
    number: Int, words: String, place: Range<Int>?, act: String, addressees: [Addressee],
    deadline: Deadline?, status: LimbStatus, confirmedBy: String
  ) {
    self.number = number
    self.words = words
    self.place = place
    self.act = act
    self.addressees = addressees
    self.deadline = deadline
    self.status = status
    self.confirmedBy = confirmedBy
  }

  /// Who is asked to act first; `nil` where nobody is, or nobody leads.
  public var lead: Addressee? {
    addressees.count == 1 ? addressees[0] : addressees.first(where: \.isLead)
  }
}

/// How far a limb holds.
public enum LimbStatus: String, CaseIterable, Sendable {
  /// A person answers for it, and the recommendation's words are as they were.
  case confirmed
  /// The words of the recommendation changed; a person must look again.
  case suspect
}

/// Somebody whom a limb asks to act.
public struct Addressee: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case government, minister, department, regulator
    /// A committee of Parliament, which the Government does not answer for.
    case parliamentaryCommittee = "parliamentary-committee"
    case localAuthorities = "local-authorities"
    case publicBody = "public-body"
    case other
  }

  public let name: String
  public let kind: Kind
  public let isLead: Bool

  public init(name: String, kind: Kind, isLead: Bool) {
    self.name = name
    self.kind = kind
    self.isLead = isLead
  }
}

/// Until when a limb is to be done.
public struct Deadline: Hashable, Sendable {
  public enum Clock: Hashable, Sendable {
    /// No day can be had from it, such as “urgently”.
    case vague
    case day(Day)
    /// So long after an event, which starts the clock when it is logged.
    case event(AwaitedEvent, after: Period)
  }

  /// What the recommendation says of the time.
  public let words: String
  public let clock: Clock

  public init(words: String, clock: Clock) {
    self.words = words
    self.clock = clock
  }

  /// The day on which it is due; `nil` where it is vague, or its event has not
  /// been logged.
  public var dueOn: Day? {
    switch clock {
    case .vague: nil
    case .day(let day): day
    case .event(let event, let period): event.happenedOn.flatMap(period.after)
    }
  }

  public var kind: Kind {
    switch clock {
    case .vague: .vague
    case .day: .day
    case .event: .event
    }
  }

  public enum Kind: String, CaseIterable, Sendable {
    case vague, day, event
  }
}

/// An event that a deadline waits for, such as the next Budget.
public struct AwaitedEvent: Hashable, Sendable {
  /// Permanent.
  public let key: String
  public let name: String
  /// `nil` until somebody logs it.
  public let happenedOn: Day?
  /// Where it says that it happened then.
  public let source: String?
  public let loggedBy: String?
  public let revision: Int

  public init(
    key: String, name: String, happenedOn: Day?, source: String?, loggedBy: String?, revision: Int
  ) {
    self.key = key
    self.name = name
    self.happenedOn = happenedOn
    self.source = source
    self.loggedBy = loggedBy
    self.revision = revision
  }
}

/// A length of time by the calendar.
public struct Period: Hashable, Sendable {
  public let months: Int
  public let days: Int

  public init(months: Int = 0, days: Int = 0) {
    self.months = months
    self.days = days
  }

  /// The day that lies so long after another: months first, and of a month that
  /// is too short its last day. `nil` beyond the calendar.
  ///
  /// - SeeAlso: Dodds v Walker [1981] 1 WLR 1027, on the corresponding date.
  public func after(_ day: Day) -> Day? {
    let month = day.year * 12 + day.month - 1 + months
    let shifted = (0...3).lazy.compactMap {
      Day(year: month / 12, month: month % 12 + 1, day: day.day - $0)
    }.first
    guard let shifted, case let days = shifted.daysSince1970 + days, days <= Period.lastDay else {
      return nil
    }
    return Day(daysSince1970: days)
  }

  /// 31 December 9999, since 1 January 1970.
  private static let lastDay = 2_932_896
}

/// A published recommendation of the inquiry that another follows.
public struct EarlierRecommendation: Hashable, Sendable {
  public let key: String
  /// In the newest edition of its report.
  public let number: Int
  /// What the earlier inquiry is called.
  public let title: String
  public let words: String

  public init(key: String, number: Int, title: String, words: String) {
    self.key = key
    self.number = number
    self.title = title
    self.words = words
  }
}

/// What a recommendation does to an earlier one.
public struct Lineage: Hashable, Sendable {
  public enum Relation: String, CaseIterable, Sendable {
    case repeats, strengthens, extends, supersedes
  }

  public enum Earlier: Hashable, Sendable {
    /// A recommendation by its key, of the inquiry with that slug.
    case recommendation(key: String, inquiry: String)
    /// What a document of others recommended, in short.
    case document(reference: String, words: String)
  }

  public let relation: Relation
  public let earlier: Earlier
  /// What the earlier inquiry or document is called.
  public let title: String
  /// What the earlier recommendation says, as far as it is known.
  public let words: String?

  public init(relation: Relation, earlier: Earlier, title: String, words: String?) {
    self.relation = relation
    self.earlier = earlier
    self.title = title
    self.words = words
  }
}
