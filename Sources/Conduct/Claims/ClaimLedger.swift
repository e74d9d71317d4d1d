import Foundation
public import Inquiries
import Papers
public import Postgres
public import Records
import Surveys

/// The claims of the newest draft and of the inquiry's public summary, with what
/// they rest on and whether that bears them out.
public struct ClaimLedger: Sendable {
  public let entries: [ClaimEntry]
  /// The identity of the paragraph of each claim in the draft, by its key.
  let paragraphs: [String: Identifier<DraftParagraph>]

  public var claims: [Claim] { entries.map(\.claim) }

  /// The windows of phrases that the product comes with, read once.
  ///
  /// - Throws: ``ClaimPhrases/Fault`` where the file is missing or has a fault; a server
  ///   asks at its start, so that it does not begin to serve without them.
  public static var phrases: ClaimPhrases {
    get throws { try phrasesRead.get() }
  }

  private static let phrasesRead = Result {
    let file = Bundle.module.resourceURL?.appendingPathComponent("claim-phrases.json")
    guard let file, let json = try? Data(contentsOf: file) else {
      throw ClaimPhrases.Fault(
        description: "claim-phrases.json is missing beside the program; install it whole.")
    }
    return try ClaimPhrases(json: json)
  }

  /// Reads them as they stand; without a draft those of the summary.
  public static func read(as viewpoint: Viewpoint, on connection: Connection) throws -> ClaimLedger
  {
    let version = try DraftVersion.find(as: viewpoint, on: connection)
    let draft = try version.map { try DraftReader.read($0.bytes, fileName: $0.fileName) }
    let reading = draft.map(DraftReading.init)
    let index = try Passage.index(
      around: reading?.locators ?? [], as: viewpoint, on: connection)
    return try read(reading, of: version?.id, index: index, as: viewpoint, on: connection)
  }

  static func read(
    _ reading: DraftReading?, of version: Identifier<DraftVersion>?, index: PassageIndex,
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> ClaimLedger {
    let finder = ClaimFinder(try phrases)
    let identities = try version.map { try DraftVersion.paragraphs(of: $0, on: connection) } ?? [:]
    var gathering = ClaimGathering(
      finder: finder, index: index,
      notes: reading?.notes.mapValues { $0.map(\.citation) } ?? [:])
    for part in reading?.parts ?? [] where part.block.kind != .recommendation {
      gathering.add(part, of: part.owner.flatMap { identities[$0] }, in: reading?.draft)
    }
    gathering.add(summary: viewpoint.inquiry.summary)
    let bindings = try ClaimBinding.all(as: viewpoint, on: connection)
    let passages = try Passage.versions(
      Array(
        Set(
          bindings.values.compactMap(\.version)
            + gathering.claims.flatMap { $0.proposal?.versions ?? [] })), on: connection
    ).mapValues(\.passage)
    let targets = gathering.claims.map { claim in
      ClaimTarget(claim, bindings[claim.key], passages: passages)
    }
    let figures = try SurveyFigure.find(
      Set(targets.compactMap { $0?.survey }), as: viewpoint, on: connection)
    let settings = try ClaimSettings.read(
      Set(targets.compactMap { $0?.reference }), as: viewpoint, on: connection)
    let counted = zip(gathering.claims, targets).filter { claim, target in
      let isBound = bindings[claim.key]?.version != nil
      return isBound || !claim.countsNobody(target?.survey.flatMap { figures[$0] })
    }
    return ClaimLedger(
      entries: counted.enumerated().map { place, pair in
        pair.0.entry(
          number: place + 1, pair.1, bindings[pair.0.key],
          survey: pair.1?.survey.flatMap { figures[$0] }, settings, finder)
      },
      paragraphs: gathering.paragraphs)
  }
}

/// A claim as it was found, before it is known what it rests on.
struct FoundClaim {
  /// What the citation beside it proposes.
  struct Proposal {
    let locator: String
    let versions: [Identifier<PassageVersion>]
  }

  let key: String
  let words: String
  let sentence: String
  /// What of the sentence follows its words.
  let rest: String
  /// The same words with those before and behind them.
  let setting: NumberSetting
  let measure: Measure
  let paragraph: Int?
  let line: Int?
  /// Numbers that stand in its paragraph.
  let numbers: Set<Fraction>
  let proposal: Proposal?
  /// Why what its author marked it with is no one place; `nil` where it is.
  let lostMark: String?
}

/// What a claim rests on, as far as the record goes.
struct ClaimTarget {
  let locator: String
  let binding: Claim.Binding
  /// Of the source.
  let reference: String
  /// The texts of what it is bound to.
  let texts: [String]
  let survey: SurveyFigure.Place?

