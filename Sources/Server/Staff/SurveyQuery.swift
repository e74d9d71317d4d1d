import Conduct
import Hummingbird
import Inquiries
import Papers
import Surveys

/// What a clerk says of a survey in the query of its import.
struct SurveyQuery {
  let fileName: String
  let codebookName: String
  /// How many bytes of the body are the codebook; 0 without one.
  let codebookLength: Int
  let isDryRun: Bool
  let said: SurveyRead.Said

  init(_ query: Parameters) throws {
    fileName = try Self.name(query, "fileName") ?? "responses.csv"
    codebookName = try Self.name(query, "codebookName") ?? "codebook.csv"
    codebookLength = try Self.number(query, "codebookLength", 0...1_000_000_000) ?? 0
    isDryRun = try SubmissionQuery.value(query, "dryRun", "true or false", Bool.init) ?? false
    var said = SurveyRead.Said()
    said.title = query["title"].map(String.init)
    said.facts = try Self.facts(query)
    said.breaks = query.getAll("by")
    said.rule = DisclosureRule(
      smallestCount: try Self.number(query, "smallestCount", 2...1_000) ?? 5,
      smallestBase: try Self.number(query, "smallestBase", 2...1_000) ?? 10)
    said.countsDontKnow =
      try SubmissionQuery.value(query, "countsDontKnow", "true or false", Bool.init) ?? true
    said.mapping = try Self.mapping(query)
    self.said = said
  }

  private static func facts(_ query: Parameters) throws -> SurveyFacts {
    var facts = SurveyFacts()
    func text(_ name: Substring) throws -> String? {
      guard let text = query[name].map(String.init) else { return nil }
      guard text.isVisible, text.count <= 2_000 else {
        throw SubmissionQuery.wrong(String(name), "must be 1 to 2000 visible characters")
      }
      return text
    }
    facts.population = try text("population")
    facts.client = try text("client")
    facts.conductedBy = try text("conductedBy")
    facts.mode = try text("mode")
    facts.sampling = try text("sampling")
    facts.weighting = try text("weighting")
    facts.fieldworkFrom = try SubmissionQuery.value(
      query, "fieldworkFrom", "a day as YYYY-MM-DD"
    ) { Day($0) }
    facts.fieldworkTo = try SubmissionQuery.value(
      query, "fieldworkTo", "a day as YYYY-MM-DD"
    ) { Day($0) }
    facts.isOpenLink = try SubmissionQuery.value(query, "openLink", "true or false", Bool.init)
    facts.invitedCount = try number(query, "invited", 1...100_000_000)
    if let from = facts.fieldworkFrom, let to = facts.fieldworkTo, from > to {
      throw SubmissionQuery.wrong("fieldworkTo", "must not be before the fieldwork began")
    }
    return facts
  }

  private static func mapping(_ query: Parameters) throws -> ResponseMapping {
    var mapping = ResponseMapping()
    mapping.encoding = query["encoding"].map(String.init)
    mapping.separator = query["separator"].map(String.init)
    mapping.ignored = Set(query.getAll("ignore"))
    mapping.weight = query["weight"].map(String.init)
    mapping.respondent = query["respondent"].map(String.init)
    for text in query.getAll("skipRow") {
      guard let row = Int(text), row > 0 else {
        throw SubmissionQuery.wrong("skipRow", "must be the number of a row from 1, not “\(text)”")
      }
      mapping.skippedRows.insert(row)
    }
    for text in query.getAll("map") {
      guard let mark = text.firstIndex(of: "="), mark != text.startIndex else {
        throw SubmissionQuery.wrong(
          "map", "must be NAME=HEADER, the codebook's column before “=”, not “\(text)”")
      }
      mapping.names[String(text[..<mark])] = String(text[text.index(after: mark)...])
    }
    return mapping
  }

  private static func name(_ query: Parameters, _ field: Substring) throws -> String? {
    guard let name = query[field].map(String.init) else { return nil }
    guard name.isVisible, name.count <= 255, !name.contains("/") else {
      throw SubmissionQuery.wrong(
        String(field), "must name the file, in up to 255 visible characters and without folders")
    }
    return name
  }

  private static func number(
    _ query: Parameters, _ name: Substring, _ range: ClosedRange<Int>
  ) throws -> Int? {
    try SubmissionQuery.value(
      query, name, "a number from \(range.lowerBound) to \(range.upperBound)"
    ) { Int($0).flatMap { range.contains($0) ? $0 : nil } }
  }
}
