/// Takes the lines before the first turn or point, one after the other.
struct HeaderReading {
  var header = TranscriptHeader()
  var members: [MemberPresent] = []
  private(set) var panels: [PanelHeard] = []
  private(set) var unplaced: [UnplacedLine] = []
  private(set) var remarks: [PaperRemark] = []
  /// The panel that the header says is heard first.
  private(set) var panel: Int?
  /// The numeral of a heading such as “Panel 2” below which nobody is listed yet.
  private(set) var opened: String?
  /// Whether a line such as “Examination of witnesses” has been met.
  private(set) var hasExamination = false
  /// Whether the paper is a note, whose header has lines of its own.
  let isNote: Bool

  enum Section { case none, members, witnesses, writtenEvidence, use, examination }
  var section = Section.none

  init(isNote: Bool = false) { self.isNote = isNote }

  /// Those listed so far, as a book for reading labels.
  private(set) var book = LabelBook()
  private var listed = 0
  /// More people than sit in any committee room; what a hostile list may cost.
  static let mostPeople = 300

  /// Takes one line: into a field, or into the unplaced.
  ///
  /// - Parameter read: The field of a line that a plan of a sitting has and a
  ///   transcript has not; looked for first.
  mutating func take(
    _ paragraph: PaperText.Paragraph,
    read: (inout HeaderReading) -> HeaderLine.Field? = { _ in nil }
  ) {
    let text = paragraph.text
    let squeezed = text.squeezed
    let before = listed
    defer { if listed != before { book = LabelBook(members: members, panels: panels) } }
    noteStage(squeezed)
    if HeaderWords.isPageNumber(squeezed) {
      unplaced.append(.init(line: paragraph.line, text: text, reason: .pageNumber))
      return
    }
    let field =
      read(&self)
      ?? takeKeyword(text, squeezed, line: paragraph.line)
      ?? takeMoment(squeezed, line: paragraph.line)
      ?? takeSection(text, squeezed, line: paragraph.line)
      ?? takeName(text, squeezed)
    guard let field else {
      if HeaderFields.hasNoSuchDay(squeezed) {
        remark(
          "header_date_unreadable",
          "Line \(paragraph.line) says “\(text)”, and there is no such day.", paragraph.line)
      } else if HeaderFields.meansDate(squeezed) {
        remark(
          "header_date_unreadable",
          "Line \(paragraph.line) looks like the date and cannot be read.",
          paragraph.line)
      }
      unplaced.append(.init(line: paragraph.line, text: text, reason: .notRecognised))
      return
    }
    if text.contains("["), text.squeezed.contains("[add") {
      remark(
        "template_text_left", "Line \(paragraph.line) still holds text of the template.",
        paragraph.line)
    }
    header.lines.append(.init(line: paragraph.line, text: text, field: field))
  }

  private mutating func takeKeyword(
    _ text: String, _ squeezed: String, line: Int
  ) -> HeaderLine.Field? {
    let (key, rest) = HeaderWords.keyword(text)
    switch key {
    case "memberspresent", "memberpresent", "present", "attendees", "inattendance":
      // A list that stops in the middle goes on below.
      section = rest.trimmed.last.map { ",;".contains($0) } ?? true ? .members : .none
      members += admit(PeopleListed.members(rest), line: line)
      return .members
    case "witness", "witnesses": return takeWitnesses(rest, line: line)
    case "writtenevidencefromwitnesses", "writtenevidencefromwitness":
      section = .writtenEvidence
      return .writtenEvidence
    default: break
    }
    if isNote, ["chair", "inthechair"].contains(key), !rest.trimmed.isEmpty {
      members += admit(PeopleListed.members(rest), line: line)
        .map { MemberPresent(name: $0.name, isChair: true) }
      return .members
    }
    if HeaderWords.isTitleKey(key, isNote: isNote), text.contains(":") { return takeTitle(rest) }
    // What a line of its own would list must not go with one that says less.
    let isJoined = ["memberspresent:", "witness:", "witnesses:"].contains(where: squeezed.contains)
    if isJoined, !squeezed.hasPrefix("examinationofwitness") { return nil }
    if squeezed.hasPrefix("useofthetranscript") {
      section = .use
      return .use
    }
    if squeezed.hasPrefix("examinationofwitness") {
      takeExamination(squeezed)
      return .examination
    }
    if squeezed.hasPrefix("orderedbythehouse") { return .order }
    if squeezed.hasPrefix("watchthe") || squeezed.hasPrefix("listentothe") { return .link }
    let isBanner = [
      "uncorrectedtranscript", "uncorrectedoralevidence", "correctedtranscript",
      "correctedoralevidence", "tobepublishedas", "oralevidence", "minutesofevidence",
    ].contains(where: squeezed.hasPrefix)
    if isBanner, text.count <= 160 {
      takePaperNumber(text[...])
      return .banner
    }
    if text.count <= 24, let found = HeaderFields.paperNumber(endOf: text[...]),
      found.start == text.startIndex
    {
      header.paperNumber = header.paperNumber ?? found.number
      return .paperNumber
    }
    return nil
  }

