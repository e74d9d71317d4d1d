public import Inquiries
public import Records

/// Enters an event that deadlines may wait for.
public struct AwaitEvent: Act {
  public static let title = "await event"
  public static let role = Role.author
  let key: String
  let name: String

  public init(_ key: String, name: String) {
    self.key = key
    self.name = name
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<AwaitedEvent> {
    try Key.require(key)
    guard name.isVisible else {
      throw Refusal(.invalid, "event_name_missing", "Say what event it is.", field: "name")
    }
    guard try AwaitedEvent.insert(key: key, name: name, as: viewpoint, on: desk.connection) else {
      throw Refusal(
        .conflict, "event_known", "There is an event “\(key)” already.", field: "key")
    }
    return Done(try EventLookup.event(key, from: viewpoint, at: desk), subject: key)
  }
}

/// Logs that an event happened, and where it says so. The clocks of the deadlines
/// that wait for it start with it; logged anew, they follow.
public struct LogEvent: Act {
  public static let title = "log event"
  public static let role = Role.author
  let key: String
  let day: Day
  let source: String
  let revision: Int

  /// - Parameters:
  ///   - day: On which it happened; not in the future, nor more than ten years
  ///     before the inquiry was launched.
  ///   - source: Where it says so, as a reader could look it up.
  ///   - revision: Of the event as it was read.
  public init(_ key: String, on day: Day, source: String, revision: Int) {
    self.key = key
    self.day = day
    self.source = source
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<AwaitedEvent> {
    let event = try EventLookup.event(key, from: viewpoint, at: desk)
    guard source.isVisible else {
      throw Refusal(
        .invalid, "event_source_missing", "Say where it says that it happened.", field: "source")
    }
    let today = desk.today(in: viewpoint.inquiry)
    guard day <= today else {
      throw Refusal(
        .invalid, "event_in_future",
        "\(day.inWords) is still to come; log the event once it has happened.", field: "on")
    }
    // What a deadline of this inquiry waits for is not older than that: a year
    // mistyped is.
    let earliest = Period(months: -120).after(viewpoint.inquiry.launchedOn ?? today)
    guard earliest.map({ $0 <= day }) ?? true else {
      throw Refusal(
        .invalid, "event_too_early",
        "\(day.inWords) is more than ten years before the inquiry; check the year.", field: "on")
    }
    guard
      event.revision == revision,
      try event.log(on: day, source: source, now: desk.now, as: viewpoint, on: desk.connection)
    else { throw Refusal.stale("event \(key)", now: event.revision) }
    var detail = ["on": day.description, "source": source]
    if let before = event.happenedOn { detail["before"] = before.description }
    return Done(
      try EventLookup.event(key, from: viewpoint, at: desk), subject: key, detail: detail)
  }
}

enum EventLookup {
  static func event(
    _ key: String, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> AwaitedEvent {
    let events = try AwaitedEvent.all(as: viewpoint, on: desk.connection)
    guard let found = events.first(where: { $0.key == key }) else {
      throw Refusal(
        .notFound, "event_not_found",
        "Nobody awaits an event “\(key)”; `inquiry event list` lists them.", field: "event")
    }
    return found
  }
}

/// A name that an author gives once and for all.
enum Key {
  static func require(_ key: String) throws(Refusal) {
    guard key.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil, key.count <= 80 else {
      throw Refusal(
        .invalid, "key_form",
        "A key is small letters and digits, parts joined by hyphens, such as autumn-budget: “\(key)”.",
        field: "key")
    }
  }
}
