import Checks
import Foundation
import Inquiries
import Testing

/// Holds what config/errors.md says of the checker's remarks to the codes there are.
@Suite struct RemarkTableTests {
  /// The lines beneath “Remarks of the checker”, up to the next heading.
  private static func section() throws -> [String] {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "config/errors.md"), encoding: .utf8)
    let lines = page.split(separator: "\n").map { String($0) }
    let heading = try #require(lines.firstIndex(of: "## Remarks of the checker"))
    return Array(lines[(heading + 1)...].prefix { !$0.hasPrefix("## ") })
  }

  /// The rows of the table: code, weight, meaning and what to do.
  private static func rows() throws -> [[String]] {
    try section().filter { $0.hasPrefix("| `") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.trimmingCharacters(in: .whitespaces).replacing("`", with: "")
      }
    }
  }

  @Test func `each remark has its one row in config/errors.md, and each row is a remark`() throws {
    let rows = try RemarkTableTests.rows()
    #expect(
      rows.compactMap(\.first).sorted() == Remark.Code.allCases.map(\.rawValue).sorted())
    for row in rows {
      try #require(row.count == 4, "\(row)")
      #expect(row.allSatisfy { !$0.isEmpty }, "\(row)")
      #expect(row[1] == Remark.Code(rawValue: row[0])?.severity.rawValue, "\(row[0])")
    }
  }

  @Test func `the page names those that always stop a report`() throws {
    let first = try #require(try RemarkTableTests.section().first)
    let word = #/`([a-z_]+)`/#
    let named = first.matches(of: word).compactMap { Remark.Code(rawValue: String($0.output.1)) }
    #expect(Set(named) == Set(Remark.Code.allCases.filter(\.alwaysStops)))
  }
}
