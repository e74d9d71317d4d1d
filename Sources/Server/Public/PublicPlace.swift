import Inquiries
import Records

/// One place of the public surface, as a page and mostly as data too.
///
/// Reading is strict, so that a place has one address: no percent signs, no
/// double slashes, numbers without sign or leading zero.
enum PublicPlace: Hashable {
  case inquiries
  case inquiry(String)
  case sessions(String)
  case session(String, Int)
  /// A transcript of a session as a file for other programs.
  case transcript(String, Int, TranscriptFile)
  case question(String, Int)
  case findings(String)
  case finding(String, Int)
  case recommendations(String)
  case recommendation(String, Int)
  case report(String)
  case witnesses(String)
  case submissions(String)
  case submission(String, String)
  /// One paragraph of a submission; as a page it is a place on that of the whole.
  case paragraph(String, String, Int)
  /// One version of a passage, superseded or not.
  case version(String, PublishedVersion.Place, Int)
  case surveys(String)
  case survey(String, String)
  /// One answer of a survey, by its anchor on the survey's page; as a page it is a
  /// place on that.
  case answer(String, String, String)
  /// The tables of a survey as CSV.
  case surveyTables(String, String)
  case documents(String)
  case document(String, String)
  case calls(String)
  case call(String, String)
  /// The listing over all evidence; alone of all places it takes a query.
  case evidence(String)

  /// Reads what stands after `/inquiries` in an address.
  init?(_ parts: ArraySlice<Substring>) {
    guard let first = parts.first else {
      self = .inquiries
      return
    }
    let slug = String(first)
    guard slug.isSlug else { return nil }
    let rest = parts.dropFirst()
    guard let noun = rest.first else {
      self = .inquiry(slug)
      return
    }
    if let place = PublicPlace.written(slug, rest) ?? PublicPlace.version(slug, rest) {
      self = place
      return
    }
    if noun == "sessions", parts.count == 4,
      let number = PublicPlace.number(parts[parts.startIndex + 2]),
      let file = parts.last.flatMap({ TranscriptFile($0) })
    {
      self = .transcript(slug, number, file)
      return
    }
    guard parts.count <= 3 else { return nil }
    let number = rest.dropFirst().first.map(PublicPlace.number)
    switch (noun, number) {
    case ("sessions", nil): self = .sessions(slug)
    case ("sessions", .some(.some(let number))): self = .session(slug, number)
    case ("questions", .some(.some(let number))): self = .question(slug, number)
    case ("findings", nil): self = .findings(slug)
    case ("findings", .some(.some(let number))): self = .finding(slug, number)
    case ("recommendations", nil): self = .recommendations(slug)
    case ("recommendations", .some(.some(let number))): self = .recommendation(slug, number)
    case ("report", nil): self = .report(slug)
    case ("witnesses", nil): self = .witnesses(slug)
    default: return nil
    }
  }

  /// Reads places of written evidence, whose last parts are no numbers.
  private static func written(_ slug: String, _ parts: ArraySlice<Substring>) -> PublicPlace? {
    let parts = Array(parts)
    switch (parts[0], parts.count) {
    case ("submissions", 1): return .submissions(slug)
    case ("submissions", 2): return reference(parts[1]).map { .submission(slug, $0) }
    case ("submissions", 4) where parts[2] == "paragraphs":
      guard let reference = reference(parts[1]), let number = number(parts[3]) else { return nil }
      return .paragraph(slug, reference, number)
    case ("surveys", 1): return .surveys(slug)
    case ("surveys", 2): return survey(parts[1]).map { .survey(slug, $0) }
    case ("surveys", 3) where parts[2] == "tables.csv":
      return survey(parts[1]).map { .surveyTables(slug, $0) }
    case ("surveys", 4) where parts[2] == "answers":
      guard let survey = survey(parts[1]), let anchor = anchor(parts[3]) else { return nil }
      return .answer(slug, survey, anchor)
    case ("documents", 1): return .documents(slug)
    case ("documents", 2):
      return document(parts[1]).map { .document(slug, $0) }
    case ("calls", 1): return .calls(slug)
    case ("calls", 2): return String(parts[1]).isSlug ? .call(slug, String(parts[1])) : nil
    case ("evidence", 1): return .evidence(slug)
    default: return nil
    }
  }

