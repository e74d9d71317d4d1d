import Foundation
import Testing

@Suite struct ExitTests {
  /// Nobody listens there: the port is reserved for discarding (RFC 863).
  private static let nowhere = "http://127.0.0.1:9"
  private static let known = ["INQUIRY_TOKEN": "token", "INQUIRY_URL": nowhere]

  @Test(arguments: [
    ["no-such-command"], ["session", "no-such-verb"], ["session", "show"],
    ["session", "show", "three"], ["session", "import"],
    ["session", "import", "a.txt", "--held-on", "6.2.2018"],
    ["session", "import", "a.txt", "--kind", "diary"],
    ["session", "import", "a.txt", "--stage", "logged"],
    ["session", "import", "a.txt", "--private", "--public"],
    ["session", "import", "a.txt", "--session", "0"],
    ["evidence", "publish", "OS3", "--by", "The group"],
    ["evidence", "publish", "OS3", "--decision", "2018-02-30", "--by", "The group"],
    ["evidence", "publish", "--decision", "2018-02-20", "--by", "The group"],
    ["evidence", "original", "OS3"],
    ["consent", "record", "OS3", "--on", "2018-02-20"],
    ["consent", "record", "OS3", "--on", "2018-02-20", "--given", "--refused"],
    ["person", "protect", "12", "A Real Name"], ["person", "rename", "Director A", "Director B"],
    ["report", "build", "--format", "pdf"], ["report", "build", "--json", "--format", "html"],
    ["report", "build", "-o", "b.docx"], ["report", "build", "-o", "b.md", "--format", "html"],
    ["report", "build", "-o", "b.html", "--json"], ["report", "build", "-o", "b."],
    ["remark", "policy", "--weigh", "source_never_cited=heavy"],
    ["remark", "policy", "--weigh", "claim_fails=information", "--weigh", "claim_fails=error"],
    ["session", "replace", "OS3", "A"],
    ["session", "replace", "OS3", "A", "--by", "B", "--nobody"],
    ["recommendation", "edit", "3"], ["link", "add", "--cite", "Q45"],
    ["link", "add", "--cite", "Q45", "--finding", "1", "--recommendation", "2"],
    ["link", "add", "--finding", "1", "--cite", "Q45", "--stance", "proves"],
    ["link", "add", "--finding", "1", "--cite", "Q45+1", "--span", "12", "--version", "1"],
    ["link", "add", "--finding", "1", "--cite", "Q45+1", "--span", "12-40"],
    ["link", "edit", "12", "--span", "12-40", "--version", "1", "--quote", "late"],
    ["link", "edit", "12", "--span", "12-40", "--version", "1", "--whole"],
    ["link", "edit", "12", "--version", "1"], ["tag", "apply", "late", "Q45", "--span", "a-b"],
    ["list", "--token", "secret"], ["list", "--url", "example.org"],
    ["list", "--url", "ftp://example.org"],
  ])
  func `what is typed wrongly is a matter of usage`(arguments: [String]) async throws {
    let run = try await Binary.run(arguments, environment: ExitTests.known)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.words.contains("Usage: inquiry"))
  }

  @Test func `a day is refused with the form that is wanted`() async throws {
    let run = try await Binary.run(["session", "import", "a.txt", "--held-on", "6.2.2018"])
    #expect(run.words.contains("Write a day as YYYY-MM-DD, such as 2018-02-06."))
  }

  @Test(arguments: [
    ["list"], ["check"], ["session", "list"], ["person", "identity", "12"], ["report", "pull"],
    ["evidence", "show", "OS3"], ["audit", "list"],
  ])
  func `without a token nothing is asked, and the line says what to do`(
    arguments: [String]
  ) async throws {
    let run = try await Binary.run(arguments, environment: ["INQUIRY_URL": ExitTests.nowhere])
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(
      run.words == """
        inquiry: No token: set INQUIRY_TOKEN, or name a file that holds it with --token-file; an \
        administrator issues one. (token_missing)

        """)
  }

  @Test func `a token file that is not there or empty is named`() async throws {
    let absent = try await Binary.run(["list", "--token-file", "/no/such/token"])
    #expect(absent.status == 1)
    #expect(
      absent.words
        == "inquiry: There is no file “/no/such/token”. (file_missing; /no/such/token)\n")
    let empty = try await Binary.run(["list", "--token-file", "/dev/null"])
    #expect(empty.status == 1)
    #expect(empty.words.contains("(token_missing; /dev/null)"))
  }

  @Test func `a token of several words is not sent`() async throws {
    let run = try await Binary.run(
      ["list"], environment: ["INQUIRY_TOKEN": "a b\nX-Other: c", "INQUIRY_URL": ExitTests.nowhere])
    #expect(run.status == 1)
    #expect(run.words.contains("(token_form; INQUIRY_TOKEN)"))
    #expect(!run.words.contains("X-Other"))
  }

  @Test func `a wrong INQUIRY_URL is refused with what was expected`() async throws {
    let run = try await Binary.run(
      ["list"], environment: ["INQUIRY_TOKEN": "token", "INQUIRY_URL": "localhost:8080"])
    #expect(run.status == 1)
    #expect(run.words.contains("must be http:// or https:// and a host, not “localhost:8080”"))
  }

  @Test(arguments: [["list"], ["check", "--inquiry", "care-thresholds"]])
  func `a server that does not answer is one line that names it`(
    arguments: [String]
  ) async throws {
    let run = try await Binary.run(arguments, environment: ExitTests.known)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.words.hasPrefix("inquiry: No answer from \(ExitTests.nowhere)."))
    #expect(run.words.hasSuffix("(unreachable)\n"))
    #expect(run.words.split(separator: "\n").count == 1)
  }

  @Test func `a file that is not there is named before anything is asked`() async throws {
    let run = try await Binary.run(
      ["session", "import", "/no/such/os3.docx"], environment: ExitTests.known)
    #expect(run.status == 1)
    #expect(run.words.hasPrefix("inquiry: There is no file “/no/such/os3.docx”. (file_missing;"))
  }

  @Test func `a folder in place of a file is refused`() async throws {
    let run = try await Binary.run(["report", "push", "/"], environment: ExitTests.known)
    #expect(run.status == 1)
    #expect(run.words.contains("(file_unreadable; /)"))
  }

  @Test func `a locator of several passages is refused`() async throws {
    let run = try await Binary.run(
      ["passage", "correct", "Q45-48", "--inquiry", "care-thresholds"],
      environment: ExitTests.known, input: "New words.")
    #expect(run.status == 1)
    #expect(run.words.contains("(one_passage_needed; locator)"))
  }
}
