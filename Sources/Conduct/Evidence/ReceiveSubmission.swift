import Crypto
public import Inquiries
import Papers
public import Records

/// Takes a written submission into the record, whole or not at all, and allots
/// its reference: nobody else can be given the same one.
public struct ReceiveSubmission: Act {
  public static let title = "receive submission"
  public static let role = Role.clerk
  let read: SubmissionRead

  public init(_ read: SubmissionRead) {
    self.read = read
  }

  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<SubmissionReport> {
    let sha256 = Array(SHA256.hash(data: read.bytes))
    if let known = try known(sha256, from: viewpoint, at: desk) {
      return try again(known, from: viewpoint, at: desk)
    }
    try viewpoint.requireNotLapsed()
    try requireNoOtherWords(from: viewpoint, at: desk)
    let submitters = try read.submitters()
    let receivedOn = try receivedOn(from: viewpoint, at: desk)
    let (call, late, callRemarks) = try call(on: receivedOn, from: viewpoint, at: desk)
    let supplements = try read.said.supplements.map {
      try SubmissionFacts.supplemented($0, from: viewpoint, at: desk)
    }
    let bearers = try NewSubmission.bearers(
      of: submitters, as: viewpoint, on: desk.connection)
    let namesakes = try submitters.filter { bearers[$0] == nil }.compactMap {
      try sentenceOnNamesakes(of: $0, from: viewpoint, at: desk)
    }
    let wording = read.wordingDigest(desk.digest)
    let duplicates = try WrittenSubmission.worded(
      like: wording, as: viewpoint, on: desk.connection)
    let number = try nextNumber(from: viewpoint, at: desk)
    let facts = NewSubmission.Facts(
      number: number, reference: reference(number, in: viewpoint.inquiry),
      submitterKind: read.kind, sequenceKind: read.sequence, supplements: supplements, call: call,
      receivedOn: receivedOn,
      datedOn: read.said.datedOn
        ?? read.paper.day.flatMap { Day(year: $0.year, month: $0.month, day: $0.day) },
      late: late, confidentialityAsked: read.said.confidentiality, language: read.said.language)
    let original = try Original(fileName: read.fileName, sha256: sha256, bytes: read.bytes)
      .insert(on: desk.connection)
    try NewSubmission(
      facts: facts, submitters: submitters, passages: read.passages(desk.digest),
      wordingDigest: wording, unplaced: read.unplaced
    ).insert(
      original: original, known: bearers.compactMapValues { $0.count == 1 ? $0.first : nil },
      as: viewpoint, on: desk.connection)
    if let said = read.said.consent {
      try RecordConsent.require(said, from: viewpoint, at: desk)
      _ = try Contribution.record(
        said, reference: facts.reference, witness: nil, as: viewpoint, on: desk.connection)
    }
    let remarks =
      callRemarks + nameRemarks(bearers.filter { $0.value.count > 1 }.map(\.key.name))
      + namesakes + wordRemarks(facts.reference, duplicates)
    return Done(
      report(
        facts, submitters: submitters.map(\.witness), duplicates: duplicates, remarks: remarks),
      subject: facts.reference,
      detail: ["late": late.rawValue].merging(read.said.consent.map(RecordConsent.detail) ?? [:]) {
        $1
      })
  }

  /// The submission that this is once more: of the same file, from the same people.
  /// One letter that several send is a submission of each; where nobody says who
  /// sends it, its head does, and that is the same.
  private func known(
    _ sha256: [UInt8], from viewpoint: Viewpoint, at desk: Desk
  ) throws -> String? {
    guard let first = try Original.reference(sha256: sha256, as: viewpoint, on: desk.connection)
    else { return nil }
    let isSubmission =
      try WrittenSubmission.find(first, as: viewpoint, on: desk.connection) != nil
    guard isSubmission, !read.said.submitters.isEmpty else { return first }
    return try WrittenSubmission.reference(
      sha256: sha256, signedBy: Set(try read.submitters().map(\.name)).sorted(), as: viewpoint,
      on: desk.connection)
  }

