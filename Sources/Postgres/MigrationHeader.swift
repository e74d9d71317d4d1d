/// What the comment at the top of a migration declares.
struct MigrationHeader {
  private static let keys = ["schema", "readable_from", "transaction"]

  let schema: String
  let readableFrom: Migration.Version
  let isTransactional: Bool

  init(
    _ lines: [Substring], of version: Migration.Version, in fileName: String
  ) throws(MigrationError) {
    var values: [String: (value: String, line: Int)] = [:]
    for (index, line) in lines.enumerated() {
      guard line.hasPrefix("--") || line.allSatisfy(\.isWhitespace) else { break }
      guard let (key, value) = Self.declaration(line) else { continue }
      guard Self.keys.contains(key) else {
        if let meant = Self.meant(by: key) {
          throw .file(
            name: fileName, line: index + 1, problem: "says “\(key)”; it is spelt “\(meant)”")
        }
        continue  // a sentence with a colon in it
      }
      guard values.updateValue((value, index + 1), forKey: key) == nil else {
        throw .file(name: fileName, line: index + 1, problem: "declares \(key) twice")
      }
    }
    schema = try Self.schema(values["schema"], in: fileName)
    readableFrom = try Self.readableFrom(values["readable_from"], of: version, in: fileName)
    if let (value, line) = values["transaction"], value != "none" {
      throw .file(
        name: fileName, line: line, problem: "says transaction: \(value); it can only be none")
    }
    isTransactional = values["transaction"] == nil
  }

  private static func declaration(_ line: Substring) -> (key: String, value: String)? {
    let parts = line.drop { $0 == "-" }.split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return (trimmed(parts[0]), trimmed(parts[1]))
  }

  /// The key that a misspelt one stands for: other case, hyphen or number.
  private static func meant(by key: String) -> String? {
    let plain = { (word: String) in
      let letters = word.lowercased().filter(\.isLetter)
      return letters.hasSuffix("s") ? String(letters.dropLast()) : letters
    }
    return keys.first { plain($0) == plain(key) }
  }

  private static func schema(
    _ declared: (value: String, line: Int)?, in fileName: String
  ) throws(MigrationError) -> String {
    guard let (value, line) = declared else {
      throw .file(name: fileName, line: 1, problem: "lacks the line “-- schema: …” at its top")
    }
    let isName = { (byte: UInt8) in (0x61...0x7A).contains(byte) || byte == 0x5F }
    guard !value.isEmpty, value.utf8.allSatisfy(isName) else {
      throw .file(
        name: fileName, line: line, problem: "says schema: \(value); it must be exactly one name")
    }
    return value
  }

  private static func readableFrom(
    _ declared: (value: String, line: Int)?, of version: Migration.Version, in fileName: String
  ) throws(MigrationError) -> Migration.Version {
    guard let (value, line) = declared else { return version }
    guard let from = Migration.Version(value), from <= version else {
      throw .file(
        name: fileName, line: line,
        problem: "says readable_from: \(value); it must be a version up to its own")
    }
    return from
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
