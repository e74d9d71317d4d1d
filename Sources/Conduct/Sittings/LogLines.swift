public import Inquiries
public import Records

/// What became of lines that were sent.
public struct LinesTaken: Sendable {
  public let sitting: Sitting
  /// How many are new to the record, and how many were there already.
  public let taken: Int
  public let known: Int
  /// Of the log; it goes up with every request that brings a line.
  public let revision: Int
  public let nextQuestion: Int
  /// Whose other log of the sitting is in private, by name: of somebody else, or of the same
  /// person on another machine.
  public let inPrivate: [String]
}

/// Takes lines of a live log, all or none. The first one issues the number of
/// its session. A line that comes again is there once.
public struct LogLines: Act {
  public static let title = "log"
  public static let role = Role.clerk
  let handle: SittingHandle
  let lines: [NewLogLine]

  public init(_ handle: SittingHandle, _ lines: [NewLogLine]) {
    self.handle = handle
    self.lines = lines
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<LinesTaken> {
    var (id, sitting) = try SittingLookup.find(handle, from: viewpoint, at: desk)
    let new = try unknown(in: id, at: desk)
    // What is known already was taken while it could be: its answer got lost.
    if !new.isEmpty {
      try SittingLookup.requireOpen(sitting)
      try requireNotCancelled(sitting)
      try SittingLookup.requireNotLapsed(sitting, from: viewpoint)
      for line in new { try line.requireForm() }
      try LogLines.requirePeople(Set(new.compactMap(\.person)), from: viewpoint, at: desk)
    }
    if !new.isEmpty, sitting.number == nil {
      sitting = try SittingLookup.hold(id, sitting, from: viewpoint, at: desk).sitting
    }
    let revision = try insert(new, into: id, sitting, from: viewpoint, at: desk)
    sitting = try SittingLookup.find(handle, from: viewpoint, at: desk).sitting
    return Done(
      LinesTaken(
        sitting: sitting, taken: new.count, known: lines.count - new.count, revision: revision,
        nextQuestion: sitting.nextQuestion,
        inPrivate: try inPrivateElsewhere(id, at: desk)),
      subject: sitting.handle, detail: ["taken": "\(new.count)"])
  }

  private func inPrivateElsewhere(
    _ session: Identifier<Session>, at desk: Desk
  ) throws -> [String] {
    let here = Set(
      lines.map { LogPrivacy.Run(loggedBy: desk.actor.name, lineID: $0.id) })
    let steps = try LogPrivacy.Step.last(of: session, on: desk.connection)
    return Set(LogPrivacy.runsInPrivate(steps).subtracting(here).map(\.loggedBy)).sorted()
  }

  /// The lines that are not on record, each once.
  private func unknown(
    in session: Identifier<Session>, at desk: Desk
  ) throws -> [NewLogLine] {
    guard (1...NewLogLine.mostAtOnce).contains(lines.count) else {
      throw Refusal(
        .invalid, "log_lines_count", "Send 1 to \(NewLogLine.mostAtOnce) lines at once.",
        field: "lines")
    }
    var sent = try LogLine.sent(lines.map(\.id), in: session, on: desk.connection)
    return try lines.filter { line in
      let digest = line.digest(desk.digest)
      guard let known = sent[line.id] else {
        sent[line.id] = digest
        return true
      }
      guard known == digest else {
        throw Refusal(
          .conflict, "line_id_reused",
          "The line “\(line.id)” was logged before with other words; nothing of this request was "
            + "done. Give every line an id of its own.", field: "lines")
      }
      return false
    }
  }

  private func requireNotCancelled(_ sitting: Sitting) throws {
    guard sitting.state == .cancelled else { return }
    throw Refusal(
      .conflict, "sitting_cancelled",
      "\(sitting.inWords) was cancelled; plan the sitting anew to log it.", field: "sitting")
  }

  /// Whoever speaks occurs in the inquiry: also a witness who was replaced since.
  static func requirePeople(
    _ named: Set<Identifier<Person>>, from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    let known = try Person.present(among: Array(named), as: viewpoint, on: desk.connection)
    guard let stranger = named.subtracting(known).min() else { return }
    throw Refusal(
      .invalid, "person_not_found",
      "There is no person \(stranger) in this inquiry; `inquiry person list` shows who there is.",
      field: "person")
  }

  private func insert(
    _ new: [NewLogLine], into session: Identifier<Session>, _ sitting: Sitting,
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Int {
    let source = try NewLogLines.source(
      of: session, number: sitting.number ?? 0, on: desk.today(in: viewpoint.inquiry),
      as: viewpoint, connection: desk.connection)
    let isChair = new.map { $0.person != nil && $0.person == sitting.chair?.person }
    let labels = zip(new, isChair).map { line, isChair in
      isChair ? "Chair" : line.person == nil ? line.speaker : nil
    }
    return try NewLogLines(lines: new, labels: labels, isChair: isChair, digest: desk.digest)
      .insert(into: source, of: session, as: viewpoint, on: desk.connection)
  }
}

extension NewLogLine {
  /// Refuses a line that cannot stand as it is.
  func requireForm() throws {
    let wrong: String? =
      if !(1...64).contains(id.count) || !id.isVisible {
        "needs an id of 1 to 64 visible characters"
      } else if !text.isVisible || text.count > NewLogLine.longestText {
        "needs words that can be seen, up to \(NewLogLine.longestText) characters"
      } else if number != nil, kind != .question {
        "has a number and is no question"
      } else if let number, !(1...999_999).contains(number) {
        "has the question number \(number); they run from 1 to 999999"
      } else if kind == .stage, person != nil || speaker != nil {
        "is a stage text and has a speaker"
      } else if let speaker, !speaker.isVisible || speaker.count > 200 {
        "has a speaker that cannot be seen or is longer than 200 characters"
      } else {
        nil
      }
    guard let wrong else { return }
    throw Refusal(
      .invalid, "log_line_form", "The line “\(id.prefix(64))” \(wrong); nothing was done.",
      field: "lines")
  }
}
