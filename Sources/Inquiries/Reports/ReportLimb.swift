/// One ask of a recommendation as a report shows it.
public struct ReportLimb: Hashable, Sendable {
  /// Permanent within its recommendation.
  public let number: Int
  /// Its words in the recommendation.
  public let words: String
  /// What is to be done, in short.
  public let act: String
  public let addressees: [Addressee]
  /// `nil` where the recommendation says nothing of the time.
  public let deadline: ReportDeadline?

  public init(
    number: Int, words: String, act: String, addressees: [Addressee], deadline: ReportDeadline?
  ) {
    self.number = number
    self.words = words
    self.act = act
    self.addressees = addressees
    self.deadline = deadline
  }

  public init(_ limb: Limb) {
    self.init(
      number: limb.number, words: limb.words, act: limb.act, addressees: limb.addressees,
      deadline: limb.deadline.map(ReportDeadline.init))
  }

  /// `Ofsted (a regulator), which leads; …`; `nil` where nobody is asked.
  public var addresseesInWords: String? {
    guard !addressees.isEmpty else { return nil }
    return addressees.map { addressee in
      let leads = addressee.isLead && addressees.count > 1 ? ", in the lead" : ""
      return addressee.name + addressee.kind.apposition + leads
    }.joined(separator: "; ")
  }
}

extension Addressee.Kind {
  /// The kind behind a name: ` (regulator)`; nothing where the name must do.
  fileprivate var apposition: String {
    switch self {
    case .other: ""
    case .parliamentaryCommittee: " (committee of Parliament)"
    case .localAuthorities: " (local authorities)"
    case .publicBody: " (public body)"
    case .government, .minister, .department, .regulator: " (\(rawValue))"
    }
  }
}

/// Until when a limb is to be done, as a report shows it: an event is told as it
/// stood when the report was made.
public struct ReportDeadline: Hashable, Sendable {
  /// An event that starts a clock.
  public struct Event: Hashable, Sendable {
    public let name: String
    /// `nil` where nobody had logged it.
    public let happenedOn: Day?
    /// Where it says that it happened then.
    public let source: String?
    public let after: Period

    public init(name: String, happenedOn: Day?, source: String?, after: Period) {
      self.name = name
      self.happenedOn = happenedOn
      self.source = source
      self.after = after
    }
  }

  /// What the recommendation says of the time.
  public let words: String
  /// The day on which it is due; `nil` where it is vague, or its event waits.
  public let dueOn: Day?
  public let event: Event?

  /// - Parameter day: Where the recommendation means a day; of an event it follows.
  public init(words: String, day: Day?, event: Event?) {
    self.words = words
    self.event = event
    dueOn = event.map { event in event.happenedOn.flatMap(event.after.after) } ?? day
  }

  public init(_ deadline: Deadline) {
    guard case .event(let awaited, let after) = deadline.clock else {
      self.init(words: deadline.words, day: deadline.dueOn, event: nil)
      return
    }
    self.init(
      words: deadline.words, day: nil,
      event: Event(
        name: awaited.name, happenedOn: awaited.happenedOn, source: awaited.source, after: after))
  }

  public var kind: Deadline.Kind {
    event != nil ? .event : dueOn != nil ? .day : .vague
  }

  /// `“within six months of the Budget”: 29 April 2019, 6 months after Budget
  /// (29 October 2018; HC Deb 29 October 2018)`.
  public var inWords: String {
    let said = "“\(words)”"
    guard let event else {
      return dueOn.map { "\(said): \($0.inWords)" } ?? "\(said), which names no day"
    }
    let time = event.after.inWords.map { "\($0) after " } ?? ""
    guard let happenedOn = event.happenedOn else {
      return "\(said): \(time)\(event.name), which had not happened when the report was made"
    }
    let due = dueOn.map { "\($0.inWords), " } ?? ""
    let source = event.source.map { "; \($0)" } ?? ""
    return "\(said): \(due)\(time.isEmpty ? "the day of " : time)\(event.name) "
      + "(\(happenedOn.inWords)\(source))"
  }
}

extension Period {
  /// `6 months and 1 day`; `nil` where it is no time at all.
  public var inWords: String? {
    let parts = [(months, "month"), (days, "day")].filter { $0.0 != 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return parts.isEmpty ? nil : parts.joined(separator: " and ")
  }
}

/// An earlier recommendation that one takes up, as a report shows it.
public struct ReportLineage: Hashable, Sendable {
  public let relation: Lineage.Relation
  /// What the earlier inquiry, or the document of others, is called.
  public let title: String
  /// Its number, where the earlier inquiry made it known.
  public let number: Int?
  /// Of the document of others.
  public let reference: String?
  /// What the document recommended, in short.
  public let words: String?
  public let href: String?

  public init(
    relation: Lineage.Relation, title: String, number: Int? = nil, reference: String? = nil,
    words: String? = nil, href: String? = nil
  ) {
    self.relation = relation
    self.title = title
    self.number = number
    self.reference = reference
    self.words = words
    self.href = href
  }

  public init(_ lineage: Lineage) {
    switch lineage.earlier {
    case .recommendation:
      self.init(relation: lineage.relation, title: lineage.title)
    case .document(let reference, let words):
      self.init(
        relation: lineage.relation, title: lineage.title, reference: reference, words: words)
    }
  }

  /// `Extends`, before what is taken up.
  public var lead: String {
    relation.rawValue.prefix(1).uppercased() + relation.rawValue.dropFirst()
  }

  /// `recommendation 3 of “No Good Options”`, `Munro review (D2)`.
  public var place: String {
    if let reference { return "\(title) (\(reference))" }
    return (number.map { "recommendation \($0)" } ?? "an earlier recommendation") + " of “\(title)”"
  }
}
