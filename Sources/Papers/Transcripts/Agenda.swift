/// What a clerk pastes to plan a sitting says: an agenda, or the header of a
/// transcript.
public struct Agenda: Sendable, Equatable {
  /// Committee, title, day, time, and whether it is heard in public.
  public var header: TranscriptHeader
  /// Where it is to be.
  public var place: String?
  /// The members expected.
  public var members: [MemberPresent]
  /// The panels of witnesses in order.
  public var panels: [PanelHeard]
  /// When a panel is to begin, by its ordinal, where the agenda says it.
  public var panelTimes: [Int: PrintedTime]
  /// Lines that could not be placed.
  public var unplaced: [UnplacedLine]
  /// What a clerk should look at.
  public var remarks: [PaperRemark]

  /// Makes an agenda.
  public init(
    header: TranscriptHeader, place: String? = nil, members: [MemberPresent],
    panels: [PanelHeard], panelTimes: [Int: PrintedTime] = [:], unplaced: [UnplacedLine],
    remarks: [PaperRemark]
  ) {
    self.header = header
    self.place = place
    self.members = members
    self.panels = panels
    self.panelTimes = panelTimes
    self.unplaced = unplaced
    self.remarks = remarks
  }
}

/// Reads an agenda with the grammar by which transcripts are imported.
public enum AgendaReader {
  /// Reads an agenda from the paragraphs of a paper.
  ///
  /// A whole transcript will do: its header is read and its turns are not.
  ///
  /// - Parameters:
  ///   - paper: What ``PaperReader`` read.
  ///   - fileName: The name for messages.
  /// - Returns: The agenda; every line of the header is in it once.
  /// - Throws: ``PaperError`` `agenda_empty` when it has neither a date nor a
  ///   witness.
  public static func read(_ paper: PaperText, fileName: String) throws(PaperError) -> Agenda {
    var reading = HeaderReading()
    var lines = AgendaLines()
    var unread = 0
    for (index, paragraph) in paper.paragraphs.enumerated() {
      let isChair = AgendaLines.chair(paragraph.text) != nil
      if !isChair, TranscriptReader.begins(paragraph.text, header: reading, isStrict: true) {
        unread = paper.paragraphs.count - index
        break
      }
      let count = reading.panels.count
      reading.take(paragraph) { lines.take(paragraph, into: &$0) }
      if reading.panels.count > count { lines.giveTime(toPanel: reading.panels.count) }
    }
    let isDated =
      reading.header.date != nil
      || reading.remarks.contains { $0.code == "header_date_unreadable" }
    guard isDated || !reading.panels.isEmpty else {
      throw PaperError(
        code: "agenda_empty",
        message:
          "\(fileName) has neither a date nor a witness; give a line with the date, such as “4 November 2025”, and a line that begins with “Witnesses:”.",
        file: fileName)
    }
    var remarks = paper.remarks + reading.remarks
    if unread > 0 {
      remarks.append(
        PaperRemark(
          code: "lines_after_header",
          message:
            "\(unread) lines after the header were not read; import the transcript once the session is planned.",
          line: paper.paragraphs[paper.paragraphs.count - unread].line))
    }
    return Agenda(
      header: reading.header, place: lines.place, members: reading.members,
      panels: reading.panels, panelTimes: lines.panelTimes,
      unplaced: reading.unplaced + paper.aside,
      remarks: remarks)
  }
}
