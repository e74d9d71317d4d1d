import Checks
import Inquiries
import Papers
import Postgres
import Records

/// Figures that the public tables of a survey hold back, told where a draft cites their
/// answer: in the sentence or one next to it, the heading or the row of a table, or in a
/// footnote to it.
///
/// Who cites an answer may tell another to the same question, and who cites a whole
/// survey any of it, of everybody or of a group; a number that the public tables show
/// tells none of these.
struct HeldBackGate {
  let reading: DraftReading
  let index: PassageIndex
  /// Those of the draft, for what is remarked of them already.
  let claims: [ClaimEntry]

  private typealias Part = DraftReading.Part
  private typealias Place = SurveyFigure.Place

  /// The answers that a sentence cites.
  private struct Cited {
    var answers: Set<Place> = []
    /// Every answer to their questions.
    var ofQuestions: Set<Place> = []
    /// Those of the surveys that it cites as a whole.
    var ofWhole: Set<Place> = []

    var isEmpty: Bool { answers.isEmpty && ofWhole.isEmpty }
    var all: Set<Place> { ofQuestions.union(ofWhole) }

    mutating func formUnion(_ other: Cited) {
      answers.formUnion(other.answers)
      ofQuestions.formUnion(other.ofQuestions)
      ofWhole.formUnion(other.ofWhole)
    }
  }

  /// A part of the draft, and what each of its sentences cites.
  private struct Citing {
    let part: Part
    var cited: [Cited]
    /// What each of its citations names.
    let named: [Cited]
    var isTable = false

    /// What a number is of: what its sentence cites directly behind it, else all that
    /// it cites.
    func meant(by number: ClaimFinder.ToldNumber) -> Cited {
      let prose = part.prose
      let own = prose.sentences[number.sentence].citations.filter {
        prose.citations[$0].lowerBound >= number.range.upperBound
      }
      guard let first = own.first else { return cited[number.sentence] }
      var meant = named[first]
      for citation in own.dropFirst() {
        let end = prose.citations[citation - 1].upperBound
        let between = prose.bytes[end..<prose.citations[citation].lowerBound]
        guard between.allSatisfy({ $0 <= 0x20 }) else { break }
        meant.formUnion(named[citation])
      }
      return meant
    }

    /// Whether a number stands in a quotation of something else than a survey, whose words
    /// it is one of.
    func isQuoted(_ number: ClaimFinder.ToldNumber) -> Bool {
      let quotation = part.prose.quotations.first { $0.range.contains(number.range.lowerBound) }
      guard let citation = quotation?.citation else { return false }
      return named[citation].isEmpty && meant(by: number).isEmpty
    }

    /// What the sentences next to that of a number cite; nothing where its own, or a
    /// footnote to it, cites behind it, since that is what it is of.
    func nearby(
      _ number: ClaimFinder.ToldNumber, notes: [String: [DraftReading.Bracket]]
    ) -> Cited {
      let prose = part.prose
      let sentence = prose.sentences[number.sentence]
      let hasOwn = sentence.citations.contains {
        prose.citations[$0].lowerBound >= number.range.upperBound
      }
      let isNoted = prose.notes(in: sentence, behind: number.range.upperBound).contains {
        notes[$0] != nil
      }
      guard !hasOwn, !isNoted else { return Cited() }
      return [number.sentence - 1, number.sentence + 1].filter { cited.indices.contains($0) }
        .reduce(into: Cited()) { $0.formUnion(cited[$1]) }
    }
  }

  /// A number that tells answers which are held back.
  private struct Telling {
    let number: ClaimFinder.ToldNumber
    let answers: Set<Place>
    /// Whether its own sentence cites one of them by itself.
    let isBeside: Bool
    /// Whether it is a plain count, and its sentence cites none of them, no survey as a
    /// whole that holds it back, and no question of which a group gave them: it may be of
    /// something else.
    let isInDoubt: Bool
  }

