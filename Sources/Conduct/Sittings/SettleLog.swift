import Inquiries
import Records
import Tagging

/// Makes a transcript the record of a sitting that was logged: lines are matched
/// with turns, links move where their words are found, and what was logged as
/// private is kept from the public. The log stays as notes.
struct SettleLog {
  let session: Identifier<Session>
  let sitting: Sitting
  /// Of the transcript.
  let reference: String

  /// Lines times turns that are still matched: about 300 MB of tables. No sitting
  /// comes near it.
  private static let mostPairs = 12_000_000

  /// - Returns: `nil` where nothing was logged.
  func run(from viewpoint: Viewpoint, at desk: Desk) throws -> SettledLog? {
    try Session.settle(
      session, on: desk.today(in: viewpoint.inquiry), connection: desk.connection)
    let logged = try LogLine.standing(of: session, on: desk.connection).lines
    let lines = logged.filter { !$0.line.isStruck }
    guard !logged.isEmpty else { return nil }
    let turns = try SettledTurn.all(of: session, on: desk.connection)
    let places = match(lines, turns)
    try Passage.succeed(
      zip(lines, places).compactMap { line, place in
        place.map { (line.passage, turns[$0].passage) }
      }, on: desk.connection)
    let (moved, left) = try carryLinks(lines, places, turns, at: desk)
    let placeOf = Dictionary(
      zip(lines, places).map { ($0.passage, $1) }, uniquingKeysWith: { first, _ in first })
    let stretches = try hide(
      logged.map(\.line), logged.map { placeOf[$0.passage] ?? nil }, turns, from: viewpoint,
      at: desk)
    let spoken = zip(lines, places).filter { $0.0.line.kind != .stage }
    return SettledLog(
      matchedCount: spoken.count { $0.1 != nil }, lineCount: spoken.count,
      unmatched: spoken.filter { $0.1 == nil }.map(\.0.line), linksMoved: moved, linksLeft: left,
      promised: lines.map(\.line).filter(\.isPromised), privateStretches: stretches)
  }

  private func match(_ lines: [StandingLine], _ turns: [SettledTurn]) -> [Int?] {
    guard lines.count * turns.count <= SettleLog.mostPairs else { return lines.map { _ in nil } }
    // Narrative has no speaker and no number, and a clerk's has other words.
    let spoken = lines.indices.filter { lines[$0].line.kind != .stage }
    let heard = turns.indices.filter { turns[$0].kind == .turn }
    let found = LogMatching.turns(
      of: spoken.map { index in
        let line = lines[index].line
        return LogMatching.Logged(
          question: line.kind == .question ? line.question : nil,
          speaker: speaker(
            line.person, line.person == nil ? nil : line.speaker, isChair: lines[index].isChair),
          text: line.text)
      },
      in: heard.map { index in
        let turn = turns[index]
        return LogMatching.Turn(
          question: turn.offset == 0 ? turn.question : nil,
          speaker: speaker(turn.person, turn.name, isChair: turn.isChair), text: turn.text)
      })
    var places = [Int?](repeating: nil, count: lines.count)
    for (line, turn) in zip(spoken, found) { places[line] = turn.map { heard[$0] } }
    return places
  }

  /// One spelling of who speaks for log and transcript; nil where it is not
  /// known, so that it speaks against nothing.
  private func speaker(
    _ person: Identifier<Person>?, _ name: String?, isChair: Bool
  ) -> String? {
    if isChair || (person != nil && person == sitting.chair?.person) { return "Chair" }
    guard let name else { return nil }
    let words = Person.sortName(of: name).split(separator: " ").filter { $0 != "MP" }
    return words.joined(separator: " ")
  }

  private func carryLinks(
    _ lines: [StandingLine], _ places: [Int?], _ turns: [SettledTurn], at desk: Desk
  ) throws -> (moved: Int, left: [SettledLog.LinkLeft]) {
    let standing = try LogLine.standing(of: session, on: desk.connection).lines
    let ids = Dictionary(
      standing.map { ($0.passage, $0.line) }, uniquingKeysWith: { first, _ in first })
    let turnOf = Dictionary(
      zip(lines, places).compactMap { line, place in place.map { (line.passage, turns[$0]) } },
      uniquingKeysWith: { first, _ in first })
    var moved = 0
    var left: [SettledLog.LinkLeft] = []
    for link in try LoggedLink.all(of: session, on: desk.connection) {
      guard let line = ids[link.line] else { continue }
      if let turn = turnOf[link.line] {
        let carriage = LinkCarriage(
          of: link.status, span: link.span, logged: line.text, turn: turn.text)
        if carriage.moves,
          try link.move(
            to: turn, status: carriage.status, span: carriage.span, quote: carriage.quote,
            on: desk.connection)
        {
          moved += 1
          continue
        }
      }
      try Link.suspect([link.id], on: desk.connection)
      left.append(
        SettledLog.LinkLeft(link: link.id, end: link.end, line: line.id, quote: link.quote))
    }
    return (moved, left)
  }

  /// Keeps from the public whatever stands between the nearest turns that are
  /// surely public, so that a turn nobody logged does not slip through.
  private func hide(
    _ lines: [LogLine], _ places: [Int?], _ turns: [SettledTurn], from viewpoint: Viewpoint,
    at desk: Desk
  ) throws -> [SettledLog.PrivateStretch] {
    let isPrivate = LogPrivacy.flags(of: lines)
    var stretches: [SettledLog.PrivateStretch] = []
    var hidden: Set<Int> = []
    for run in runs(of: isPrivate) {
      let before = places[..<run.lowerBound].indices.last { places[$0] != nil && !isPrivate[$0] }
      let after = places[run.upperBound...].indices.first { places[$0] != nil && !isPrivate[$0] }
      let low = before.flatMap { places[$0] }.map { $0 + 1 } ?? 0
      let high = after.flatMap { places[$0] } ?? turns.count
      let own = Set(places[run].compactMap { $0 })
      let all = own.union(low < high ? low..<high : low..<low).sorted()
      hidden.formUnion(all)
      // Clocks of two clerks or machines may differ by what one sentence takes, and a time
      // that was typed may have put a line elsewhere than the transcript has it.
      let isOfOneLog =
        Set(lines[run].map(\.loggedBy)).count == 1 && lines[run].allSatisfy(\.isPrivate)
      let isInOrder = low <= high && own.allSatisfy { low <= $0 && $0 < high }
      stretches.append(
        SettledLog.PrivateStretch(
          firstLine: lines[run.lowerBound].id, lineCount: run.count,
          firstTurn: all.first.map { turns[$0].locator },
          lastTurn: all.last.map { turns[$0].locator }, turnCount: all.count,
          isSure: isInOrder && (all.isEmpty || !own.isEmpty && isOfOneLog)))
    }
    try Passage.mark(
      hidden.sorted().map { turns[$0].passage }, isPrivate: true, on: desk.connection)
    if stretches.contains(where: { !$0.isSure }) {
      try Source.setPrivacyOpen(
        true, reference: reference, as: viewpoint, on: desk.connection)
    }
    return stretches
  }

  private func runs(of isPrivate: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in isPrivate.indices where isPrivate[index] {
      if let last = runs.last, last.upperBound == index {
        runs[runs.endIndex - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
