public import Inquiries
public import Records

/// What is to become of a line: what is `nil` stays.
public struct LineChange: Sendable {
  public var text: String?
  public var kind: LogLineKind?
  /// `.some(nil)`: the next number again.
  public var number: Int??
  public var person: Identifier<Person>??
  public var speaker: String??
  public var at: Instant?
  public var isStarred: Bool?
  public var isPromised: Bool?
  public var isPrivate: Bool?
  public var isStruck: Bool?

  public init() {}
}

/// Mends a line of a live log. New words are a new version of its passage; the
/// earlier ones stay.
public struct MendLine: Act {
  public static let title = "mend line"
  public static let role = Role.clerk
  let handle: SittingHandle
  let line: String
  let change: LineChange
  let revision: Int

  public init(_ handle: SittingHandle, _ line: String, _ change: LineChange, revision: Int) {
    self.handle = handle
    self.line = line
    self.change = change
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<LogLine> {
    let (id, sitting) = try SittingLookup.find(handle, from: viewpoint, at: desk)
    try SittingLookup.requireOpen(sitting)
    let standing = try find(in: id, sitting, at: desk)
    guard standing.line.revision == revision else {
      throw Refusal.stale("The line “\(line)”", now: standing.line.revision)
    }
    let mended = standing.line.changed(by: change)
    try check(mended, from: viewpoint, at: desk)
    let isChair = mended.person != nil && mended.person == sitting.chair?.person
    try standing.change(
      to: mended, label: isChair ? "Chair" : mended.person == nil ? mended.speaker : nil,
      isChair: isChair, on: desk.connection)
    if mended.text != standing.line.text {
      try replaceWords(of: standing, with: mended.text, from: viewpoint, at: desk)
    }
    return Done(
      try find(in: id, sitting, at: desk).line, subject: sitting.handle, detail: ["line": line])
  }

  private func find(
    in session: Identifier<Session>, _ sitting: Sitting, at desk: Desk
  ) throws -> StandingLine {
    let lines = try LogLine.standing(of: session, on: desk.connection).lines
    guard let found = lines.first(where: { $0.line.id == line }) else {
      throw Refusal.noLine(line, in: sitting.inWords)
    }
    return found
  }

  private func check(_ mended: LogLine, from viewpoint: Viewpoint, at desk: Desk) throws {
    try NewLogLine(
      id: mended.id, at: mended.at, kind: mended.kind, number: mended.typedNumber,
      person: mended.person, speaker: mended.person == nil ? mended.speaker : nil,
      text: mended.text
    ).requireForm()
    guard let person = mended.person else { return }
    try LogLines.requirePeople([person], from: viewpoint, at: desk)
  }

  private func replaceWords(
    of standing: StandingLine, with text: String, from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    guard
      let passage = try Passage.standing(standing.passage, as: viewpoint, on: desk.connection)
    else { return }
    let version = try passage.replace(
      with: text, stage: .logged, digest: desk.digest, on: desk.connection)
    _ = try PassageLookup.carryLinks(of: passage, to: version, text, at: desk)
  }
}

extension LogLine {
  fileprivate func changed(by change: LineChange) -> LogLine {
    let kind = change.kind ?? kind
    // A speaker takes the place of a person and the other way round; a stage
    // text has neither, and only a question has a number.
    let person: Identifier<Person>? =
      kind == .stage ? nil : change.person ?? (change.speaker == nil ? self.person : nil)
    let speaker: String? =
      kind == .stage ? nil : change.speaker ?? (change.person == nil ? self.speaker : nil)
    return LogLine(
      id: id, ordinal: ordinal, at: change.at ?? at, kind: kind, question: nil, offset: nil,
      typedNumber: kind == .question ? change.number ?? typedNumber : change.number ?? nil,
      person: person, speaker: speaker, text: change.text ?? text,
      isStarred: change.isStarred ?? isStarred, isPromised: change.isPromised ?? isPromised,
      isPrivate: change.isPrivate ?? isPrivate, isStruck: change.isStruck ?? isStruck,
      loggedBy: loggedBy, revision: revision)
  }
}
