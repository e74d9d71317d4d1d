import ArgumentParser
import Conduct
import Crypto
import Foundation
import Inquiries
import Papers
import Postgres
import Records
import Tagging

/// `InquiryBench trace`
struct TraceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract:
      "Measure checks, asks, corrections and suggestions, and how they grow, on an empty database."
  )

  @Option(help: "libpq string of a superuser on the database.") var database: String
  @Option(help: "The program of the sentence model.") var meaning: String
  @Option(help: "Passages of the largest inquiry.") var passages = 1_000_000
  @Option(help: "Rounds.") var rounds = 5

  func run() async throws {
    var settings = try ConnectionSettings(conninfo: database, applicationName: "bench")
    settings.statementTimeout = .zero
    let pool = Pool(settings, size: 2, name: "trace", logger: Bench.logger)
    let words = Vocabulary()
    let office = Office(staff: pool, keys: Keys(secret: SymmetricKey(size: .bits256)))
    let finder = EvidenceFinder(office: office, meaning: Meaning(command: meaning, seconds: 600))
    var figures = Figures()
    var loads: [TraceLoad] = []
    for (place, count) in [10_000, 100_000, 1_000_000].filter({ $0 <= passages }).enumerated() {
      let load = TraceLoad(
        number: place + 1, passages: count, pool: pool, office: office, finder: finder)
      try await load.write(words)
      loads.append(load)
    }
    try await pool.run { try $0.script("VACUUM (ANALYZE)") }
    try await finder.readDraftsAhead()
    for load in loads { try await load.index(&figures) }
    for round in 1...rounds {
      for load in loads { try await load.measure(round, &figures) }
    }
    for load in loads { load.fill(&figures) }
    await pool.close()
    if !figures.print() { throw ExitCode(1) }
  }
}

/// One inquiry with 10,000 links and a draft of a thousand citations.
struct TraceLoad {
  private static let links = 10_000
  private static let recommendations = 60
  /// As many passages as one list of asks may be made from.
  private static let mostAsking = 5_000

  let number: Int
  let passages: Int
  let pool: Pool
  let office: Office
  let finder: EvidenceFinder

  private var slug: String { LoadPlan.slug(number) }

  func write(_ words: Vocabulary) async throws {
    _ = try await LoadCommand.load(
      number, LoadPlan(passages: passages, inquiries: 1), words, pool)
    try await pool.run { try $0.script(LoadCommand.settle) }
    let markdown = SampleDraft.markdown(
      citations: 1_000, parts: TraceLoad.recommendations, slug: slug, quoting: try await said())
    let draft = try DraftReader.read(Array(markdown.utf8), fileName: "report.md")
    _ = try await office.perform(
      PushDraft(draft, fileName: "report.md"), in: slug, by: .machineOperator)
    try await confirmLimbs()
    // Of each round one answer has a link of each part, to its finding or its
    // recommendation.
    try await pool.run { [number, passages] connection in
      try connection.execute(
        """
        INSERT INTO record.link (recommendation_id, finding_id, passage_id, passage_version_id,
          stance, status, affirmed_at)
        SELECT CASE WHEN (answer + part) % 2 = 0 THEN acts[part] END,
          CASE WHEN (answer + part) % 2 = 1 THEN findings[part] END, id, id,
          CASE WHEN part % 5 = 0 THEN 'contrasts' ELSE 'supports' END, 'affirmed', now()
        FROM (SELECT i / \(TraceLoad.recommendations) AS answer,
            i % \(TraceLoad.recommendations) + 1 AS part
          FROM generate_series(0, \(TraceLoad.links - 1)) AS i) AS place,
          (SELECT array_agg(id ORDER BY id) AS acts FROM record.recommendation
           WHERE inquiry_id = \(Loading.id(number, 0))) AS recommendations,
          (SELECT array_agg(id ORDER BY id) AS findings FROM record.finding
           WHERE inquiry_id = \(Loading.id(number, 0))) AS every,
          LATERAL (SELECT \(Loading.id(number, 0)) + answer * \(passages / 200) AS id) AS passage
        """)
      try Publication.refresh(
        Identifier(Int64(Loading.id(number, 0))),
        sources: [Identifier(Int64(Loading.id(number, 0)))],
        on: connection)
    }
    try await pool.run { [number] connection in
      try connection.execute(TraceLoad.drawVectors(of: number))
    }
  }

  /// The first words of the answers to the questions that the draft cites.
  private func said() async throws -> [Int: String] {
    let answers = try await pool.run { [number] connection in
      try connection.query(
        """
        SELECT block.number, version.text
        FROM record.question_block AS block
        JOIN record.passage ON passage.question_block_id = block.id AND block_offset = 1
        JOIN record.passage_version AS version
          ON version.passage_id = passage.id AND version.is_current
        WHERE block.inquiry_id = \(Loading.id(number, 0)) AND block.number <= 500
        """
      ) { row in (try row.next() as Int, try row.next() as String) }
    }
    let said = answers.map { number, text in
      (number, text.prefix { $0 != "\n" }.split(separator: " ").prefix(8))
    }
    return Dictionary(
      uniqueKeysWithValues: said.filter { $1.count > 2 }.map { ($0, $1.joined(separator: " ")) })
  }

