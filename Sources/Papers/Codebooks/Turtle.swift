/// One statement of an RDF graph.
struct Triple: Hashable {
  enum Node: Hashable {
    /// A blank node has an IRI of `_:` and its label.
    case iri(String)
    case literal(String, language: String?)
  }

  let subject: String
  let predicate: String
  let object: Node
  /// The line on which it ends; `nil` of JSON, whose order says nothing.
  let line: Int?
}

/// Reads RDF 1.1 Turtle (W3C Recommendation, 25 February 2014) into statements.
struct TurtleReader {
  private let scalars: [Unicode.Scalar]
  private let fileName: String
  private var place = 0
  private var line = 1
  private var lineStart = 0
  private var base = ""
  private var prefixes: [String: String] = [:]
  private var triples: [Triple] = []
  private var blanks = 0
  private var depth = 0

  /// - Throws: ``PaperError`` `turtle_damaged` with line and column.
  static func read(_ text: String, fileName: String) throws(PaperError) -> [Triple] {
    var reader = TurtleReader(text, fileName)
    try reader.document()
    return reader.triples
  }

  private init(_ text: String, _ fileName: String) {
    scalars = Array(text.unicodeScalars)
    self.fileName = fileName
    if scalars.first == "\u{FEFF}" { place = 1 }
  }

  // MARK: - Statements

  private mutating func document() throws(PaperError) {
    while true {
      try skipBlanks()
      guard place < scalars.count else { return }
      if scalars[place] == "@" || atWord("PREFIX") || atWord("BASE") {
        try directive()
      } else {
        let hasProperties = scalars[place] == "["
        let subject = try self.subject()
        try skipBlanks()
        if !(hasProperties && peek == ".") { try properties(of: subject, until: ".") }
        try expect(".")
      }
    }
  }

  private mutating func directive() throws(PaperError) {
    let hasDot = scalars[place] == "@"
    if hasDot { place += 1 }
    let word = takeWord().lowercased()
    try skipBlanks()
    switch word {
    case "prefix":
      let name = takeWord(with: ["_", "-", "."])
      guard peek == ":" else { throw damaged("a prefix ends with a colon") }
      place += 1
      try skipBlanks()
      prefixes[name] = try iriInBrackets()
    case "base": base = try iriInBrackets()
    default: throw damaged("there is no directive “@\(word)”")
    }
    if hasDot { try expect(".") }
  }

  private mutating func subject() throws(PaperError) -> String {
    guard case .iri(let iri) = try node() else { throw damaged("a text cannot be a subject") }
    return iri
  }

  private mutating func properties(
    of subject: String, until end: Unicode.Scalar
  ) throws(PaperError) {
    while true {
      try skipBlanks()
      if peek == end { return }
      if peek == ";" {
        place += 1
        continue
      }
      let predicate: String
      if peek == "a", place + 1 < scalars.count,
        isBlank(scalars[place + 1]) || scalars[place + 1] == "<"
      {
        place += 1
        predicate = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
      } else {
        guard case .iri(let iri) = try node(), !iri.hasPrefix("_:") else {
          throw damaged("a property is an IRI")
        }
        predicate = iri
      }
      repeat {
        if peek == "," { place += 1 }
        let object = try node()
        triples.append(
          Triple(subject: subject, predicate: predicate, object: object, line: line))
        try skipBlanks()
      } while peek == ","
      guard peek == ";" || peek == end else {
        throw damaged("a “;”, “,” or “\(end)” is missing")
      }
    }
  }

  // MARK: - Nodes

  private mutating func node() throws(PaperError) -> Triple.Node {
    try skipBlanks()
    guard let first = peek else { throw damaged("the file breaks off") }
    switch first {
    case "<": return .iri(try iriInBrackets())
    case "\"", "'": return try literal()
    case "[":
      return try nested { (reader) throws(PaperError) in
        reader.place += 1
        let blank = reader.newBlank()
        try reader.properties(of: blank, until: "]")
        try reader.expect("]")
        return .iri(blank)
      }
    case "(": return try nested { (reader) throws(PaperError) in try reader.collection() }
    case "+", "-", "0"..."9":
      return .literal(takeWord(with: ["+", "-", "."], keepsLastDot: false), language: nil)
    default: break
    }
    if atWord("true") || atWord("false") { return .literal(takeWord(), language: nil) }
    return .iri(try prefixedName())
  }

  private mutating func nested(
    _ read: (inout TurtleReader) throws(PaperError) -> Triple.Node
  ) throws(PaperError) -> Triple.Node {
    depth += 1
    guard depth <= 64 else { throw damaged("brackets stand more than 64 deep") }
    defer { depth -= 1 }
    return try read(&self)
  }

  /// A list; its members are read, and what holds them together is not kept.
  private mutating func collection() throws(PaperError) -> Triple.Node {
    place += 1
    try skipBlanks()
    while peek != ")" {
      _ = try node()
      try skipBlanks()
    }
    place += 1
    return .iri(newBlank())
  }

  private mutating func newBlank() -> String {
    blanks += 1
    return "_:.\(blanks)"
  }

  private mutating func iriInBrackets() throws(PaperError) -> String {
    guard peek == "<" else { throw damaged("an IRI in “<” and “>” is wanted") }
    place += 1
    var iri = String.UnicodeScalarView()
    while let scalar = peek, scalar != ">" {
      guard scalar.value > 0x20, !"<\"{}|^`".unicodeScalars.contains(scalar) else {
        throw damaged("an IRI holds a sign that it may not")
      }
      iri.append(scalar == "\\" ? try escaped(onlyCodes: true) : scalar)
      place += 1
    }
    guard peek == ">" else { throw damaged("an IRI is not closed") }
    place += 1
    return absolute(String(iri))
  }

