import Inquiries

/// The listing over all evidence, with the filters that are set.
struct EvidencePage: TemplatePage {
  static let template = "evidence-list"

  /// One of the values that a control can have.
  struct Choice {
    let choice: String
    let choiceTitle: String
    let isChosen: Bool
  }

  /// A filter that is set, and where it is not.
  struct SetFilter {
    let setTo: String
    let withoutAddress: String
  }

  let frame: Frame
  let evidenceAddress: String
  let kinds: [Choice]
  let sessions: [Choice]
  let calls: [Choice]
  let groups: [Choice]
  let orders: [Choice]
  let name: String
  let from: String
  let to: String
  let hasSet: Bool
  let set: [SetFilter]
  let hasFaults: Bool
  let faults: [String]
  /// `nil` where the query could not be understood, and nothing was looked for.
  let count: String?
  let isEmpty: Bool
  let isContinued: Bool
  let firstAddress: String
  let nextAddress: String?
  let html: String

  init(
    _ query: EvidenceQuery, _ choices: PublishedEvidence.Choices, _ found: FoundEvidence?,
    faults: [PublicProblem], of inquiry: PublishedInquiry, _ drawing: PublicDrawing
  ) {
    let slug = inquiry.slug
    let filter = query.filter
    let place = Address.evidence(slug)
    frame = drawing.frame(
      "All evidence", .evidence(slug), of: inquiry, part: .evidence, query: query.text)
    evidenceAddress = place
    kinds = EvidenceFilter.Kind.allCases.map {
      Choice(choice: $0.rawValue, choiceTitle: $0.title, isChosen: $0 == filter.kind)
    }
    sessions = choices.sessions.map {
      Choice(choice: String($0), choiceTitle: "Session \($0)", isChosen: $0 == filter.session)
    }
    calls = choices.calls.map {
      Choice(choice: $0.slug, choiceTitle: $0.title, isChosen: $0.slug == filter.call)
    }
    groups = choices.groups.map {
      Choice(choice: $0, choiceTitle: $0, isChosen: $0 == filter.group)
    }
    orders = EvidenceOrder.allCases.map {
      Choice(choice: $0.rawValue, choiceTitle: $0.title, isChosen: $0 == query.order)
    }
    name = filter.name
    from = filter.from?.description ?? ""
    to = filter.to?.description ?? ""
    set = EvidencePage.set(query, choices, place)
    hasSet = !set.isEmpty
    self.faults = faults.map(\.detail)
    hasFaults = !faults.isEmpty
    count = found.map { EvidencePage.counted($0.count, isFiltered: filter != EvidenceFilter()) }
    isEmpty = found?.count == 0
    isContinued = query.after != nil
    firstAddress = query.with { _ in }.address(place)
    nextAddress = found?.next.map { next in query.with { $0.after = next }.address(place) }
    html =
      found.map {
        $0.evidence.isEmpty ? "" : EvidenceListHTML.text(of: $0.evidence, in: slug, level: 3)
      }
      ?? ""
  }

  private static func counted(_ count: Int, isFiltered: Bool) -> String {
    let sources = Inquiries.counted(count, "source")
    return isFiltered ? "\(sources) found" : sources
  }

  private static func set(
    _ query: EvidenceQuery, _ choices: PublishedEvidence.Choices, _ place: String
  ) -> [SetFilter] {
    var set: [SetFilter] = []
    func add(_ words: String?, _ change: (inout EvidenceFilter) -> Void) {
      guard let words else { return }
      let without = query.with { change(&$0.filter) }
      set.append(SetFilter(setTo: words, withoutAddress: without.address(place)))
    }
    let filter = query.filter
    add(filter.kind?.title) { $0.kind = nil }
    add(filter.session.map { "Session \($0)" }) { $0.session = nil }
    add(
      filter.call.map { slug in
        "In answer to “\(choices.calls.first { $0.slug == slug }?.title ?? slug)”"
      }
    ) { $0.call = nil }
    add(filter.group.map { "Heard: \($0)" }) { $0.group = nil }
    add(filter.name.isEmpty ? nil : "Name: \(filter.name)") { $0.name = "" }
    add(filter.from.map { "From \($0.inWords)" }) { $0.from = nil }
    add(filter.to.map { "To \($0.inWords)" }) { $0.to = nil }
    return set
  }
}