  /// What every recommendation asks, by its grammar.
  private func confirmLimbs() async throws {
    let all = try await office.read(in: slug, by: .machineOperator) {
      try Recommendation.all(as: $0, on: $1)
    }
    for recommendation in all {
      let limbs = LimbProposer.propose(recommendation.words).map {
        LimbChange(
          number: nil, words: $0.words, act: $0.act, addressees: $0.addressees,
          due: $0.deadline.map { .init(words: $0.words) })
      }
      _ = try await office.perform(
        EditLimbs(recommendation.key, limbs, dropping: [], revision: nil), in: slug,
        by: .machineOperator)
    }
  }

  /// As many vectors as a passage has pieces, about; what a million passages mean would
  /// take a day.
  private static func drawVectors(of inquiry: Int) -> SQL {
    """
    INSERT INTO record.passage_meaning (passage_version_id, model, vectors)
    SELECT version.id, \(MeaningKeeping.model), drawn.vectors
    FROM record.passage_version AS version
    JOIN record.passage ON passage.id = version.passage_id
    JOIN record.source ON source.id = passage.source_id
    CROSS JOIN LATERAL (
      SELECT string_agg(decode(md5(version.id || '-' || piece), 'hex'), '') AS vectors
      FROM generate_series(1, (length(version.text) / 300 + 1)
        * \(MeaningVector.dimensions / 16)) AS piece) AS drawn
    WHERE source.inquiry_id = \(Loading.id(inquiry, 0))
    """
  }

  /// Asks once, which reads the evidence into memory.
  func index(_ figures: inout Figures) async throws {
    figures.add(try await suggest(1) / 1_000, to: "indexed \(passages)")
  }

  /// Milliseconds until there are suggestions for a recommendation.
  private func suggest(_ part: Int) async throws -> Double {
    let start = ContinuousClock.now
    let found = try await finder.suggestions(
      for: .recommendation("part-\(part)-act"), limit: 10, in: slug, by: .machineOperator)
    guard found.comparison != .byWords, found.items.count >= 10 else {
      throw Machine.Failed(
        description: "only \(found.items.count) were suggested (\(found.comparison))")
    }
    return (ContinuousClock.now - start) / .milliseconds(1)
  }

  func measure(_ round: Int, _ figures: inout Figures) async throws {
    let clock = ContinuousClock()
    var start = clock.now
    let remarks = try await office.read(in: slug, by: .machineOperator) {
      try ReportMaterial.read(as: $0, on: $1).remarks
    }
    figures.add((clock.now - start) / .seconds(1), to: "check \(passages)")
    figures.add(Double(remarks.count), to: "remarks \(passages)")
    start = clock.now
    let asks = try await office.read(in: slug, by: .machineOperator) {
      try EvidenceAsks.page(
        AskFilter(isUnanswered: true), limit: TraceLoad.mostAsking, as: $0, on: $1
      ).asks
    }
    figures.add((clock.now - start) / .seconds(1), to: "asks \(passages)")
    figures.add(Double(asks.count), to: "asking \(passages)")
    start = clock.now
    let corrected = try await office.perform(
      CorrectPassage("Q1", version: round, text: "These are the words of round \(round)."),
      in: slug, by: .machineOperator)
    figures.add((clock.now - start) / .milliseconds(1), to: "correction \(passages)")
    guard corrected.suspect == TraceLoad.recommendations else {
      throw Machine.Failed(
        description: "\(corrected.suspect) links became suspect, not \(TraceLoad.recommendations)")
    }
    figures.add(try await suggest(1), to: "suggestions again \(passages)")
    var taken: [Double] = []
    for part in 1...TraceLoad.recommendations { taken.append(try await suggest(part)) }
    figures.add(Figures.median(taken), to: "suggestions median \(passages)")
    figures.add(taken.sorted()[taken.count * 95 / 100], to: "suggestions \(passages)")
  }

  func fill(_ figures: inout Figures) {
    figures.atMost(
      2, "check, \(passages) passages", figures.all("check \(passages)"), unit: " s",
      note: "\(Int(figures.median("remarks \(passages)"))) remarks")
    figures.atMost(
      2, "longest list of asks, \(passages) passages", figures.all("asks \(passages)"), unit: " s",
      note: "\(Int(figures.median("asking \(passages)"))) passages ask for something")
    figures.atMost(
      1_000, "correction with 60 links, \(passages) passages",
      figures.all("correction \(passages)"),
      unit: " ms")
    func median(_ name: String) -> String {
      Figures.text(figures.median("\(name) \(passages)"))
    }
    // The limit is for 100,000; it grows as the number of passages does.
    figures.atMost(
      passages <= 100_000 ? 150 : 1_500, "suggestions, \(passages) passages, p95",
      figures.all("suggestions \(passages)"), unit: " ms",
      note: """
        median \(median("suggestions median")) ms, first after a correction \
        \(median("suggestions again")) ms, read into memory in \(median("indexed")) s
        """)
  }
}
