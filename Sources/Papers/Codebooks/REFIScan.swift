import Inquiries

/// Takes what we read out of a codebook or project as its events come.
final class REFIScan: DocxPart {
  struct Source {
    let guid: String
    let name: String
    let path: String?
    var content = ""
    var selections: [CodedProject.Selection] = []
  }

  private(set) var title = ""
  private(set) var note = ""
  private(set) var entries: [WrittenCodebook.Entry] = []
  private(set) var users: [CodedProject.User] = []
  private(set) var sources: [Source] = []
  /// What is not read, by the name of its element.
  private(set) var unread: [String: Int] = [:]
  private let fileName: String
  private var path: [String] = []
  /// How deep within something that is not read.
  private var skipped = 0
  private var text = ""
  /// Places of the codes that are open, in `entries`.
  private var open: [Int] = []
  private var selection: (guid: String, name: String?, span: Range<Int>)?
  private var codings: [CodedProject.Coding] = []
  private var coding: (guid: String, user: String?, at: Instant?)?

  init(fileName: String) {
    self.fileName = fileName
  }

  private static let ignored: Set<String> = [
    "NoteRef", "VariableValue", "PictureSource", "PDFSource", "AudioSource", "VideoSource",
  ]
  /// Lists whose members are not read; an empty one says nothing.
  private static let ignoredLists: Set<String> = [
    "Variables", "Cases", "Notes", "Links", "Sets", "Graphs",
  ]

  func begin(_ element: DocxElement) throws(PaperError) {
    let name = String(element.name.split(separator: ":").last ?? "")
    if path.isEmpty {
      guard ["CodeBook", "Project"].contains(name) else {
        throw refusal(
          "refi_not_codebook",
          "\(fileName) has “\(name.prefix(60))” at its top and no CodeBook or Project of REFI-QDA.")
      }
      title = element["name"] ?? ""
    }
    path.append(name)
    text = ""
    let isList = REFIScan.ignoredLists.contains(name)
    if skipped > 0 || isList || REFIScan.ignored.contains(name) {
      let isMember = skipped == 1 && REFIScan.ignoredLists.contains(path[path.count - 2])
      if isMember || skipped == 0 && !isList { unread[name, default: 0] += 1 }
      skipped += 1
      return
    }
    switch name {
    case "User":
      users.append(
        .init(guid: try guid(element, of: name), name: element["name"] ?? element["id"] ?? ""))
    case "Code": try beginCode(element)
    case "TextSource":
      sources.append(
        Source(
          guid: try guid(element, of: name), name: element["name"] ?? "",
          path: element["plainTextPath"]))
    case "PlainTextSelection":
      selection = (
        try guid(element, of: name), element["name"], try span(element)
      )
      codings = []
    case "Coding":
      if selection == nil { unread["Coding of a whole source", default: 0] += 1 }
      coding = (
        try guid(element, of: name), element["creatingUser"].map(REFIScan.plain),
        element["creationDateTime"].flatMap { Instant($0) }
      )
    case "CodeRef":
      guard let coding else { break }
      codings.append(
        .init(
          guid: coding.guid,
          tag: "urn:uuid:" + REFIScan.plain(element["targetGUID"] ?? ""), user: coding.user,
          at: coding.at))
    default: break
    }
  }

  private func beginCode(_ element: DocxElement) throws(PaperError) {
    open.append(entries.count)
    entries.append(
      WrittenCodebook.Entry(
        iri: "urn:uuid:" + (try guid(element, of: "Code")), name: element["name"] ?? "",
        parent: open.dropLast().last.map { entries[$0].iri },
        isGroup: element["isCodable"].map { ["false", "0"].contains($0) },
        colour: element["color"].flatMap(REFIScan.colour)))
  }

  func text(_ text: String) throws(PaperError) {
    if skipped == 0 { self.text += text }
  }

  func end(_ closed: String) throws(PaperError) {
    let name = path.popLast() ?? ""
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    switch name {
    case "Description":
      if let code = open.last {
        entries[code].text = TagText(reading: text.replacing("\r\n", with: "\n"))
      } else if path.count == 1 {
        note = text
      }
    case "PlainTextContent":
      if !sources.isEmpty { sources[sources.count - 1].content = text }
    case "Code": open.removeLast()
    case "Coding": coding = nil
    case "PlainTextSelection":
      if let selection, !sources.isEmpty {
        sources[sources.count - 1].selections.append(
          .init(
            guid: selection.guid, name: selection.name, span: selection.span, codings: codings))
      }
      (selection, codings) = (nil, [])
    default: break
    }
  }

  private func guid(_ element: DocxElement, of name: String) throws(PaperError) -> String {
    let guid = REFIScan.plain(element["guid"] ?? "")
    guard
      guid.wholeMatch(of: #/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/#) != nil
    else {
      throw refusal(
        "refi_guid",
        "The \(name) “\((element["name"] ?? "").prefix(60))” of \(fileName) has no GUID that can be read; export it again."
      )
    }
    return guid
  }

  private func span(_ element: DocxElement) throws(PaperError) -> Range<Int> {
    guard let from = element["startPosition"].flatMap(Int.init),
      let to = element["endPosition"].flatMap(Int.init), 0 <= from, from <= to
    else {
      throw refusal(
        "refi_span",
        "The selection “\((element["name"] ?? "").prefix(60))” of \(fileName) has no start and end that can be read."
      )
    }
    return from..<to
  }

  /// Without the braces that some programs put around a GUID.
  private static func plain(_ guid: String) -> String {
    guid.lowercased().filter { $0 != "{" && $0 != "}" }
  }

  private static func colour(_ text: String) -> String? {
    guard let digits = text.wholeMatch(of: #/#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})/#)?.output.1 else {
      return nil
    }
    return "#"
      + (digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits))
      .uppercased()
  }

  private func refusal(_ code: String, _ message: String) -> PaperError {
    PaperError(code: code, message: message, file: fileName)
  }
}
