/// Writes a transcript as a debate in Akoma Ntoso 3.0.
///
/// Members stand in a `rollCall`, witnesses in containers of the `preface`, and
/// the turns heard with a panel in a section that refers to it.
struct AkomaNtosoWriter {
  private let transcript: Transcript
  private let name: TranscriptName
  private var xml = XMLBytes()
  /// Names to identifiers, in the order in which they are met.
  private var people: [String: String] = [:]
  private var peopleInOrder: [String] = []
  private var section = 0
  private var count = 0

  private init(_ transcript: Transcript, name: TranscriptName) {
    self.transcript = transcript
    self.name = name
    let named =
      transcript.members.map(\.name) + transcript.panels.flatMap { $0.witnesses.map(\.name) }
      + transcript.turns.compactMap(\.speaker)
    for name in named where people[name] == nil {
      peopleInOrder.append(name)
      people[name] = "person_\(peopleInOrder.count)"
    }
  }

  static func write(_ transcript: Transcript, name: TranscriptName) -> [UInt8] {
    var writer = AkomaNtosoWriter(transcript, name: name)
    writer.write()
    return writer.xml.bytes
  }

  private mutating func write() {
    xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open("akomaNtoso", [("xmlns", AkomaNtosoMeta.final)])
    xml.open("debate", [("name", "hearing")])
    writeMeta()
    writePreface()
    xml.open("debateBody")
    writeRoll()
    writeTurns()
    xml.close("debateBody")
    xml.close("debate")
    xml.close("akomaNtoso")
  }

  // MARK: - What it is

  /// `/akn/gb/debate/hearing/<body>/<day>/<number>` and the expression and
  /// manifestation of it (domain.md 3.1).
  private mutating func writeMeta() {
    let header = transcript.header
    // A work must have a day; one that is not known says so by its name.
    let day = header.date?.iso ?? "0001-01-01"
    let work = "/akn/gb/debate/hearing/\(name.bodySlug)/\(day)/\(name.number)"
    let stage = header.stage?.rawValue ?? ""
    let expression = "\(work)/\(name.language)@\(stage)"
    let date = [("date", day), ("name", header.date == nil ? "unknown" : "hearing")]
    xml.open("meta")
    xml.open("identification", [("source", "#body")])
    xml.open("FRBRWork")
    xml.empty("FRBRthis", [("value", work + "/!main")])
    xml.empty("FRBRuri", [("value", work)])
    xml.empty("FRBRalias", [("value", name.reference), ("name", "reference")])
    xml.empty("FRBRdate", date)
    xml.empty("FRBRauthor", [("href", "#body")])
    xml.empty("FRBRcountry", [("value", "gb")])
    xml.empty("FRBRnumber", [("value", String(name.number))])
    xml.close("FRBRWork")
    xml.open("FRBRExpression")
    xml.empty("FRBRthis", [("value", expression + "/!main")])
    xml.empty("FRBRuri", [("value", expression)])
    xml.empty("FRBRdate", date)
    xml.empty("FRBRauthor", [("href", "#body")])
    xml.empty("FRBRlanguage", [("language", name.language)])
    xml.close("FRBRExpression")
    xml.open("FRBRManifestation")
    xml.empty("FRBRthis", [("value", expression + "/!main.xml")])
    xml.empty("FRBRuri", [("value", expression + ".akn")])
    xml.empty("FRBRdate", date)
    xml.empty("FRBRauthor", [("href", "#body")])
    xml.close("FRBRManifestation")
    xml.close("identification")
    writeReferences()
    xml.close("meta")
  }

  private mutating func writeReferences() {
    xml.open("references", [("source", "#body")])
    xml.empty(
      "TLCOrganization",
      [
        ("eId", "body"), ("href", "/akn/ontology/organization/gb/\(name.bodySlug)"),
        ("showAs", transcript.header.committeeName ?? name.bodySlug),
      ])
    for person in peopleInOrder {
      guard let id = people[person] else { continue }
      xml.empty(
        "TLCPerson",
        [
          ("eId", id), ("href", "/akn/ontology/person/gb/\(name.bodySlug)/\(name.reference)/\(id)"),
          ("showAs", person),
        ])
    }
    if transcript.turns.contains(where: { $0.kind == .speech && $0.speaker == nil }) {
      xml.empty(
        "TLCPerson",
        [("eId", "unknown"), ("href", "/akn/ontology/person/unknown"), ("showAs", "Unknown")])
    }
    xml.empty(
      "TLCRole",
      [("eId", "chair"), ("href", "/akn/ontology/role/chair"), ("showAs", "Chair")])
    for (id, role) in [("witness", "Witness")] where !transcript.panels.isEmpty {
      xml.empty(
        "TLCRole", [("eId", id), ("href", "/akn/ontology/role/\(id)"), ("showAs", role)])
    }
    xml.close("references")
  }

  // MARK: - Who was there