  private mutating func takeTitle(_ rest: Substring) -> HeaderLine.Field {
    section = .none
    var title = rest.trimmed
    if let found = HeaderFields.paperNumber(endOf: title) {
      header.paperNumber = header.paperNumber ?? found.number
      title = title[..<found.start].trimmed
      while let last = title.last, ",;–-".contains(last) { title = title.dropLast().trimmed }
    }
    if !title.isEmpty { header.title = header.title ?? String(title) }
    return .title
  }

  private mutating func takePaperNumber(_ text: Substring) {
    guard header.paperNumber == nil else { return }
    header.paperNumber = HeaderFields.paperNumber(endOf: text)?.number
  }

  private mutating func noteStage(_ squeezed: String) {
    guard squeezed.contains("corrected") else { return }
    if squeezed.contains("uncorrected") {
      header.stage = .uncorrected
    } else if squeezed.hasPrefix("corrected") || squeezed.contains("isacorrectedtranscript") {
      header.stage = header.stage ?? .corrected
    }
  }

  /// As many of a list as there is room for; the rest is remarked.
  mutating func admit<Listed>(_ list: [Listed], line: Int) -> [Listed] {
    let room = Self.mostPeople - listed
    if list.count > room {
      remark(
        "too_many_people",
        "Line \(line) lists more people than the \(Self.mostPeople) that are read; the rest stays in the line.",
        line)
    }
    listed += min(room, list.count)
    return Array(list.prefix(room))
  }

  mutating func remark(_ code: String, _ message: String, _ line: Int) {
    remarks.append(PaperRemark(code: code, message: message, line: line))
  }
}

// MARK: - Dates, names and what stands under a heading

extension HeaderReading {
  private mutating func takeMoment(_ squeezed: String, line: Int) -> HeaderLine.Field? {
    guard squeezed.count <= 80 else { return nil }
    if let found = HeaderFields.date(squeezed) ?? hearing(squeezed) {
      header.date = header.date ?? found.day
      header.startTime = header.startTime ?? found.time
      header.isHeardInPublic = header.isHeardInPublic ?? found.isPublic
      if found.isWeekdayWrong {
        remark(
          "weekday_differs",
          "Line \(line) gives a weekday that the date did not fall on; check the date.", line)
      }
      return .date
    }
    if let found = HeaderFields.time(squeezed.filter { !"()*".contains($0) }) {
      header.startTime = header.startTime ?? found
      return .time
    }
    if let found = HeaderFields.session(squeezed) {
      header.evidenceSessionNumber = header.evidenceSessionNumber ?? found.sessionNumber
      header.isHeardInPublic = header.isHeardInPublic ?? found.isPublic
      header.printedRange = header.printedRange ?? found.range
      section = .none
      return .session
    }
    return nil
  }

  /// “Transcript of Module 1 Public Hearing on 16 June 2023”, “Taken before the Lamps
  /// Committee on 12 June 2007”: the day at the end.
  private mutating func hearing(_ squeezed: String) -> HeaderFields.DateLine? {
    guard
      squeezed.contains("hearing") || squeezed.hasPrefix("transcriptof")
        || squeezed.hasPrefix("takenbefore")
    else { return nil }
    for on in squeezed.ranges(of: "on").reversed() {
      guard let found = HeaderFields.date(String(squeezed[on.upperBound...])) else { continue }
      if squeezed.contains("publichearing") {
        header.isHeardInPublic = header.isHeardInPublic ?? true
      }
      return found
    }
    return nil
  }

  private mutating func takeSection(
    _ text: String, _ squeezed: String, line: Int
  ) -> HeaderLine.Field? {
    if let heading = PanelHeading(text), let field = takeHeading(heading, line: line) {
      return field
    }
    if let panel = HeaderWords.panelLine(text),
      section == .witnesses || (panel.rest.contains(",") && panel.numeral.first?.isLetter ?? false)
    {
      addPanel(panel.rest, numeral: panel.numeral, line: line)
      section = .witnesses
      return .witnesses
    }
    switch section {
    case .members:
      let listed = PeopleListed.members(text[...])
      guard listed.allSatisfy({ LabelShape.isName($0.name[...], words: 10) }) else { return nil }
      members += admit(listed, line: line)
      return .members
    case .witnesses:
      let listed = PeopleListed.witnesses(text[...])
      guard !listed.isEmpty, PeopleListed.areNamed(listed) else { return nil }
      if panels.isEmpty || opened != nil {
        addPanel(text[...], numeral: nil, line: line)
      } else {
        panels[panels.count - 1].witnesses += admit(named(listed, line: line), line: line)
      }
      return .witnesses
    case .writtenEvidence: return .writtenEvidence
    case .use: return .use
    case .examination:
      guard let names = PeopleListed.names(text[...]), takeHeard(names, line: line) else {
        return nil
      }
      return .examination
    default: return nil
    }
  }

