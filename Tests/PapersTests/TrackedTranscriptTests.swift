import Inquiries
import Papers
import Testing

/// Tracked changes of Word, and where they stand in a transcript.
struct TrackedTranscriptTests {
  private static let header = [
    "The Example Committee", "Oral evidence: Buses", "Tuesday 4 November 2025",
    "Members present: Clare Member (Chair).", "Questions 1 - 2", "Witnesses",
    "I: Ann Witness, Director, The Organisation.", "Examination of witness",
    "Witness: Ann Witness.", "Q1  Chair: What did you see?",
  ]

  /// A paragraph of runs, with what its own end is marked as.
  private func paragraph(_ runs: String..., end: String = "") -> String {
    let mark =
      end.isEmpty
      ? ""
      : "<w:pPr><w:rPr><w:\(end) w:author=\"Tom\" w:date=\"2025-11-20T10:00:00Z\"/></w:rPr></w:pPr>"
    return "<w:p>\(mark)\(runs.joined())</w:p>"
  }

  private func kept(_ text: String) -> String {
    "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  private func came(_ text: String, by author: String = "Tom", as element: String = "ins") -> String
  {
    "<w:\(element) w:author=\"\(author)\" w:date=\"2025-11-20T10:00:00Z\">\(kept(text))</w:\(element)>"
  }

  private func went(_ text: String, by author: String = "Tom", as element: String = "del") -> String
  {
    "<w:\(element) w:author=\"\(author)\"><w:r><w:delText xml:space=\"preserve\">\(text)</w:delText></w:r></w:\(element)>"
      .replacing("w:author", with: "w:date=\"2025-11-20T10:00:00Z\" w:author")
  }

  private func read(_ paragraphs: String...) throws -> TrackedTranscript {
    let body =
      TrackedTranscriptTests.header.map { paragraph(kept($0)) } + paragraphs
      + [paragraph(kept("Q2  Chair: And then?")), paragraph(kept("Ann Witness: None."))]
    return try TrackedTranscript(ReadingDocx(body: body.joined()).bytes, fileName: "a.docx")
  }

  private func told(_ change: TrackedChange) -> String {
    "\(change.mark.author) \(change.place?.turn ?? -1) \(change.place?.span ?? 0..<0) "
      + "[\(change.gone)|\(change.come)] \(change.misplacement?.rawValue ?? "")"
  }

  @Test func `a change has its author, day, turn, span and words`() throws {
    let read = try read(
      paragraph(kept("Ann Witness: We saw "), went("one"), came("two"), kept(" bus.")),
      paragraph(kept("It was"), came(" very", by: "Ann"), kept(" late.")))
    #expect(read.transcript.turns[1].text == "We saw one bus.\n\nIt was late.")
    #expect(read.changes.map(told) == ["Tom 1 7..<10 [one|two] ", "Ann 1 23..<23 [| very] "])
    #expect(read.changes.map(\.mark.on) == [Day("2025-11-20"), Day("2025-11-20")])
    #expect(read.changes.map(\.line) == [11, 12])
  }

  @Test func `changes of one author within a word are one, of two authors two`() throws {
    let one = try read(
      paragraph(kept("Ann Witness: We "), went("r"), kept("e"), came("n"), kept("t it.")))
    #expect(one.changes.map(told) == ["Tom 1 3..<5 [re|en] "])
    let two = try read(
      paragraph(kept("Ann Witness: We "), went("saw"), came("see", by: "Ann"), kept(" it.")))
    #expect(two.changes.map(told) == ["Tom 1 3..<6 [saw|] ", "Ann 1 6..<6 [|see] "])
  }

  @Test func `a sentence put in after a changed word is a change of its own`() throws {
    let read = try read(
      paragraph(
        kept("Ann Witness: We saw "), went("one"), came("two"), kept(". "), came("Then none.")))
    #expect(read.changes.map(told) == ["Tom 1 7..<10 [one|two] ", "Tom 1 11..<11 [| Then none.] "])
  }

  @Test func `paragraphs within a turn come and are joined`() throws {
    let came = try read(
      paragraph(kept("Ann Witness: One bus."), end: "ins"), paragraph(came("It rained.")))
    #expect(came.transcript.turns[1].text == "One bus.")
    #expect(came.changes.map(told) == ["Tom 1 8..<8 [|\n\nIt rained.] "])
    let joined = try read(
      paragraph(kept("Ann Witness: One bus."), end: "del"), paragraph(kept("It rained.")))
    #expect(joined.transcript.turns[1].text == "One bus.\n\nIt rained.")
    #expect(joined.changes.map(told) == ["Tom 1 8..<10 [\n\n|] "])
  }

  @Test func `what is no change of one turn's words says why`() throws {
    let lead = try read(paragraph(kept("Ann "), went("Witness"), came("Wood"), kept(": One.")))
    #expect(lead.changes.map(\.misplacement) == [.lead])
    let turn = try read(
      paragraph(kept("Ann Witness: One."), end: "ins"), paragraph(came("Chair: Only one?")))
    #expect(turn.changes.map(\.misplacement) == [.addsTurn])
    let whole = try read(paragraph(went("Ann Witness: One."), end: "del"))
    #expect(whole.changes.allSatisfy { $0.place == nil && $0.misplacement != nil })
    #expect(whole.changes.map(\.gone).joined().hasPrefix("Ann Witness: One."))
    let joins = try read(paragraph(kept("Ann Witness: One."), end: "del"))
    #expect(joins.changes.map(\.misplacement) == [.joinsTurns])
    let head = "Oral evidence: Buses"
    let body = TrackedTranscriptTests.header.map {
      $0 == head ? paragraph(kept(head), came(" and trains")) : paragraph(kept($0))
    }
    let outside = try TrackedTranscript(
      ReadingDocx(body: body.joined() + paragraph(kept("Ann Witness: One."))).bytes,
      fileName: "a.docx")
    #expect(outside.changes.map(told) == ["Tom -1 0..<0 [| and trains] outside"])
  }

  @Test func `moved words went here and came there; what came and went again is nothing`() throws {
    let read = try read(
      paragraph(
        kept("Ann Witness: We "), went("never ", as: "moveFrom"), kept("saw it "),
        came("never", as: "moveTo"), kept("."),
        "<w:ins w:author=\"Tom\">\(went("x", by: "Ann"))</w:ins>"))
    #expect(read.transcript.turns[1].text == "We never saw it .")
    #expect(read.changes.map(told) == ["Tom 1 3..<9 [never |] ", "Tom 1 16..<16 [|never] "])
  }

  @Test func `a file without changes has none, and one of another kind is refused`() throws {
    #expect(try read(paragraph(kept("Ann Witness: One."))).changes.isEmpty)
    let error = #expect(throws: PaperError.self) {
      try TrackedTranscript(Array("Q1 Chair: Why?".utf8), fileName: "a.txt")
    }
    #expect(error?.code == "tracked_changes_docx")
  }
}
