public import Inquiries
public import Records

/// Sends each witness a copy of the transcript to correct, to be back by a day.
public struct SendCopies: Act {
  public static let title = "send copies"
  public static let role = Role.clerk
  let reference: String
  let witnesses: [String]
  let sentOn: Day?
  let dueOn: Day

  /// - Parameters:
  ///   - witnesses: By name; everyone heard at the session when empty.
  ///   - sentOn: Today when `nil`.
  public init(_ reference: String, to witnesses: [String], sentOn: Day?, dueOn: Day) {
    self.reference = reference
    self.witnesses = witnesses
    self.sentOn = sentOn
    self.dueOn = dueOn
  }

  /// - Returns: Every copy of the transcript; who had one before keeps that.
  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<[TranscriptCopy]> {
    let found = try SourceList([reference]).locked(from: viewpoint, at: desk)
    guard let (id, source) = found.first, found.count == 1, source.kind == .transcript else {
      throw Refusal(
        .invalid, "copies_of_transcripts",
        "“\(reference)” is no transcript; only those are sent to witnesses to be corrected.",
        field: "reference")
    }
    let today = desk.today(in: viewpoint.inquiry)
    let day = sentOn ?? today
    guard day <= today, dueOn >= day else {
      throw Refusal(
        .invalid, "copy_days",
        "A copy is sent on \(today.inWords) at the latest, and due on the day it was sent or later.",
        field: day > today ? "sentOn" : "dueOn")
    }
    try TranscriptCopy.send(of: id, to: witnesses, on: day, dueOn: dueOn, desk.connection)
    let copies = try TranscriptCopy.all(of: reference, as: viewpoint, on: desk.connection)
    let unknown = witnesses.filter { name in !copies.contains { $0.witness == name } }
    guard unknown.isEmpty, !copies.isEmpty else {
      throw Refusal(
        .notFound, "copy_witness_unknown",
        "\(unknown.isEmpty ? "Nobody" : unknown.joined(separator: " and ")) is listed as a witness "
          + "of \(reference); nothing was done.", field: "witnesses")
    }
    return Done(
      copies, subject: reference, detail: ["dueOn": "\(dueOn)", "copies": "\(copies.count)"])
  }
}

/// Notes that a witness's copy came back.
public struct ReturnCopy: Act {
  public static let title = "return copy"
  public static let role = Role.clerk
  let id: Int64
  let day: Day?
  let revision: Int

  /// - Parameter day: Today when `nil`.
  public init(_ id: Int64, on day: Day?, revision: Int) {
    self.id = id
    self.day = day
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<TranscriptCopy> {
    let copy = try TranscriptCopy.find(id, revision: revision, from: viewpoint, at: desk)
    return Done(
      try copy.takenBack(on: day, from: viewpoint, at: desk), subject: copy.reference,
      detail: ["copy": "\(id)"])
  }
}

extension TranscriptCopy {
  /// One copy, locked.
  ///
  /// - Parameter revision: At which it was read; `nil` where nobody says.
  static func find(
    _ id: Int64, revision: Int?, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> TranscriptCopy {
    guard let copy = try locked(id, as: viewpoint, on: desk.connection) else {
      throw Refusal(
        .notFound, "copy_not_found",
        "There is no copy \(id) in this inquiry; `inquiry session copies` lists them.", field: "id")
    }
    if let revision, revision != copy.revision {
      throw Refusal.stale("Copy \(id)", now: copy.revision)
    }
    return copy
  }

  /// Notes that it is back.
  ///
  /// - Parameter day: Today when `nil`.
  func takenBack(
    on day: Day?, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> TranscriptCopy {
    let today = desk.today(in: viewpoint.inquiry)
    let day = day ?? today
    guard day >= sentOn, day <= today else {
      throw Refusal(
        .invalid, "copy_days",
        "It was sent on \(sentOn.inWords) and is back by \(today.inWords) at the latest.",
        field: "on")
    }
    try TranscriptCopy.markReturned(id, on: day, desk.connection)
    return try TranscriptCopy.locked(id, as: viewpoint, on: desk.connection) ?? self
  }
}
