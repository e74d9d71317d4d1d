import Inquiries
import Papers
import Postgres
import Records
import Tagging

/// A record beside its corrected file: which words change, and what has no sure
/// place.
struct RecordMatching {
  struct Words {
    let piece: StandingRecord.Piece
    let text: String
  }

  let changed: [Words]
  let unchanged: Int
  /// The pieces of the record by the index of the file's piece that each is.
  let standing: [Int: StandingRecord.Piece]
  let misfits: [RecordDifference.Misfit]
  /// What has its place and reads otherwise in a question that is left for a misfit.
  let left: [Words]

  init(
    of record: StandingRecord, with read: RecordRead, in source: Source, from viewpoint: Viewpoint,
    on connection: Connection
  ) throws {
    let sitting = try source.sessionNumber.flatMap {
      try Sitting.find(.session($0), as: viewpoint, on: connection)
    }
    let people = try PeopleRead(
      of: read, at: sitting?.sitting, from: viewpoint, on: connection)
    let file = read.pieces(people)
    let (places, besideMisfits, misfits) = RecordAlignment.align(
      record: record.pieces.map(\.aligned), file: file.map(\.piece))
    func words(at places: [Int?]) -> [Words] {
      zip(record.pieces, places).compactMap { piece, place in
        place.map { Words(piece: piece, text: file[$0].piece.text) }
      }
    }
    let placed = words(at: places)
    standing = Dictionary(
      uniqueKeysWithValues: zip(record.pieces, places).compactMap { piece, place in
        place.map { ($0, piece) }
      })
    changed = placed.filter { $0.text != $0.piece.standing.text }
    unchanged = placed.count - changed.count
    left = words(at: besideMisfits).filter { $0.text != $0.piece.standing.text }
    self.misfits = misfits.map { $0.told(record.pieces, file) }
  }
}

extension RecordMatching.Words {
  /// Both wordings side by side, where the file's are not taken.
  var differing: LeftByCorrection.Differing {
    LeftByCorrection.Differing(
      locator: piece.passage.place, speaker: piece.passage.speaker,
      inRecord: piece.standing.text, inFile: text)
  }
}

extension RecordMatching {
  /// Gives passages their new words, and carries the links that hold on to them.
  static func correct(
    _ words: [Words], _ kind: Correction.Kind, _ frame: CorrectionFrame,
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> (changed: [RecordDifference.Changed], corrections: [Int64]) {
    let versions = try StandingRecord.replace(
      words.map { ($0.piece.standing, $0.text) }, digest: desk.digest, on: desk.connection)
    let linked = try StandingRecord.linked(
      among: words.map(\.piece.standing.id), on: desk.connection)
    let corrections = try NewCorrection.insert(
      zip(words, versions).map {
        NewCorrection(passage: $0.piece.standing.id, kind: kind, matter: .words($1))
      }, frame, as: viewpoint, on: desk.connection)
    let changed = try zip(words, versions).map { word, version in
      let standing = word.piece.standing
      let (carried, suspect) =
        linked.contains(standing.id)
        ? try PassageLookup.carryLinks(of: standing, to: version, word.text, at: desk) : (0, 0)
      return RecordDifference.Changed(
        locator: word.piece.passage.place, speaker: word.piece.passage.speaker,
        version: standing.number + 1, before: standing.text, after: word.text, carried: carried,
        suspect: suspect)
    }
    return (changed, corrections)
  }
}

extension StandingRecord.Piece {
  fileprivate var aligned: RecordAlignment.Piece {
    RecordAlignment.Piece(
      kind: passage.kind, block: passage.point ?? passage.question ?? 0, person: person,
      label: label, isChair: isChair, text: standing.text)
  }
}

/// A piece of the corrected file and the line on which it begins.
private struct FilePiece {
  let piece: RecordAlignment.Piece
  let line: Int
}

extension RecordRead {
  var linesUnplaced: [Inquiries.UnplacedLine] {
    unplaced.map {
      Inquiries.UnplacedLine(line: $0.line, text: $0.text, reason: $0.reason.inWords)
    }
  }

  fileprivate func pieces(_ people: PeopleRead) -> [FilePiece] {
    switch content {
    case .points(let points):
      return points.map { point in
        FilePiece(
          piece: RecordAlignment.Piece(
            kind: .point, block: point.number, person: nil, label: nil, isChair: false,
            text: point.text), line: point.line)
      }
    case .turns(let turns):
      var question = 0
      return turns.map { turn in
        question = turn.questionNumber ?? question
        return FilePiece(
          piece: RecordAlignment.Piece(
            kind: turn.kind == .speech ? .turn : .stage, block: question,
            person: turn.speaker.flatMap { people.ids[$0] }, label: turn.label,
            isChair: turn.isChair, text: turn.text), line: turn.line)
      }
    }
  }
}

extension RecordAlignment.Misfit {
  fileprivate func told(
    _ pieces: [StandingRecord.Piece], _ pieceInFile: [FilePiece]
  ) -> RecordDifference.Misfit {
    let here = pieces[record]
    let there = pieceInFile[file]
    let place = here.first?.passage.place
    let line = there.first?.line
    let before = record.lowerBound > 0 ? pieces[record.lowerBound - 1].passage.place : nil
    let all = [place, here.count > 1 ? here.last?.passage.place : nil].compactMap { $0 }
      .joined(separator: " to ")
    let lines = line.map { "line \($0)" } ?? "the end"
    let sentence =
      switch kind {
      case .added:
        "\(counted(there.count, "turn")) from \(lines) of the file "
          + "\(there.count == 1 ? "is" : "are") not in the record"
          + (before.map { ", after \($0)." } ?? ".")
      case .gone: "\(all) \(here.count == 1 ? "is" : "are") not in the file."
      case .split: "\(all) is \(there.count) turns in the file, from \(lines)."
      case .joined: "\(all) are one turn in the file, on \(lines)."
      case .unclear: "What became of \(all) is not clear from \(lines) of the file on."
      case .otherSpeaker:
        "\(all) is said by \(here.first?.passage.speaker ?? "nobody named") in the record and by "
          + "\(there.first?.piece.label ?? "nobody named") in the file, \(lines)."
      }
    return RecordDifference.Misfit(
      kind: kind, locator: place ?? before, line: line, sentence: sentence)
  }
}
