import Conduct
import Crypto
import Foundation
import Inquiries
import Papers
import Postgres
import Records

/// A transcript taken in by the product, against its rows by COPY.
struct ImportLoad {
  static let turns = 1_159
  private let slug: String
  private let twin: String

  let pool: Pool
  let office: Office
  let words: Vocabulary

  init(_ pool: Pool, _ words: Vocabulary) {
    self.pool = pool
    self.words = words
    // Another run on the same database opens inquiries of its own.
    let run = ProcessInfo.processInfo.processIdentifier
    slug = "bench-import-\(run)"
    twin = "bench-copy-\(run)"
    office = Office(staff: pool, keys: Keys(secret: SymmetricKey(size: .bits256)))
  }

  func open() async throws {
    for (slug, prefix) in [(slug, "IMP"), (twin, "CPY")] {
      _ = try await office.perform(
        OpenInquiry(
          Inquiry(
            body: Body(slug: slug, name: "The Committee of \(slug)", kind: .commonsCommittee),
            slug: slug, title: "An inquiry", referencePrefix: prefix)),
        by: .machineOperator)
    }
  }

  /// Seconds for one document: by the product, reading its text included; how
  /// much of that was the reading; and by COPY, twice.
  func measure(_ number: Int) async throws -> (
    product: Double, reading: Double, copy: Double, again: Double
  ) {
    let bytes = Array(transcript(number).utf8)
    let clock = ContinuousClock()
    let start = clock.now
    let read = try RecordRead(
      PaperFile(bytes, name: "session-\(number).txt"), said: .init(kind: .transcript)
    )
    let reading = clock.now - start
    let report = try await office.perform(
      ReceiveRecord(read), in: slug, by: .machineOperator)
    let product = clock.now - start
    guard report.passageCount == ImportLoad.turns else {
      throw Machine.Failed(
        description: "the transcript has \(report.passageCount) turns, not \(ImportLoad.turns)")
    }
    let reference = report.reference
    let rows = try await pool.run { [slug, twin] in
      try CopiedRows(of: reference, in: slug, for: twin, on: $0)
    }
    func copy(_ shift: Int) async throws -> Duration {
      let start = clock.now
      try await pool.transaction { try rows.write(shift: shift, on: $0) }
      return clock.now - start
    }
    let one = try await copy(1)
    let two = try await copy(2)
    return (
      product / .seconds(1), reading / .seconds(1), one / .seconds(1), two / .seconds(1)
    )
  }

  private func transcript(_ number: Int) -> String {
    var dice = Dice(seed: UInt64(100_000 + number))
    let pairs = ImportLoad.turns / 2
    let first = (number - 1) * (pairs + 1) + 1
    var lines = [
      "The Example Committee", "Oral evidence: An inquiry, HC 1", "Tuesday 7 November 2023",
      "Members present: Clare Member (Chair); Dev Member.",
      "Questions \(first) - \(first + pairs)", "Witnesses",
      "I: Ann Witness, Director, The Organisation; and Ben Other, Head, Another Body.",
      "Examination of witnesses", "Witnesses: Ann Witness and Ben Other.",
    ]
    for turn in 0..<ImportLoad.turns {
      let said = words.speech(&dice).split(separator: "\n").joined(separator: "\n\n")
      lines.append(
        turn % 2 == 0
          ? "Q\(first + turn / 2)  Chair: \(said)"
          : "\(turn % 4 == 1 ? "Ann Witness" : "Ben Other"): \(said)")
    }
    return lines.joined(separator: "\n\n")
  }
}

/// The rows that an import made, to be written once more by COPY.
///
/// A dozen small ones (witnesses, members, the audit entry) are left out; that
/// is to the advantage of COPY.
struct CopiedRows: Sendable {
  private struct Passage: Sendable {
    let ordinal: Int32
    let kind: String
    let question: Int32?
    let offset: Int32?
    let person: Int?
    let label: String?
    let isChair: Bool
    let text: String
    let digests: [[UInt8]]
  }

  private let heldOn: Day
  private let number: Int32
  private let chunks: [[UInt8]]
  private let digest: [UInt8]
  private let questions: [Int32]
  private let passages: [Passage]
  private let inquiry: Int

