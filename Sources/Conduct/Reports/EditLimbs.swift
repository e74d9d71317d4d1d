public import Inquiries
public import Records
import Tagging

/// A limb as a person wants it.
public struct LimbChange: Sendable {
  /// When a limb is due.
  public struct Due: Sendable {
    /// What the recommendation says of it.
    public let words: String
    public let on: Day?
    /// Key of the event it waits for, and how long after it.
    public let event: String?
    public let after: Period

    public init(words: String, on: Day? = nil, event: String? = nil, after: Period = Period()) {
      self.words = words
      self.on = on
      self.event = event
      self.after = after
    }
  }

  /// `nil` for a new one.
  public let number: Int?
  /// Its words as they stand in the recommendation, once.
  public let words: String
  public let act: String
  public let addressees: [Addressee]
  public let due: Due?

  public init(number: Int?, words: String, act: String, addressees: [Addressee], due: Due?) {
    self.number = number
    self.words = words
    self.act = act
    self.addressees = addressees
    self.due = due
  }
}

/// Takes a recommendation apart: the limbs named are as given from then on and
/// confirmed by the actor at the words of the newest draft, those to be dropped
/// go, and the rest stay as they are.
public struct EditLimbs: Act {
  public static let title = "edit limbs"
  public static let role = Role.author
  let name: String
  let limbs: [LimbChange]
  let dropped: [Int]
  let revision: Int?

  /// - Parameters:
  ///   - name: Key of the recommendation, or its number in the newest draft.
  ///   - revision: Of the recommendation, as it was read; `nil` where nobody said.
  public init(_ name: String, _ limbs: [LimbChange], dropping dropped: [Int], revision: Int?) {
    self.name = name
    self.limbs = limbs
    self.dropped = dropped
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Recommendation> {
    let before = try EndLookup.recommendation(name, at: revision, from: viewpoint, at: desk)
    guard !limbs.isEmpty || !dropped.isEmpty else {
      throw Refusal(.invalid, "limbs_missing", "Name a limb to confirm or to drop.", field: "limbs")
    }
    guard !before.words.isEmpty || limbs.isEmpty else {
      throw Refusal(
        .conflict, "recommendation_in_no_draft",
        "The newest draft does not carry \(before.key), so that it has no words to take apart.")
    }
    try requireNumbers(in: before)
    let events = try AwaitedEvent.all(as: viewpoint, on: desk.connection)
    let new = try limbs.map { try $0.read(in: before.words, events) }
    let touched = Set(limbs.compactMap(\.number) + dropped)
    let left = before.limbs.filter { !touched.contains($0.number) }
    try requireApart(new.map(\.span) + left.compactMap(\.place))
    guard
      try before.settle(
        new, dropping: dropped, addressees: addressees(before, left, new), now: desk.now,
        as: viewpoint, on: desk.connection)
    else { throw Refusal.stale("recommendation \(before.key)", now: before.revision) }
    let after = try EndLookup.recommendation(before.key, from: viewpoint, at: desk)
    return Done(after, subject: before.key, detail: detail(before, after))
  }

  /// Whom the recommendation asks: all that its limbs ask, who leads first. What
  /// was said of it as a whole stays until a limb says more.
  private func addressees(
    _ before: Recommendation, _ left: [Limb], _ new: [NewLimb]
  ) -> [String] {
    // The numbers of new limbs are the highest, so this is the order of numbers.
    let all =
      (left.map { ($0.number, $0.addressees) }
      + new.map { ($0.number ?? .max, $0.addressees) }).sorted { $0.0 < $1.0 }
    var seen: Set<String> = []
    let names = all.flatMap { $0.1.filter(\.isLead) + $0.1.filter { !$0.isLead } }
      .map(\.name).filter { seen.insert($0).inserted }
    return names.isEmpty && before.limbs.allSatisfy(\.addressees.isEmpty)
      ? before.addressees : names
  }

  private func requireNumbers(in recommendation: Recommendation) throws {
    let asked = limbs.compactMap(\.number) + dropped
    guard Set(asked).count == asked.count else {
      throw Refusal(.invalid, "limb_repeated", "Name each limb once.", field: "limbs")
    }
    let known = Set(recommendation.limbs.map(\.number))
    guard let missing = asked.first(where: { !known.contains($0) }) else { return }
    throw Refusal(
      .notFound, "limb_not_found",
      "\(recommendation.key) has no limb \(missing); `inquiry limb list \(recommendation.key)` "
        + "lists its limbs.", field: "limbs")
  }

  private func requireApart(_ spans: [Range<Int>]) throws {
    let sorted = spans.sorted { $0.lowerBound < $1.lowerBound }
    guard zip(sorted, sorted.dropFirst()).contains(where: { $0.overlaps($1) }) else { return }
    throw Refusal(
      .conflict, "limbs_overlap",
      "Two limbs share words of the recommendation; give each its own.", field: "limbs")
  }

  private func detail(_ before: Recommendation, _ after: Recommendation) -> [String: String] {
    let known = Set(before.limbs.map(\.number))
    let named =
      limbs.compactMap(\.number) + after.limbs.map(\.number).filter { !known.contains($0) }
    var detail: [String: String] = [:]
    if !named.isEmpty {
      detail["confirmed"] = NumberList.words(naming: named.sorted()).joined(separator: " ")
    }
    if !dropped.isEmpty {
      detail["dropped"] = before.limbs.filter { dropped.contains($0.number) }
        .map { "\($0.number): \($0.words)" }.joined(separator: "; ")
    }
    return detail
  }
}

extension LimbChange {
  fileprivate func read(in recommendation: String, _ events: [AwaitedEvent]) throws -> NewLimb {
    let places = Wording.spans(of: words, in: recommendation)
    guard places.count == 1, let quote = Wording.text(in: places[0], of: recommendation) else {
      throw Refusal(
        .invalid, places.isEmpty ? "quote_not_found" : "quote_not_unique",
        places.isEmpty
          ? "These words do not stand in the recommendation: “\(words)”."
          : "These words stand in the recommendation \(places.count) times; give more of them: "
            + "“\(words)”.", field: "words")
    }
    guard act.isVisible else {
      throw Refusal(.invalid, "limb_act_missing", "Say in short what is to be done.", field: "act")
    }
    try requireAddressees()
    return NewLimb(
      number: number, span: places[0], quote: quote, act: act, addressees: addressees,
      deadline: try due?.read(in: recommendation, events))
  }