  /// A remark for each sentence; those alone can be waived all of whose numbers are in doubt.
  func remarks(as viewpoint: Viewpoint, on connection: Connection) throws -> [Remark] {
    let citing = self.citing()
    let cited = citing.flatMap(\.cited).reduce(into: Cited()) { $0.formUnion($1) }
    let known = try HeldBackFigures.find(cited.all, as: viewpoint, on: connection)
    guard !known.held.isEmpty else { return [] }
    let finder = ClaimFinder(try ClaimLedger.phrases)
    let told = claims.filter { $0.judgement.isHeldBack && !$0.claim.isNumber }.map(\.claim)
    let remarked = Dictionary(grouping: told, by: \.sentence)
    let ofEverybody = ClaimsOfEverybody(claims)
    return citing.flatMap { citing -> [Remark] in
      guard citing.cited.contains(where: { $0.all.contains { known.held[$0] != nil } }) else {
        return []
      }
      let prose = citing.part.prose
      let numbers = Dictionary(grouping: finder.numbersTold(in: prose), by: \.sentence)
      let borneOut = ofEverybody.found(in: citing.part, by: finder)
      return prose.sentences.indices.compactMap { sentence -> Remark? in
        let old = (remarked[prose.text(prose.sentences[sentence].range)] ?? []).map(\.words)
        let new = (numbers[sentence] ?? []).filter { number in
          !old.contains { $0.contains(number.words) }
            && (citing.part.block.kind != .continuation || !prose.isOfItem(number.range))
        }
        return remark(
          new.compactMap { telling($0, in: citing, known, butIn: borneOut) }, in: citing.part)
      }
    }
  }

  /// - Parameter borneOut: Claims that a public figure of everybody bears out.
  private func telling(
    _ number: ClaimFinder.ToldNumber, in citing: Citing, _ known: HeldBackFigures,
    butIn borneOut: [ClaimFinder.Found]
  ) -> Telling? {
    let cited = citing.cited[number.sentence]
    guard !number.isSpoken, !citing.isQuoted(number),
      !known.isOfLabel(number, in: citing.part.prose, of: cited.answers)
    else { return nil }
    let meant = citing.meant(by: number)
    let nearby = citing.nearby(number, notes: reading.notes)
    let own = known.told(by: number, of: cited.answers)
    var answers = own.union(known.told(by: number, ofWhole: cited.ofWhole))
    var isInDoubt = answers.isEmpty && number.form == .plain && !citing.isTable
    if !citing.part.prose.countsThings(number) {
      answers.formUnion(known.told(by: number, of: nearby.answers))
      answers.formUnion(
        known.told(by: number, ofQuestions: meant.ofQuestions.union(nearby.ofQuestions)))
      let ofGroups =
        isOfEverybody(number, in: citing.part, borneOut, meant.all, known)
        ? [] : known.told(by: number, inGroupsOf: meant.all, isCell: citing.isTable)
      answers.formUnion(ofGroups)
      isInDoubt = isInDoubt && ofGroups.isEmpty
    }
    return answers.isEmpty
      ? nil
      : Telling(
        number: number, answers: answers, isBeside: !own.isEmpty,
        isInDoubt: isInDoubt)
  }

  /// Whether it stands in a claim that is borne out, and its sentence names no group.
  private func isOfEverybody(
    _ number: ClaimFinder.ToldNumber, in part: Part, _ borneOut: [ClaimFinder.Found],
    _ meant: Set<Place>, _ known: HeldBackFigures
  ) -> Bool {
    guard
      let claim = borneOut.first(where: {
        $0.range.lowerBound <= number.range.lowerBound
          && number.range.upperBound <= $0.range.upperBound
      })
    else { return false }
    let sentence = part.prose.sentences[claim.sentence].range
    // The 50 of “about 50 per cent” names nobody of “50 and over”.
    let around =
      part.prose.text(sentence.lowerBound..<claim.range.lowerBound) + " "
      + part.prose.text(
        claim.range.upperBound..<max(claim.range.upperBound, sentence.upperBound))
    let groups = Set(meant.map(\.survey)).flatMap { known.groups(of: $0) }
    return !GroupWords.name(anyOf: groups, in: around)
  }

