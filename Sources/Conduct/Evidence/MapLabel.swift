public import Inquiries
public import Records

/// Says who a speaker label of a transcript is that nobody listed was sure to
/// bear. Saying it again undoes it; what is published follows.
///
/// So it goes with a label that the import was sure of, where it is said whose turns
/// are meant, until those are published or cited.
public struct MapLabel: Act {
  /// Who is meant by a label.
  public enum Speaker: Sendable {
    /// Somebody who occurs in the inquiry, by number.
    case person(Identifier<Person>)
    /// A member or witness of the session, by name.
    case listed(String)
    /// Nobody who is known; the label is all that is printed.
    case nobody
  }

  public static let title = "map label"
  public static let role = Role.clerk
  let reference: String
  let label: String
  let from: Identifier<Person>?
  let speaker: Speaker
  let revision: Int?

  /// - Parameters:
  ///   - reference: The transcript, such as `OS3`.
  ///   - label: As printed, without its colon.
  ///   - from: Whose turns are meant by now; `nil` for those that were in doubt.
  ///   - revision: Of the label as it was read, 0 while it is in doubt; `nil`
  ///     where nobody says.
  public init(
    _ label: String, of reference: String, from: Identifier<Person>? = nil, to speaker: Speaker,
    revision: Int? = nil
  ) {
    self.reference = reference
    self.label = label
    self.from = from
    self.speaker = speaker
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<LabelInDoubt> {
    let found = try SourceList([reference]).locked(from: viewpoint, at: desk)
    guard let (id, source) = found.first, found.count == 1, source.kind == .transcript else {
      throw Refusal(
        .invalid, "labels_of_transcripts",
        "“\(reference)” is no transcript; only those have speaker labels.", field: "reference")
    }
    let before = try find(from: viewpoint, at: desk)
    if let revision, revision != before.revision {
      throw Refusal.stale("“\(label)”", now: before.revision)
    }
    if let from, before.isSure,
      let use = try Session.use(of: [id], by: from, label: label, on: desk.connection)
    {
      throw use.refusal(of: "“\(before.name ?? label)”", field: "from")
    }
    let person = try person(at: id, from: viewpoint, at: desk)
    let named = source.state == .published ? try namedBeside(id, at: desk) : []
    try LabelInDoubt.settle(
      label, of: id, from: from, as: person, on: desk.today(in: viewpoint.inquiry), by: viewpoint,
      desk.connection)
    if source.state == .published, try !namedBeside(id, at: desk).isSubset(of: named) {
      throw Refusal(
        .conflict, "anonymous_named",
        "“\(label)” would be public under the name of somebody who is not to be named; nothing was "
          + "done. Who gave evidence here under the name is listed as a witness first.",
        field: "person")
    }
    try Publication.refresh(viewpoint.inquiryID, sources: [id], on: desk.connection)
    // A name that nothing refers to any more goes only after it was let go.
    try Publication.refresh(viewpoint.inquiryID, sources: [], on: desk.connection)
    let now =
      try LabelInDoubt.all(of: reference, as: viewpoint, on: desk.connection)
      .first { $0.label == label && $0.person == person } ?? before
    return Done(
      now, subject: reference,
      detail: [
        "turns": "\(before.count)", "from": from.map { "\($0)" } ?? "",
        "person": now.person.map { "\($0)" } ?? "nobody known",
      ].filter { !$0.value.isEmpty })
  }

  /// The names of who is not to be named that stand beside the words, in labels above all.
  private func namedBeside(_ source: Identifier<Source>, at desk: Desk) throws -> Set<String> {
    Set(
      try PublishableWords.withMarks(in: [source], on: desk.connection)
        .filter(\.isBesideWords).flatMap(\.withheldNames))
  }

  /// The turns that are meant.
  private func find(from viewpoint: Viewpoint, at desk: Desk) throws -> LabelInDoubt {
    let all = try LabelInDoubt.all(
      of: reference, withSure: true, as: viewpoint, on: desk.connection
    ).filter { $0.label == label }
    let meant = all.filter { from == nil ? !$0.isSure : $0.person == from }
    guard let only = meant.first else {
      let sure = all.compactMap { label in label.person.map { "--from \($0) (\(label.name ?? ""))" }
      }
      throw Refusal(
        .notFound, "label_not_in_doubt",
        "No turn of \(reference) with the label “\(label)” "
          + (from == nil ? "was in doubt; " : "is said by who you name; ")
          + (sure.isEmpty
            ? "`inquiry session labels \(reference) --all` lists every label."
            : "say whose turns are meant: \(sure.joined(separator: " or "))."),
        field: from == nil ? "label" : "from")
    }
    guard meant.count == 1 else {
      let people = meant.compactMap { label in label.person.map { "\($0) (\(label.name ?? ""))" } }
      throw Refusal(
        .conflict, "label_of_several",
        "Turns of \(reference) with the label “\(label)” are said by several people; say whose are "
          + "meant (--from): \(people.joined(separator: " or ")).", field: "from")
    }
    return only
  }

  private func person(
    at source: Identifier<Source>, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Identifier<Person>? {
    switch speaker {
    case .nobody: return nil
    case .person(let id):
      guard let person = try Person.find(id, as: viewpoint, on: desk.connection) else {
        throw PersonLookup.notFound(id)
      }
      return person.id
    case .listed(let name):
      let people = try Person.listed(as: name, at: source, on: desk.connection)
      guard people.count <= 1 else {
        throw Refusal(
          .conflict, "name_ambiguous",
          "\(people.count) people at the session of \(reference) are called “\(name)”: say which by "
            + "number, \(people.map { "\($0)" }.joined(separator: " or ")).", field: "listed")
      }
      guard let person = people.first else {
        throw Refusal(
          .notFound, "speaker_not_listed",
          "“\(name)” is no member or witness of the session of \(reference); `inquiry person list` "
            + "has the numbers of everybody in the inquiry.", field: "listed")
      }
      return person
    }
  }
}
