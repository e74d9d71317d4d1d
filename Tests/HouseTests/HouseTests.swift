import Foundation
import Testing

/// Holds the shape of the house: who imports whom, and where SQL is spoken.
@Suite struct HouseTests {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct SwiftFile: CustomTestStringConvertible {
    let room: String
    let path: String
    let text: String

    var testDescription: String { path }
  }

  static func files(under folder: String) throws -> [SwiftFile] {
    let base = root.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      SwiftFile(
        room: String(path.prefix { $0 != "/" }), path: "\(folder)/\(path)",
        text: try String(contentsOf: base.appending(path: path), encoding: .utf8))
    }
  }

  /// The table of Sources/README.md: room to what it may import of ours.
  static func table() throws -> [String: Set<String>] {
    let readme = try String(contentsOf: root.appending(path: "Sources/README.md"), encoding: .utf8)
    var table: [String: Set<String>] = [:]
    for line in readme.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
      }
      let allowed = cells[3].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      table[cells[1]] = Set(allowed)
    }
    return table
  }

  static func imports(of text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place <= 3,
        words[..<place].allSatisfy({ $0.hasPrefix("@") || $0 == "public" || $0 == "internal" }),
        words.count > place + 1
      else { return nil }
      return String(words[place + 1].prefix { $0 != "." })
    }
  }

  @Test func `every room imports only what its line in the table names`() throws {
    let table = try HouseTests.table()
    #expect(table.count == 15)
    for file in try HouseTests.files(under: "Sources") {
      let allowed = try #require(table[file.room], "\(file.room) has no line in Sources/README.md")
      let ours = Set(HouseTests.imports(of: file.text)).intersection(table.keys)
      #expect(ours.subtracting(allowed).isEmpty, "\(file.path)")
    }
  }

  @Test func `the manifest gives no room more than the table`() throws {
    let manifest = try String(
      contentsOf: HouseTests.root.appending(path: "Package.swift"), encoding: .utf8)
    for (room, allowed) in try HouseTests.table() {
      guard
        let start = manifest.range(of: "arget(\n      name: \"\(room)\"")
          ?? manifest.range(of: "arget(name: \"\(room)\""),
        let end = manifest.range(of: "swiftSettings", range: start.upperBound..<manifest.endIndex)
      else { continue }
      let names = Set(
        Literals(of: String(manifest[start.upperBound..<end.lowerBound])).found.map(\.text))
      #expect(names.intersection(try HouseTests.table().keys) == allowed, "\(room)")
    }
  }

  /// What begins a statement, in capitals as we write them.
  static func speaksSQL(_ literal: String) -> Bool {
    let statement =
      #/\b(SELECT\s|INSERT\s+INTO\s|UPDATE\s+\S+\s+(AS\s+\w+\s+)?SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|SCHEMA|DATABASE|INDEX|ROLE)\b|ALTER\s+(TABLE|ROLE)\s|DROP\s+(TABLE|SCHEMA|DATABASE)\s|TRUNCATE\s|COPY\s+\w+\.|LISTEN\s|NOTIFY\s)/#
    return literal.contains(statement)
  }

  @Test func `SQL stands in Records and Postgres and nowhere else`() throws {
    for file in try HouseTests.files(under: "Sources")
    where !["Records", "Postgres"].contains(file.room) {
      for literal in Literals(of: file.text).found {
        #expect(
          !HouseTests.speaksSQL(literal.text), "\(file.path):\(literal.line) speaks SQL")
      }
    }
  }

  @Test(arguments: [
    #"let a = "SELECT name FROM x""#, "let a = \"\"\"\n  INSERT INTO x\n  VALUES (1)\n  \"\"\"",
    ##"let a = #"DELETE FROM x"#"##, #"let a = "\(b ? "UPDATE x SET y = 1" : "")""#,
  ])
  func `the search for SQL finds planted statements`(source: String) {
    #expect(Literals(of: source).found.contains { HouseTests.speaksSQL($0.text) })
  }

  @Test func `SQL in a comment is no statement`() {
    #expect(
      Literals(of: "// SELECT a FROM b\n/* DELETE FROM c */ let x = \"select\"").found.count == 1)
  }

  @Test func `only Conduct can make a viewpoint`() throws {
    for file in try HouseTests.files(under: "Sources") where file.room != "Conduct" {
      #expect(!file.text.contains("@_spi(Conduct) import"), "\(file.path)")
      #expect(!file.text.contains("@_spi(Conduct) public import"), "\(file.path)")
    }
  }

  @Test func `no file of ours is longer than 400 lines`() throws {
    for file in try HouseTests.files(under: "Sources") + HouseTests.files(under: "Tests") {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 401, "\(file.path)")
    }
  }

  @Test func `every setting that is read is described in config/README.md`() throws {
    let described = try String(
      contentsOf: HouseTests.root.appending(path: "config/README.md"), encoding: .utf8)
    let name = #/INQUIRY_[A-Z_]+[A-Z]/#
    for file in try HouseTests.files(under: "Sources") + HouseTests.files(under: "Tests") {
      for match in file.text.matches(of: name) {
        #expect(described.contains("`\(match.output)`"), "\(file.path) reads \(match.output)")
      }
    }
  }
}

/// Holds the documents to the code.
@Suite struct DocumentTests {
  @Test func `every stable code is explained in config/errors.md`() throws {
    let explained = try String(
      contentsOf: HouseTests.root.appending(path: "config/errors.md"), encoding: .utf8)
    let refusal = #/Refusal\(\s*\.\w+, "([a-z_]+)"/#
    let fault = #/code: "([a-z_]+)"/#
    for file in try HouseTests.files(under: "Sources") {
      for match in file.text.matches(of: refusal) + file.text.matches(of: fault) {
        #expect(explained.contains("`\(match.output.1)`"), "\(file.path): \(match.output.1)")
      }
    }
  }
}
