import Inquiries

/// One session: who was there, and every published record of it.
struct SessionPage: DrawnPage {
  static let template = "session"

  struct MemberShown {
    let member: String
    let isChair: Bool
  }

  struct Panel {
    let heading: String
    let questions: String?
    let questionsAddress: String?
    let witnesses: [WitnessShown]
  }

  struct Record {
    let recordTitle: String
    let reference: String
    let anchor: String
    let isUncorrected: Bool
    let isNotVerbatim: Bool
    let hasOmissions: Bool
    let isSummary: Bool
    let publishedOn: ShownDay?
    let agreedOn: ShownDay?
    let html: DrawnBytes
    let hasFiles: Bool
    let files: [FileShown]
  }

  /// The record as a file for other programs.
  struct FileShown {
    /// What parts it from the one before.
    let before: String
    let fileAddress: String
    let format: String
  }

  struct Gone {
    let goneTitle: String
    let goneReference: String
    let verb: String
    let removedOn: ShownDay
    let reason: String
  }

  let frame: Frame
  let title: String
  let heldOn: ShownDay?
  let isPrivate: Bool
  let hasMembers: Bool
  let members: [MemberShown]
  let hasPanels: Bool
  let panels: [Panel]
  let records: [Record]
  let gone: [Gone]

  init(
    _ session: Session, _ passages: [PublishedPassage], gone: [Tombstone],
    of inquiry: PublishedInquiry, _ drawing: PublicDrawing
  ) {
    let slug = inquiry.slug
    title = "Oral evidence session \(session.number)"
    frame = drawing.frame(
      "Session \(session.number)", .session(slug, session.number), of: inquiry, part: .sessions)
    heldOn = session.heldOn.map(ShownDay.init)
    isPrivate = session.hearing == .heardInPrivate
    members = session.members.map { MemberShown(member: $0.name, isChair: $0.isChair) }
    hasMembers = !members.isEmpty
    let spans = PanelSpans(passages, panels: session.panels.count)
    panels = session.panels.enumerated().map { index, witnesses in
      let span = spans.span(ofPanel: index)
      return Panel(
        heading: session.panels.count == 1 ? "Witnesses" : "Panel \(index + 1)",
        questions: span.map(CitationForm.span), questionsAddress: span.map { "#q\($0.lowerBound)" },
        witnesses: witnesses.map(WitnessShown.init))
    }
    hasPanels = !panels.isEmpty
    let groups = Dictionary(grouping: passages, by: \.reference)
    records = session.sources.map { source in
      Record(
        source, groups[source.reference] ?? [], slug,
        headings: PanelHeadings(session.panels, spans))
    }
    self.gone = gone.map { tombstone in
      Gone(
        goneTitle: tombstone.title, goneReference: tombstone.reference,
        verb: tombstone.act.inWords, removedOn: ShownDay(tombstone.removedOn),
        reason: tombstone.reason)
    }
  }
}

/// A witness as lists show them.
struct WitnessShown {
  let name: String
  let capacity: String?

  init(_ witness: Witness) {
    name = witness.name
    let words = witness.words
    capacity = words.isEmpty ? nil : words
  }
}

extension Witness {
  /// Capacity and organisation, as far as they are known.
  var words: String {
    [capacity, organisation].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension SessionPage.Record {
  init(
    _ source: Source, _ passages: [PublishedPassage], _ slug: String, headings: PanelHeadings
  ) {
    let mark = RecordMark(source)
    recordTitle = source.kind.title
    reference = source.reference
    anchor = "record-\(source.kind.rawValue)"
    isUncorrected = mark.isUncorrected
    isNotVerbatim = mark.isNotVerbatim
    hasOmissions = passages.haveOmissions
    isSummary = source.kind == .summary
    publishedOn = source.publishedOn.map(ShownDay.init)
    agreedOn = source.agreedOn.map(ShownDay.init)
    var panel: Int?
    hasFiles = source.kind == .transcript
    files = hasFiles ? TranscriptFile.shown(of: source, in: slug) : []
    let isDeep = headings.areShown
    html = PassageHTML.text(
      of: passages, in: slug,
      PassageHTML.Manner(questionLevel: isDeep ? 4 : 3, stage: source.stage)
    ) { passage, html in
      guard isDeep, let next = passage.passage.panel, next != panel else { return }
      panel = next
      headings.write(next, to: &html)
    }
  }
}
