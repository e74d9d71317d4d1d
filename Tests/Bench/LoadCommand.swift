import ArgumentParser
import Conduct
import Crypto
import Foundation
import Inquiries
import Logging
import Papers
import Postgres
import Records

/// `InquiryBench load`
struct LoadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Fill the working record, and rebuild what is published.")

  @Option(help: "libpq string of a superuser on the database.") var database: String
  @Option(help: "How many passages, about.") var passages = 1_000_000

  func run() async throws {
    var settings = try ConnectionSettings(conninfo: database, applicationName: "bench")
    settings.statementTimeout = .zero
    let pool = Pool(settings, size: 2, name: "load", logger: Bench.logger)
    let plan = LoadPlan(passages: passages)
    let index = try await pool.run { connection in
      let definition = try connection.one(
        "SELECT pg_get_indexdef('published.passage_version_search_idx'::regclass)"
      ) { row -> String in try row.next() }
      try connection.script("DROP INDEX published.passage_version_search_idx")
      return definition
    }
    let words = Vocabulary()
    let written = try await withThrowingTaskGroup(of: (turns: Int, bytes: Int).self) { group in
      // Two at a time: one draws its words while the other one writes.
      var next = 1
      var all = (turns: 0, bytes: 0)
      func add() {
        guard next <= plan.inquiries else { return }
        let number = next
        next += 1
        group.addTask { try await LoadCommand.load(number, plan, words, pool) }
      }
      add()
      add()
      while let one = try await group.next() {
        all = (all.turns + one.turns, all.bytes + one.bytes)
        add()
      }
      return all
    }
    print(
      "\(written.turns) passages of \(plan.documentsEach * plan.inquiries) documents in "
        + "\(plan.inquiries) inquiries, \(written.bytes / max(1, written.turns)) bytes in the mean")
    try await pool.run { try $0.script(LoadCommand.settle) }
    for number in 1...plan.inquiries {
      try await pool.transaction { connection in
        _ = try Publication.refresh(
          Identifier(Int64(Loading.id(number, 0))), sources: nil, on: connection)
      }
      // With what one inquiry shows, the planner knows the tables of the others.
      if number == 1 { try await pool.run { try $0.script("ANALYZE") } }
    }
    try await pool.run { connection in
      try connection.script("SET maintenance_work_mem = '512MB'; \(index)")
      try connection.script("VACUUM (ANALYZE)")
    }
    try await LoadCommand.push(on: pool)
    await pool.close()
  }

  static func load(
    _ number: Int, _ plan: LoadPlan, _ words: Vocabulary, _ pool: Pool
  ) async throws -> (turns: Int, bytes: Int) {
    let inquiry = LoadedInquiry(number, plan: plan, words: words)
    try await pool.run { connection in
      // The rows fit each other by how they are made; looking up each parent would
      // double the time.
      try connection.script("SET session_replication_role = replica")
      try Loading(connection: connection, inquiry: inquiry).write()
      try connection.script("RESET session_replication_role")
    }
    return (inquiry.turns.count, inquiry.turns.reduce(0) { $0 + $1.text.utf8.count })
  }

  /// Identities go on after the numbers that were given.
  static let settle = """
    DO $$
    DECLARE
      name text;
      last bigint;
    BEGIN
      FOR name IN
        SELECT table_name FROM information_schema.columns
        WHERE table_schema = 'record' AND column_name = 'id' AND is_identity = 'YES'
      LOOP
        EXECUTE format('SELECT max(id) FROM record.%I', name) INTO last;
        IF last IS NOT NULL THEN
          PERFORM setval(pg_get_serial_sequence('record.' || quote_ident(name), 'id'), last);
        END IF;
      END LOOP;
    END $$;
    ANALYZE;
    """

  /// The draft with a thousand citations, pushed as an author does.
  private static func push(on pool: Pool) async throws {
    let office = Office(staff: pool, keys: Keys(secret: SymmetricKey(size: .bits256)))
    let markdown = SampleDraft.markdown(citations: 1_000, parts: 10, slug: LoadPlan.slug(1))
    let draft = try DraftReader.read(Array(markdown.utf8), fileName: "report.md")
    _ = try await office.perform(
      PushDraft(draft, fileName: "report.md"), in: LoadPlan.slug(1), by: .machineOperator)
  }
}

/// A draft that cites a lot.
enum SampleDraft {
  /// A statement of 25 words for each citation, five of them a paragraph: with a
  /// thousand a report of about a hundred pages. Each part has a finding and
  /// a recommendation under it.
  ///
  /// - Parameter said: The words of cited questions, by number. Then one statement of each
  ///   paragraph quotes them, and one tells a share of something.
  static func markdown(
    citations: Int, parts: Int, slug: String, quoting said: [Int: String] = [:]
  ) -> String {
    let words = Vocabulary(count: 5_000)
    var dice = Dice(seed: 7)
    var text = "---\ntitle: A report\ninquiry: \(slug)\n---\n\n# Summary\n\n"
    let paragraphs = citations / 5
    for paragraph in 0..<paragraphs {
      let part = paragraph * parts / paragraphs + 1
      if paragraph == 0 || part > (paragraph - 1) * parts / paragraphs + 1 {
        let key = "part-\(part)"
        text += "## Part \(part)\n\n"
        text += "::: {.finding #\(key)}\n\(words.speech(&dice))\n:::\n\n"
        // Speech can be a “Yes.” alone, which is nothing to seek by.
        text += "::: {.recommendation #\(key)-act}\nThe Government should "
        text += "\(words.speech(&dice, mean: 20)) \(words.speech(&dice, mean: 15))\n:::\n\n"
      }
      for place in 0..<5 {
        let question = dice.within(1...500)
        text += words.speech(&dice, mean: 25)
        if place == 3, let words = said[question] {
          text += " One said “\(words)”"
        }
        if place == 4, !said.isEmpty {
          text += " More than \(dice.within(11...89)) per cent agreed"
        }
        text += " [@Q\(question)]\n"
      }
      text += "\n"
    }
    return text
  }
}
