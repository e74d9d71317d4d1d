import Foundation
import Inquiries
import TestSupport
import Testing

/// A folder with its table, received, stopped and received on.
@Suite(.database, .serialized) struct ImportFolderTests {
  private struct Desk {
    let inbox: URL
    let environment: [String: String]

    func run(_ words: String) async throws -> Binary.Run {
      try await Binary.run(
        words.split(separator: " ").map(String.init), environment: environment)
    }

    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: inbox.appending(path: name))
    }
  }

  private func served(_ body: (Desk) async throws -> Void) async throws {
    let world = try await World.make()
    try await ServedInquiry.serving(world, to: "Cleo Clerk", "clerk", columns: 160) {
      folder, environment in
      let inbox = folder.appending(path: "inbox")
      try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
      try await body(Desk(inbox: inbox, environment: environment))
    }
  }

  @Test func `words of a PDF that nobody sees are listed for a whole folder`() async throws {
    try await served { desk in
      let shown =
        "BT /F 12 Tf 72 700 Td (1. Words that count.) Tj ET 1 g BT /F 12 Tf 72 600 Td (Jo Hidden) Tj ET"
      // Without a table of its objects, which readers make anew.
      try desk.write(
        "a.pdf",
        """
        %PDF-1.4
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources
        << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >> >> endobj
        4 0 obj << /Length \(shown.utf8.count) >> stream
        \(shown)
        endstream endobj
        trailer << /Root 1 0 R >>

        """)
      try desk.write("manifest.csv", "file,submitter\na.pdf,Ann Author\n")
      let words = "a.pdf  cannot be seen on page 1  Jo Hidden"
      let tried = try await desk.run("submission import-folder \(desk.inbox.path) --dry-run")
      #expect(tried.output.contains("Words that nobody sees, and that are no evidence (1)"))
      #expect(tried.output.contains(words))
      try desk.write("b.txt", Sample.submission(words: "Words of b."))
      let two = try await desk.run(
        "submission receive \(desk.inbox.path)/a.pdf \(desk.inbox.path)/b.txt --submitter Ann --dry-run"
      )
      #expect(two.output.contains(words))
    }
  }

  @Test func `what readers remark on each file is told before it is received, as it is then`()
    async throws
  {
    try await served { desk in
      for name in ["a", "b"] {
        try desk.write("\(name).txt", Sample.submission(words: "Write to \(name)@example.org."))
      }
      try desk.write("manifest.csv", "file,submitter\na.txt,Ann Author\nb.txt,Bob Both\n")
      func remarks(_ options: String) async throws -> String {
        let run = try await desk.run("submission import-folder \(desk.inbox.path)\(options)")
        let parts = run.output.components(separatedBy: "Remarks (")
        try #require(parts.count == 2)
        return try #require(parts[1].components(separatedBy: "Known before").first)
      }
      let tried = try await remarks(" --dry-run")
      #expect(tried.contains("a.txt, b.txt: Paragraph or line 3 holds an e-mail address"))
      #expect(try await remarks("") == tried)
    }
  }

  @Test func `rows are received, known, refused or left over, and the table says which`()
    async throws
  {
    try await served { desk in
      for name in ["a", "b", "c", "stray"] {
        try desk.write("\(name).txt", Sample.submission(words: "Words of \(name)."))
      }
      try desk.write(
        "manifest.csv",
        """
        file,submitter,joint,capacity,supplements,received,dated,consent,consent on,consent uses
        a.txt,Ann Author,"Bob Both, Nurse, The Trust",Chair,,2024-10-01,2024-09-30,given,2024-09-29,publish
        b.txt,Ann Author,,,a.txt,2024-10-02,,,,
        c.txt,Cat,,,,3/10/2024,,,,
        gone.txt,Dan,,,,,,,,

        """)
      let tried = try await desk.run("submission import-folder \(desk.inbox.path) --dry-run")
      #expect(tried.status == 1)
      #expect(tried.output.contains("To be received (2)"))
      #expect(tried.words == "")
      #expect(try await desk.run("submission list").output.contains("There are none"))

      let taken = try await desk.run("submission import-folder \(desk.inbox.path)")
      #expect(taken.status == 1)
      #expect(taken.output.contains("Received (2)"))
      #expect(taken.output.contains("--dates day-first"))
      #expect(taken.output.contains("no such file"))
      #expect(taken.output.contains("- stray.txt"))
      let shown = try await desk.run("submission show EXA0001 --json")
      #expect(shown.output.contains(#""datedOn":"2024-09-30""#))
      #expect(shown.output.contains(#""uses":["publish"]"#))
      #expect(shown.output.contains(#""name":"Bob Both","capacity":"Nurse""#))
      #expect(
        try await desk.run("submission show EXA0002 --json").output.contains(
          #""supplements":"EXA0001""#))

      let again = try await desk.run(
        "submission import-folder \(desk.inbox.path) --dates day-first --json")
      #expect(again.output.contains(#""known":[{"row":2"#))
      #expect(again.output.contains(#""row":4,"file":"c.txt","report":{"reference":"EXA0003""#))
      #expect(again.output.contains(#""code":"file_missing""#))
    }
  }

  @Test func `the same letter from several people is received from each, and once`() async throws {
    try await served { desk in
      for name in ["a", "b", "c", "d"] { try desk.write("\(name).txt", "Save the 17 bus.\n") }
      try desk.write(
        "manifest.csv",
        "file,submitter,joint,capacity\na.txt,Alice A,,Driver\nb.txt,Bob B,,\nc.txt,Carol C,Dan D,\nd.txt,Alice A,,\n"
      )
      let path = desk.inbox.path
      let tried = try await desk.run("submission import-folder \(path) --dry-run")
      #expect(tried.output.contains("To be received (3)"))
      #expect(tried.output.contains("as row 2"))
      let taken = try await desk.run("submission import-folder \(path)")
      #expect(taken.output.contains("Received (3)") && taken.output.contains("Known before (1)"))
      #expect(taken.status == 0)
      let again = try await desk.run("submission import-folder \(path) --json")
      #expect(again.output.contains(#""received":[]"#))
      #expect(
        again.output.contains(
          #"{"row":4,"file":"c.txt","reference":"EXA0003"},{"row":5,"file":"d.txt","reference":"EXA0001"}"#
        ))
    }
  }

  @Test func `killed in the middle and run again it receives the rest and nobody twice`()
    async throws
  {
    try await served { desk in
      let count = 60
      for number in 1...count {
        try desk.write(
          "\(number).txt", Sample.submission(from: "Charity \(number)", words: "Words \(number)."))
      }
      try desk.write(
        "manifest.csv", "file\n" + (1...count).map { "\($0).txt\n" }.joined())
      let process = Process()
      process.executableURL = URL(
        filePath: try #require(ProcessInfo.processInfo.environment["INQUIRY_BINARY"]))
      process.arguments = ["submission", "import-folder", desk.inbox.path]
      process.environment = desk.environment
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      var received = 0
      while received < 3, process.isRunning {
        let listed = try await desk.run("submission list --json").output
        received = listed.split(separator: #""reference":"#).count - 1
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(received < count, "It was over before it could be killed.")

      let again = try await desk.run("submission import-folder \(desk.inbox.path) --json")
      #expect(again.status == 0)
      #expect(!again.output.contains(#""known":[],"#))
      let listed = try await desk.run("submission list --json").output
      #expect(listed.split(separator: #""reference":"#).count - 1 == count)
      #expect(listed.contains("EXA0060") && !listed.contains("EXA0061"))
    }
  }
}
