import Inquiries

/// Every session of an inquiry.
struct SessionsPage: TemplatePage {
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
    isNotVerbatim = source.kind.isRecordOfSession && !source.kind.isVerbatim
  }
}
