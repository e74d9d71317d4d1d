import Inquiries
import Testing
import Wire

@testable import InquiryTool

@Suite struct PageTests {
  private func page(width: Int = 100, _ lay: (inout Page) -> Void) -> String {
    var page = Page(width: width)
    lay(&page)
    return page.printed(inColour: false)
  }

  private func remark(_ severity: String, paragraph: Int? = 12) -> RemarkShape {
    RemarkShape(
      code: "quote_differs", severity: severity, paragraph: paragraph, key: "publish-thresholds",
      number: 3, reference: "OS3", sentence: "The words differ.", remedy: "Quote them as said.")
  }

  private func report(unplaced: [UnplacedLine] = [], wasReceivedBefore: Bool = false)
    -> ImportReport
  {
    ImportReport(
      reference: "OS3", sessionNumber: 3, kind: .transcript, wasReceivedBefore: wasReceivedBefore,
      heldOn: Day(year: 2018, month: 2, day: 6), hearing: .heardInPublic, stage: .uncorrected,
      title: "Thresholds", members: [Member(name: "Tim Example", isChair: true)],
      panels: [
        [Witness(name: "Director A", capacity: "Director", organisation: "A council", group: nil)],
        [Witness(name: "Teacher B", capacity: "", organisation: "", group: nil)],
      ], peopleKnown: 1, peopleNew: 2, questions: 45...62, questionCount: 18, passageCount: 40,
      unplaced: unplaced, remarks: ["Line 7: a name is not listed."])
  }

  @Test func `planned sittings stand without a word of sessions that there are not`() {
    let sitting = Sitting(
      plan: 3, number: nil, state: .planned, reason: nil, heldOn: Day(daysSince1970: 20_000),
      adjournedUntil: nil, startsAt: nil, place: nil, hearing: .heardInPublic, settledOn: nil,
      members: [], panels: [], lineCount: 0, nextQuestion: 1, timeZone: "Europe/London",
      revision: 1)
    let planned = page { $0.lay([Session](), planned: [sitting]) }
    #expect(planned.contains("P3"))
    #expect(!planned.contains("no sessions yet"))
    #expect(page { $0.lay([Session](), planned: []) }.contains("no sessions yet"))
  }

  @Test func `who is on record is told by the latest two places`() {
    let plan = SittingPlan(
      sitting: nil, title: nil,
      guests: [
        SittingPlan.Guest(
          name: "Jane Doe", isMember: true, standing: .known, person: Identifier(12),
          candidates: [
            SittingPlan.Candidate(
              person: Identifier(12), name: "Dr Jane Doe", places: ["OS1", "OS2", "OS3", "P4"])
          ])
      ], unplaced: [], remarks: [])
    let text = page { $0.lay(plan, isDryRun: true) }
    #expect(text.contains("12 (Dr Jane Doe): OS3; P4; and 2 more"))
    #expect(!text.contains("OS1"))
  }

  @Test func `remarks stand in groups, the gravest first, and are counted last`() {
    let lines = page { $0.lay([remark("information"), remark("error"), remark("error")]) }
      .split(separator: "\n").map(String.init)
    #expect(lines.first == "Errors (2)")
    #expect(lines.contains("Information (1)"))
    #expect(lines.last == "2 errors, 0 warnings, 1 for information.")
  }

  @Test func `a remark names its place by paragraph, number, key and reference`() {
    #expect(remark("error").place == "paragraph 12, number 3 (publish-thresholds), OS3")
  }

  @Test func `no remark leaves the count alone`() {
    #expect(page { $0.lay([RemarkShape]()) } == "0 errors, 0 warnings, 0 for information.\n")
  }

  @Test func `a dry run says first that nothing was changed`() {
    let dry = page { $0.lay(report(), of: "os3.txt", isDryRun: true) }
    let real = page { $0.lay(report(), of: "os3.txt", isDryRun: false) }
    #expect(dry == "Dry run: nothing was changed.\n\n" + real)
  }

  @Test func `a file received before says so first`() {
    let text = page { $0.lay(report(wasReceivedBefore: true), of: "os3.txt", isDryRun: false) }
    #expect(text.hasPrefix("The same file was received before, as OS3: nothing was changed.\n"))
  }

  @Test func `every line that could not be placed is shown with number and reason`() {
    let unplaced = (1...30).map {
      UnplacedLine(line: $0 * 10, text: "Words \($0)", reason: "not recognised")
    }
    let text = page { $0.lay(report(unplaced: unplaced), of: "os3.txt", isDryRun: false) }
    for line in unplaced {
      #expect(text.contains("\(line.line)  not recognised  \(line.text)\n"))
    }
  }

  @Test func `an import shows questions, people and panels`() {
    let text = page { $0.lay(report(), of: "os3.txt", isDryRun: false) }
    #expect(text.contains("Questions  Q45 to Q62 (18 questions)\n"))
    #expect(text.contains("People     1 on record, 2 new\n"))
    #expect(text.contains("- Tim Example (in the Chair)\n"))
    #expect(text.contains("Panel 2\n- Teacher B\n"))
    #expect(text.contains("- Director A, Director, A council\n"))
  }

  @Test func `a push shows what changed and which keys are new`() {
    let push = PushReport(
      version: 4, isUnchanged: false,
      changes: [
        .init(change: "moved", paragraphBefore: 7, paragraphAfter: 9, words: "We heard that")
      ], newKeys: ["fund-early-help"], paragraphCount: 41, citationCount: 1)
    #expect(
      page { $0.lay(push) } == """
        Version 4: 41 numbered paragraphs, 1 citation.

        Changes (1)
        Change  Was  Is  Words
        ------  ---  --  -------------
        moved     7   9  We heard that

        New keys (1)
        - fund-early-help

        """)
  }

  @Test func `colour is only added where it is asked for`() {
    var page = Page(width: 80)
    page.heading("Errors (1)", style: .grave)
    #expect(page.printed(inColour: false) == "Errors (1)\n")
    #expect(page.printed(inColour: true) == "\u{1B}[1;31mErrors (1)\u{1B}[0m\n")
  }
}
