/// A transcript, note or summary as our own JSON and CSV say it.
///
/// The names of the fields are those of the file; `TranscriptFiles.md` explains
/// them.
struct TranscriptDocument: Codable, Equatable {
  static let format = "inquiry-transcript-1"
  static let noteFormat = "inquiry-note-1"
  /// The kind of what a note has in the place of turns.
  static let point = "point"

  struct Listed: Codable, Equatable {
    var name: String
    var isChair: Bool?
    var role: String?
    var organisation: String?
  }

  struct Panel: Codable, Equatable {
    var numeral: String?
    var witnesses: [Listed]
  }

  struct Said: Codable, Equatable {
    var kind: String
    var number: Int?
    var label: String?
    var speaker: String?
    var isChair: Bool?
    var panel: Int?
    var text: String
    var footnotes: [String]?
  }

  var format = TranscriptDocument.format
  /// The facts of the header, each under the name of a ``Fact``.
  var session: [String: String] = [:]
  var members: [Listed] = []
  var panels: [Panel] = []
  var turns: [Said] = []

  /// What a header says, by the name it has in a file.
  enum Fact: String, CaseIterable {
    case committee, title, date, startTime, paperNumber, sessionNumber, hearing, stage
    case firstQuestion, lastQuestion
    /// What a reader is told of the document itself.
    case notice
    /// Of a note: `note` or `summary`, and the day on which the witnesses agreed it.
    case record, agreedOn
  }

  init() {}

  /// The document of a transcript; what could not be placed is no part of it.
  init(_ transcript: Transcript, notices: [String] = []) {
    self.init(transcript.header, transcript.members, transcript.panels, notices)
    turns = transcript.turns.map {
      Said(
        kind: $0.kind.rawValue, number: $0.questionNumber, label: $0.label, speaker: $0.speaker,
        isChair: $0.isChair ? true : nil, panel: $0.panel, text: $0.text,
        footnotes: Self.texts($0.footnotes))
    }
  }

  private static func texts(_ footnotes: [Footnote]) -> [String]? {
    footnotes.isEmpty ? nil : footnotes.map(\.text)
  }

  /// The document of a note.
  init(_ note: Note, notices: [String] = []) {
    self.init(note.header, note.members, note.panels, notices)
    format = TranscriptDocument.noteFormat
    session[Fact.record.rawValue] = note.isSummary.map { $0 ? "summary" : "note" }
    session[Fact.agreedOn.rawValue] = note.agreedOn?.iso
    turns = note.points.map {
      Said(
        kind: TranscriptDocument.point, number: $0.number, text: $0.text,
        footnotes: Self.texts($0.footnotes))
    }
  }

  private init(
    _ header: TranscriptHeader, _ present: [MemberPresent], _ heard: [PanelHeard],
    _ notices: [String]
  ) {
    func set(_ fact: Fact, _ value: String?) { session[fact.rawValue] = value }
    set(.notice, notices.isEmpty ? nil : notices.joined(separator: "\n\n"))
    set(.committee, header.committeeName)
    set(.title, header.title)
    set(.date, header.date?.iso)
    set(.startTime, header.startTime?.iso)
    set(.paperNumber, header.paperNumber)
    set(.sessionNumber, header.evidenceSessionNumber.map(String.init))
    set(.hearing, header.isHeardInPublic.map { $0 ? "public" : "private" })
    set(.stage, header.stage?.rawValue)
    set(.firstQuestion, header.printedRange.map { "\($0.lowerBound)" })
    set(.lastQuestion, header.printedRange.map { "\($0.upperBound)" })
    members = present.map { Listed(name: $0.name, isChair: $0.isChair ? true : nil) }
    panels = heard.map { panel in
      Panel(
        numeral: panel.numeral,
        witnesses: panel.witnesses.map {
          Listed(name: $0.name, role: $0.role, organisation: $0.organisation)
        })
    }
  }
}

extension PrintedTime {
  /// `10:05`.
  var iso: String { "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" }

  /// `10:05`.
  init?(iso text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [2, 2], let hour = Int(parts[0]), let minute = Int(parts[1]) else {
      return nil
    }
    self.init(hour: hour, minute: minute)
  }
}
