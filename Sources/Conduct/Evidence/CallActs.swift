public import Inquiries
public import Records

/// Opens a call for evidence in the record; it stays private until published.
public struct OpenCall: Act {
  public static let title = "open call"
  public static let role = Role.clerk
  let call: CallForEvidence

  public init(slug: String, title: String, text: String, periods: [CallForEvidence.Period]) {
    call = CallForEvidence(
      slug: slug, title: title, text: text, state: .drafted, publishedOn: nil, periods: periods,
      revision: 1)
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<CallForEvidence> {
    try viewpoint.requireNotLapsed()
    guard call.slug.isSlug, call.slug.count <= 80 else {
      throw Refusal(
        .invalid, "slug_form",
        "“\(call.slug)” cannot stand in an address; use lower-case letters and digits joined by "
          + "hyphens, up to 80.", field: "slug")
    }
    try CallLookup.check(call)
    guard try call.insert(as: viewpoint, on: desk.connection) else {
      throw Refusal(
        .conflict, "slug_taken", "There is a call “\(call.slug)” already.", field: "slug")
    }
    return Done(call, subject: "call \(call.slug)")
  }
}

/// Changes the words of a call that is not public yet, or when it is open.
///
/// What was announced is kept: a period may close later and a further one may
/// follow, and no day that somebody relied on is taken away.
public struct EditCall: Act {
  public static let title = "edit call"
  public static let role = Role.clerk
  let slug: String
  let newTitle: String?
  let text: String?
  let periods: [CallForEvidence.Period]?
  let revision: Int

  /// - Parameters:
  ///   - title: `nil` leaves it.
  ///   - text: `nil` leaves it.
  ///   - periods: All of them, in order; `nil` leaves them.
  public init(
    _ slug: String, title: String?, text: String?, periods: [CallForEvidence.Period]?,
    revision: Int
  ) {
    self.slug = slug
    newTitle = title
    self.text = text
    self.periods = periods
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<CallForEvidence> {
    try viewpoint.requireNotLapsed()
    let (id, call) = try CallLookup.find(slug, from: viewpoint, at: desk)
    guard call.revision == revision else {
      throw Refusal.stale("call “\(slug)”", now: call.revision)
    }
    if call.state != .drafted,
      newTitle ?? call.title != call.title || text ?? call.text != call.text
    {
      throw Refusal(
        .conflict, "call_published",
        "“\(slug)” has been published; its words stand. Its periods can still be extended.",
        field: newTitle == nil ? "text" : "title")
    }
    let changed = call.with(
      title: newTitle ?? call.title, text: text ?? call.text, periods: periods ?? call.periods)
    try CallLookup.check(changed)
    if call.state == .drafted, changed.periods.count < call.periods.count {
      throw shortened()
    }
    if call.state != .drafted {
      try checkExtension(of: call, to: changed, from: viewpoint, at: desk)
    }
    try changed.put(over: id, on: desk.connection)
    try CallForEvidence.forgetLateness(in: id, on: desk.connection)
    try Publication.refresh(viewpoint.inquiryID, sources: [], on: desk.connection)
    return try CallLookup.done(slug, from: viewpoint, at: desk)
  }

  private func checkExtension(
    of call: CallForEvidence, to changed: CallForEvidence, from viewpoint: Viewpoint,
    at desk: Desk
  ) throws {
    let today = desk.today(in: viewpoint.inquiry)
    guard changed.periods.count >= call.periods.count else { throw shortened() }
    for (old, new) in zip(call.periods, changed.periods) where old != new {
      let isLater: Bool =
        switch (old.closesOn, new.closesOn) {
        case (.some(let old), .some(let new)): new > old
        case (.some, nil): true
        // One without an end gets one that nobody has missed yet.
        case (nil, .some(let new)): new >= today
        case (nil, nil): true
        }
      guard old.opensOn == new.opensOn, isLater else { throw shortened() }
    }
  }

  private func shortened() -> Refusal {
    Refusal(
      .conflict, "call_period_shortened",
      "Periods of “\(slug)” stay as they were announced: one may close later, a further one may "
        + "follow, none is taken away.", field: "periods")
  }
}

/// Makes a call public under a decision.
public struct PublishCall: Act {
  public static let title = "publish call"
  public static let role = Role.clerk
  let slug: String
  let terms: DecisionTerms
  let revision: Int?