  private func requireAddressees() throws(Refusal) {
    guard Set(addressees.map(\.name)).count == addressees.count,
      addressees.allSatisfy({ $0.name.isVisible })
    else {
      throw Refusal(
        .invalid, "addressees_form", "Name each addressee once, and none empty.",
        field: "addressees")
    }
    guard addressees.count(where: \.isLead) <= 1 else {
      throw Refusal(
        .invalid, "addressees_lead", "One addressee leads at most.", field: "addressees")
    }
  }
}

extension LimbChange.Due {
  fileprivate func read(in recommendation: String, _ events: [AwaitedEvent]) throws -> Deadline {
    guard !Wording.spans(of: words, in: recommendation).isEmpty else {
      throw Refusal(
        .invalid, "deadline_not_found",
        "The recommendation does not say “\(words)”; a deadline is in its words.", field: "deadline"
      )
    }
    guard let event else {
      guard after == Period() else {
        throw Refusal(
          .invalid, "deadline_form", "Months and days run from an event; name it.",
          field: "deadline")
      }
      if let on, let named = LimbProposer.lastDay(of: words), named != on {
        throw Refusal(
          .invalid, "deadline_day_differs",
          "The last day in time of “\(words)” is \(named.inWords), and not \(on.inWords).",
          field: "deadline")
      }
      return Deadline(words: words, clock: on.map { .day($0) } ?? .vague)
    }
    guard on == nil, (0...1_200).contains(after.months), (0...36_500).contains(after.days) else {
      throw Refusal(
        .invalid, "deadline_form",
        "A deadline is a day, or so long after an event, a hundred years at most.",
        field: "deadline")
    }
    guard let awaited = events.first(where: { $0.key == event }) else {
      throw Refusal(
        .notFound, "event_not_found",
        "Nobody awaits an event “\(event)”; enter it with `inquiry event add`.", field: "event")
    }
    return Deadline(words: words, clock: .event(awaited, after: after))
  }
}
