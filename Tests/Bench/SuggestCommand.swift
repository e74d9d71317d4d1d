import ArgumentParser
import Conduct
import Crypto
import Foundation
import Inquiries
import Papers
import Postgres
import Records
import Tagging

/// `InquiryBench suggest`
struct SuggestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "Measure how well evidence is suggested.")

  @Option(help: "libpq string of a superuser on the database.") var database: String
  @Option(help: "The program of the sentence model.") var meaning: String
  @Option(help: "The folder of the samples; not measured on them when left out.")
  var samples: String?
  @Option(help: "Where the figures of each text are written.") var tables: String

  func run() async throws {
    let pool = Pool(
      try ConnectionSettings(conninfo: database, applicationName: "bench"), size: 2,
      name: "suggest", logger: Bench.logger)
    let office = Office(staff: pool, keys: Keys(secret: SymmetricKey(size: .bits256)))
    let load = SuggestLoad(
      office: office, pool: pool, meaning: Meaning(command: meaning, seconds: 600))
    var figures = Figures()
    if let samples {
      let set = try await load.judged(samples)
      set.printMeans()
      set.compare(&figures)
      try set.table().write(
        toFile: "\(tables)/judged.tsv", atomically: true, encoding: .utf8)
    } else {
      print(
        "NOT MEASURED on judged texts: the samples are not here; name their folder in INQUIRY_SAMPLES."
      )
    }
    for set in [try await load.linked(), try await load.cited()] {
      set.printMeans()
      if set.name == "example" { set.compare(&figures) }
      try set.table().write(
        toFile: "\(tables)/\(set.name).tsv", atomically: true, encoding: .utf8)
    }
    await pool.close()
    if !figures.print() { throw ExitCode(1) }
  }
}

/// Suggestions on real evidence.
struct SuggestLoad {
  let office: Office
  let pool: Pool
  let meaning: Meaning

  static let example = "care-thresholds"

  /// The judged texts on three sessions of a Lords committee, by question.
  func judged(_ samples: String) async throws -> RankedSet {
    let folder = "\(samples)/lords-oral-evidence"
    let texts = try JudgedText.read("\(folder)/judgements.tsv")
    let slug = "judged"
    if try await !office.inquiries(for: .machineOperator).contains(where: { $0.slug == slug }) {
      try await receive(slug, from: folder)
    }
    let numbers = try await pool.run { connection in
      Dictionary(
        uniqueKeysWithValues: try connection.query(
          """
          SELECT question_block.id, number FROM record.question_block
          JOIN record.inquiry ON inquiry.id = inquiry_id WHERE slug = \(slug)
          """
        ) { row in (try row.next() as Int64, try row.next() as Int) })
    }
    return try await ranked("judged", texts, in: slug) { $0.block.flatMap { numbers[$0] } }
  }

  private func receive(_ slug: String, from folder: String) async throws {
    _ = try await office.perform(
      OpenInquiry(
        Inquiry(
          body: Body(slug: "body-\(slug)", name: "The Committee", kind: .lordsCommittee),
          slug: slug, title: "An inquiry", referencePrefix: "JUD")), by: .machineOperator)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".docx") {
      let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
      _ = try await office.perform(
        ReceiveRecord(
          RecordRead(PaperFile(bytes, name: name), said: .init(kind: .transcript))),
        in: slug, by: .machineOperator)
    }
  }

  /// The example's findings and recommendations, on what they are linked to. The
  /// links say what is relevant; the ranking is told of none.
  func linked() async throws -> RankedSet {
    let slug = Self.example
    let (ends, links) = try await office.read(in: slug, by: .machineOperator) {
      (try EvidenceDecisions.ends(as: $0, on: $1), try EvidenceDecisions.all(as: $0, on: $1))
    }
    let rows = try await rows(in: slug)
    let contexts = Dictionary(
      uniqueKeysWithValues: rows.map { ($0.passage, Self.contextOfItsOwn($0)) })
    let texts = ends.compactMap { end -> JudgedText? in
      let relevant = links.filter { $0.end == end.end && $0.status == .affirmed }
        .compactMap { contexts[$0.passage] ?? nil }
      guard !relevant.isEmpty else { return nil }
      return JudgedText(
        id: end.end.key, text: end.text, isSemantic: false, relevant: Set(relevant))
    }
    return try await ranked("example", texts, in: slug, Self.contextOfItsOwn)
  }

  /// A block by its own number, a passage without one by less than nothing.
  @Sendable
  static func contextOfItsOwn(_ row: SearchedEvidence.Row) -> Int? {
    row.block.map { Int($0) } ?? -Int(row.passage.value)
  }

  func rows(in slug: String) async throws -> [SearchedEvidence.Row] {
    try await office.read(in: slug, by: .machineOperator) { viewpoint, connection in
      let model = MeaningKeeping.model
      let sources = try SearchedEvidence.marks(model, as: viewpoint, on: connection).keys.sorted()
      return try SearchedEvidence.rows(of: sources, model, as: viewpoint, on: connection)
    }
  }

  func ranked(
    _ name: String, _ texts: [JudgedText], in slug: String,
    _ context: @escaping @Sendable (SearchedEvidence.Row) -> Int?
  ) async throws -> RankedSet {
    var keeping = MeaningKeeping(staff: pool, meaning: meaning)
    while try await keeping.step(256) != nil {}
    let rows = try await rows(in: slug)
    var index = EvidenceIndex(around: rows.compactMap(\.vectors))
    for (source, rows) in Dictionary(grouping: rows, by: \.source).sorted(by: { $0.key < $1.key }) {
      index.put(source, rows.map(EvidencePassage.init))
    }
    let contexts = Dictionary(uniqueKeysWithValues: rows.map { ($0.passage, context($0)) })
    let bare = try await bare(rows)
    let words = try await pool.run { connection in
      try texts.map { try PlainRanking.fullText($0.text, rows, context, on: connection) }
    }
    var rankings: [[[Int]]] = [[], [], [], [], []]
    for (place, text) in texts.enumerated() {
      var query = try EvidenceQuery(text.text)
      func ranked(_ found: [Identifier<Passage>]) -> [Int] {
        PlainRanking.once(found.compactMap { contexts[$0] ?? nil })
      }
      let bm25 = ranked(index.contexts(for: query).flatMap { $0 })
      let vector = try await meaning.vectors(of: [query.text])[0]
      let near = PlainRanking.nearest(vector, bare, rows, context)
      query.vectors = try await meaning.vectors(of: query.parts)
      let ours = ranked(index.suggestions(for: query, limit: 100).items.map(\.passage))
      let plain = [words[place], bm25, near]
      for (ranker, ranking) in (plain + [RankedSet.fused(plain), ours]).enumerated() {
        rankings[ranker].append(ranking)
      }
    }
    let names = ["PostgreSQL ts_rank", "BM25", "MiniLM over passages", "rank fusion", "ours"]
    return RankedSet(name, texts, zip(names, rankings).map { ($0, $1) })
  }

  /// Vectors of whole passages, as the model takes them.
  private func bare(_ rows: [SearchedEvidence.Row]) async throws -> [[Float]] {
    var vectors: [[Float]] = []
    for start in stride(from: 0, to: rows.count, by: 4) {
      vectors += try await meaning.vectors(
        of: rows[start..<min(start + 4, rows.count)].map(\.text))
    }
    return vectors
  }
}
