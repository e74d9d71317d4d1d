import FoundationEssentials
import Testing

@testable import Postgres

@Suite struct MigrationFileTests {
  @Test func `a file says what it touches, who can read it and how it runs`() throws {
    let migration = try Migration(
      fileName: "20261121120000_create_session.sql",
      bytes: Array(
        """
        -- Sessions are numbered: witnesses are told the number.
        -- schema: record

        -- readable_from: 20260101000000
        CREATE TABLE x ();
        -- schema: not a header any more

        """.utf8))
    #expect(migration.version.description == "20261121120000")
    #expect(migration.name == "create_session")
    #expect(migration.schema == "record")
    #expect(migration.readableFrom.description == "20260101000000")
    #expect(migration.isTransactional)
    #expect(migration.steps.count == 1)
    #expect(
      migration.steps[0].text.hasSuffix("CREATE TABLE x ();\n-- schema: not a header any more\n"))
    #expect(migration.checksum.count == 64)
  }

  @Test func `without a word only servers that know it can read it`() throws {
    let migration = try read("-- schema: record\nSELECT 1")
    #expect(migration.readableFrom == migration.version)
  }

  @Test func `the checksum is SHA-256 of the file's bytes`() throws {
    // printf -- '-- schema: record\nSELECT 1' | sha256sum
    let migration = try read("-- schema: record\nSELECT 1")
    #expect(
      migration.checksum == "38ff02fcae15e357e6fb1603f9ddf5c1641f1c068d0adc4e02892564280e11a6")
  }

  @Test func `outside a transaction a file holds steps, each with its line`() throws {
    let migration = try read(
      """
      -- schema: published
      -- transaction: none
      CREATE INDEX CONCURRENTLY a ON x (a);
      -- next
      CREATE INDEX CONCURRENTLY b ON x (b);
      """)
    #expect(!migration.isTransactional)
    #expect(migration.steps.map(\.line) == [1, 5])
    #expect(migration.steps[1].text == "CREATE INDEX CONCURRENTLY b ON x (b);")
  }

  @Test(arguments: [
    ("SELECT 1", 1, "lacks"),
    ("SELECT 1;\n-- schema: record", 1, "lacks"),
    ("-- why\n-- schema: record, published\nSELECT 1", 2, "exactly one"),
    ("-- schema:\nSELECT 1", 1, "exactly one"),
    ("-- schema: record\n-- schema: published\nSELECT 1", 2, "twice"),
    ("-- Schema: record\nSELECT 1", 1, "spelt “schema”"),
    ("-- schema: record\n-- readable-from: 20260101000000\nSELECT 1", 2, "readable_from"),
    ("-- schema: record\n-- readable_from: yesterday\nSELECT 1", 2, "version"),
    ("-- schema: record\n-- readable_from: 20270101000000\nSELECT 1", 2, "up to its own"),
    ("-- schema: record\n-- transaction: off\nSELECT 1", 2, "only be none"),
    ("-- schema: record\nSELECT 1;\n-- next\nSELECT 2", 3, "transaction: none"),
    ("-- schema: record\n-- transaction: none\nSELECT 1;\n-- next\n\n", 5, "nothing to run"),
    ("-- schema: record\n", 1, "nothing to run"),
  ])
  func `a wrong file is refused with its name and line`(text: String, line: Int, words: String)
    throws
  {
    let error = try #require(throws: MigrationError.self) { _ = try read(text) }
    #expect(error.description.hasPrefix("20261121000000_create_x.sql:\(line): "))
    #expect(error.description.contains(words))
  }

  @Test(arguments: [
    "create_x.sql", "2026112100000_create_x.sql", "20261321000000_create_x.sql",
    "20261121250000_create_x.sql", "20261121000000_x.sql", "20261121000000_Create_x.sql",
    "20261121000000_create__x.sql", "20261121000000-create-x.sql",
  ])
  func `a wrong name is refused`(name: String) throws {
    let error = try #require(throws: MigrationError.self) {
      _ = try Migration(fileName: name, bytes: Array("-- schema: record\nSELECT 1".utf8))
    }
    #expect(error.description.hasPrefix("\(name): is not named YYYYMMDDHHMMSS_verb_noun.sql"))
  }

  @Test func `text that is not UTF-8 is refused`() throws {
    let header = Array("-- schema: record\nSELECT '".utf8)
    for bytes in [header + [0xFF], header + [0]] {
      #expect(throws: MigrationError.self) {
        _ = try Migration(fileName: "20261121000000_create_x.sql", bytes: bytes)
      }
    }
  }

  @Test func `a directory is read in order, other files left alone, twins refused`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/migrations_\(UUID())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { _ = try? FileManager.default.removeItem(atPath: path) }
    let write = { (name: String) in
      let written = FileManager.default.createFile(
        atPath: path + "/" + name, contents: Data("-- schema: record\nSELECT 1".utf8))
      #expect(written)
    }
    write("20260102000000_create_b.sql")
    write("20260101000000_create_a.sql")
    write("README.md")
    write(".20260101000000_create_a.sql.swp")
    #expect(try Migrator(directory: path).migrations.map(\.name) == ["create_a", "create_b"])
    write("20260102000000_create_c.sql")
    let twins = try #require(throws: MigrationError.self) { _ = try Migrator(directory: path) }
    #expect(twins.description.contains("20260102000000_create_b.sql"))
    #expect(twins.description.contains("20260102000000_create_c.sql"))
    let none = try #require(throws: MigrationError.self) {
      _ = try Migrator(directory: path + "/nowhere")
    }
    #expect(none.description.contains("nowhere"))
  }

  private func read(_ text: String) throws(MigrationError) -> Migration {
    try Migration(fileName: "20261121000000_create_x.sql", bytes: Array(text.utf8))
  }
}