  /// - Parameter revision: Of the call as it was read; `nil` where nobody says.
  public init(_ slug: String, _ terms: DecisionTerms, revision: Int? = nil) {
    self.slug = slug
    self.terms = terms
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<CallForEvidence> {
    try viewpoint.requireNotLapsed()
    guard viewpoint.inquiry.isLaunched else {
      throw Refusal(
        .conflict, "inquiry_not_launched",
        "“\(viewpoint.inquiry.slug)” is not public itself; launch it first.")
    }
    let decision = try terms.decision("publish-call", from: viewpoint, at: desk)
    let (id, call) = try CallLookup.find(slug, from: viewpoint, at: desk)
    try Refusal.requireFresh("call “\(slug)”", read: revision, now: call.revision)
    guard call.state != .published else {
      throw Refusal(.conflict, "state_does_not_allow", "The call “\(slug)” is public already.")
    }
    try PublicWords.check(PublicWords.of(call), from: viewpoint, at: desk)
    _ = try decision.insert(as: viewpoint, on: desk.connection)
    try call.with(state: .published, publishedOn: terms.on).put(over: id, on: desk.connection)
    try Publication.refresh(viewpoint.inquiryID, sources: [], on: desk.connection)
    return try CallLookup.done(slug, from: viewpoint, at: desk, detail: terms)
  }
}

/// Takes a call off the public side again under a decision.
public struct WithdrawCall: Act {
  public static let title = "withdraw call"
  public static let role = Role.clerk
  let slug: String
  let terms: DecisionTerms
  let revision: Int?

  /// - Parameter revision: Of the call as it was read; `nil` where nobody says.
  public init(_ slug: String, _ terms: DecisionTerms, revision: Int? = nil) {
    self.slug = slug
    self.terms = terms
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<CallForEvidence> {
    let decision = try terms.decision("withdraw-call", from: viewpoint, at: desk)
    let (id, call) = try CallLookup.find(slug, from: viewpoint, at: desk)
    try Refusal.requireFresh("call “\(slug)”", read: revision, now: call.revision)
    guard call.state == .published else {
      throw Refusal(
        .conflict, "state_does_not_allow",
        "The call “\(slug)” is \(call.state.rawValue); only a published one can be withdrawn.")
    }
    _ = try decision.insert(as: viewpoint, on: desk.connection)
    try call.with(state: .withdrawn, publishedOn: call.publishedOn).put(
      over: id, on: desk.connection)
    try Publication.refresh(viewpoint.inquiryID, sources: [], on: desk.connection)
    return try CallLookup.done(slug, from: viewpoint, at: desk, detail: terms)
  }
}

enum CallLookup {
  static func find(
    _ slug: String, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> (id: Identifier<CallForEvidence>, call: CallForEvidence) {
    guard let found = try CallForEvidence.find(slug, as: viewpoint, on: desk.connection) else {
      throw Refusal(
        .notFound, "call_not_found",
        "There is no call “\(slug)” in this inquiry; `inquiry call list` shows what there is.",
        field: "call")
    }
    return found
  }

  /// What holds of every call.
  static func check(_ call: CallForEvidence) throws {
    guard call.title.isVisible, call.title.count <= 500, call.text.isVisible else {
      throw Refusal(
        .invalid, "title_missing",
        "A call needs a title of up to 500 visible characters, and a text.", field: "title")
    }
    guard (1...100).contains(call.periods.count), CallForEvidence.follow(call.periods) else {
      throw Refusal(
        .invalid, "call_periods_form",
        "A call is open in one period or more, each closing on or after the day it opens and "
          + "before the next opens; only the last may be without an end.", field: "periods")
    }
  }

  static func done(
    _ slug: String, from viewpoint: Viewpoint, at desk: Desk, detail terms: DecisionTerms? = nil
  ) throws -> Done<CallForEvidence> {
    let call = try find(slug, from: viewpoint, at: desk).call
    return Done(
      call, subject: "call \(slug)",
      detail: terms.map { ["decidedOn": $0.on.description, "decidedBy": $0.by] } ?? [:])
  }
}

extension CallForEvidence {
  fileprivate func with(
    title: String? = nil, text: String? = nil, periods: [Period]? = nil
  ) -> CallForEvidence {
    CallForEvidence(
      slug: slug, title: title ?? self.title, text: text ?? self.text, state: state,
      publishedOn: publishedOn, periods: periods ?? self.periods, revision: revision)
  }

  fileprivate func with(state: State, publishedOn: Day?) -> CallForEvidence {
    CallForEvidence(
      slug: slug, title: title, text: text, state: state, publishedOn: publishedOn,
      periods: periods, revision: revision)
  }
}