  private mutating func writePreface() {
    let header = transcript.header
    xml.open("preface")
    for notice in name.notices { xml.words("p", notice[...]) }
    var lines = TranscriptText.headLines(of: header)
    lines += TranscriptText.sessionLine(of: header).map { [$0] } ?? []
    for line in lines {
      xml.line("p") { xml in
        if let committee = header.committeeName, line == committee {
          xml.inline("docCommittee", committee)
        } else if let title = header.title, let place = line.firstRange(of: title) {
          xml.text(line[..<place.lowerBound])
          xml.inline("docTitle", title)
          let rest = line[place.upperBound...]
          if let number = header.paperNumber, let place = rest.firstRange(of: number) {
            xml.text(rest[..<place.lowerBound])
            xml.inline("docNumber", number)
            xml.text(rest[place.upperBound...])
          } else {
            xml.text(rest)
          }
        } else {
          xml.text(line[...])
        }
      }
    }
    for panel in transcript.panels {
      xml.open("container", [("name", "panel"), ("eId", "panel_\(panel.ordinal)")])
      if let numeral = panel.numeral {
        xml.line("p") { $0.inline("inline", numeral, [("name", "numeral")]) }
      }
      for witness in panel.witnesses { write(witness) }
      // A container may not be empty.
      if panel.numeral == nil, panel.witnesses.isEmpty { xml.empty("p") }
      xml.close("container")
    }
    xml.close("preface")
  }

  private mutating func write(_ witness: WitnessListed) {
    let id = people[witness.name] ?? "unknown"
    xml.line("p") { xml in
      xml.inline("person", witness.name, [("refersTo", "#\(id)")])
      if let role = witness.role {
        xml.text(", ")
        xml.inline("role", role, [("refersTo", "#witness")])
      }
      if let organisation = witness.organisation {
        xml.text(", ")
        xml.inline("organization", organisation, [("refersTo", "#\(id)")])
      }
    }
  }

  private mutating func writeRoll() {
    guard !transcript.members.isEmpty else { return }
    xml.open("rollCall", [("eId", "rollcall_1")])
    for member in transcript.members {
      let id = people[member.name] ?? "unknown"
      xml.line("p") { xml in
        xml.inline("person", member.name, [("refersTo", "#\(id)")])
        if member.isChair {
          xml.text(", ")
          xml.inline("role", "Chair", [("refersTo", "#chair")])
        }
      }
    }
    xml.close("rollCall")
  }

  // MARK: - What was said

  private mutating func writeTurns() {
    let witnesses = Set(transcript.panels.flatMap { $0.witnesses.map(\.name) })
    var open: Int??
    for turn in transcript.turns {
      if open != .some(turn.panel) {
        if open != nil { xml.close("debateSection") }
        openSection(panel: turn.panel)
        open = .some(turn.panel)
      }
      if turn.kind == .stage {
        xml.words("narrative", turn.text[...])
      } else {
        write(turn, isWitness: turn.speaker.map(witnesses.contains) ?? false)
      }
    }
    if open == nil { openSection(panel: nil) }
    xml.close("debateSection")
  }

  private mutating func openSection(panel: Int?) {
    section += 1
    count = 0
    var attributes = [("eId", "dbsect_\(section)"), ("name", panel == nil ? "part" : "panel")]
    if let panel { attributes.append(("refersTo", "#panel_\(panel)")) }
    xml.open("debateSection", attributes)
  }

  private mutating func write(_ turn: Turn, isWitness: Bool) {
    let element = turn.questionNumber != nil ? "question" : isWitness ? "answer" : "speech"
    count += 1
    let number = turn.questionNumber ?? count
    let id = "dbsect_\(section)__\(element)_\(number)"
    var attributes = [
      ("eId", id),
      ("by", "#" + (turn.speaker.flatMap { people[$0] } ?? "unknown")),
    ]
    if turn.isChair { attributes.append(("as", "#chair")) }
    xml.open(element, attributes)
    if let number = turn.questionNumber { xml.line("num") { $0.text("Q\(number)") } }
    if let label = turn.label { xml.line("from") { $0.text(label[...]) } }
    let paragraphs = turn.text.split(separator: "\n\n", omittingEmptySubsequences: false)
    for paragraph in paragraphs.dropLast() { xml.words("p", paragraph) }
    xml.words("p", paragraphs.last ?? "") { xml in
      for (index, note) in turn.footnotes.enumerated() {
        Self.write(note, as: index + 1, beneath: id, to: &xml)
      }
    }
    xml.close(element)
  }

  private static func write(
    _ note: Footnote, as number: Int, beneath id: String, to xml: inout XMLBytes
  ) {
    xml.open(
      "authorialNote",
      [
        ("eId", "\(id)__authorialNote_\(number)"), ("marker", "\(number)"),
        ("placement", "bottom"),
      ])
    for paragraph in note.text.split(separator: "\n\n") { xml.words("p", paragraph) }
    xml.close("authorialNote")
  }
}
