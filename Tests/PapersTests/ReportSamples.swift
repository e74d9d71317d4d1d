import Inquiries
import Papers

enum ReportSample {
  static func frame(kind: BodyKind = .allPartyGroup) -> ReportFrame {
    ReportFrame(
      bodyName: "Group for <Children>", bodyKind: kind, inquiryTitle: "Care thresholds",
      inquirySlug: "care-thresholds", banner: "A worked example.", draftVersion: 4,
      witnesses: [
        ReportSession(
          number: 3, heldOn: Day(year: 2018, month: 2, day: 6), hearing: .heardInPublic,
          questions: 1...45,
          panels: [
            .init(witnesses: [
              Witness(
                name: "A director", capacity: "Director of children's services",
                organisation: "Northern county", group: nil)
            ])
          ]),
        ReportSession(
          number: 6, heldOn: nil, hearing: .heardInPrivate, questions: nil, panels: []),
      ],
      sources: [
        ReportSource(
          reference: "OS3", title: "Transcript of oral session 3",
          publishedOn: Day(year: 2018, month: 3, day: 1), href: "/inquiries/care-thresholds/OS3")
      ],
      facts: [
        "respond-to-variation": ReportFacts(
          addressees: ["Department for Education", "R&D"], findingKey: "postcode-lottery",
          evidence: [
            .init(stance: .supports, cited: question(4), href: "/OS3#q4", quote: "it <varies>"),
            .init(stance: .contrasts, cited: point, href: nil, quote: "a point"),
          ],
          limbs: [
            ReportLimb(
              number: 2, words: "Respond", act: "respond <soon>",
              addressees: [Addressee(name: "R&D", kind: .regulator, isLead: true)],
              deadline: ReportDeadline(
                words: "within 6 months of the Budget", day: nil,
                event: .init(
                  name: "Budget", happenedOn: Day(year: 2018, month: 10, day: 31),
                  source: "HC Deb", after: Period(months: 4))))
          ],
          lineage: [
            ReportLineage(
              relation: .repeats, title: "A review", reference: "D2", words: "Do it.", href: "/D2")
          ])
      ])
  }

  static func question(_ number: Int) -> CitedItem {
    CitedItem(
      locator: .questions(number...number), sourceKind: .transcript, stage: .corrected,
      sessionNumber: 3)
  }

  static let point = CitedItem(
    locator: .points(session: 6, 3...3), sourceKind: .summary, stage: .corrected, sessionNumber: 6,
    hearing: .heardInPrivate)

  /// Every locator of a draft found at an address of its own.
  static func references(_ draft: Draft) -> [Locator: ReportReference] {
    var references: [Locator: ReportReference] = [:]
    for item in draft.citations.flatMap(\.items) {
      guard case .success(let locator) = item.reading else { continue }
      let isPoint = if case .points = locator { true } else { false }
      let cited = CitedItem(
        locator: locator, sourceKind: isPoint ? .summary : .transcript, stage: .corrected,
        sessionNumber: isPoint ? 6 : 3, hearing: isPoint ? .heardInPrivate : .heardInPublic)
      references[locator] = .cited(
        cited, href: "/x#\(locator)",
        passages: [PinnedPassage(reference: "\(locator)", address: "/x#\(locator)", version: 2)])
    }
    return references
  }

  static func build(
    _ draft: Draft, frame: ReportFrame = frame(), references: [Locator: ReportReference]? = nil
  ) async throws -> ReportDocument {
    try await ReportBuilder(converter: Converter()).build(
      draft, fileName: "draft.md", frame: frame,
      references: references ?? ReportSample.references(draft)
    ).document
  }

  static func build(body: String) async throws -> ReportDocument {
    try await build(DraftSample.read(body))
  }

  static func page(_ document: ReportDocument) -> String {
    String(decoding: ReportHTML.page(document), as: UTF8.self)
  }
}
