import Inquiries
import Testing

/// An item cited from a transcript, unless the case says otherwise.
private func item(
  _ locator: Locator, kind: SourceKind = .transcript, stage: Stage = .corrected, session: Int = 3,
  hearing: Hearing = .heardInPublic, heldOn: Day? = nil, speaker: String? = nil
) -> CitedItem {
  CitedItem(
    locator: locator, sourceKind: kind, stage: stage, sessionNumber: session, hearing: hearing,
    heldOn: heldOn, speaker: speaker)
}

@Suite struct CitationFormTests {
  private let one = item(.questions(12...12))
  private let several = item(.questions(12...15))
  private let named = item(.questions(12...12, speaker: "x"), speaker: "Emma Norris")

  @Test(arguments: [BodyKind.commonsCommittee, .jointCommittee, .allPartyGroup])
  func `the Commons form has no space and square brackets`(kind: BodyKind) {
    let form = CitationForm(kind)
    #expect(form.text(for: one) == "Q12")
    #expect(form.text(for: named) == "Q12 [Emma Norris]")
    #expect(form.text(for: several) == "Qq12–15")
  }

  @Test func `the Lords form has a space and round brackets`() {
    let form = CitationForm(.lordsCommittee)
    #expect(form.text(for: one) == "Q 12")
    #expect(form.text(for: named) == "Q 12 (Emma Norris)")
    #expect(form.text(for: several) == "QQ 12–15")
  }

  @Test func `a statutory inquiry prints name and day`() throws {
    let form = CitationForm(.statutoryInquiry)
    let day = try #require(Day("2023-06-19"))
    let cited = item(.questions(12...12, speaker: "x"), heldOn: day, speaker: "Emma Norris")
    #expect(form.text(for: cited) == "Emma Norris, 19 June 2023, Q12")
    #expect(
      form.text(for: item(.questions(12...15), heldOn: day)) == "Transcript, 19 June 2023, Qq12–15")
  }

  @Test func `written evidence is printed with who sent it and its reference`() {
    let whole = CitedItem(
      locator: .whole("CTI0012"), sourceKind: .writtenSubmission, stage: .corrected,
      sessionNumber: nil, speaker: "A charity")
    let some = CitedItem(
      locator: .paragraphs("CTI0012", 3...5), sourceKind: .writtenSubmission, stage: .corrected,
      sessionNumber: nil, speaker: "A charity")
    #expect(CitationForm(.commonsCommittee).text(for: whole) == "A charity (CTI0012)")
    #expect(CitationForm(.allPartyGroup).text(for: some) == "A charity (CTI0012), paras 3–5")
    #expect(
      CitationForm(.lordsCommittee).text(for: some)
        == "Written evidence from A charity (CTI0012), paras 3–5")
  }

  @Test func `documents and surveys go by their titles`() {
    let review = "Munro Review of Child Protection, 2011"
    let page = CitedItem(
      locator: .pages("D3", 14...15), sourceKind: .document, stage: .corrected,
      sessionNumber: nil, speaker: review)
    let answer = CitedItem(
      locator: .answers(survey: "S2", question: "Q4", option: "yes"), sourceKind: .survey,
      stage: .corrected, sessionNumber: nil, speaker: "Survey of directors, 2018")
    for kind in BodyKind.allCases {
      #expect(CitationForm(kind).text(for: page) == "\(review) (D3), pp 14–15")
      #expect(
        CitationForm(kind).text(for: answer) == "Survey of directors, 2018 (S2), Q4, answer yes")
    }
  }

  @Test func `a summary is named as what it is and never like speech`() {
    let cited = item(
      .points(session: 6, 3...3), kind: .summary, stage: .uncorrected, session: 6,
      hearing: .heardInPrivate)
    for kind in BodyKind.allCases {
      #expect(
        CitationForm(kind).text(for: cited)
          == "Summary of oral session 6 (private), agreed with the witnesses, point 3")
    }
    let note = item(.points(session: 2, 3...5), kind: .note, session: 2)
    #expect(
      CitationForm(.allPartyGroup).text(for: note) == "Clerk's note of oral session 2, points 3–5")
  }

  @Test(arguments: BodyKind.allCases)
  func `an uncorrected transcript is always marked`(kind: BodyKind) {
    let form = CitationForm(kind)
    for locator in [
      Locator.questions(12...12), .questions(12...15), .turn(question: 3, offset: 2), .session(3),
    ] {
      #expect(form.text(for: item(locator, stage: .uncorrected)).hasSuffix(" (uncorrected)"))
      #expect(!form.text(for: item(locator)).contains("uncorrected"))
    }
    let mixed = [item(.questions(1...1), stage: .uncorrected), item(.questions(3...3))]
    #expect(form.text(for: mixed).contains("(uncorrected); "))
  }

  @Test func `items are joined, neighbouring questions under one letter`() {
    let items = [
      item(.questions(12...12)), item(.questions(14...16)), named, item(.session(3)),
    ]
    #expect(
      CitationForm(.allPartyGroup).text(for: items)
        == "Qq12, 14–16; Q12 [Emma Norris]; Transcript of oral session 3")
    #expect(
      CitationForm(.lordsCommittee).text(for: [one, item(.questions(14...14))]) == "QQ 12, 14")
  }

  @Test func `each item keeps a piece of its own, for its link`() {
    let items = [item(.questions(1...1)), item(.questions(3...3)), item(.session(3)), named]
    let pieces = CitationForm(.commonsCommittee).pieces(for: items)
    #expect(pieces.count == items.count)
    #expect(pieces.map(\.separator) == ["", ", ", "; ", "; "])
  }

  @Test func `a turn without a number is printed under its question, with its speaker`() {
    let form = CitationForm(.allPartyGroup)
    #expect(form.text(for: item(.turn(question: 45, offset: 2), speaker: "Chair")) == "Q45 [Chair]")
    #expect(
      form.text(for: item(.turn(session: 3, question: 0, offset: 1), speaker: "Chair"))
        == "Opening of oral session 3 [Chair]")
  }

  @Test func `the least stage of what is cited counts`() throws {
    func entry(_ stage: Stage) -> PassageEntry {
      PassageEntry(
        passage: Identifier(1), version: Identifier(1), sourceReference: "OS1", sessionNumber: 1,
        sourceKind: .transcript, sourceState: .published, stage: stage, kind: .turn,
        questionNumber: 1, block: 1, offset: 0, point: nil, speaker: "Dr Stark")
    }
    let locator = Locator.questions(1...1, speaker: "stark")
    let cited = try #require(
      CitedItem(locator: locator, passages: [entry(.corrected), entry(.uncorrected)]))
    #expect(cited.stage == .uncorrected)
    #expect(cited.speaker == "Dr Stark")
    #expect(CitedItem(locator: locator, passages: []) == nil)
  }
}
