public import Checks
public import Inquiries
public import Papers
public import Postgres
public import Records
import Tagging

/// Everything that building, checking and publishing the draft need, read in
/// one transaction so that they speak of the same moment.
public struct ReportMaterial: Sendable {
  public let version: DraftVersion
  public let draft: Draft
  public let frame: ReportFrame
  public let references: [Locator: ReportReference]
  public let snapshot: Snapshot

  /// Reads the newest draft and what it stands on.
  ///
  /// - Parameter site: Where the public finds the site, for whole addresses in a
  ///   document that is read elsewhere; empty for one on the site itself.
  /// - Throws: ``Refusal`` `draft_missing` when nothing was pushed yet.
  public static func read(
    as viewpoint: Viewpoint, site: String = "", on connection: Connection
  ) throws -> ReportMaterial {
    guard let version = try DraftVersion.find(as: viewpoint, on: connection) else {
      throw Refusal(
        .notFound, "draft_missing",
        "“\(viewpoint.inquiry.slug)” has no draft yet; `inquiry report push` brings one in.")
    }
    let draft = try DraftReader.read(version.bytes, fileName: version.fileName)
    let sessions = try Session.all(as: viewpoint, on: connection)
    let sources = try Source.all(as: viewpoint, on: connection).filter { $0.kind != .log }
    let reading = DraftReading(draft)
    let beside = try CitedBeside.read(as: viewpoint, on: connection)
    let citations = try DraftVersion.citations(of: version.id, on: connection)
    let words = try PinnedWords(citations, sources: sources, beside, on: connection)
    let index = try Passage.index(
      around: reading.locators.union(
        CitedWords.surveys(among: words.byLocator).map(Locator.whole)),
      as: viewpoint, on: connection)
    let gathered = Gathered(
      slug: viewpoint.inquiry.slug, site: site, reading: reading, index: index, words: words,
      pins: try CitationPins(citations, in: index, on: connection), beside: beside,
      wordings: try CitedWords.wordings(of: words.byLocator, in: index, on: connection),
      findings: try Finding.all(as: viewpoint, on: connection).filter { $0.number != nil },
      recommendations: try Recommendation.all(as: viewpoint, on: connection)
        .filter { $0.number != nil },
      sources: sources,
      claims: try ClaimLedger.read(
        reading, of: version.id, index: index, as: viewpoint, on: connection
      ).entries)
    var snapshot = gathered.snapshot(viewpoint.inquiry.body.kind)
    try snapshot.add(draft, of: version.id, sources, as: viewpoint, on: connection)
    let documents = try Document.all(as: viewpoint, on: connection)
    let printed =
      [PublicWords("The report's title", draft.header.title)]
      + gathered.recommendations.flatMap { PublicWords.of($0) }
      + documents.filter { $0.state == .published }.flatMap { PublicWords.of($0) }
    let cited = try HeldBackGate(reading: reading, index: index, claims: gathered.claims).remarks(
      as: viewpoint, on: connection)
    snapshot.walls =
      try QuotationGate(version: version.id, draft: draft, beside: printed).remarks(
        as: viewpoint, on: connection)
      + cited
      + UncitedGate(reading: reading, beside: printed).remarks(
        beyond: cited, as: viewpoint, on: connection)
      + NameGate(version: version.id, draft: draft, beside: printed).remarks(
        as: viewpoint, on: connection)
    return ReportMaterial(
      version: version, draft: draft,
      frame: ReportFrame(
        bodyName: viewpoint.inquiry.body.name, bodyKind: viewpoint.inquiry.body.kind,
        inquiryTitle: viewpoint.inquiry.title, inquirySlug: viewpoint.inquiry.slug,
        banner: viewpoint.inquiry.banner, draftVersion: version.number,
        witnesses: sessions.map(ReportSession.init), sources: gathered.reportSources,
        facts: gathered.facts),
      references: gathered.references, snapshot: snapshot)
  }

  /// The draft as a document, by one run of the converter.
  public func build(with builder: ReportBuilder) async throws(PaperError) -> ReportDocument {
    try await builder.build(
      draft, fileName: version.fileName, frame: frame, references: references
    ).document
  }

  /// What the checks say of it.
  public var remarks: [Remark] {
    CheckEngine.remarks(on: snapshot)
  }
}

extension DraftVersion {
  /// What a pulled draft is called.
  public var fileName: String {
    "report.md"
  }
}

extension ReportSession {
  /// What a report may tell of a session: of a private one no day and no
  /// questions, and its witnesses only where something of it is published.
  init(_ session: Session) {
    let isPublic = session.hearing == .heardInPublic
    let published = session.sources.filter { $0.state == .published }
    self.init(
      number: session.number, heldOn: isPublic ? session.heldOn : nil, hearing: session.hearing,
      questions: isPublic ? session.sources.compactMap(\.questions).first : nil,
      panels: isPublic || !published.isEmpty ? session.panels.map { Panel(witnesses: $0) } : [])
  }
}

/// What was read, before it is put into the shapes that others want.
private struct Gathered {
  let slug: String
  let site: String
  let reading: DraftReading
  let index: PassageIndex
  let words: PinnedWords
  let pins: CitationPins
  let beside: CitedBeside
  let wordings: [String: [String]]
  /// Those that the draft carries; what it no longer does is neither checked nor printed.
  let findings: [Finding]
  let recommendations: [Recommendation]
  let sources: [Source]
  let claims: [ClaimEntry]
  private var draft: Draft { reading.draft }

