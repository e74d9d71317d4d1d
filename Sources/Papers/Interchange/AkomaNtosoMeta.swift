/// One speech, question or answer as its element says it.
struct AkomaNtosoUtterance: Equatable {
  /// `speech`, `question` or `answer`.
  let kind: String
  let by: String
  let `as`: String
}

/// What the `meta` of an Akoma Ntoso document says.
struct AkomaNtosoMeta {
  /// The final vocabulary of OASIS.
  static let final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

  /// Who or what an identifier of the document stands for.
  struct Reference: Equatable {
    /// `TLCPerson`, `TLCRole` and the like.
    let kind: String
    /// Empty for a person whom the document shows as nobody.
    let name: String
    let href: String
  }

  var namespace: String?
  private(set) var references: [String: Reference] = [:]
  private var places: [String: [Reference]] = [:]
  private var bearers: [String: Set<String>] = [:]
  /// The day of the work, where it is one.
  private(set) var day: PrintedDay?
  private(set) var sessionNumber: Int?
  private(set) var stage: TranscriptHeader.Stage?
  private var part = ""

  mutating func take(_ name: String, _ element: DocxElement) {
    switch name {
    case "FRBRWork", "FRBRExpression", "FRBRManifestation": part = name
    case "FRBRdate" where part == "FRBRWork" && element["name"] != "unknown":
      day = day ?? element["date"].flatMap { PrintedDay(iso: String($0.prefix(10))) }
    case "FRBRnumber" where part == "FRBRWork":
      sessionNumber = element["value"].flatMap { Int($0) }
    case "FRBRuri" where part == "FRBRExpression":
      let label = element["value"]?.split(separator: "@").last.map(String.init)
      stage = label.flatMap { TranscriptHeader.Stage(rawValue: $0) }
    case _ where name.hasPrefix("TLC"):
      guard let id = element["eId"] ?? element["id"] else { return }
      let href = element["href"] ?? ""
      let shown = element["showAs"].map { String($0[...].trimmed) }
      let last = href.split(separator: "/").last.map(String.init) ?? id
      // An address is no name of somebody who is shown as nobody.
      let bare =
        name == "TLCPerson" ? shown ?? last : shown.flatMap { $0.isEmpty ? nil : $0 } ?? last
      let reference = Reference(kind: name, name: bare, href: href)
      references[id] = references[id] ?? reference
      if !href.isEmpty { places[href, default: []].append(reference) }
      if name == "TLCPerson" { bearers[reference.name, default: []].insert(href) }
    default: break
    }
  }

  /// Whether several people of the document, told apart by their addresses,
  /// bear one name.
  func isShared(_ name: String) -> Bool { (bearers[name]?.count ?? 0) > 1 }

  /// What `#id`, `id` or a whole address stands for; nil when the document does
  /// not declare it, or declares several.
  func reference(_ text: String) -> Reference? {
    if let found = references[Self.bare(text)] { return found }
    guard let same = places[text], Set(same.map(\.name)).count == 1 else { return nil }
    return same.first
  }

  /// A reference without its sign and blanks.
  static func bare(_ text: String) -> String {
    let bare = text[...].trimmed
    return String(bare.first == "#" ? bare.dropFirst() : bare)
  }
}

extension PrintedDay {
  /// `2024-05-08`.
  init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `2024-05-08`.
  var iso: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