  private func remark(_ telling: [Telling], in part: Part) -> Remark? {
    guard let first = telling.first else { return nil }
    let answers = Set(telling.flatMap(\.answers)).map(HeldBackGate.locator).sorted()
    let line = part.line(of: first.number.range.lowerBound, in: reading.draft)
    let words = Set(telling.map(\.number.words)).sorted().map { "“\($0)”" }
      .joined(separator: ", ")
    let isInDoubt = telling.allSatisfy(\.isInDoubt)
    let orElse = "; where it is of something else, cite that behind it"
    let orClerk = isInDoubt ? ", or a clerk says so (`inquiry remark waive`)" : ""
    let remedy = telling.contains(where: \.isBeside) ? "" : orElse + orClerk
    return Remark(
      code: .claimTellsHeldBack,
      place: Remark.Place(paragraph: part.paragraph, line: line, locator: answers.first),
      sentence:
        "\(words) in \(part.paragraph.map { "paragraph \($0)" } ?? "line \(line)") tells a figure "
        + "of \(HeldBackGate.list(answers)) that is held back to protect respondents.",
      remedy: "Take the figure out\(remedy).",
      // So that what lets one count stand lets no other of the paragraph.
      subject: isInDoubt ? words : nil, about: answers.joined(separator: "\n"),
      isInDoubt: isInDoubt)
  }

  /// A survey that is cited as a whole may have many answers of one count.
  static func list(_ answers: [String]) -> String {
    let most = 3
    return answers.count <= most
      ? answers.joined(separator: " and ")
      : answers.prefix(most).joined(separator: ", ") + " or another answer"
  }

  static func locator(_ place: SurveyFigure.Place) -> String {
    Locator.answers(
      survey: place.survey, question: place.answer.question, option: place.answer.option
    ).description
  }

  // MARK: What cites

  private func citing() -> [Citing] {
    var citing = (reading.parts + indented).map { part in
      Citing(
        part: part,
        cited: part.prose.sentences.map { sentence in
          var cited = self.cited(by: sentence.citations.map { part.citations[$0].citation })
          cited.formUnion(marked(in: sentence.range, of: part.prose))
          return cited
        }, named: part.citations.map { self.cited(by: [$0.citation]) })
    }
    let tables = Dictionary(grouping: reading.asides, by: \.block.ordinal)
    for (ordinal, parts) in tables.sorted(by: { $0.key < $1.key }) {
      // A row that cites nothing is of what its table cites.
      let ofTable = self.cited(by: reading.brackets[ordinal].map(\.citation))
      citing += parts.map { part in
        let cited = part.row.isEmpty ? ofTable : self.cited(by: part.row.map(\.citation))
        return Citing(
          part: part, cited: part.prose.sentences.map { _ in cited },
          named: part.citations.map { self.cited(by: [$0.citation]) },
          isTable: part.block.kind == .continuation)
      }
    }
    return withLists(withNotes(citing))
  }

  /// An item of a list that cites nothing is of what the others cite, and of what
  /// introduces them.
  private func withLists(_ citing: [Citing]) -> [Citing] {
    var last: [Int: Cited] = [:]
    for citing in citing {
      last[citing.part.block.ordinal] = citing.cited.last
    }
    return citing.map { before in
      let prose = before.part.prose
      guard let first = prose.sentences.firstIndex(where: { prose.beginsItem($0) }) else {
        return before
      }
      var all = before.cited[max(0, first - 1)...].reduce(into: Cited()) { $0.formUnion($1) }
      if first == 0 { all.formUnion(last[before.part.block.ordinal - 1] ?? Cited()) }
      var citing = before
      for (place, sentence) in prose.sentences.enumerated().dropFirst(first)
      where sentence.citations.isEmpty
        && !prose.notes(in: sentence).contains(where: { reading.notes[$0] != nil })
      {
        citing.cited[place].formUnion(all)
      }
      return citing
    }
  }