  private func absolute(_ iri: String) -> String {
    let scheme = iri.prefix { $0 != ":" && $0 != "/" && $0 != "#" && $0 != "?" }
    let isAbsolute = iri.dropFirst(scheme.count).first == ":" && !scheme.isEmpty
    guard !isAbsolute, !base.isEmpty else { return iri }
    if iri.isEmpty { return base }
    if iri.hasPrefix("#") { return String(base.prefix { $0 != "#" }) + iri }
    let origin = base.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    if iri.hasPrefix("/"), origin.count > 2 { return origin[0..<3].joined(separator: "/") + iri }
    return base[..<(base.lastIndex(of: "/").map { base.index(after: $0) } ?? base.endIndex)] + iri
  }

  private mutating func prefixedName() throws(PaperError) -> String {
    let prefix = takeWord(with: ["_", "-", "."])
    guard peek == ":" else { throw damaged("this is no IRI, text or number") }
    place += 1
    var local = String.UnicodeScalarView()
    while let scalar = peek {
      if scalar == "\\", place + 1 < scalars.count {
        place += 1
        local.append(scalars[place])
      } else if isWord(scalar) || "_-.:%".unicodeScalars.contains(scalar) {
        local.append(scalar)
      } else {
        break
      }
      place += 1
    }
    // A full stop behind a name ends the statement.
    while local.last == "." {
      local.removeLast()
      place -= 1
    }
    if prefix == "_" { return "_:\(String(local))" }
    guard let start = prefixes[prefix] else {
      throw damaged("the prefix “\(prefix):” is not declared")
    }
    return start + String(local)
  }

  private mutating func literal() throws(PaperError) -> Triple.Node {
    let quote = scalars[place]
    let isLong =
      place + 2 < scalars.count && scalars[place + 1] == quote && scalars[place + 2] == quote
    place += isLong ? 3 : 1
    var text = String.UnicodeScalarView()
    while true {
      guard let scalar = peek else { throw damaged("a text is not closed") }
      if scalar == quote {
        guard isLong else { break }
        if place + 2 < scalars.count, scalars[place + 1] == quote, scalars[place + 2] == quote {
          break
        }
      }
      guard isLong || (scalar != "\n" && scalar != "\r") else {
        throw damaged("a text in single marks ends with its line")
      }
      if scalar == "\n" { newLine() }
      text.append(scalar == "\\" ? try escaped(onlyCodes: false) : scalar)
      place += 1
    }
    place += isLong ? 3 : 1
    var language: String?
    if peek == "@" {
      place += 1
      language = takeWord(with: ["-"]).lowercased()
    } else if peek == "^", place + 1 < scalars.count, scalars[place + 1] == "^" {
      place += 2
      guard case .iri = try node() else { throw damaged("the type of a text is an IRI") }
    }
    guard !text.contains("\0") else { throw damaged("a text holds a NUL") }
    return .literal(String(text), language: language)
  }

  /// The scalar that an escape stands for; the place is then its last sign.
  private mutating func escaped(onlyCodes: Bool) throws(PaperError) -> Unicode.Scalar {
    place += 1
    guard let sign = peek else { throw damaged("the file breaks off") }
    let length = sign == "u" ? 4 : sign == "U" ? 8 : 0
    if length > 0, place + length < scalars.count {
      let digits = String(String.UnicodeScalarView(scalars[place + 1...place + length]))
      guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
        throw damaged("“\\\(sign)\(digits)” is no character")
      }
      place += length
      return scalar
    }
    let plain: [Unicode.Scalar: Unicode.Scalar] = [
      "t": "\t", "b": "\u{8}", "n": "\n", "r": "\r", "f": "\u{C}", "\"": "\"", "'": "'",
      "\\": "\\",
    ]
    guard !onlyCodes, let scalar = plain[sign] else {
      throw damaged("“\\\(sign)” stands for nothing")
    }
    return scalar
  }

  // MARK: - Signs

  private var peek: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    [" ", "\t", "\n", "\r"].contains(scalar)
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private func atWord(_ word: String) -> Bool {
    let end = place + word.unicodeScalars.count
    guard end <= scalars.count else { return false }
    let found = String(String.UnicodeScalarView(scalars[place..<end]))
    let isLonger = end < scalars.count && (isWord(scalars[end]) || scalars[end] == ":")
    return found.lowercased() == word.lowercased() && !isLonger
  }

  private mutating func takeWord(
    with signs: [Unicode.Scalar] = [], keepsLastDot: Bool = true
  ) -> String {
    let start = place
    while let scalar = peek, isWord(scalar) || signs.contains(scalar) { place += 1 }
    while !keepsLastDot, place > start, scalars[place - 1] == "." { place -= 1 }
    return String(String.UnicodeScalarView(scalars[start..<place]))
  }

  private mutating func skipBlanks() throws(PaperError) {
    while let scalar = peek {
      if scalar == "\n" {
        newLine()
      } else if scalar == "#" {
        while let scalar = peek, scalar != "\n" { place += 1 }
        continue
      } else if !isBlank(scalar) {
        return
      }
      place += 1
    }
  }

  private mutating func newLine() {
    line += 1
    lineStart = place + 1
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(PaperError) {
    try skipBlanks()
    guard peek == scalar else { throw damaged("a “\(scalar)” is missing") }
    place += 1
  }

  private func damaged(_ what: String) -> PaperError {
    PaperError(
      code: "turtle_damaged",
      message:
        "\(fileName) is no Turtle at line \(line), column \(place - lineStart + 1): \(what).",
      file: fileName, line: line, column: place - lineStart + 1)
  }
}
