public import Inquiries
import Papers
public import Postgres
public import Records

/// Makes the report of what is published now.
///
/// The words are those that were published; names, forms of citation and links
/// are those of today, so that a name that was mended is mended everywhere. A
/// citation whose evidence was taken down since is printed in its form, without
/// a name, and leads to the address that tells of it; one whose words were corrected
/// since says so and leads to them as they were cited.
public struct PublishedDocument {
  private let inquiry: PublishedInquiry
  private let report: PublishedReport
  private let sessions: [Session]
  private let submissions: [WrittenSubmission]
  private let tombstones: [Tombstone]
  private let beside: CitedBeside
  private let making: ReportReferences

  private init(
    _ report: PublishedReport, of inquiry: PublishedInquiry, sessions: [Session],
    submissions: [WrittenSubmission], tombstones: [Tombstone], beside: CitedBeside
  ) {
    self.inquiry = inquiry
    self.report = report
    self.sessions = sessions
    self.submissions = submissions
    self.tombstones = tombstones
    self.beside = beside
    making = ReportReferences(slug: inquiry.slug)
  }

  /// Reads the newest edition of an inquiry's report and all it stands on.
  ///
  /// - Returns: `nil` while the inquiry has not reported.
  public static func newest(
    of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> (document: ReportDocument, report: PublishedReport, sessions: [Session])? {
    guard let report = try PublishedReport.newest(of: inquiry.id, on: connection) else {
      return nil
    }
    let sessions = try PublishedSession.all(of: inquiry.id, on: connection)
    let submissions = try PublishedSubmission.all(of: inquiry.id, on: connection)
    let tombstones = try sessions.flatMap {
      try Tombstone.ofSession($0.number, of: inquiry.id, on: connection)
    }
    // Tombstones tell what kind of record a citation without evidence named.
    let published = PublishedDocument(
      report, of: inquiry, sessions: sessions, submissions: submissions, tombstones: tombstones,
      beside: try CitedBeside.published(of: inquiry.id, on: connection))
    return (published.document, report, sessions)
  }

  private var document: ReportDocument {
    ReportRestorer.document(
      blocks: report.blocks.map { block in
        ReportRestorer.Block(
          kind: block.kind, level: block.level, key: block.key,
          numbers: (block.paragraphNumber, block.number), words: (block.markdown, block.html))
      },
      title: report.title, notesHTML: report.notesHTML, frame: frame, reference: reference)
  }

  private var frame: ReportFrame {
    ReportFrame(
      bodyName: inquiry.bodyName, bodyKind: inquiry.bodyKind, inquiryTitle: inquiry.title,
      inquirySlug: inquiry.slug, banner: inquiry.banner, draftVersion: report.draftVersion,
      publishedOn: report.publishedOn, witnesses: sessions.map(ReportSession.init),
      sources: sessions.flatMap(\.sources).map { source in
        ReportSource(
          reference: source.reference, title: source.title, publishedOn: source.publishedOn,
          href: Address.source(inquiry.slug, source))
      }
        + submissions.map { submission in
          ReportSource(
            reference: submission.reference, title: submission.title,
            publishedOn: submission.publishedOn,
            href: Address.submission(inquiry.slug, submission.reference))
        },
      facts: facts)
  }

  private var facts: [String: ReportFacts] {
    var facts: [String: ReportFacts] = [:]
    for (key, recommendation) in report.recommendations {
      facts[key] = ReportFacts(
        addressees: recommendation.addressees, findingKey: recommendation.findingKey,
        limbs: recommendation.limbs, lineage: recommendation.lineage)
    }
    for link in report.links {
      let words = words(link.words)
      guard let cited = making.item(words) else { continue }
      facts[link.key, default: ReportFacts()].evidence.append(
        ReportFacts.Evidence(
          stance: link.stance, cited: cited,
          href: link.words.address(in: inquiry.slug), quote: link.quote,
          footnotes: words.footnotes, limb: link.limb, isSuperseded: link.words.isSuperseded))
    }
    return facts
  }

  private func words(_ published: PublishedPassage) -> CitedWords {
    let session = sessions.first { $0.number == published.passage.sessionNumber }
    var words = CitedWords(
      published.passage, of: published.sourceKind, hearing: session?.hearing ?? .heardInPublic,
      heldOn: session?.heldOn, beside)
    if published.isSuperseded { words.versionAddress = published.address(in: inquiry.slug) }
    return words
  }

  private func reference(
    _ locator: Locator, bracket: Int, item: Int
  ) -> ReportRestorer.Reference {
    let place = PublishedReport.CitationPlace(bracket: bracket, item: item)
    let pinned = (report.pins[place] ?? []).map(words)
    guard let first = pinned.first else { return gone(locator) }
    let now = locator.naming(first.passage.speaker)
    guard let printed = making.reference(now, pinned) else { return gone(locator) }
    return ReportRestorer.Reference(locator: now, printed: printed)
  }

  /// What is printed of evidence that is public no longer: its place alone.
  private func gone(_ locator: Locator) -> ReportRestorer.Reference {
    let place = locator.naming(nil)
    let session = session(of: place)
    let held = sessions.first { $0.number == session }
    let cited = CitedItem(
      locator: place, sourceKind: kind(of: place), stage: .corrected, sessionNumber: session,
      hearing: held?.hearing ?? .heardInPublic, heldOn: held?.heldOn)
    return ReportRestorer.Reference(
      locator: place,
      printed: .cited(cited, href: address(of: place, session: session), passages: []))
  }

  private func session(of locator: Locator) -> Int {
    switch locator {
    case .questions(_, let session, _), .turn(let session, _, _): session ?? 0
    case .points(let session, _, _), .session(let session, _): session
    case .whole, .paragraphs, .pages, .answers: 0
    }
  }

  /// A question leads to its own page, which knows where it stood.
  private func address(of locator: Locator, session: Int) -> String {
    if session == 0, case .questions(let range, _, _) = locator {
      return Address.question(inquiry.slug, range.lowerBound)
    }
    return Address.place(inquiry.slug, locator, session: session)
  }

  private func kind(of locator: Locator) -> SourceKind {
    switch locator {
    case .questions, .turn: return .transcript
    case .whole(let reference), .paragraphs(let reference, _), .pages(let reference, _),
      .answers(let reference, _, _):
      return SourceKind(reference: reference) ?? .writtenSubmission
    case .points(_, _, .some(let kind)), .session(_, .some(let kind)): return kind
    case .points(let session, _, nil):
      return gone(in: session).first { !$0.isVerbatim } ?? .note
    case .session(let session, nil):
      return gone(in: session).first ?? .transcript
    }
  }

  /// The kinds of a session's records that went, transcripts first.
  private func gone(in session: Int) -> [SourceKind] {
    SourceKind.allCases.filter { kind in
      let title = Source.title(of: kind, session: session, hearing: .heardInPublic)
      return tombstones.contains { $0.title == title }
    }
  }
}

extension Locator {
  /// The same place with the speaker's name as it stands now, where one is named.
  fileprivate func naming(_ speaker: String?) -> Locator {
    guard case .questions(let range, let session, .some) = self else { return self }
    return .questions(range, session: session, speaker: speaker)
  }
}