  /// `D3`: the number without a leading zero.
  static func document(_ text: Substring) -> String? {
    text.first == "D" && number(text.dropFirst()) != nil ? String(text) : nil
  }

  /// `q4-yes`, as ``AnswerPlace/anchor`` prints it.
  static func anchor(_ text: Substring) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isAnchor = parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
        }
    }
    // 2,000: codes are short, and so many bytes are no address.
    return parts.count == 2 && isAnchor && text.utf8.count <= 2_000 ? String(text) : nil
  }

  /// `S2`: the number without a leading zero.
  static func survey(_ text: Substring) -> String? {
    text.first == "S" && number(text.dropFirst()) != nil ? String(text) : nil
  }

  /// `CTI0012`: three letters of the inquiry's and four digits.
  static func reference(_ text: Substring) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count == 7,
      bytes.prefix(3).allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }),
      bytes.dropFirst(3).allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return String(text)
  }

  /// The inquiry it is a place of; `nil` for the list of all.
  var slug: String? {
    switch self {
    case .inquiries: nil
    case .inquiry(let slug), .sessions(let slug), .session(let slug, _),
      .transcript(let slug, _, _), .question(let slug, _),
      .findings(let slug), .finding(let slug, _), .recommendations(let slug),
      .recommendation(let slug, _), .report(let slug), .witnesses(let slug),
      .submissions(let slug), .submission(let slug, _), .paragraph(let slug, _, _),
      .documents(let slug), .document(let slug, _),
      .surveys(let slug), .survey(let slug, _), .surveyTables(let slug, _),
      .answer(let slug, _, _),
      .calls(let slug), .call(let slug, _), .evidence(let slug), .version(let slug, _, _):
      slug
    }
  }

  /// The page's address; the only one it has.
  var address: String {
    switch self {
    case .inquiries: "/"
    case .inquiry(let slug): Address.inquiry(slug)
    case .sessions(let slug): Address.sessions(slug)
    case .session(let slug, let number): Address.session(slug, number)
    case .transcript(let slug, let number, let file):
      "\(Address.session(slug, number))/\(file.name)"
    case .question(let slug, let number): Address.question(slug, number)
    case .findings(let slug): Address.findings(slug)
    case .finding(let slug, let number): Address.finding(slug, number)
    case .recommendations(let slug): Address.recommendations(slug)
    case .recommendation(let slug, let number): Address.recommendation(slug, number)
    case .report(let slug): Address.report(slug)
    case .witnesses(let slug): Address.witnesses(slug)
    case .submissions(let slug): Address.submissions(slug)
    case .submission(let slug, let reference): Address.submission(slug, reference)
    case .paragraph(let slug, let reference, let number):
      "\(Address.submission(slug, reference))/paragraphs/\(number)"
    case .version(let slug, let place, let number): place.address(in: slug, version: number)
    case .surveys(let slug): Address.surveys(slug)
    case .survey(let slug, let reference): Address.written(slug, reference)
    case .answer(let slug, let reference, let anchor):
      "\(Address.written(slug, reference))/answers/\(anchor)"
    case .surveyTables(let slug, let reference):
      "\(Address.written(slug, reference))/tables.csv"
    case .documents(let slug): Address.documents(slug)
    case .document(let slug, let reference): Address.written(slug, reference)
    case .calls(let slug): Address.calls(slug)
    case .call(let slug, let call): Address.call(slug, call)
    case .evidence(let slug): Address.evidence(slug)
    }
  }

  /// The address of the same as data, where it is told as data by itself.
  var dataAddress: String? {
    switch self {
    case .inquiries: "\(PublicTarget.api)/inquiries"
    case .witnesses, .finding, .transcript, .surveyTables: nil
    default: PublicTarget.api + address
    }
  }

  /// A number from 1 on, in at most nine digits, as addresses print it.
  static func number(_ text: some StringProtocol) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "0"),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }
}

extension Address {
  /// Who was heard, session by session and group by group.
  static func witnesses(_ slug: String) -> String {
    "\(inquiry(slug))/witnesses"
  }
}