  /// Why a citation of evidence on record is pinned to nothing.
  static let notPinned = "This evidence came in after the draft; push the draft again."

  private var making: ReportReferences {
    ReportReferences(slug: slug, site: site)
  }

  var references: [Locator: ReportReference] {
    var references: [Locator: ReportReference] = [:]
    for case .success(let locator) in draft.citations.flatMap(\.items).map(\.reading)
    where references[locator] == nil {
      let pinned = words.byLocator[locator.description] ?? []
      if let reference = making.reference(locator, pinned) {
        references[locator] = reference
      } else if case .notFound(let sentence) = Snapshot.Outcome(index.resolve(locator)) {
        references[locator] = .unresolved(sentence)
      } else {
        references[locator] = .unresolved(Gathered.notPinned)
      }
    }
    return references
  }

  var reportSources: [ReportSource] {
    sources.filter { $0.state == .published }.map { source in
      ReportSource(
        reference: source.reference, title: source.title, publishedOn: source.publishedOn,
        href: site + Address.source(slug, source))
    }
  }

  var facts: [String: ReportFacts] {
    var facts: [String: ReportFacts] = [:]
    for finding in findings {
      facts[finding.key] = ReportFacts(evidence: evidence(finding.links))
    }
    for recommendation in recommendations {
      facts[recommendation.key] = ReportFacts(
        addressees: recommendation.addressees, findingKey: recommendation.findingKey,
        evidence: evidence(recommendation.links),
        limbs: recommendation.limbs.filter { $0.status == .confirmed }.map(ReportLimb.init),
        lineage: recommendation.lineage.map(ReportLineage.init))
    }
    return facts
  }

  private func evidence(_ links: [Link]) -> [ReportFacts.Evidence] {
    let sourceOf = Dictionary(
      sources.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    return links.filter { $0.status == .affirmed }.compactMap { link in
      guard let source = sourceOf[link.reference] else { return nil }
      let words = CitedWords(
        link.passage, of: source.kind, hearing: source.hearing, heldOn: source.publicDay, beside)
      guard let cited = making.item(words) else { return nil }
      return ReportFacts.Evidence(
        stance: link.stance, cited: cited, href: site + Address.passage(slug, link.passage),
        quote: link.quote, footnotes: words.footnotes, limb: link.limb)
    }
  }

  /// What a recommendation asks by its grammar alone, so that it is proposed and never
  /// recorded.
  private static func proposed(
    _ recommendation: Recommendation
  ) -> [Snapshot.Recommendation.Proposed] {
    LimbProposer.propose(recommendation.words).map {
      .init(place: $0.span, act: $0.act, addressees: $0.addressees)
    }
  }

  func snapshot(_ bodyKind: BodyKind) -> Snapshot {
    let quoted = DraftQuotations(reading, words: words, wordings: wordings)
    return Snapshot(
      bodyKind: bodyKind,
      findings: findings.map {
        Snapshot.Finding(
          key: $0.key, number: $0.number, paragraph: $0.paragraph, links: $0.links.map(\.checked))
      },
      recommendations: recommendations.map {
        Snapshot.Recommendation(
          key: $0.key, number: $0.number, paragraph: $0.paragraph, addressees: $0.addressees,
          findingKey: $0.findingKey, links: $0.links.map(\.checked), words: $0.words,
          limbs: $0.limbs, lineage: $0.lineage, proposed: Gathered.proposed($0))
      },
      citations: draft.blocks.flatMap { block in
        reading.brackets[block.ordinal].flatMap { bracket in
          bracket.citation.items.enumerated().map { place, item in
            Snapshot.Citation(
              text: bracket.citation.text, paragraph: block.paragraphNumber,
              line: bracket.citation.line, outcome: outcome(item),
              correction: correction(item, pins.moved(bracket: bracket.number, item: place)))
          }
        }
      },
      sources: sources.map {
        Snapshot.Source(
          reference: $0.reference, title: $0.title, state: $0.state,
          isPubliclyCitable: $0.state == .published)
      }, claims: claims, quotations: quoted.quotations, namedSpans: quoted.namedSpans)
  }

  private func correction(
    _ item: DraftCitation.Item, _ moved: CitationPins.Moved?
  ) -> Snapshot.Correction? {
    guard let moved, moved.isReworded, case .success(let locator) = item.reading else { return nil }
    return Snapshot.Correction(
      locator: locator.description, before: moved.before, after: moved.after)
  }

  private func outcome(_ item: DraftCitation.Item) -> Snapshot.Outcome {
    switch item.reading {
    case .success(let locator):
      if words.byLocator[locator.description]?.isEmpty == false {
        return Snapshot.Outcome(index.resolve(locator))
      }
      guard case .found = index.resolve(locator) else {
        return Snapshot.Outcome(index.resolve(locator))
      }
      return .notFound(Gathered.notPinned)
    case .failure(let failure): return .notFound(failure.description)
    }
  }
}

extension Link {
  fileprivate var checked: Snapshot.Link {
    Snapshot.Link(
      stance: stance, status: status, sourceReference: reference, sourceState: sourceState,
      limb: limb)
  }
}
