import Inquiries
import Postgres
import Records

/// How much is loaded, and where its numbers begin.
struct LoadPlan {
  var passages = 1_000_000
  var inquiries = 40
  /// One document has so many; what a session page is measured with.
  static let shownPassages = 200
  /// The mean of a document; with a million passages that makes 20,000 of them.
  static let meanPassages = 50

  var documentsEach: Int { max(2, passages / LoadPlan.meanPassages / inquiries) }

  static func slug(_ inquiry: Int) -> String { "bench-\(inquiry)" }
}

/// What one inquiry holds, drawn before it is written.
struct LoadedInquiry {
  struct Turn {
    let session: Int
    let ordinal: Int
    let question: Int
    let offset: Int
    let speaker: Int
    let text: String
  }

  static let members = 11
  static let witnessesEach = 3

  let number: Int
  let documents: Int
  /// Members first, then three witnesses for each session.
  let people: [String]
  let turns: [Turn]
  let questions: [(session: Int, number: Int)]

  init(_ number: Int, plan: LoadPlan, words: Vocabulary) {
    var dice = Dice(seed: UInt64(number))
    self.number = number
    documents = plan.documentsEach
    people = (0..<LoadedInquiry.members + documents * LoadedInquiry.witnessesEach).map { _ in
      words.name(&dice)
    }
    var turns: [Turn] = []
    var questions: [(session: Int, number: Int)] = []
    for session in 1...documents {
      let isShown = number == 1 && session == 1
      let count = isShown ? LoadPlan.shownPassages : dice.within(20...80)
      var left = 0
      var offset = 0
      for ordinal in 1...count {
        let isQuestion = left == 0
        if isQuestion {
          questions.append((session, questions.count + 1))
          left = dice.within(1...4)
          offset = 0
        } else {
          offset += 1
        }
        left -= 1
        let speaker =
          isQuestion
          ? dice.below(LoadedInquiry.members)
          : LoadedInquiry.members + (session - 1) * LoadedInquiry.witnessesEach
            + dice.below(LoadedInquiry.witnessesEach)
        turns.append(
          Turn(
            session: session, ordinal: ordinal, question: questions.count, offset: offset,
            speaker: speaker, text: words.speech(&dice)))
      }
    }
    self.turns = turns
    self.questions = questions
  }
}

/// Writes inquiries into the working record by COPY. What is published of them
/// is then brought into line by the product itself.
///
/// Every column is named, so that a later one with a default does no harm.
struct Loading {
  /// Far beyond any number that one inquiry needs.
  private static let stride = 1_000_000
  private static let day = Day(daysSince1970: 19_000)

  let connection: Connection
  let inquiry: LoadedInquiry

  static func id(_ inquiry: Int, _ index: Int) -> Int { inquiry * stride + index }

  private func id(_ index: Int) -> Int { Loading.id(inquiry.number, index) }

  func write() throws {
    try connection.transaction {
      try writeInquiry()
      try writePeople()
      try writeSessions()
      try writePassages()
    }
  }

  private func copy(_ sql: SQL, _ count: Int, _ write: (inout CopyRow, Int) -> Void) throws {
    try connection.copyIn("COPY record.\(sql) FROM STDIN (FORMAT binary)") { writer in
      for index in 0..<count { try writer.row { write(&$0, index) } }
    }
  }

  private func writeInquiry() throws {
    let slug = LoadPlan.slug(inquiry.number)
    let prefix = String(
      decoding: [66, 65 + UInt8(inquiry.number / 26), 65 + UInt8(inquiry.number % 26)],
      as: UTF8.self)
    try copy("body (id, slug, name, kind)", 1) { row, _ in
      row.write(id(0))
      row.write(slug)
      row.write("The Committee of \(slug)")
      row.write("commons_committee")
    }
    try copy("inquiry (id, body_id, slug, title, reference_prefix, is_launched, launched_on)", 1) {
      row, _ in
      row.write(id(0))
      row.write(id(0))
      row.write(slug)
      row.write("The inquiry \(slug)")
      row.write(prefix)
      row.write(true)
      row.write(Loading.day)
    }
  }