  /// The same file once more: nothing is changed, and the answer says where it is and
  /// what was given with it that stands otherwise.
  private func again(
    _ reference: String, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<SubmissionReport> {
    let detail = try WrittenSubmission.detail(reference, as: viewpoint, on: desk.connection)
    guard let detail else {
      throw Refusal(
        .conflict, "file_is_session_record",
        "\(read.fileName) was received before as \(reference), the record of a session; it is no "
          + "submission too.", field: "file")
    }
    let known = detail.submission
    let again = ReceivedAgain(
      said: read.said, signed: read.said.submitters.isEmpty ? [] : try read.submitters(),
      detail: detail,
      language: try WrittenSubmission.language(of: reference, as: viewpoint, on: desk.connection))
    let report = SubmissionReport(
      reference: reference, wasReceivedBefore: true,
      submitters: detail.contributions.map(\.witness), submitterKind: known.submitterKind,
      sequenceKind: known.sequenceKind, supplements: known.supplements, call: known.call,
      receivedOn: known.receivedOn, datedOn: known.datedOn, late: known.late,
      paragraphCount: detail.paragraphCount, areNumbersPrinted: read.paper.areNumbersPrinted,
      duplicates: [], unplaced: read.unplaced, remarks: again.remarks)
    return Done(report, subject: reference, detail: ["again": "true"])
  }

  /// A paper that prints the reference of a submission on record is that one
  /// with other words, unless it is said to add to it.
  private func requireNoOtherWords(from viewpoint: Viewpoint, at desk: Desk) throws {
    guard let printed = read.paper.reference, read.said.supplements != printed,
      try WrittenSubmission.find(printed, as: viewpoint, on: desk.connection) != nil
    else { return }
    let difference = try WordsDifference(
      of: read.paper.paragraphs.map(\.text), from: printed, as: viewpoint, at: desk)
    throw Refusal(
      .conflict, "reference_received",
      "\(read.fileName) prints the reference \(printed), which was received from another file; "
        + "nothing was changed. \(difference.inWords). Correct that one (inquiry passage correct), "
        + "undo its import (inquiry import undo), or say that this one adds to it (--supplements).",
      field: "file")
  }

  private func receivedOn(from viewpoint: Viewpoint, at desk: Desk) throws -> Day {
    let day = read.said.receivedOn ?? desk.today(in: viewpoint.inquiry)
    try SubmissionFacts.requireReceivable(on: day, from: viewpoint, at: desk)
    return day
  }

  private func call(
    on day: Day, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> (Identifier<CallForEvidence>?, WrittenSubmission.Lateness, [String]) {
    guard let slug = read.said.call else {
      let calls = try CallForEvidence.all(as: viewpoint, on: desk.connection)
      return (
        nil, .no,
        calls.contains { $0.state == .published }
          ? ["No call was named, so nobody looked whether it came in time."] : []
      )
    }
    let (id, call) = try SubmissionFacts.call(slug, from: viewpoint, at: desk)
    if call.isLate(on: day) {
      let closed = call.periods.compactMap(\.closesOn).filter { $0 < day }.max()
      return (
        id, .undecided,
        [
          "It came late: “\(slug)” closed on \(closed?.inWords ?? "an earlier day"). It cannot be "
            + "accepted until it is admitted."
        ]
      )
    }
    return (id, .no, call.isOpen(on: day) ? [] : ["It came before “\(slug)” opened."])
  }

  private func nextNumber(from viewpoint: Viewpoint, at desk: Desk) throws -> Int {
    let number = try WrittenSubmission.nextNumber(as: viewpoint, on: desk.connection)
    guard number <= 9_999 else {
      throw Refusal(
        .conflict, "references_spent",
        "All references from \(reference(1, in: viewpoint.inquiry)) to "
          + "\(reference(9_999, in: viewpoint.inquiry)) are given out.")
    }
    return number
  }

  /// Three letters and four digits, `CTI0012`.
  private func reference(_ number: Int, in inquiry: Inquiry) -> String {
    let digits = "\(number)"
    return inquiry.referencePrefix + String(repeating: "0", count: max(0, 4 - digits.count))
      + digits
  }

  private func nameRemarks(_ shared: [String]) -> [String] {
    var remarks = read.headRemarks
    if read.said.kind == nil, read.said.areOrganisations == nil, read.kind == .individual {
      remarks.append("Taken as sent by a person, since nobody said that a body sends it.")
    }
    remarks += shared.sorted().map {
      "Several on record are called \($0); a further one was entered."
    }
    if read.sequence == .supplementary || read.sequence == .furtherSupplementary,
      read.said.supplements == nil
    {
      remarks.append("It does not say which submission it adds to.")
    }
    return remarks
  }

  /// A sentence on those on record who may be this new person by another spelling: with other
  /// titles, or with the surname first.
  private func sentenceOnNamesakes(
    of submitter: NewSubmission.Submitter, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> String? {
    guard !submitter.isOrganisation else { return nil }
    let words = submitter.name.lowercased().split {
      !$0.isLetter && $0 != "-" && $0 != "'"
    }
    let keys = NameKey.readings(of: submitter.name)
    let alike = try Person.named(
      withAnyOf: words.filter { $0.count > 1 }.map(String.init), as: viewpoint,
      on: desk.connection
    ).filter { !NameKey.readings(of: $0.name).isDisjoint(with: keys) }
    guard !alike.isEmpty else { return nil }
    return "\(submitter.name) was entered as somebody new, and may be "
      + alike.map { "\($0.name) (\($0.id))" }.joined(separator: " or ")
      + "; if they are one, `inquiry person merge` joins them."
  }

  private func wordRemarks(_ reference: String, _ duplicates: [String]) -> [String] {
    var remarks: [String] = []
    if !duplicates.isEmpty {
      let shown = duplicates.prefix(5).joined(separator: ", ")
      remarks.append(
        "It has the same words as \(shown)\(duplicates.count > 5 ? " and others" : ""): a "
          + "duplicate, or a letter that several send.")
    }
    if let printed = read.paper.reference, printed != reference {
      remarks.append("The paper prints the reference \(printed); it goes by \(reference).")
    }
    return remarks + read.paper.remarks.map(\.inWords)
  }

  private func report(
    _ facts: NewSubmission.Facts, submitters: [Witness], duplicates: [String], remarks: [String]
  ) -> SubmissionReport {
    SubmissionReport(
      reference: facts.reference, wasReceivedBefore: false, submitters: submitters,
      submitterKind: facts.submitterKind, sequenceKind: facts.sequenceKind,
      supplements: read.said.supplements, call: read.said.call, receivedOn: facts.receivedOn,
      datedOn: facts.datedOn, late: facts.late,
      paragraphCount: read.paper.paragraphs.count { $0.number != nil },
      areNumbersPrinted: read.paper.areNumbersPrinted, duplicates: duplicates,
      unplaced: read.unplaced, remarks: remarks)
  }
}

extension NewSubmission.Submitter {
  fileprivate var witness: Witness {
    Witness(name: name, capacity: capacity, organisation: organisation, group: nil)
  }
}
