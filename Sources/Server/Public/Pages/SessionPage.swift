import Inquiries
import Papers

/// Every session of an inquiry.
struct SessionsPage: DrawnPage {
  static let template = "sessions"

  struct Entry {
    let number: Int
    /// `nil` where nothing of it is published.
    let address: String?
    let isPrivate: Bool
    let heldOn: ShownDay?
    let witnesses: String?
    let records: [RecordMark]
    let hasRecords: Bool
  }

  let frame: Frame
  let sessions: [Entry]

  init(_ sessions: [Session], of inquiry: PublishedInquiry, _ drawing: PublicDrawing) {
    frame = drawing.frame("Sessions", .sessions(inquiry.slug), of: inquiry, part: .sessions)
    self.sessions = sessions.map { session in
      let names = session.panels.flatMap { $0 }.map(\.name)
      return Entry(
        number: session.number,
        address: session.sources.isEmpty ? nil : Address.session(inquiry.slug, session.number),
        isPrivate: session.hearing == .heardInPrivate, heldOn: session.heldOn.map(ShownDay.init),
        witnesses: names.isEmpty ? nil : names.joined(separator: "; "),
        records: session.sources.map(RecordMark.init), hasRecords: !session.sources.isEmpty)
    }
  }
}

/// What sort of record it is, and what a reader must bear in mind.
struct RecordMark {
  let kind: String
  let questions: String?
  let isUncorrected: Bool
  let isNotVerbatim: Bool

  init(_ source: Source) {
    kind = source.kind.title
    questions = source.questions.map(CitationForm.span)
    isUncorrected = source.stage != .corrected && source.kind.isVerbatim
    isNotVerbatim = !source.kind.isVerbatim
  }
}

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
    let isSummary: Bool
    let publishedOn: ShownDay?
    let agreedOn: ShownDay?
    let html: String
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
        verb: tombstone.verb, removedOn: ShownDay(tombstone.removedOn), reason: tombstone.reason)
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

extension Tombstone {
  /// `withdrawn` or `taken down`.
  var verb: String {
    isTakenDown ? "taken down" : "withdrawn"
  }
}

/// Which questions each panel answered, as the turns tell it.
///
/// Panels are matched by their order, and only when as many were heard as are
/// named: where a whole panel is not named, no span is better than a wrong one.
struct PanelSpans {
  private var spans: [Int: ClosedRange<Int>] = [:]
  /// Numbers of the panels, in order; empty when they cannot be matched.
  private let numbers: [Int]

  init(_ passages: [PublishedPassage], panels: Int) {
    let found = Set(passages.compactMap(\.passage.panel)).sorted()
    numbers = found.count == panels ? found : []
    for passage in passages.map(\.passage) {
      guard let panel = passage.panel, let question = passage.question, question > 0 else { continue }
      let span = spans[panel] ?? question...question
      spans[panel] = min(span.lowerBound, question)...max(span.upperBound, question)
    }
  }

  /// Whether panels that are named could be matched with those of the turns.
  var areMatched: Bool {
    !numbers.isEmpty
  }

  func span(ofPanel index: Int) -> ClosedRange<Int>? {
    numbers.indices.contains(index) ? spans[numbers[index]] : nil
  }

  /// The place among the panels of the one with that number.
  func index(of panel: Int) -> Int? {
    numbers.firstIndex(of: panel)
  }
}

/// The headings between the turns of one panel and the next.
struct PanelHeadings {
  private let panels: [[Witness]]
  private let spans: PanelSpans

  init(_ panels: [[Witness]], _ spans: PanelSpans) {
    self.panels = panels
    self.spans = spans
  }

  /// Whether panels are headings, so that questions stand one level deeper.
  var areShown: Bool {
    panels.count > 1 && spans.areMatched
  }

  /// Who is heard from here on.
  func write(_ panel: Int, to html: inout HTMLBytes) {
    guard let index = spans.index(of: panel) else { return }
    html.literal("<h3 class=\"panel\">Panel ")
    html.number(index + 1)
    html.literal(" <span class=\"heard\">")
    html.text(panels[index].map(\.name).joined(separator: "; "))
    html.literal("</span></h3>\n")
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
    isSummary = source.kind == .summary
    publishedOn = source.publishedOn.map(ShownDay.init)
    agreedOn = source.agreedOn.map(ShownDay.init)
    var panel: Int?
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
