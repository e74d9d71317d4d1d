import Inquiries

/// Whether findings are answered by what stands under them, and whether what is
/// disputed is shown from both sides.
enum ConclusionChecks {
  static func remarks(on snapshot: Snapshot) -> [Remark] {
    let chapters = Chapters(snapshot)
    let answers = Dictionary(
      grouping: snapshot.recommendations, by: { $0.findingKey ?? "" })
    let contested = Set(
      snapshot.use.links.lazy.filter { $0.counts && $0.stance == .contrasts && $0.isOfFinding }
        .map(\.key))
    return snapshot.findings.flatMap { finding -> [Remark] in
      guard let block = chapters.block(of: finding) else { return [] }
      var remarks = unanswered(finding, block, answers[finding.key] ?? [])
      if contested.contains(finding.key), let survey = chapters.onlySurvey(in: block.chapter) {
        remarks.append(
          Remark(
            code: .conflictOneSided, place: finding.place,
            sentence:
              "\(finding.name) is contested, and its chapter gives the figures of one survey "
              + "alone, \(survey).",
            remedy: "Give the figures of the other side, or say that there are none."))
      }
      return remarks
    }
  }

  /// What a finding says was asked for, where no recommendation under it has one
  /// word of that.
  ///
  /// Words are compared without a last s and by their first six letters, those
  /// shorter than four letters left out, so that “files” meets “file”.
  private static func unanswered(
    _ finding: Snapshot.Finding, _ block: Snapshot.Block,
    _ recommendations: [Snapshot.Recommendation]
  ) -> [Remark] {
    guard !recommendations.isEmpty else { return [] }
    let said = Set(recommendations.flatMap { stems($0.words) })
    let words = PlainWords.of(block.words)
    let asks = words.matches(
      of: #/\b(?:want(?:s|ed)?|ask(?:s|ed)? for|call(?:s|ed)? for|plead(?:s|ed)? for) [^.;]+/#)
    return asks.compactMap { ask in
      let stems = stems(ask.output.split(separator: " ").dropFirst().joined(separator: " "))
      guard !stems.isEmpty, said.isDisjoint(with: stems) else { return nil }
      return Remark(
        code: .findingAskUnanswered, place: finding.place,
        sentence:
          "\(finding.name) says that people “\(ask.output)”, and no recommendation under it "
          + "takes that up.",
        remedy: "Recommend it, or be ready to say why not.", subject: String(ask.output))
    }
  }

  private static func stems(_ words: some StringProtocol) -> Set<String> {
    Set(
      words.lowercased().split { !$0.isLetter && $0 != "'" }.filter { $0.count > 3 }
        .map { String(($0.count > 4 && $0.last == "s" ? $0.dropLast() : $0).prefix(6)) }
    ).subtracting(common)
  }

  /// Longer words that say nothing of what is asked, by their first letters.
  private static let common: Set<String> = [
    "more", "most", "much", "many", "with", "from", "that", "this", "these", "those", "their",
    "there", "them", "they", "have", "been", "were", "will", "would", "should", "could", "must",
    "what", "which", "when", "where", "while", "every", "each", "such", "some", "than", "then",
    "also", "into", "only", "other", "about", "betwee",
  ]

  /// Chapters of the draft by the paragraphs in them.
  private struct Chapters {
    private let blocks: [String: Snapshot.Block]
    /// Surveys that are cited in each, by its heading.
    private let surveys: [String: Set<String>]
    private let surveyCount: Int

    init(_ snapshot: Snapshot) {
      let chapterOf = Dictionary(
        snapshot.blocks.compactMap { block in
          block.paragraph.flatMap { number in block.chapter.map { (number, $0) } }
        }, uniquingKeysWith: { first, _ in first })
      let known = Set(
        snapshot.use.sources.lazy.filter { $0.kind == .survey && $0.state == .published }
          .map(\.reference))
      surveyCount = known.count
      surveys = snapshot.use.citations.reduce(into: [:]) { surveys, citation in
        guard known.contains(citation.source), let chapter = chapterOf[citation.paragraph] else {
          return
        }
        surveys[chapter, default: []].insert(citation.source)
      }
      blocks = Dictionary(
        snapshot.blocks.compactMap { block in block.key.map { ($0, block) } },
        uniquingKeysWith: { first, _ in first })
    }

    func block(of finding: Snapshot.Finding) -> Snapshot.Block? { blocks[finding.key] }

    /// The survey of a chapter, where it is one and the inquiry has others.
    func onlySurvey(in chapter: String?) -> String? {
      guard surveyCount > 1, let chapter, let found = surveys[chapter], found.count == 1 else {
        return nil
      }
      return found.first
    }
  }
}

extension Snapshot.Finding {
  fileprivate var name: String {
    number.map { "Finding \($0) (\(key))" } ?? "Finding “\(key)”"
  }

  fileprivate var place: Remark.Place {
    Remark.Place(paragraph: paragraph, key: key, number: number)
  }
}
