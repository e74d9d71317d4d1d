import Inquiries
import Testing
import Wire

@testable import InquiryTool

@Suite struct WordsTests {
  @Test func `an error is one line with its code and its field`() {
    #expect(
      Failure.line(Refusal(.invalid, "reason_missing", "Say why.", field: "decision.reason"))
        == "inquiry: Say why. (reason_missing; decision.reason)")
    #expect(
      Failure.line(ProblemShape(status: 409, code: "launched_already", detail: "It is\nlaunched."))
        == "inquiry: It is launched. (launched_already)")
  }

  @Test func `a day is refused with the form that is wanted`() throws {
    for text in ["2018-2-6", "6 February 2018", "2018-02-30", ""] {
      #expect(throws: (any Error).self) { try Day.argument(text) }
    }
    #expect(try Day.argument("2018-02-06").description == "2018-02-06")
  }

  @Test func `long words end at a word, with an ellipsis`() {
    #expect(Words.beginning(of: "one two  three\nfour", upTo: 9) == "one two …")
    #expect(Words.beginning(of: "one two  three\nfour", upTo: 40) == "one two three four")
  }

  @Test(arguments: [(1, "1 byte"), (999, "999 bytes"), (2_450, "2 kB"), (26_214_400, "26.2 MB")])
  func `sizes are in powers of ten`(bytes: Int, words: String) {
    #expect(Words.size(bytes) == words)
  }

  @Test func `a tally of links leaves out what was dropped`() {
    let links = [LinkStatus.affirmed, .affirmed, .dropped, .suspect].map(link)
    #expect(links.tally == "2 affirmed, 1 suspect")
    #expect([Link]().tally == "none")
  }

  private func link(_ status: LinkStatus) -> Link {
    Link(
      id: Identifier(1), stance: .supports, status: status, reference: "OS3",
      sourceState: .published, passage: passage(question: 45, offset: 0), quote: nil,
      affirmedBy: nil, revision: 1)
  }

  private func passage(question: Int?, offset: Int?, point: Int? = nil) -> Passage {
    Passage(
      ordinal: 1, kind: point == nil ? .turn : .point, reference: "OS3", sessionNumber: 3,
      question: question,
      offset: offset, point: point, panel: nil, speaker: nil, version: 1, stage: .corrected,
      text: "Words.")
  }

  private func source(_ kind: SourceKind, session: Int, questions: ClosedRange<Int>?) -> Source {
    Source(
      reference: "OS\(session)", kind: kind, state: .received, stage: .corrected,
      sessionNumber: session, hearing: .heardInPublic, heldOn: nil, agreedOn: nil,
      publishedOn: nil, questions: questions, unplacedCount: 0, revision: 1)
  }

  @Test func `a bare question number means the numbered turn itself`() throws {
    let place = try PassagePlace("Q45")
    #expect(place.isAt(passage(question: 45, offset: 0)))
    #expect(!place.isAt(passage(question: 45, offset: 1)))
    #expect(place.mayStand(in: source(.transcript, session: 3, questions: 40...50)))
    #expect(!place.mayStand(in: source(.transcript, session: 4, questions: 51...60)))
  }

  @Test func `a point is looked for in notes and summaries of its session`() throws {
    let place = try PassagePlace("OS6, point 3")
    #expect(place.isAt(passage(question: nil, offset: nil, point: 3)))
    #expect(place.mayStand(in: source(.summary, session: 6, questions: nil)))
    #expect(!place.mayStand(in: source(.transcript, session: 6, questions: 60...73)))
    #expect(!place.mayStand(in: source(.summary, session: 5, questions: nil)))
  }

  @Test func `turns before the first question are found by their session`() throws {
    let place = try PassagePlace("OS3, Q0+1")
    #expect(place.isAt(passage(question: 0, offset: 1)))
    #expect(place.mayStand(in: source(.transcript, session: 3, questions: 40...50)))
    #expect(!place.mayStand(in: source(.transcript, session: 4, questions: 51...60)))
  }

  @Test func `a paragraph is looked for in its submission or document`() throws {
    let place = try PassagePlace("CTI0004, para 2")
    #expect(place.isAt(passage(question: nil, offset: nil, point: 2)))
    #expect(!place.isAt(passage(question: nil, offset: nil, point: 3)))
    #expect(!place.mayStand(in: source(.transcript, session: 3, questions: 40...50)))
  }

  @Test(arguments: ["Q45-48", "Q45, Director A", "OS3", "OS6, points 3-5", "X9", ""])
  func `what may name several passages, or none, is refused`(locator: String) {
    #expect(throws: Refusal.self) { try PassagePlace(locator) }
  }
}
