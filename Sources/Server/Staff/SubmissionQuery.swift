import Conduct
import Hummingbird
import Inquiries
import Records

/// What a clerk says of a submission in the query of its receipt, and which
/// submissions a listing is asked for.
struct SubmissionQuery {
  let fileName: String
  let encoding: String?
  let isDryRun: Bool
  let said: SubmissionRead.Said

  init(_ query: Parameters) throws {
    guard let fileName = query["fileName"].map(String.init), fileName.isVisible,
      fileName.count <= 255, !fileName.contains("/")
    else {
      throw SubmissionQuery.wrong(
        "fileName", "must name the file, in up to 255 visible characters and without folders")
    }
    let language = query["language"].map(String.init) ?? "en"
    guard language.wholeMatch(of: #/[a-z]{2,3}(-[A-Za-z0-9]{2,8})*/#) != nil else {
      throw SubmissionQuery.wrong("language", "must be a language tag such as en or cy")
    }
    let confidentiality = query["confidentiality"].map(String.init)
    if let confidentiality, !confidentiality.isVisible || confidentiality.count > 5_000 {
      throw SubmissionQuery.wrong(
        "confidentiality", "must say what is asked to be kept back, in up to 5000 characters")
    }
    self.fileName = fileName
    encoding = query["encoding"].map(String.init)
    isDryRun = try SubmissionQuery.value(query, "dryRun", "true or false", Bool.init) ?? false
    said = SubmissionRead.Said(
      submitters: query.getAll("submitter"), kind: try SubmissionQuery.word(query, "kind"),
      areOrganisations: try SubmissionQuery.value(
        query, "organisation", "true or false", Bool.init),
      sequence: try SubmissionQuery.word(query, "sequence"),
      supplements: query["supplements"].map(String.init), call: query["call"].map(String.init),
      receivedOn: try SubmissionQuery.day(query, "receivedOn"),
      datedOn: try SubmissionQuery.day(query, "datedOn"),
      consent: try SubmissionQuery.consent(query),
      confidentiality: confidentiality, language: language)
  }

  /// Which submissions are listed.
  static func filter(_ query: Parameters) throws -> WrittenSubmission.Filter {
    WrittenSubmission.Filter(
      state: try word(query, "state"), outcome: try word(query, "outcome"),
      call: query["call"].map(String.init), late: try word(query, "late"),
      campaign: query["campaign"].map(String.init))
  }

  /// The day by which consents are due for review, where one is asked for.
  static func reviewDay(_ query: Parameters) throws -> Day? {
    try day(query, "reviewBy")
  }

  /// What those who signed said to publication; all of the query's words on it
  /// need the word itself and its day.
  private static func consent(_ query: Parameters) throws -> Contribution.Said? {
    let details = ["consentBy", "consentOn", "consentUse", "consentWording", "consentReviewOn"]
    guard let consent: Consent = try word(query, "consent"), consent != .notAsked else {
      if let name = details.first(where: { query[Substring($0)] != nil }) {
        throw wrong(name, "needs “consent”: given, refused or withdrawn")
      }
      return nil
    }
    guard let on = try day(query, "consentOn") else {
      throw wrong("consentOn", "must say on which day, as YYYY-MM-DD")
    }
    let uses = try query.getAll("consentUse").map { text in
      guard let use = ConsentUse(rawValue: text) else {
        throw wrong("consentUse", "must be one of publish, quote, name, not “\(text)”")
      }
      return use
    }
    return Contribution.Said(
      consent, givenBy: query["consentBy"].map(String.init), on: on,
      uses: uses.isEmpty ? consent.unsaidUses : Set(uses),
      wording: query["consentWording"].map(String.init),
      reviewOn: try day(query, "consentReviewOn"))
  }

  private static func day(_ query: Parameters, _ name: Substring) throws -> Day? {
    try value(query, name, "a day as YYYY-MM-DD") { Day($0) }
  }

  private static func word<Word: RawRepresentable & CaseIterable>(
    _ query: Parameters, _ name: Substring
  ) throws -> Word? where Word.RawValue == String {
    let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
    return try value(query, name, "one of \(words)", Word.init(rawValue:))
  }

  static func value<Value>(
    _ query: Parameters, _ name: Substring, _ wanted: String, _ read: (String) -> Value?
  ) throws -> Value? {
    guard let text = query[name].map(String.init) else { return nil }
    guard let value = read(text) else {
      throw wrong(String(name), "must be \(wanted), not “\(text)”")
    }
    return value
  }

  static func wrong(_ name: String, _ what: String) -> Refusal {
    Refusal(.invalid, "query_value", "“\(name)” \(what).", field: name)
  }
}
