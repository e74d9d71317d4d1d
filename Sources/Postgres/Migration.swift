import Crypto

/// One file of `db/migrations`: a step of the schema that is taken once and never edited.
///
/// ```sql
/// -- Sessions are numbered within their inquiry, because witnesses are told the number.
/// -- schema: record
/// -- readable_from: 20261121000000
/// CREATE TABLE record.session (…);
/// ```
///
/// The header is the comment at the top of the file. `schema` is required. `readable_from`
/// is the oldest migration whose server can still run once this one is applied; without
/// it, only servers that know this migration can. `transaction: none` is for statements
/// such as CREATE INDEX CONCURRENTLY: the file then holds steps separated by lines
/// `-- next`, each sent alone and each safe to run again.
public struct Migration: Sendable, Hashable {
  /// The fourteen digits of the file's name, by which migrations are ordered.
  public struct Version: RawRepresentable, SQLValue, Hashable, Comparable,
    CustomStringConvertible
  {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// Reads YYYYMMDDHHMMSS; `nil` when it is no such moment.
    public init?(_ text: some StringProtocol) {
      let digits = text.utf8.map { Int($0) - 0x30 }
      guard digits.count == 14, digits.allSatisfy((0...9).contains) else { return nil }
      let pair = { digits[$0] * 10 + digits[$0 + 1] }
      guard (1...12).contains(pair(4)), (1...31).contains(pair(6)), pair(8) < 24,
        pair(10) < 60, pair(12) < 60
      else { return nil }
      rawValue = digits.reduce(0) { $0 * 10 + Int64($1) }
    }

    public static func < (one: Version, other: Version) -> Bool {
      one.rawValue < other.rawValue
    }

    public var description: String { String(rawValue) }
  }

  public let version: Version
  /// What it does, as the file's name says: `create_inquiry`.
  public let name: String
  /// The one schema it touches.
  public let schema: String
  /// The oldest migration whose server can run on a schema that has this one.
  public let readableFrom: Version
  /// Whether the file is one transaction.
  public let isTransactional: Bool
  /// What is sent, in order: the whole file, or its steps.
  public let steps: [Step]
  /// SHA-256 of the file, in hexadecimal.
  public let checksum: String

  /// A part of the file that is sent at once.
  public struct Step: Sendable, Hashable {
    public let text: String
    /// Where it begins in the file, from 1.
    public let line: Int
  }

  /// The file's name without its ending.
  public var title: String { "\(version)_\(name)" }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - fileName: `YYYYMMDDHHMMSS_verb_noun.sql`.
  ///   - bytes: The file's content.
  /// - Throws: ``MigrationError/file(name:line:problem:)``.
  public init(fileName: String, bytes: [UInt8]) throws(MigrationError) {
    let (version, name) = try Self.parts(of: fileName)
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw .file(name: fileName, line: 1, problem: "is not text in UTF-8")
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let header = try MigrationHeader(lines, of: version, in: fileName)
    self.version = version
    self.name = name
    schema = header.schema
    readableFrom = header.readableFrom
    isTransactional = header.isTransactional
    steps = try Self.steps(lines, isTransactional: isTransactional, in: fileName)
    checksum = Self.hexadecimal(SHA256.hash(data: bytes))
  }

  private static func parts(of fileName: String) throws(MigrationError) -> (Version, String) {
    let words = fileName.dropLast(4).split(separator: "_", omittingEmptySubsequences: false)
    let isWord = { (word: Substring) in
      !word.isEmpty
        && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
    guard fileName.hasSuffix(".sql"), words.count >= 3, words.dropFirst().allSatisfy(isWord),
      let version = words.first.flatMap({ Version($0) })
    else {
      throw .file(
        name: fileName, line: 0,
        problem: "is not named YYYYMMDDHHMMSS_verb_noun.sql in small letters and digits")
    }
    return (version, words.dropFirst().joined(separator: "_"))
  }

  private static func steps(
    _ lines: [Substring], isTransactional: Bool, in fileName: String
  ) throws(MigrationError) -> [Step] {
    var steps: [Step] = []
    var start = 0
    for end in 0...lines.count where end == lines.count || Self.isSeparator(lines[end]) {
      if end < lines.count, isTransactional {
        throw .file(
          name: fileName, line: end + 1,
          problem: "has steps (-- next), which needs -- transaction: none in the header")
      }
      let isEmpty = lines[start..<end].allSatisfy { line in
        let line = line.drop(while: \.isWhitespace)
        return line.isEmpty || line.hasPrefix("--")
      }
      if isEmpty {
        throw .file(name: fileName, line: start + 1, problem: "has nothing to run here")
      }
      steps.append(
        Step(text: lines[start..<end].joined(separator: "\n"), line: start + 1))
      start = end + 1
    }
    return steps
  }

  private static func isSeparator(_ line: Substring) -> Bool {
    line.hasPrefix("-- next") && line.dropFirst(7).allSatisfy(\.isWhitespace)
  }

  private static func hexadecimal(_ digest: SHA256Digest) -> String {
    digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
