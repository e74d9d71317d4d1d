extension PassageIndex {
  func questions(_ range: ClosedRange<Int>, session: Int?, speaker: String?) -> Resolution {
    if let missing = firstMissing(in: range) {
      return .notFound("Q\(missing) is not in the record\(recordedRange).")
    }
    var found: [Int] = []
    for number in range {
      var turns = turnsByBlock[number] ?? []
      if let session {
        turns.removeAll { entries[$0].sessionNumber != session }
        if turns.isEmpty { return .notFound("Q\(number) is not in oral session \(session).") }
      }
      turns = standing(turns)
      if let clash = clash(among: turns, what: "Q\(number)", instead: { "OS\($0), Q\(number)" }) {
        return .ambiguous(clash)
      }
      found += turns
    }
    guard let speaker else { return .found(found.map { entries[$0] }) }
    return turns(of: speaker, among: found, place: "Q" + Locator.text(range))
  }

  func turn(session: Int?, question: Int, offset: Int) -> Resolution {
    var turns = turnsByBlock[question] ?? []
    if let session { turns.removeAll { entries[$0].sessionNumber != session } }
    let within = session.map { " of oral session \($0)" } ?? ""
    guard !turns.isEmpty else {
      return question > 0
        ? .notFound("Q\(question) is not in the record\(within).")
        : .notFound("Nobody speaks before the first question\(within).")
    }
    let found = standing(turns.filter { entries[$0].offset == offset })
    guard !found.isEmpty else {
      let last = turns.map { entries[$0].offset }.max() ?? 0
      return .notFound("Q\(question)+\(offset) is not there; the last is Q\(question)+\(last).")
    }
    let name = "Q\(question)+\(offset)"
    if let clash = clash(among: found, what: name, instead: { "OS\($0), \(name)" }) {
      return .ambiguous(clash)
    }
    return .found(found.map { entries[$0] })
  }

  func points(_ range: ClosedRange<Int>, session: Int, kind: SourceKind?) -> Resolution {
    var found: [Int] = []
    for number in range {
      var points = byPoint[Point(session: session, number: number)] ?? []
      if let kind { points.removeAll { entries[$0].sourceKind != kind } }
      guard !points.isEmpty else {
        let record = kind.map { "The \($0.rawValue) of oral session \(session)" }
        return .notFound("\(record ?? "Oral session \(session)") has no point \(number).")
      }
      points = standing(points)
      let what = "Point \(number) of oral session \(session)"
      if let clash = kindClash(among: points, what: what, suffix: ", point \(number)") {
        return .ambiguous(clash)
      }
      found += points
    }
    return .found(found.map { entries[$0] })
  }

  /// The record of a session is its transcript where one stands.
  func record(of session: Int, kind: SourceKind?) -> Resolution {
    var found = bySession[session] ?? []
    guard !found.isEmpty else {
      return .notFound("There is no record of an oral session \(session).")
    }
    if let kind {
      found.removeAll { entries[$0].sourceKind != kind }
      guard !found.isEmpty else {
        return .notFound("Oral session \(session) has no \(kind.rawValue).")
      }
    }
    found = standing(found)
    let transcript = found.filter { entries[$0].sourceKind == .transcript }
    if !transcript.isEmpty { found = transcript }
    if let clash = kindClash(
      among: found, what: "The record of oral session \(session)", suffix: "")
    {
      return .ambiguous(clash)
    }
    return .found(found.map { entries[$0] })
  }

  func whole(_ reference: String) -> Resolution {
    guard let found = byReference[reference] else { return missing(reference) }
    return .found(found.map { entries[$0] })
  }

  private func missing(_ reference: String) -> Resolution {
    let kind = (SourceKind(reference: reference) ?? .writtenSubmission).title.lowercased()
    return .notFound("There is no \(kind) \(reference).")
  }

  func pages(_ range: ClosedRange<Int>, of reference: String) -> Resolution {
    guard let whole = byReference[reference] else { return missing(reference) }
    let found = whole.filter { entries[$0].page.map(range.contains) ?? false }
    guard !found.isEmpty else {
      return .notFound("Nothing of \(reference) begins on page \(Locator.text(range)).")
    }
    return .found(found.map { entries[$0] })
  }

  func answers(to question: String, option: String?, of survey: String) -> Resolution {
    guard let whole = byReference[survey] else { return missing(survey) }
    let answers = whole.filter {
      entries[$0].answer?.question.lowercased() == question.lowercased()
    }
    guard !answers.isEmpty else { return .notFound("\(survey) has no question \(question).") }
    guard let option else { return .found(answers.map { entries[$0] }) }
    let found = answers.filter {
      entries[$0].answer?.option.lowercased() == option.lowercased()
    }
    guard !found.isEmpty else {
      let there = answers.compactMap { entries[$0].answer?.option }
      return .notFound(
        "\(survey)-\(question) has no answer “\(option)”; there are \(list(there, "and")).")
    }
    return .found(found.map { entries[$0] })
  }

  func paragraphs(_ range: ClosedRange<ParagraphNumber>, of reference: String) -> Resolution {
    guard let whole = byReference[reference] else { return missing(reference) }
    func paragraph(_ number: ParagraphNumber) -> [Int]? {
      byParagraph[Paragraph(reference: reference, number: number)]
    }
    guard let first = range.lowerBound.plain, let last = range.upperBound.plain else {
      // Which numbers stand between two of an outline only the document can say.
      for end in [range.lowerBound, range.upperBound] where paragraph(end) == nil {
        return .notFound("\(reference) has no paragraph \(end).")
      }
      let found = whole.filter { entries[$0].paragraph.map(range.contains) ?? false }
      return .found(found.map { entries[$0] })
    }
    var found: [Int] = []
    for number in first...last {
      guard let numbered = paragraph(ParagraphNumber(number)) else {
        return .notFound("\(reference) has no paragraph \(number).")
      }
      found += numbered
    }
    return .found(found.map { entries[$0] })
  }

  private func turns(of speaker: String, among turns: [Int], place: String) -> Resolution {
    let label = SpeakerLabel(speaker)
    var matching = turns.filter { SpeakerLabel(entries[$0].speaker ?? "").full == label.full }
    if matching.isEmpty {
      matching = turns.filter { SpeakerLabel(entries[$0].speaker ?? "").plain == label.plain }
    }
    if matching.isEmpty {
      matching = turns.filter { entries[$0].speaker.map(label.isSurname) ?? false }
    }
    let names = SpeakerLabel.distinct(matching.compactMap { entries[$0].speaker })
    if names.count > 1 {
      return .ambiguous(
        "“\(speaker)” may be \(list(names, "or")) at \(place); write the name in full.")
    }
    guard matching.isEmpty else { return .found(matching.map { entries[$0] }) }
    let present = SpeakerLabel.distinct(turns.compactMap { entries[$0].speaker })
    return present.isEmpty
      ? .notFound("No speaker is named at \(place).")
      : .notFound("“\(speaker)” does not speak at \(place); there speak \(list(present, "and")).")
  }

  /// A sentence when the passages come from more than one record.
  private func clash(among indices: [Int], what: String, instead: (Int) -> String) -> String? {
    let references = distinct(indices.map { entries[$0].sourceReference })
    guard references.count > 1 else { return nil }
    let sessions = distinct(indices.compactMap { entries[$0].sessionNumber })
    guard sessions.count > 1 else {
      return "\(what) stands in \(list(references, "and")), two records of one session; "
        + "withdraw the one that does not hold."
    }
    let remedies = sessions.map { "[@\(instead($0))]" }
    return "\(what) stands in more than one session; write \(list(remedies, "or"))."
  }

  private func kindClash(among indices: [Int], what: String, suffix: String) -> String? {
    let references = distinct(indices.map { entries[$0].sourceReference })
    guard references.count > 1 else { return nil }
    let kinds = distinct(indices.map { entries[$0].sourceKind })
    guard kinds.count > 1, let session = indices.first.flatMap({ entries[$0].sessionNumber })
    else {
      return "\(what) stands in \(list(references, "and")); withdraw the one that does not hold."
    }
    let remedies = kinds.map { "[@OS\(session)-\($0.rawValue)\(suffix)]" }
    return "\(what) stands in more than one record; write \(list(remedies, "or"))."
  }

  /// The first number of the range that no record has, found by bisection so
  /// that a range of a million costs no more than a range of two.
  private func firstMissing(in range: ClosedRange<Int>) -> Int? {
    var low = 0
    var high = questionNumbers.count
    while low < high {
      let middle = (low + high) / 2
      if questionNumbers[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var expected = range.lowerBound
    while expected <= range.upperBound {
      guard low < questionNumbers.count, questionNumbers[low] == expected else { return expected }
      low += 1
      expected += 1
    }
    return nil
  }

  private var recordedRange: String {
    guard let recorded else { return ", which holds no questions yet" }
    return recorded.count == 1
      ? ", which holds Q\(recorded.lowerBound)"
      : ", which runs from Q\(recorded.lowerBound) to Q\(recorded.upperBound)"
  }
}

/// The values in the order they first came.
private func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
  var seen: Set<Value> = []
  return values.filter { seen.insert($0).inserted }
}

private func list(_ words: [String], _ conjunction: String) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
