import Inquiries
import Papers
import Records

/// The session that a record belongs to: one on record, or the next.
struct SessionPlace {
  let number: Int
  let heldOn: Day
  let hearing: Hearing
  let isNew: Bool
  let reference: String
  /// A session with a lower number that was held after this one.
  let heldLater: (number: Int, heldOn: Day)?

  /// - Parameters:
  ///   - asked: The session that was named.
  ///   - known: The reference under which the same file was received.
  init(
    of read: RecordRead, asked: Int?, known: String?, from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    let sessions = try Session.all(as: viewpoint, on: desk.connection)
    let printed = read.header.date.flatMap {
      Day(year: $0.year, month: $0.month, day: $0.day)
    }
    let wanted = known.flatMap { known in
      sessions.first { $0.sources.contains { $0.reference == known } }?.number
    }
    if let asked = wanted ?? asked,
      let session = sessions.first(where: { $0.number == asked }), let heldOn = session.heldOn
    {
      try SessionPlace.requireFit(read, session, heldOn: heldOn, printed: printed)
      if known == nil { try SessionPlace.requireNew(read, session, from: viewpoint, at: desk) }
      number = asked
      self.heldOn = heldOn
      hearing = session.hearing
      isNew = false
      reference = known ?? session.reference(forNew: read.said.kind)
      heldLater = nil
      return
    }
    guard let heldOn = read.said.heldOn ?? printed else {
      throw Refusal(
        .invalid, "session_day_missing",
        "\(read.fileName) does not say on which day the session was held; add --held-on YYYY-MM-DD.",
        field: "heldOn")
    }
    let next = try Session.nextNumber(as: viewpoint, on: desk.connection)
    number = asked ?? next
    self.heldOn = heldOn
    hearing = read.hearing ?? .heardInPrivate
    isNew = true
    reference = "OS\(number)"
    let own = number
    heldLater =
      sessions.compactMap { session in
        session.heldOn.flatMap { day in
          session.number < own && day > heldOn ? (session.number, day) : nil
        }
      }.first
    guard (1...9_999).contains(number) else {
      throw Refusal(
        .invalid, "session_number_form", "Sessions are numbered from 1 to 9999.", field: "session")
    }
    let today = desk.today(in: viewpoint.inquiry)
    guard heldOn <= today else {
      throw Refusal(
        .invalid, "session_in_future",
        "A record of \(heldOn.inWords) cannot be received yet; today is \(today.inWords).",
        field: "heldOn")
    }
  }

  private static func requireFit(
    _ read: RecordRead, _ session: Session, heldOn: Day, printed: Day?
  ) throws {
    if let said = read.said.heldOn ?? printed, said != heldOn {
      throw Refusal(
        .conflict, "session_day_differs",
        "\(read.fileName) is of \(said.inWords); session \(session.number) was held on "
          + "\(heldOn.inWords).", field: "session")
    }
    if let hearing = read.said.hearing ?? read.header.hearing, hearing != session.hearing {
      throw Refusal(
        .conflict, "session_hearing_differs",
        "Session \(session.number) was heard in \(session.hearing.rawValue).", field: "hearing")
    }
  }

  /// Refuses a second record of one kind, and says how its words differ.
  private static func requireNew(
    _ read: RecordRead, _ session: Session, from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    let isTranscript = read.said.kind == .transcript
    let records = session.sources.filter { $0.kind != .log }
    if let there = records.first(where: { ($0.kind == .transcript) == isTranscript }) {
      let difference = try WordsDifference(
        of: read.texts, from: there.reference, as: viewpoint, at: desk)
      throw Refusal(
        .conflict, "record_received",
        "Session \(session.number) has its \(there.kind.title.lowercased()) already, as "
          + "\(there.reference), from another file; nothing was changed. "
          + difference.inWords
          + ". Go on with inquiry session correct \(there.reference), or undo the import of the "
          + "wrong one.", field: "session")
    }
  }
}

extension RecordRead {
  /// What was said of the hearing, what its header says, or what its form
  /// means: a transcript headed as oral evidence on a subject is the public form.
  var hearing: Hearing? {
    if let stated = said.hearing ?? header.hearing { return stated }
    return said.kind == .transcript && header.title != nil ? .heardInPublic : nil
  }
}

extension TranscriptHeader {
  var hearing: Hearing? {
    isHeardInPublic.map { $0 ? .heardInPublic : .heardInPrivate }
  }
}

extension Session {
  /// The reference that a further record of this session takes.
  fileprivate func reference(forNew kind: SourceKind) -> String {
    sources.contains { $0.reference == "OS\(number)" }
      ? "OS\(number)-\(kind.rawValue)" : "OS\(number)"
  }
}
