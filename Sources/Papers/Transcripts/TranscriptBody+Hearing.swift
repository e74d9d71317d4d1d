/// Hearings of statutory inquiries: witnesses are known by their oath, and who
/// asks by the heading of the section.
extension TranscriptBody {
  /// Takes what only a hearing has; false when the paragraph is nothing such.
  mutating func takeHearing(_ paragraph: PaperText.Paragraph) -> Bool {
    let (text, line) = (paragraph.text, paragraph.line)
    if let mark = AnswerMark(text) {
      let witness = panel.flatMap { panels[$0 - 1].witnesses }.flatMap {
        $0.count == 1 ? $0[0].name : nil
      }
      let label = mark.isQuestion ? questioner : witness
      begin(TurnStart(mark, label: label ?? String(mark.lead.prefix(1))), line: line)
      return true
    }
    switch HearingLine(text) {
    case .oath(let name): takeOath(name, line: line)
    case .questions(let name): questioner = name
    case .section: break
    case nil:
      guard paragraph.form == .heading, TurnStart(label: text, book: book) == nil else {
        return false
      }
    }
    turns.append(Turn(kind: .stage, text: text, line: line, panel: panel))
    // A witness's oath is followed by others of the panel, or by who asks.
    if case .oath = HearingLine(text) { open = .examination } else { open = .nothing }
    return true
  }

  /// Two that swear one after the other are heard together.
  private mutating func takeOath(_ name: String, line: Int) {
    questioner = nil
    let heading = turns.last { $0.kind == .stage }.map(\.text)
    let printed = heading.flatMap { $0.squeezed == name.squeezed ? $0 : nil } ?? name
    if book.panel(of: [name]) == nil, case .examination = open, let panel,
      turns.last.map({ HearingLine($0.text) }) != nil
    {
      panels[panel - 1].witnesses.append(WitnessListed(name: printed))
      relist()
    } else {
      _ = startPanel([printed], line: line, isSure: true)
    }
  }

  /// Who “The Witness” is while one is heard.
  func witness(labelled label: String) -> String? {
    guard ["thewitness", "witness"].contains(PersonName.key(label)), let panel,
      panels[panel - 1].witnesses.count == 1
    else { return nil }
    return panels[panel - 1].witnesses[0].name
  }
}
