public import Inquiries
public import Postgres
public import Records

/// What looks like personal data in the words of submissions, and of records of
/// sessions, as they would be published.
public enum PersonalDataCheck {
  typealias Found = (words: PublishableWords, data: PersonalData)

  /// The places of one submission; what was found is told to clerks alone.
  public static func remarks(
    on reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [PersonalDataRemark] {
    guard try WrittenSubmission.find(reference, as: viewpoint, on: connection) != nil else {
      throw Refusal(
        .notFound, "submission_not_found",
        "There is no submission “\(reference)” in this inquiry.", field: "reference")
    }
    return try places(in: reference, as: viewpoint, on: connection)
  }

  /// The places of a source of any kind.
  public static func remarks(
    onSource reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [PersonalDataRemark] {
    guard try Source.find(reference, as: viewpoint, on: connection) != nil else {
      throw Refusal(
        .notFound, "source_not_found", "There is no “\(reference)” in this inquiry.",
        field: "reference")
    }
    return try places(in: reference, as: viewpoint, on: connection)
  }

  private static func places(
    in reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [PersonalDataRemark] {
    // Beside words that can be read, the place alone may tell the term.
    let terms =
      try viewpoint.isClerk
      ? ProtectedTerms.places(of: reference, as: viewpoint, on: connection) : []
    let words = try PublishableWords.withMarks(of: reference, as: viewpoint, on: connection)
    let held = terms.map {
      PersonalDataRemark(locator: $0.locator, kind: .protectedTerm, words: nil)
    }
    let found = all(in: words).flatMap { words, data -> [PersonalDataRemark] in
      guard viewpoint.isClerk else {
        return [PersonalDataRemark(locator: words.locator, kind: data.kind, words: nil)]
      }
      let written = data.kind == .withheldName ? words.written(data.words) : [data.words]
      return written.map {
        PersonalDataRemark(locator: words.locator, kind: data.kind, words: $0)
      }
    }
    return held + found
  }

  /// How much there is to look at in each source that is not public yet;
  /// those with nothing are left out.
  public static func counts(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [PersonalDataCount] {
    counts(all(in: try PublishableWords.unpublished(as: viewpoint, on: connection)))
  }

  /// What is still open before these are published, or are public with words that were left
  /// out.
  ///
  /// - Returns: What the audit says of those who saw it and published all the
  ///   same; nothing where nothing is open.
  static func require(
    seen: Bool, in sources: [Identifier<Source>], isLifting: Bool = false, at desk: Desk
  ) throws -> [String: String] {
    // Whose name this keeps back may be named by others who are public already.
    let found = all(
      in: try PublishableWords.withMarks(in: sources, on: desk.connection)
        + PublishableWords.publicNaming(of: sources, on: desk.connection))
    guard let first = found.first else { return [:] }
    guard seen else {
      let more = found.count - 1
      throw Refusal(
        .conflict, "personal_data_open",
        "\(first.words.locator) holds what looks like \(first.data.kind.inWords)"
          + (more > 0 ? ", and \(more) further place\(more == 1 ? "" : "s")" : "")
          + "; \(advice(first.words, isLifting: isLifting)), or say that it was seen "
          + "(--personal-data-seen).",
        field: "personalDataSeen")
    }
    return onRecord(found)
  }

  /// What the audit says of what somebody saw and let stand.
  static func onRecord(_ found: [Found]) -> [String: String] {
    let words = counts(found).map { "\($0.reference) \($0.count)" }
    return ["personalDataSeen": words.joined(separator: ", ")]
  }

  private static func advice(_ words: PublishableWords, isLifting: Bool) -> String {
    guard !isLifting else { return "nothing was done. Leave these words out" }
    return "nothing was published. Look (`inquiry \(check(words))`) and \(remedy(words))"
  }

  private static func check(_ words: PublishableWords) -> String {
    (words.kind == .writtenSubmission ? "submission" : "evidence") + " check " + words.reference
  }

  /// Words of a session were spoken and are not left out, but corrected.
  private static func remedy(_ words: PublishableWords) -> String {
    guard !words.isFootnote else { return "take it away (`inquiry passage remove-note`)" }
    guard !words.isBesideWords else {
      return "say whose label it is (`inquiry session map-label`), or what the witness is "
        + "(`inquiry session replace`; once published, `inquiry person rename --name-only`)"
    }
    return [.writtenSubmission, .survey].contains(words.kind)
      ? "redact it (`inquiry submission redact`)" : "correct it (`inquiry passage correct`)"
  }

  static func all(in words: [PublishableWords]) -> [Found] {
    words.flatMap { words in
      var found = PersonalDataFinder.find(in: words.text)
      found += words.ownNames.map { PersonalData(.ownName, $0) }
      found += words.withheldNames.map { PersonalData(.withheldName, $0) }
      return found.map { (words: words, data: $0) }
    }
  }

  private static func counts(_ found: [Found]) -> [PersonalDataCount] {
    Dictionary(grouping: found, by: \.words.reference).map { reference, found in
      let kinds = Set(found.map(\.data.kind))
      return PersonalDataCount(
        reference: reference, count: found.count,
        kinds: PersonalData.Kind.allCases.filter(kinds.contains))
    }.sorted { $0.reference < $1.reference }
  }
}