  init(
    of reference: String, in slug: String, for twin: String, on connection: Connection
  ) throws {
    let head = try connection.one(
      """
      SELECT source.id, session.number, held_on, original_id, sha256,
        (SELECT id FROM record.inquiry WHERE slug = \(twin))
      FROM record.source JOIN record.session ON session.id = session_id
      JOIN record.original ON original.id = original_id
      JOIN record.inquiry ON inquiry.id = source.inquiry_id
      WHERE slug = \(slug) AND reference = \(reference)
      """
    ) { row in
      (
        source: try row.next() as Int, number: try row.next() as Int32, day: try row.next() as Day,
        original: try row.next() as Int, digest: try row.next() as [UInt8],
        inquiry: try row.next() as Int
      )
    }
    (number, heldOn, digest, inquiry) = (head.number, head.day, head.digest, head.inquiry)
    chunks = try connection.query(
      "SELECT bytes FROM record.original_chunk WHERE original_id = \(head.original) ORDER BY ordinal"
    ) { try $0.next() }
    questions = try connection.query(
      "SELECT number FROM record.question_block WHERE source_id = \(head.source) ORDER BY number"
    ) { try $0.next() }
    passages = try connection.query(
      """
      SELECT ordinal, kind, question_block.number, block_offset, person_id, label, is_chair, text,
        array[exact_digest, wording_digest]
      FROM record.passage
      JOIN record.passage_version ON passage_id = passage.id
      LEFT JOIN record.question_block ON question_block.id = question_block_id
      WHERE passage.source_id = \(head.source) ORDER BY ordinal
      """
    ) { row in
      Passage(
        ordinal: try row.next(), kind: try row.next(), question: try row.next(),
        offset: try row.next(), person: try row.next(), label: try row.next(),
        isChair: try row.next(), text: try row.next(), digests: try row.next())
    }
  }

  /// Writes them into another inquiry, under numbers that no sequence reaches.
  func write(shift: Int, on connection: Connection) throws {
    let session = Int32(shift) * 3_000 + number
    let base = (inquiry * 10_000 + Int(session)) * 1_000_000
    let firstQuestion = Int32(shift) * 100_000_000
    func copy(_ sql: SQL, _ count: Int, _ write: (inout CopyRow, Int) -> Void) throws {
      try connection.copyIn("COPY record.\(sql) FROM STDIN (FORMAT binary)") { writer in
        for index in 0..<count { try writer.row { write(&$0, index) } }
      }
    }
    try copy("session (id, inquiry_id, number, held_on, hearing)", 1) { row, _ in
      row.write(base)
      row.write(inquiry)
      row.write(session)
      row.write(heldOn)
      row.write("public")
    }
    try copy("original (id, sha256, byte_count, file_name)", 1) { row, _ in
      row.write(base)
      row.write(digest)
      row.write(chunks.reduce(0) { $0 + $1.count })
      row.write("session.txt")
    }
    try copy("original_chunk (original_id, ordinal, bytes)", chunks.count) { row, index in
      row.write(base)
      row.write(Int32(index + 1))
      row.write(chunks[index])
    }
    try copy(
      """
      source (id, inquiry_id, session_id, kind, reference, stage, language, original_id, received_on)
      """, 1
    ) { row, _ in
      row.write(base)
      row.write(inquiry)
      row.write(base)
      row.write("transcript")
      row.write("OS\(session)")
      row.write("corrected")
      row.write("en")
      row.write(base)
      row.write(heldOn)
    }
    try copy("question_block (id, inquiry_id, source_id, number)", questions.count) { row, index in
      row.write(base + Int(questions[index]))
      row.write(inquiry)
      row.write(base)
      row.write(firstQuestion + questions[index])
    }
    try copy(
      """
      passage (id, source_id, ordinal, kind, question_block_id, block_offset, person_id, label,
        is_chair)
      """, passages.count
    ) { row, index in
      let passage = passages[index]
      row.write(base + index)
      row.write(base)
      row.write(passage.ordinal)
      row.write(passage.kind)
      row.write(passage.question.map { base + Int($0) })
      row.write(passage.offset)
      row.write(passage.person)
      row.write(passage.label)
      row.write(passage.isChair)
    }
    try copy(
      """
      passage_version (id, passage_id, number, stage, language, text, exact_digest, wording_digest)
      """, passages.count
    ) { row, index in
      row.write(base + index)
      row.write(base + index)
      row.write(Int32(1))
      row.write("corrected")
      row.write("en")
      row.write(passages[index].text)
      row.write(passages[index].digests[0])
      row.write(passages[index].digests[1])
    }
  }
}
