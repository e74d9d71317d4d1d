import Inquiries
import Mustache
import Papers

/// One session: who was there, and every published record of it.
///
/// Written as bytes from end to end: hundreds of passages long, it is the page that
/// costs most.
struct SessionPage: DrawnPage {
  let frame: Frame
  private let session: Session
  private let gone: [Tombstone]
  private let slug: String
  private let spans: PanelSpans
  /// By the reference of their record.
  private let passages: [String: ArraySlice<PublishedPassage>]

  /// - Parameter passages: Record by record.
  init(
    _ session: Session, _ passages: [PublishedPassage], gone: [Tombstone],
    of inquiry: PublishedInquiry, _ drawing: PublicDrawing
  ) {
    self.session = session
    self.gone = gone
    slug = inquiry.slug
    frame = drawing.frame(
      "Session \(session.number)", .session(slug, session.number), of: inquiry, part: .sessions)
    spans = PanelSpans(passages, panels: session.panels.count)
    self.passages = SessionPage.runs(of: passages)
  }

  private static func runs(
    of passages: [PublishedPassage]
  ) -> [String: ArraySlice<PublishedPassage>] {
    var runs: [String: ArraySlice<PublishedPassage>] = [:]
    var start = 0
    for index in passages.indices
    where index + 1 == passages.count || passages[index + 1].reference != passages[start].reference
    {
      runs[passages[start].reference] = passages[start...index]
      start = index + 1
    }
    return runs
  }

  func main(_ templates: MustacheLibrary) -> [UInt8] {
    var html = HTMLBytes(
      capacity: 4_096 + passages.values.reduce(0) { $0 + PassageHTML.size(of: $1) })
    html.literal("<h1>Oral evidence session ")
    html.number(session.number)
    html.literal("</h1>\n<p class=\"by\">")
    if let day = session.heldOn { html.time(day) }
    if session.hearing == .heardInPrivate {
      html.literal("<span class=\"mark\">Heard in private</span>")
    }
    html.literal("</p>\n<div class=\"with-side\">\n<div class=\"side\">\n")
    writePanels(to: &html)
    writeMembers(to: &html)
    html.literal("</div>\n<div class=\"body\">\n")
    let headings = PanelHeadings(session.panels, spans)
    for source in session.sources { write(source, headings, templates, to: &html) }
    for tombstone in gone { write(tombstone, to: &html) }
    html.literal("</div>\n</div>\n")
    return html.bytes
  }

  private func writePanels(to html: inout HTMLBytes) {
    guard !session.panels.isEmpty else { return }
    html.literal("<section aria-labelledby=\"heard\">\n<h2 id=\"heard\">Who was heard</h2>\n")
    for (index, witnesses) in session.panels.enumerated() {
      html.literal("<div class=\"panel-list\">\n<h3>")
      if session.panels.count == 1 {
        html.literal("Witnesses")
      } else {
        html.literal("Panel ")
        html.number(index + 1)
      }
      if let span = spans.span(ofPanel: index) {
        html.literal(" <a class=\"span\" href=\"#q")
        html.number(span.lowerBound)
        html.literal("\">")
        html.text(CitationForm.span(span))
        html.literal("</a>")
      }
      html.literal("</h3>\n<ul class=\"people\">\n")
      for witness in witnesses { html.person(witness.name, witness.words) }
      html.literal("</ul>\n</div>\n")
    }
    html.literal("</section>\n")
  }

  private func writeMembers(to html: inout HTMLBytes) {
    guard !session.members.isEmpty else { return }
    html.literal(
      "<section aria-labelledby=\"members\">\n<h2 id=\"members\">Members present</h2>\n")
    html.literal("<ul class=\"people\">\n")
    for member in session.members { html.person(member.name, member.isChair ? "Chair" : "") }
    html.literal("</ul>\n</section>\n")
  }

  private func write(
    _ source: Source, _ headings: PanelHeadings, _ templates: MustacheLibrary,
    to html: inout HTMLBytes
  ) {
    let passages = passages[source.reference] ?? []
    html.literal("<section class=\"record\" aria-labelledby=\"record-")
    html.attribute(source.kind.rawValue)
    html.literal("\">\n<h2 id=\"record-")
    html.attribute(source.kind.rawValue)
    html.literal("\">")
    html.text(source.kind.title)
    html.literal(" <span class=\"reference\">")
    html.text(source.reference)
    html.literal("</span></h2>\n<p class=\"days\">")
    if let day = source.agreedOn {
      html.literal("Agreed ")
      html.time(day)
      html.literal(" · ")
    }
    if let day = source.publishedOn {
      html.literal("Published ")
      html.time(day)
    }
    html.literal("</p>\n")
    TranscriptFile.write(of: source, in: slug, to: &html)
    writeNotices(of: source, to: &html)
    if passages.haveOmissions {
      html.sanitised(templates.render((), withTemplate: "omissions") ?? "")
    }
    html.literal("<div class=\"passages\">\n")
    let isDeep = headings.areShown
    var panel: Int?
    PassageHTML.write(
      passages, in: slug,
      PassageHTML.Manner(questionLevel: isDeep ? 4 : 3, stage: source.stage), to: &html
    ) { index, html in
      guard isDeep, let next = passages[index].passage.panel, next != panel else { return }
      panel = next
      headings.write(next, to: &html)
    }
    html.literal("</div>\n</section>\n")
  }

  /// What a reader must bear in mind.
  private func writeNotices(of source: Source, to html: inout HTMLBytes) {
    let mark = RecordMark(source)
    if mark.isUncorrected {
      html.literal(
        """
        <p class="notice"><strong class="mark">Uncorrected</strong> Neither the witnesses nor the \
        members have had the opportunity to correct this record. It is not yet an approved account \
        of what was said.</p>

        """)
    }
    guard mark.isNotVerbatim else { return }
    html.literal("<p class=\"notice\"><strong class=\"mark\">Not a verbatim record</strong> ")
    if source.kind == .summary {
      html.literal(
        "These points tell in other words what was said, as the witnesses agreed them. ")
    } else {
      html.literal("These points are what a clerk noted. ")
    }
    html.literal("They are nobody’s words and are not to be quoted as such.</p>\n")
  }

  private func write(_ tombstone: Tombstone, to html: inout HTMLBytes) {
    html.literal("<section class=\"notice\" aria-label=\"No longer published\">\n<p><strong>")
    html.text(tombstone.title)
    html.literal("</strong> (")
    html.text(tombstone.reference)
    html.literal(") was ")
    html.text(tombstone.act.inWords)
    html.literal(" on ")
    html.time(tombstone.removedOn)
    html.literal(". ")
    html.text(tombstone.reason)
    html.literal("</p>\n</section>\n")
  }
}

extension HTMLBytes {
  /// A day as it is read, and as machines read it.
  mutating func time(_ day: Day) {
    literal("<time datetime=\"")
    attribute(day.description)
    literal("\">")
    text(day.inWords)
    literal("</time>")
  }

  fileprivate mutating func person(_ name: String, _ capacity: String) {
    literal("<li><span class=\"person\">")
    text(name)
    literal("</span>")
    if !capacity.isEmpty {
      literal(" <span class=\"capacity\">")
      text(capacity)
      literal("</span>")
    }
    literal("</li>\n")
  }
}