  /// What a person said, or else what the citation proposes.
  init?(
    _ claim: FoundClaim, _ bound: ClaimBinding?, passages: [Identifier<PassageVersion>: Passage]
  ) {
    let versions: [Identifier<PassageVersion>]
    let named: String?
    if let version = bound?.version {
      let isSame =
        bound.map { Wording.normalised($0.sentence) == Wording.normalised(claim.sentence) } ?? false
      (versions, named) = ([version], nil)
      binding = isSame && bound?.isCurrent == true ? .bound : .suspect
    } else if let proposal = claim.proposal {
      (versions, named) = (proposal.versions, proposal.locator)
      binding = .proposed
    } else {
      return nil
    }
    let found = versions.compactMap { passages[$0] }
    guard let first = found.first else { return nil }
    locator = named ?? first.locator ?? first.reference
    reference = first.reference
    texts = found.map(\.text)
    survey =
      found.count == 1
      ? first.answer.map { SurveyFigure.Place(survey: first.reference, answer: $0) } : nil
  }
}

extension FoundClaim {
  /// Whether it is a plain number that is none of those who gave an answer, beside which it
  /// stands: of its label, money and the like.
  fileprivate func countsNobody(_ survey: SurveyFigure?) -> Bool {
    guard measure.kind == .number, let survey else { return false }
    switch survey.figure {
    case .counted, .heldBack: break
    // Somebody may have published an average, which is a number of anything.
    case .stated, .unknown: return false
    }
    return setting.isOfNobody
      || [survey.label, survey.question].contains { setting.isNumber(of: $0) }
  }

  func entry(
    number: Int, _ target: ClaimTarget?, _ bound: ClaimBinding?, survey: SurveyFigure?,
    _ settings: ClaimSettings, _ finder: ClaimFinder
  ) -> ClaimEntry {
    let figure = figure(target, bound, survey, finder)
    let judgement =
      target == nil
      ? ClaimJudgement(.unchecked, "It rests on nothing.")
      : finder.judge(measure, against: figure)
    let base = figure.base
    let claim = Claim(
      number: number, key: key, paragraph: paragraph, line: line, words: words,
      sentence: sentence, isNumber: measure.kind == .number,
      holds: measure.kind == .number ? "\(measure.holds.lower)" : "\(measure.holds)",
      binding: target?.binding ?? .none, boundTo: target?.locator, figure: figure.inWords,
      base: base, boundBy: target?.binding == .proposed ? nil : bound?.boundBy,
      verdict: judgement.verdict, reason: judgement.reason, revision: bound?.revision ?? 0)
    return ClaimEntry(
      claim: claim, measure: measure, judgement: judgement,
      topic: survey.map { finder.topic(of: sentence, in: $0.question) } ?? [],
      caution: measure.kind == .number
        ? nil : survey.flatMap { survey in base.flatMap { survey.rule.caution(base: $0) } },
      isBasePrinted: base.map { numbers.contains(Fraction(Int128($0))) } ?? true,
      departures: departures(target, survey, settings, finder), lostMark: lostMark)
  }

  /// Of a share; a plain number may be of anything.
  private func departures(
    _ target: ClaimTarget?, _ survey: SurveyFigure?, _ settings: ClaimSettings,
    _ finder: ClaimFinder
  ) -> [ClaimDeparture] {
    guard measure.kind != .number, let target else { return [] }
    let setting = settings.setting(
      of: target.reference, question: target.survey?.answer.question,
      words: survey.map { [$0.question] } ?? target.texts)
    return finder.departures(of: sentence, rest: rest, from: setting)
  }

  private func figure(
    _ target: ClaimTarget?, _ bound: ClaimBinding?, _ survey: SurveyFigure?, _ finder: ClaimFinder
  ) -> ClaimFigure {
    guard let target else { return .unknown }
    if let survey {
      // A base that somebody found out completes what was published without.
      if case .stated(let words, nil, _) = survey.figure, let base = bound?.base {
        return .stated(words, base: base, needsBase: true)
      }
      return survey.figure
    }
    if target.binding != .proposed, let words = bound?.figure {
      return .stated(words, base: bound?.base, needsBase: false)
    }
    // The figure may stand in the words that are cited.
    for text in target.texts {
      let named = finder.find(in: Prose(Array(text.utf8))).filter {
        $0.measure.kind == measure.kind && $0.measure.holds == measure.holds
      }
      // Who writes “more than 130” does not mean the 130 that stands there.
      let mayBeNamed = measure.around?.holds.contains(Fraction(0)) ?? true
      let same =
        named.first { $0.measure.around == measure.around } ?? (mayBeNamed ? named.first : nil)
      if let same { return .stated(same.words, base: nil, needsBase: false) }
    }
    return .unknown
  }
}

extension ClaimFigure {
  fileprivate var base: Int? {
    switch self {
    case .counted(_, let base, _): base
    case .stated(_, let base, _): base
    case .heldBack, .unknown: nil
    }
  }

  fileprivate var inWords: String? {
    switch self {
    case .counted(let count, let base, let weighted):
      "\(count) of \(base)" + (weighted.map { ", weighted \($0) per cent" } ?? "")
    case .stated(let words, _, _): words
    case .heldBack: "[c]"
    case .unknown: nil
    }
  }
}

extension DisclosureRule {
  /// What must be said of a base so small; the bands are those of the tables.
  fileprivate func caution(base: Int) -> String? {
    switch band(base: base) {
    case .tooSmall: "Only \(base) answered: too few for any figure."
    case .countsOnly: "Only \(base) answered: give counts, and no percentages."
    case .caution: "Only \(base) answered: a percentage needs a caution."
    case .small: "Only \(base) answered: say that the base is small."
    case .plain: nil
    }
  }
}
