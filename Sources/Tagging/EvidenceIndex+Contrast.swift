extension EvidenceIndex {
  /// One thing that a text says for which evidence is sought.
  struct Statement {
    let terms: Set<Int32>
    /// Those that stand behind the word that asks; all where none does.
    let asked: Set<Int32>
    let isDenied: Bool
  }

  func statements(of text: String) -> [Statement] {
    SpokenSentence.read(text).flatMap(\.statements).map { clause in
      let stems = SpokenSentence(words: Array(clause.words), isQuestion: true).terms
      let behind = SpokenSentence(words: Array(clause.behindModal), isQuestion: true).terms
      return Statement(
        terms: known(stems), asked: known(behind.isEmpty ? stems : behind),
        isDenied: clause.isDenied)
    }
  }

  private func known(_ stems: Set<String>) -> Set<Int32> {
    Set(stems.compactMap { number(of: $0).map(Int32.init) })
  }

  /// Words with which a passage takes the other side than the statement that it shares most
  /// words with; `nil` where it shares none.
  ///
  /// Nothing is said of a context of which something is confidential, whose words a mark
  /// would confirm. Of a denial only what is said for the thing speaks against, and people
  /// say “should” of much, so that it must share more than what agrees with the denial. Who is
  /// asked, such as a ministry, is asked much else, and is not enough to share.
  func contrast(_ entry: Entry, with statements: [Statement]) -> String? {
    guard !entries[units[Int(entry.unit)].entries].contains(where: \.isConfidential) else {
      return nil
    }
    var agreeing = 0
    var contrary: (shared: Int, cue: String)?
    for position in positions[entry.positions] {
      let terms = Set(positionTerms[position.terms])
      var shared = 0
      var isDenied = false
      for statement in statements where !statement.asked.isDisjoint(with: terms) {
        let count = statement.terms.intersection(terms).count
        if count > shared { (shared, isDenied) = (count, statement.isDenied) }
      }
      guard shared > 0 else { continue }
      switch (isDenied, position.isAgainst) {
      case (false, true): return position.cue
      case (true, true): agreeing = max(agreeing, shared)
      case (true, false):
        if shared > contrary?.shared ?? 0 { contrary = (shared, position.cue) }
      case (false, false): break
      }
    }
    return contrary.flatMap { $0.shared > agreeing ? $0.cue : nil }
  }
}
