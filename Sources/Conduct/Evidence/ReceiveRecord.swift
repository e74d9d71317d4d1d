import Crypto
public import Inquiries
import Papers
public import Records

/// Takes the record of a session into the working record, whole or not at all.
public struct ReceiveRecord: Act {
  public static let title = "receive"
  public static let role = Role.clerk
  let read: RecordRead

  public init(_ read: RecordRead) {
    self.read = read
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<ImportReport> {
    let sha256 = Array(SHA256.hash(data: read.bytes))
    let known = try Original.reference(sha256: sha256, as: viewpoint, on: desk.connection)
    let before = try known == nil ? sessionBefore(from: viewpoint, at: desk) : nil
    let asked =
      known == nil
      ? try SettlingPlace.session(
        of: read.said, on: read.day, from: viewpoint, at: desk) : nil
    let place = try SessionPlace(
      of: read, asked: asked, known: known, from: viewpoint, at: desk)
    try viewpoint.requireNotLapsed(before: place.heldOn)
    let sitting =
      try place.isNew
      ? nil : Sitting.find(.session(place.number), as: viewpoint, on: desk.connection)
    var people = try PeopleRead(
      of: read, at: sitting?.sitting, from: viewpoint, on: desk.connection)
    if let known {
      let report = report(
        known, place, people, passages: passages(people, desk.digest), remarks: [], wasThere: true)
      return Done(report, subject: known, detail: ["again": "true"])
    }
    try people.insertNew(on: desk.connection)
    let passages = passages(people, desk.digest)
    try checkNumbers(of: passages, from: viewpoint, at: desk)
    var remarks: [String] = []
    if place.isNew, let later = place.heldLater {
      remarks.append(
        "Session \(later.number) was held later, on \(later.heldOn.inWords), and this would be session "
          + "\(place.number): its number is for good. If that is wrong, import the sessions in order, "
          + "or name its number (--session).")
    }
    let record = NewRecord(
      kind: read.said.kind, stage: stage, language: read.said.language,
      agreedOn: read.said.agreedOn, receivedOn: desk.today(in: viewpoint.inquiry),
      members: people.members, panels: people.panels, passages: passages,
      unplaced: read.linesUnplaced)
    let original = try Original(fileName: read.fileName, sha256: sha256, bytes: read.bytes)
      .insert(on: desk.connection)
    if place.isNew {
      try NewRecord.insertSession(
        number: place.number, heldOn: place.heldOn, hearing: place.hearing, as: viewpoint,
        on: desk.connection)
    }
    // The first record says who came; a later one of the same session adds to it.
    if let sitting, read.said.kind == .transcript || place.reference == "OS\(place.number)" {
      remarks += sitting.sitting.absent(from: read)
      try SessionPeople(members: record.members, panels: record.panels)
        .clearPlanned(of: sitting.id, on: desk.connection)
    }
    try record.insert(
      reference: place.reference, session: place.number, original: original, as: viewpoint,
      on: desk.connection)
    let footnotes = try NewCorrection.footnotes(
      read.footnotes, of: place.reference, as: viewpoint, on: desk.connection)
    try NewCorrection.insert(
      footnotes, CorrectionFrame(on: record.receivedOn, removal: nil, original: original),
      as: viewpoint, on: desk.connection)
    if let sentence = read.sentenceOnFootnotes { remarks.append(sentence) }
    remarks += read.assumptions(isNew: place.isNew)
    try before?.keep(for: place.reference, as: viewpoint, on: desk.connection)
    if read.said.kind == .transcript {
      remarks += try TranscriptGate.sentences(
        on: place.reference, header: read.header, from: viewpoint, at: desk)
    }
    let settled = try settle(place, from: viewpoint, at: desk)
    let report = report(
      place.reference, place, people, passages: passages, remarks: remarks, wasThere: false,
      settled: settled)
    return Done(
      report, subject: place.reference,
      detail: ["passages": "\(passages.count)"])
  }

  /// The session that was named as it stands now, so that this import can be
  /// undone; `nil` where none was named or there is none yet.
  private func sessionBefore(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> SessionBefore? {
    let named =
      read.said.plan.map { SittingHandle.plan($0) }
      ?? read.said.session.map {
        SittingHandle.session($0)
      }
    guard let named,
      let (id, _) = try Sitting.find(named, as: viewpoint, on: desk.connection)
    else { return nil }
    return try SessionBefore.take(id, on: desk.connection)
  }

  /// A transcript settles the sitting; notes and summaries leave its log open.
  private func settle(
    _ place: SessionPlace, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> SettledLog? {
    guard read.said.kind == .transcript else { return nil }
    let (id, sitting) = try SittingLookup.find(
      .session(place.number), from: viewpoint, at: desk)
    return try SettleLog(session: id, sitting: sitting, reference: place.reference)
      .run(from: viewpoint, at: desk)
  }

  /// A committee's uncorrected transcript always says so in a banner; one
  /// without is the corrected one (domain: Commons layout since 2009).
  private var stage: Stage {
    read.said.stage ?? (read.header.isUncorrected ? .uncorrected : .corrected)
  }

  private func passages(_ people: PeopleRead, _ digest: TextDigest) -> [NewPassage] {
    switch read.content {
    case .points(let points):
      return points.map { point in
        NewPassage(
          kind: .point, question: nil, offset: nil, point: point.number, panel: nil, person: nil,
          label: nil, isChair: false, text: point.text, digest: digest)
      }
    case .turns(let turns):
      var question: Int?
      var offset = 0
      return turns.map { turn in
        if let number = turn.questionNumber {
          question = number
          offset = 0
        } else if turn.kind == .speech {
          offset += 1
        }
        return NewPassage(
          kind: turn.kind == .speech ? .turn : .stage, question: question,
          offset: turn.kind == .speech ? offset : nil, point: nil, panel: turn.panel,
          person: turn.speaker.flatMap { people.ids[$0] }, label: turn.label,
          isChair: turn.isChair, text: turn.text, digest: digest)
      }
    }
  }

  /// Numbers issued before are refused.
  private func checkNumbers(
    of passages: [NewPassage], from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    let numbers = Set(passages.compactMap(\.question)).sorted()
    guard let first = numbers.first else { return }
    guard first > 0 else {
      throw Refusal(
        .invalid, "question_number_form",
        "\(read.fileName) has a question \(first); questions are numbered from 1.", field: "file")
    }
    let issued = try Session.issued(among: numbers, as: viewpoint, on: desk.connection)
    if let number = issued.first {
      let reference = try Session.reference(
        ofQuestion: number, as: viewpoint, on: desk.connection)
      let difference = try reference.map {
        try WordsDifference(of: read.texts, from: $0, as: viewpoint, at: desk).inWords
          + "; if it corrects that record: inquiry session correct \($0). "
      }
      throw Refusal(
        .conflict, "question_number_issued",
        "\(read.fileName): question \(number) was issued in this inquiry before"
          + (issued.count > 1 ? ", and \(issued.count - 1) further ones" : "")
          + "; numbers are never used twice. \(difference ?? "")"
          + "Check that this is the right inquiry and file.",
        field: "file")
    }
  }

  private func report(
    _ reference: String, _ place: SessionPlace, _ people: PeopleRead, passages: [NewPassage],
    remarks: [String], wasThere: Bool, settled: SettledLog? = nil
  ) -> ImportReport {
    let numbers = Set(passages.compactMap(\.question)).sorted()
    let range = numbers.first.flatMap { first in numbers.last.map { first...$0 } }
    return ImportReport(
      reference: reference, sessionNumber: place.number, kind: read.said.kind,
      wasReceivedBefore: wasThere, heldOn: place.heldOn, hearing: place.hearing, stage: stage,
      title: read.header.title,
      members: read.members.map { Member(name: $0.name, isChair: $0.isChair) },
      panels: read.panels.map { panel in
        panel.witnesses.map {
          Witness(
            name: $0.name, capacity: $0.role ?? "", organisation: $0.organisation ?? "", group: nil)
        }
      },
      peopleKnown: people.known.count, peopleNew: people.names.count - people.known.count,
      questions: range, questionCount: numbers.count,
      passageCount: passages.count { $0.kind != .stage }, unplaced: read.linesUnplaced,
      remarks: remarks + read.remarks.filter { !TranscriptGate.tells($0) }.map(\.inWords),
      settled: settled)
  }
}

extension Sitting {
  /// Sentences on witnesses who were planned and whom a record does not list.
  fileprivate func absent(from read: RecordRead) -> [String] {
    let heard = Set(read.panels.flatMap { $0.witnesses.map(\.name) })
    guard !heard.isEmpty else {
      return panels.isEmpty
        ? []
        : [
          "This record lists no witnesses, so those planned for \(inWords) count as heard; "
            + "check that each of them came."
        ]
    }
    return panels.flatMap { $0 }.map(\.name).filter { !heard.contains($0) }.map {
      "\($0) was planned as a witness of \(inWords) and is not listed in this record."
    }
  }
}