  private mutating func takeName(_ text: String, _ squeezed: String) -> HeaderLine.Field? {
    guard header.committeeName == nil, header.title == nil, header.date == nil, text.count <= 160,
      !".:;?!".contains(text.last ?? "."),
      ["committee", "group", "inquiry", "commission"].contains(where: squeezed.contains)
    else { return nil }
    var name = text[...].trimmed
    for tail in ["Minutes of Evidence", "MINUTES OF EVIDENCE"] {
      if let end = name.firstRange(of: tail) { name = name[..<end.lowerBound].trimmed }
    }
    header.committeeName = String(name)
    return .committee
  }

  private mutating func takeWitnesses(_ rest: Substring, line: Int) -> HeaderLine.Field {
    section = .witnesses
    guard !rest.trimmed.isEmpty else { return .witnesses }
    let isList = rest.contains(";") || !rest.contains(" and ")
    if opened != nil, !hasExamination {
      // “A and B” below the heading of a panel: two who are named and no more.
      let names = isList || rest.contains(",") ? nil : PeopleListed.names(rest)
      addPanel(names?.joined(separator: ";")[...] ?? rest, numeral: nil, line: line)
      return .witnesses
    }
    let named = PeopleListed.parts(rest)
    // Under “Examination of witnesses” they are those of a panel, and no new one.
    if book.panel(of: named) != nil
      || (hasExamination && !rest.contains(";") && book.panel(ofSome: named) != nil)
    {
      _ = takeHeard(named, line: line)
      return .examination
    }
    if hasExamination, !panels.isEmpty, !rest.contains(";"), PeopleListed.areNames(named) {
      remark("witness_not_listed", PeopleListed.unlisted(named, line: line), line)
      return .examination
    }
    if !isList, let names = PeopleListed.names(rest), takeHeard(names, line: line) {
      return .examination
    }
    addPanel(rest, numeral: nil, line: line)
    return .witnesses
  }

  private mutating func takeExamination(_ squeezed: String) {
    section = .examination
    hasExamination = true
    if let open = squeezed.firstIndex(of: "("), let range = HeaderFields.range(squeezed[open...]) {
      header.printedRange = header.printedRange ?? range
    }
  }

  /// Takes the names under “Examination of witnesses”; false when they are
  /// none of those listed.
  private mutating func takeHeard(_ names: [String], line: Int) -> Bool {
    section = .examination
    hasExamination = true
    if let heard = book.panel(ofSome: names) {
      panel = panel ?? heard.panel
      if !heard.strangers.isEmpty {
        remark("witness_not_listed", PeopleListed.unlisted(heard.strangers, line: line), line)
      }
      return true
    }
    guard panels.allSatisfy({ $0.numeral == nil && $0.witnesses.allSatisfy { $0.role == nil } })
    else { return false }
    let found = admit(named(names.map { WitnessListed(name: $0) }, line: line), line: line)
    if panels.isEmpty {
      panels.append(PanelHeard(ordinal: 1, witnesses: found))
    } else {
      panels[panels.count - 1].witnesses += found
    }
    panel = panels.count
    return true
  }

  /// Takes a heading such as “Panel 2”, with its witnesses where they stand behind it.
  private mutating func takeHeading(_ heading: PanelHeading, line: Int) -> HeaderLine.Field? {
    if heading.rest.isEmpty {
      header.startTime = header.startTime ?? heading.time
      guard !hasExamination else { return .examination }
      open(panel: heading.numeral)
      return .witnesses
    }
    let isListed =
      heading.rest.contains(",") && PeopleListed.areNamed(PeopleListed.witnesses(heading.rest))
    guard section == .witnesses || isListed else { return nil }
    addPanel(heading.rest, numeral: heading.numeral, line: line)
    section = .witnesses
    return .witnesses
  }

  /// Those who are listed from here on are a panel of their own.
  mutating func open(panel numeral: String) {
    (opened, section) = (numeral, .witnesses)
  }

  /// Those of a list who are somebody; a place for somebody not known yet is remarked.
  private mutating func named(_ listed: [WitnessListed], line: Int) -> [WitnessListed] {
    for place in listed where place.isToBeConfirmed {
      remark(
        "witness_to_be_confirmed",
        "Line \(line) lists “\(place.name)”, which names nobody yet; it is left out.", line)
    }
    return listed.filter { !$0.isToBeConfirmed }
  }

  mutating func addPanel(_ text: Substring, numeral: String?, line: Int) {
    let witnesses = admit(named(PeopleListed.witnesses(text), line: line), line: line)
    guard !witnesses.isEmpty else { return }
    panels.append(
      PanelHeard(ordinal: panels.count + 1, numeral: numeral ?? opened, witnesses: witnesses))
    opened = nil
    for witness in witnesses where !LabelShape.isName(witness.name[...], words: 10) {
      remark(
        "witness_name_unclear",
        "Line \(line) lists a witness as “\(witness.name)”, which does not look like a name.", line)
    }
  }
}