  /// A footnote and the sentence that refers to it cite together.
  private func withNotes(_ citing: [Citing]) -> [Citing] {
    var byLabel: [String: Cited] = [:]
    for citing in citing {
      for (sentence, cited) in zip(citing.part.prose.sentences, citing.cited) where !cited.isEmpty {
        for label in HeldBackGate.labels(in: sentence, of: citing.part) {
          byLabel[label, default: Cited()].formUnion(cited)
        }
      }
    }
    guard !byLabel.isEmpty else { return citing }
    return citing.map { citing in
      var citing = citing
      for (place, sentence) in citing.part.prose.sentences.enumerated() {
        for label in HeldBackGate.labels(in: sentence, of: citing.part) {
          citing.cited[place].formUnion(byLabel[label] ?? Cited())
        }
      }
      return citing
    }
  }

  /// Of the notes that a sentence refers to, or of the note that it stands in.
  private static func labels(in sentence: Prose.Sentence, of part: Part) -> [String] {
    let text = String(decoding: part.prose.bytes[sentence.range], as: UTF8.self)
    let own = FootnoteMark.label(ofFootnote: part.block.text)
    return FootnoteMark.find(in: text).map(\.label) + (own.map { [$0] } ?? [])
  }

  /// Blocks that go on from a list, which are read neither as prose nor as a table.
  private var indented: [Part] {
    let read = Set((reading.parts + reading.asides).map(\.block.ordinal))
    return reading.draft.blocks.filter {
      !$0.citations.isEmpty && !read.contains($0.ordinal)
    }.map {
      Part(
        block: $0, prose: reading.draft.words(of: $0), paragraph: nil, owner: nil,
        citations: reading.brackets[$0.ordinal])
    }
  }

  private func marked(in range: Range<Int>, of prose: Prose) -> Cited {
    cited(
      at: prose.markedClaims().filter { range.contains($0.range.lowerBound) }.map {
        Locator.read(evened: $0.target)
      })
  }

  private func cited(by citations: [DraftCitation]) -> Cited {
    cited(at: citations.flatMap(\.items).map(\.reading))
  }

  /// The answer that is cited, all answers to the question that is, or all of the survey.
  private func cited(at readings: [Result<Locator, LocatorFailure>]) -> Cited {
    var cited = Cited()
    for case .success(let locator) in readings {
      switch locator {
      case .answers(let survey, let question, _):
        cited.answers.formUnion(answers(at: locator))
        cited.ofQuestions.formUnion(answers(at: .answers(survey: survey, question: question)))
      case .whole: cited.ofWhole.formUnion(answers(at: locator))
      default: continue
      }
    }
    return cited
  }

  private func answers(at locator: Locator) -> [Place] {
    guard case .found(let entries) = index.resolve(locator) else { return [] }
    return entries.compactMap { entry in
      entry.answer.map { Place(survey: entry.sourceReference, answer: $0) }
    }
  }
}

extension Prose {
  /// Whether a number is that of an item of a list, which counts nothing.
  fileprivate func isOfItem(_ number: Range<Int>) -> Bool {
    let rest = bytes[number.upperBound...].prefix(2)
    return rest.first == UInt8(ascii: ".") && rest.last.map { $0 <= 0x20 } == true
      && (number.lowerBound == 0 || bytes[number.lowerBound - 1] == UInt8(ascii: "\n"))
  }

  /// Whether a sentence begins an item of a list.
  fileprivate func beginsItem(_ sentence: Sentence) -> Bool {
    String(decoding: bytes[sentence.range].prefix(12), as: UTF8.self)
      .prefixMatch(of: #/(?:[-*+]|#\.|[0-9]{1,9}\.)(?:\s|$)/#) != nil
  }
}
