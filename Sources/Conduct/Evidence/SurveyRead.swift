public import Inquiries
public import Papers
import Records
public import Surveys

/// A survey as it was read from its files, before anything is done with it.
public struct SurveyRead: Sendable {
  /// What a clerk says of the survey where its files do not.
  public struct Said: Sendable {
    public var title: String?
    public var facts = SurveyFacts()
    /// Questions by whose answers the public tables are made, by their codes.
    public var breaks: [String] = []
    public var rule = DisclosureRule()
    public var countsDontKnow = true
    public var mapping = ResponseMapping()

    public init() {}
  }

  /// A file as it came.
  public struct File: Sendable {
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  let file: File
  let codebook: File?
  let title: String
  let facts: SurveyFacts
  let instrument: Instrument
  let content: NewSurvey.Content
  let rule: DisclosureRule
  let remarks: [String]

  /// Reads responses by their codebook, or without one results as published.
  ///
  /// Every table for the public is worked out here, before a connection is taken.
  ///
  /// - Throws: ``PaperError`` for the files, ``Refusal`` `survey_title_missing`,
  ///   `survey_break_unknown` or `survey_break_without_responses`.
  public init(_ file: File, codebook: File?, said: Said) throws {
    self.file = file
    self.codebook = codebook
    rule = said.rule
    var remarks: [String] = []
    var facts = said.facts
    var title = said.title
    if let codebook {
      let read = try CodebookReader.read(
        codebook.bytes, fileName: codebook.name, encoding: nil,
        countsDontKnow: said.countsDontKnow)
      title = title ?? read.study["title"]
      facts.fill(from: read.study)
      instrument = read.instrument
      let (responses, told) = try ResponseReader.read(
        file.bytes, fileName: file.name, codebook: read, mapping: said.mapping)
      let disclosure = Disclosure(
        of: Tabulation(instrument, responses), by: try Self.breaks(said.breaks, in: instrument),
        rule: said.rule)
      content = .responses(responses, tables: disclosure.tables)
      remarks += (read.remarks + told).map(\.message)
    } else {
      guard said.breaks.isEmpty else {
        throw Refusal(
          .invalid, "survey_break_without_responses",
          "Tables by groups are made from responses; these are results, so leave --by out.",
          field: "by")
      }
      let results = try SurveyResults.read(
        file.bytes, fileName: file.name, encoding: said.mapping.encoding,
        separator: said.mapping.separator)
      instrument = results.instrument
      content = .results(results.figures)
      let bare = results.figures.joined().count { $0.base.isEmpty }
      if bare > 0 { remarks.append("Figures without a base: \(bare).") }
    }
    guard let title, title.isVisible, title.count <= 300 else {
      throw Refusal(
        .invalid, "survey_title_missing",
        "Say what the survey is called, in up to 300 visible characters.", field: "title")
    }
    self.title = title
    self.facts = facts
    if !facts.unknown.isEmpty {
      remarks.append(
        "Not known, though a published figure should carry it: "
          + facts.unknown.joined(separator: ", ") + ".")
    }
    self.remarks = remarks
  }

  private static func breaks(
    _ codes: [String], in instrument: Instrument
  ) throws(Refusal) -> [Int] {
    var places: [Int] = []
    for code in codes {
      guard let place = instrument.index(of: code), instrument.questions[place].kind != .text
      else {
        throw Refusal(
          .invalid, "survey_break_unknown",
          "“\(code)” is no question with options in this survey; its questions are "
            + instrument.questions.map(\.code).joined(separator: ", ") + ".", field: "by")
      }
      if !places.contains(place) { places.append(place) }
    }
    return places
  }

  /// The wording of each question, and under it the figures of every answer as
  /// anybody may read them.
  func passages(_ digest: TextDigest) -> [(passage: NewPassage, answer: AnswerPlace?)] {
    instrument.questions.enumerated().flatMap { number, question in
      let asked = question.askedOf.map { " (asked of \($0))" } ?? ""
      let heading = (
        passage: passage(.heading, "\(question.code). \(question.wording)\(asked)", digest),
        answer: AnswerPlace?.none
      )
      return [heading]
        + answers(number).map { option, words in
          (
            passage(.answer, "\(option.label): \(words).", digest),
            AnswerPlace(question: question.code, option: option.code)
          )
        }
    }
  }

  private func answers(_ number: Int) -> [(SurveyOption, String)] {
    switch content {
    case .results(let figures):
      return zip(instrument.questions[number].options, figures[number]).map { ($0, $1.inWords) }
    case .responses(_, let tables):
      let code = instrument.questions[number].code
      guard let table = tables.first(where: { $0.question.code == code && $0.by == nil }) else {
        return []
      }
      return table.options.indices.map {
        (table.options[$0], table.words(ofOption: $0, rule: rule))
      }
    }
  }

  private func passage(_ kind: PassageKind, _ text: String, _ digest: TextDigest) -> NewPassage {
    NewPassage(
      kind: kind, question: nil, offset: nil, point: nil, panel: nil, person: nil, label: nil,
      isChair: false, text: text, digest: digest)
  }

  /// Figures held back in the public tables, of how many.
  var heldBack: (count: Int, of: Int) {
    guard case .responses(_, let tables) = content else { return (0, 0) }
    return tables.reduce((0, 0)) { sum, table in
      (sum.0 + table.counts.count { $0 == nil }, sum.1 + table.counts.count)
    }
  }
}

extension SurveyFacts {
  /// Takes what a study says of itself where nobody said otherwise.
  fileprivate mutating func fill(from study: [String: String]) {
    population = population ?? study["universe"]
    fieldworkFrom = fieldworkFrom ?? study["fieldwork_start"].flatMap { Day($0) }
    fieldworkTo = fieldworkTo ?? study["fieldwork_end"].flatMap { Day($0) }
    client = client ?? study["client"]
    conductedBy = conductedBy ?? study["conducted_by"]
    mode = mode ?? study["mode"]
    sampling = sampling ?? study["sampling"]
    weighting = weighting ?? study["weighting"]
  }

  /// What must be said and is not known.
  fileprivate var unknown: [String] {
    var unknown: [String] = []
    if population == nil { unknown.append("population") }
    if fieldworkFrom == nil || fieldworkTo == nil { unknown.append("days of fieldwork") }
    if client == nil { unknown.append("client") }
    if mode == nil { unknown.append("mode") }
    if isOpenLink == nil { unknown.append("whether the link was open") }
    return unknown
  }
}