  private func writePeople() throws {
    try copy("person (id, name, sort_name)", inquiry.people.count) { row, index in
      row.write(id(index))
      row.write(inquiry.people[index])
      row.write(inquiry.people[index])
    }
    let witnesses = inquiry.documents * LoadedInquiry.witnessesEach
    try copy("witness (id, inquiry_id, person_id, capacity, organisation)", witnesses) {
      row, index in
      row.write(id(index))
      row.write(id(0))
      row.write(id(LoadedInquiry.members + index))
      row.write("Director")
      row.write("Organisation \(index % 97)")
    }
  }

  private func writeSessions() throws {
    let count = inquiry.documents
    try copy("session (id, inquiry_id, number, held_on, hearing)", count) { row, index in
      row.write(id(index))
      row.write(id(0))
      row.write(Int32(index + 1))
      row.write(Day(daysSince1970: Loading.day.daysSince1970 + index))
      row.write("public")
    }
    try copy("session_member (session_id, person_id, ordinal, is_chair)", count * 5) { row, index in
      row.write(id(index / 5))
      row.write(id(index % 5))
      row.write(Int32(index % 5 + 1))
      row.write(index % 5 == 0)
    }
    try copy("original (id, sha256, byte_count, file_name)", count) { row, index in
      row.write(id(index))
      row.write(Loading.digest(id(index)))
      row.write(0)
      row.write("session-\(index + 1).txt")
    }
    try copy(
      """
      source (id, inquiry_id, session_id, kind, reference, state, stage, language, original_id,
        received_on, published_on)
      """, count
    ) { row, index in
      row.write(id(index))
      row.write(id(0))
      row.write(id(index))
      row.write("transcript")
      row.write("OS\(index + 1)")
      row.write("published")
      row.write("corrected")
      row.write("en")
      row.write(id(index))
      row.write(Loading.day)
      row.write(Loading.day)
    }
    try copy("panel (id, session_id, ordinal)", count) { row, index in
      row.write(id(index))
      row.write(id(index))
      row.write(Int32(1))
    }
    let each = LoadedInquiry.witnessesEach
    try copy("panel_witness (panel_id, witness_id, ordinal)", count * each) { row, index in
      row.write(id(index / each))
      row.write(id(index))
      row.write(Int32(index % each + 1))
    }
    try copy("contribution (id, source_id, witness_id, consent, consent_on)", count * each) {
      row, index in
      row.write(id(index))
      row.write(id(index / each))
      row.write(id(index))
      row.write("given")
      row.write(Loading.day)
    }
  }

  private func writePassages() throws {
    let turns = inquiry.turns
    try copy("question_block (id, inquiry_id, source_id, number)", inquiry.questions.count) {
      row, index in
      row.write(id(index))
      row.write(id(0))
      row.write(id(inquiry.questions[index].session - 1))
      row.write(Int32(inquiry.questions[index].number))
    }
    try copy(
      """
      passage (id, source_id, ordinal, kind, question_block_id, block_offset, panel_id, person_id,
        label)
      """, turns.count
    ) { row, index in
      let turn = turns[index]
      row.write(id(index))
      row.write(id(turn.session - 1))
      row.write(Int32(turn.ordinal))
      row.write("turn")
      row.write(id(turn.question - 1))
      row.write(Int32(turn.offset))
      row.write(id(turn.session - 1))
      row.write(id(turn.speaker))
      row.write(inquiry.people[turn.speaker])
    }
    try copy(
      """
      passage_version (id, passage_id, number, stage, language, text, exact_digest, wording_digest)
      """, turns.count
    ) { row, index in
      row.write(id(index))
      row.write(id(index))
      row.write(Int32(1))
      row.write("corrected")
      row.write("en")
      row.write(turns[index].text)
      row.write(Loading.digest(id(index)))
      row.write(Loading.digest(id(index)))
    }
  }

  /// Stands in for a digest: as long, and as little alike.
  private static func digest(_ number: Int) -> [UInt8] {
    var dice = Dice(seed: UInt64(number))
    return (0..<4).flatMap { _ in withUnsafeBytes(of: dice.next()) { Array($0) } }
  }
}
