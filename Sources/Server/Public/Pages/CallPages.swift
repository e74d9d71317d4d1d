import Inquiries

/// Whether a call takes submissions, on one day.
enum CallStanding: Hashable {
  case open(until: Day?)
  case notYetOpen(Day)
  /// `opensAgain` where a later period is announced.
  case closed(since: Day, opensAgain: Day?)
  /// By the lapse of the inquiry, before its time.
  case lapsed(Day)

  /// - Parameter lapsedOn: Last day on which the inquiry took anything, once it lapsed.
  init(_ call: CallForEvidence, on day: Day, lapsedOn: Day? = nil) {
    if let lapsedOn, lapsedOn < day {
      let begun = call.periods.filter { $0.opensOn <= lapsedOn }
      let isCut = begun.contains { $0.closesOn.map { lapsedOn < $0 } ?? true }
      if !isCut, let closed = begun.compactMap(\.closesOn).max() {
        self = .closed(since: closed, opensAgain: nil)
      } else {
        self = .lapsed(lapsedOn)
      }
      return
    }
    if let period = call.periods.first(where: { $0.contains(day) }) {
      self = .open(until: period.closesOn)
      return
    }
    let next = call.periods.map(\.opensOn).filter { day < $0 }.min()
    if let closed = call.periods.compactMap(\.closesOn).filter({ $0 < day }).max() {
      self = .closed(since: closed, opensAgain: next)
    } else {
      self = .notYetOpen(next ?? day)
    }
  }

  var isOpen: Bool {
    if case .open = self { true } else { false }
  }

  var inWords: String {
    switch self {
    case .open(.some(let day)): "Open until \(day.inWords)"
    case .open(nil): "Open, with no closing day"
    case .notYetOpen(let day): "Opens on \(day.inWords)"
    case .closed(let day, nil): "Closed on \(day.inWords)"
    case .closed(let day, .some(let next)):
      "Closed on \(day.inWords); opens again on \(next.inWords)"
    case .lapsed(let day): "Closed when the inquiry lapsed on \(day.inWords)"
    }
  }
}

/// A call as lists show it.
struct CallEntry {
  let title: String
  let address: String
  let isOpen: Bool
  let standing: String

  init(_ call: CallForEvidence, on day: Day, in inquiry: PublishedInquiry) {
    let standing = CallStanding(call, on: day, lapsedOn: inquiry.lapsedOn)
    title = call.title
    address = Address.call(inquiry.slug, call.slug)
    isOpen = standing.isOpen
    self.standing = standing.inWords
  }
}

/// Every published call for evidence of an inquiry.
struct CallsPage: TemplatePage {
  static let template = "calls"

  let frame: Frame
  let calls: [CallEntry]

  init(
    _ calls: [CallForEvidence], on day: Day, of inquiry: PublishedInquiry, _ drawing: PublicDrawing
  ) {
    frame = drawing.frame("Calls for evidence", .calls(inquiry.slug), of: inquiry, part: .calls)
    self.calls = calls.map { CallEntry($0, on: day, in: inquiry) }
  }
}

/// One call for evidence: what is asked, when, and what came in answer.
struct CallPage: TemplatePage {
  static let template = "call"

  struct Period {
    let opensOn: ShownDay
    let closesOn: ShownDay?
  }

  let frame: Frame
  let title: String
  let isOpen: Bool
  let standing: String
  let publishedOn: ShownDay?
  let periods: [Period]
  let textHTML: String
  let hasSubmissions: Bool
  let submissionsHTML: String

  init(
    _ call: CallForEvidence, answered submissions: [WrittenSubmission], on day: Day,
    of inquiry: PublishedInquiry, _ drawing: PublicDrawing
  ) {
    let slug = inquiry.slug
    let standing = CallStanding(call, on: day, lapsedOn: inquiry.lapsedOn)
    frame = drawing.frame(call.title, .call(slug, call.slug), of: inquiry, part: .calls)
    title = call.title
    isOpen = standing.isOpen
    self.standing = standing.inWords
    publishedOn = call.publishedOn.map(ShownDay.init)
    periods = call.periods.map {
      Period(opensOn: ShownDay($0.opensOn), closesOn: $0.closesOn.map(ShownDay.init))
    }
    textHTML = PlainMarkup.html(call.text, droppingTitle: true)
    hasSubmissions = !submissions.isEmpty
    submissionsHTML = EvidenceListHTML.text(of: submissions, in: slug, level: 3)
  }
}
