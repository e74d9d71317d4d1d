import Checks
import Inquiries
import Testing

/// An inquiry that heard two groups: a finding of two sources, groups and kinds,
/// a recommendation under it, and what contrasts is cited.
private func snapshot(_ change: (inout Snapshot) -> Void = { _ in }) -> Snapshot {
  var snapshot = Snapshot(
    bodyKind: .allPartyGroup,
    findings: [
      .init(
        key: "late-help", number: 1, paragraph: 2,
        links: [
          .init(
            stance: .supports, status: .affirmed, sourceReference: "OS1", sourceState: .published)
        ])
    ],
    recommendations: [
      .init(
        key: "help-early", number: 1, paragraph: 3, addressees: ["Ofsted"], findingKey: "late-help",
        links: [
          .init(
            stance: .supports, status: .affirmed, sourceReference: "OS1", sourceState: .published)
        ])
    ])
  snapshot.use.conclusions = [
    .init(isFinding: true, key: "late-help", number: 1, paragraph: 2),
    .init(isFinding: false, key: "help-early", number: 1, paragraph: 3),
  ]
  snapshot.use.sources = [
    .init(
      reference: "OS1", title: "Transcript", kind: .transcript, state: .published, passageCount: 9),
    .init(
      reference: "OS2", title: "Transcript", kind: .transcript, state: .published, passageCount: 9),
    .init(
      reference: "EXA0001", title: "A school", kind: .writtenSubmission, state: .published,
      passageCount: 9),
  ]
  snapshot.use.groups = [
    .init(slug: "schools", name: "Schools", sourceCount: 2),
    .init(slug: "social-workers", name: "Social workers", sourceCount: 1),
  ]
  snapshot.use.groupsOf = [Identifier(1): [0], Identifier(2): [1], Identifier(3): [1]]
  snapshot.use.links = [
    link(1, "OS1", 1), link(2, "EXA0001", 2), link(3, "OS1", 3, .contrasts),
  ]
  snapshot.use.citations = [.init(paragraph: 2, passage: Identifier(3), source: "OS1")]
  change(&snapshot)
  return snapshot
}

private func link(
  _ id: Int64, _ source: String, _ passage: Int64, _ stance: Stance = .supports,
  _ status: LinkStatus = .affirmed, state: SourceState = .published, version: Int = 1
) -> EvidenceUse.Link {
  EvidenceUse.Link(
    id: Identifier(id), isOfFinding: true, key: "late-help", passage: Identifier(passage),
    source: source, sourceState: state, stance: stance, status: status, version: version)
}

@Suite struct BalanceCheckTests {
  /// For each code a snapshot that raises it, and the nearest that does not.
  static let cases: [(Remark.Code, Snapshot, Snapshot)] = [
    (
      .findingOnFewSources,
      snapshot { $0.use.links[1] = link(2, "OS1", 2) },
      snapshot {
        $0.use.links[1] = link(2, "OS1", 2)
        $0.policy = CheckPolicy(weights: [], sourcesPerFinding: 1, revision: 1)
      }
    ),
    (
      .findingOnOneGroup, snapshot { $0.use.groupsOf[Identifier(2)] = [0] },
      // Of a document nobody knows whose words it is.
      snapshot { $0.use.groupsOf[Identifier(2)] = nil }
    ),
    (
      .findingOnOneKind, snapshot { $0.use.links[1] = link(2, "OS2", 2) },
      snapshot {
        $0.use.links[1] = link(2, "OS2", 2)
        $0.use.sources.removeLast()
      }
    ),
    (
      .findingWithoutRecommendation,
      snapshot {
        $0.use.conclusions.append(
          .init(isFinding: true, key: "other", number: 2, paragraph: 5))
      },
      snapshot {
        $0.use.conclusions.append(
          .init(isFinding: true, key: "other", number: nil, paragraph: nil))
      }
    ),
    (
      .recommendationWithoutFinding,
      snapshot {
        $0.recommendations.append($0.recommendations[0])
        $0.recommendations[1].key = "loose"
        $0.recommendations[1].findingKey = nil
        $0.use.conclusions.append(
          .init(isFinding: false, key: "loose", number: 2, paragraph: 6))
      },
      snapshot {
        $0.recommendations.append($0.recommendations[0])
        $0.recommendations[1].key = "loose"
        $0.use.conclusions.append(
          .init(isFinding: false, key: "loose", number: 2, paragraph: 6))
      }
    ),
    (
      .contrastLeftOut,
      snapshot { $0.use.citations[0] = .init(paragraph: 2, passage: Identifier(1), source: "OS1") },
      snapshot {
        $0.use.links[2] = link(3, "OS1", 3, .contrasts, .suggested)
        $0.use.citations[0] = .init(paragraph: 2, passage: Identifier(1), source: "OS1")
      }
    ),
    (
      .linkSuspect, snapshot { $0.use.links.append(link(4, "OS2", 4, .supports, .suspect)) },
      snapshot { $0.use.links.append(link(4, "OS2", 4, .supports, .suggested)) }
    ),
    (
      .evidenceNotPublished,
      snapshot { $0.use.links.append(link(4, "OS2", 4, state: .accepted)) },
      snapshot { $0.use.links.append(link(4, "OS2", 4, .supports, .suggested, state: .accepted)) }
    ),
    (
      .groupNeverCited,
      snapshot { $0.use.groups.append(.init(slug: "teachers", name: "Teachers", sourceCount: 1)) },
      snapshot { $0.use.groups.append(.init(slug: "teachers", name: "Teachers", sourceCount: 0)) }
    ),
    (
      .evidenceAskUnanswered,
      snapshot {
        $0.asks = [
          .init(key: "late-help", locator: "Q3", reference: "OS1", words: "It should end.")
        ]
      },
      snapshot {
        $0.asks = [.init(key: "gone", locator: "Q3", reference: "OS1", words: "It should end.")]
      }
    ),
  ]

  @Test func `a waiver of an ask lapses when other words ask`() {
    let asked = ["It should end.", "It should go on."].map { words in
      snapshot {
        $0.asks = [.init(key: "late-help", locator: "Q3", reference: "OS1", words: words)]
      }
    }
    let words = asked.map { snapshot in
      CheckEngine.remarks(on: snapshot).filter { $0.code == .evidenceAskUnanswered }.map(\.words)
    }
    #expect(words.map(\.count) == [1, 1])
    #expect(words[0] != words[1])
  }

  @Test func `a recommendation under a finding that the draft does not carry is told of`() {
    let without = snapshot {
      $0.use.conclusions[0] = .init(
        isFinding: true, key: "late-help", number: nil, paragraph: nil)
    }
    #expect(CheckEngine.remarks(on: without).map(\.code) == [.recommendationWithoutFinding])
    let neither = snapshot {
      $0.use.conclusions = [
        .init(isFinding: true, key: "late-help", number: nil, paragraph: nil),
        .init(isFinding: false, key: "help-early", number: nil, paragraph: nil),
      ]
    }
    #expect(CheckEngine.remarks(on: neither).isEmpty)
  }

  @Test(arguments: BalanceCheckTests.cases)
  func `each code has what raises it and what does not`(
    code: Remark.Code, raising: Snapshot, silent: Snapshot
  ) throws {
    let remarks = CheckEngine.remarks(on: raising)
    #expect(remarks.map(\.code) == [code])
    let remark = try #require(remarks.first)
    #expect(remark.sentence.hasSuffix(".") && remark.remedy.hasSuffix("."))
    #expect(CheckEngine.remarks(on: silent).isEmpty)
  }

  @Test(arguments: [
    (SourceState.received, "is not published"), (.declined, "was not accepted"),
    (.withdrawn, "was withdrawn"), (.takenDown, "was taken down"),
  ])
  func `a link to what no reader will see is told with its place`(
    state: SourceState, reason: String
  ) throws {
    let remark = try #require(
      CheckEngine.remarks(
        on: snapshot { $0.use.links.append(link(4, "OS2", 4, .context, state: state)) }
      ).first { $0.code == .evidenceNotPublished })
    #expect(remark.sentence.hasPrefix("Link 4 of finding 1 (late-help) leads to OS2, which"))
    #expect(remark.sentence.contains(reason) && remark.remedy.contains("ink other evidence"))
    #expect(remark.place.paragraph == 2 && remark.place.reference == "OS2")
  }

  @Test func `a balanced inquiry raises nothing`() {
    #expect(CheckEngine.remarks(on: snapshot()).isEmpty)
  }

  @Test func `ten thousand links are checked at once`() {
    let many = snapshot {
      for number in 10..<10_010 { $0.use.links.append(link(Int64(number), "OS2", Int64(number))) }
    }
    let start = ContinuousClock.now
    _ = CheckEngine.remarks(on: many)
    // Measured at some 20 ms in a debug build; quadratic work takes minutes.
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}

/// What people said of remarks, and what the inquiry wants checked.
@Suite struct RemarkAnswerTests {
  private static func lonely(
    _ words: String = "Help comes late.", paragraph: Int = 2,
    _ change: (inout Snapshot) -> Void = { _ in }
  ) -> Snapshot {
    snapshot {
      $0.use.links[1] = link(2, "OS1", 2)
      $0.use.conclusions[0] = .init(
        isFinding: true, key: "late-help", number: paragraph - 1, paragraph: paragraph)
      $0.blocks = [
        .init(line: 1, paragraph: nil, key: nil, identity: nil, words: "Summary"),
        .init(
          line: 3, paragraph: paragraph, key: "late-help", identity: "paragraph 7", words: words),
      ]
      change(&$0)
    }
  }

  private static func answer(waived words: String?) -> RemarkAnswer {
    RemarkAnswer(
      code: "finding_on_few_sources", place: "late-help", owner: "Ada Author",
      waiver: words.map {
        .init(words: $0, reason: "A note.", by: "Ada Author", on: Day(daysSince1970: 20_000))
      }, revision: 3)
  }

  @Test func `a remark keeps its identity when its paragraph and number move`() throws {
    let one = try #require(CheckEngine.remarks(on: RemarkAnswerTests.lonely()).first)
    let moved = try #require(
      CheckEngine.remarks(on: RemarkAnswerTests.lonely("Other words.", paragraph: 9)).first)
    #expect(one.id == moved.id)
    #expect(one.id.count == 12)
    #expect(one.lasting == "late-help")
    #expect(one.words == "Help comes late.")
  }

  @Test func `the same thing twice in a paragraph makes two remarks, and each keeps its name`() {
    let citation = Snapshot.Citation(
      text: "[@Q9]", paragraph: 2, line: 3, outcome: .notFound("Q9 is not in the record."))
    let remarks = CheckEngine.remarks(
      on: RemarkAnswerTests.lonely { $0.citations = [citation, citation] })
    #expect(
      remarks.map(\.lasting)
        == ["late-help [@Q9]", "late-help [@Q9] #2", "late-help"])
    #expect(Set(remarks.map(\.id)).count == 3)
  }

  @Test func `a citation in a line that goes on from a paragraph belongs to that`() {
    let citation = Snapshot.Citation(
      text: "[@Q9]", paragraph: nil, line: 20, outcome: .notFound("Q9 is not in the record."))
    let remarks = CheckEngine.remarks(
      on: RemarkAnswerTests.lonely { $0.citations = [citation] })
    #expect(remarks.first?.lasting == "late-help [@Q9]")
  }

  @Test(arguments: [
    ("Help comes late.", true), ("Help  comes late.", true), ("Help came late.", false),
  ])
  func `a waiver holds while the words are as they were, typography aside`(
    words: String, holds: Bool
  ) throws {
    let remark = try #require(
      CheckEngine.remarks(
        on: RemarkAnswerTests.lonely {
          $0.answers = [RemarkAnswerTests.answer(waived: words)]
        }
      ).first)
    #expect(remark.isWaived == holds)
    #expect(remark.answer?.owner == "Ada Author")
  }

  @Test(arguments: [
    (Remark.Code.linkSuspect, Stance.supports, LinkStatus.suspect),
    (.contrastLeftOut, .contrasts, .affirmed),
  ])
  func `a waiver does not cover the next correction of the evidence`(
    code: Remark.Code, stance: Stance, status: LinkStatus
  ) throws {
    func remark(version: Int, _ answers: [RemarkAnswer] = []) throws -> Remark {
      try #require(
        CheckEngine.remarks(
          on: snapshot {
            $0.use.links.append(link(4, "OS2", 4, stance, status, version: version))
            $0.answers = answers
          }
        ).first { $0.code == code })
    }
    let first = try remark(version: 2)
    let waived = RemarkAnswer(
      code: code.rawValue, place: first.lasting, owner: nil,
      waiver: .init(
        words: first.words, reason: "Read.", by: "Ada Author", on: Day(daysSince1970: 20_000)),
      revision: 1)
    #expect(try remark(version: 2, [waived]).isWaived)
    #expect(try !remark(version: 3, [waived]).isWaived)
  }

  @Test func `a link of a proposition is told of when its words changed, and again at the next`()
    throws
  {
    func remark(version: Int, _ answers: [RemarkAnswer] = []) throws -> Remark {
      try #require(
        CheckEngine.remarks(
          on: snapshot {
            $0.use.suspectOfPropositions = [
              .init(id: Identifier(7), key: "late-help", source: "OS2", version: version)
            ]
            $0.answers = answers
          }
        ).first { $0.code == .linkSuspect })
    }
    let first = try remark(version: 2)
    #expect(first.sentence.hasPrefix("Link 7 of proposition “late-help” leads to words of OS2"))
    #expect(first.place == Remark.Place(reference: "OS2"))
    let waived = RemarkAnswer(
      code: "link_suspect", place: first.lasting, owner: nil,
      waiver: .init(
        words: first.words, reason: "Read.", by: "Ada Author", on: Day(daysSince1970: 20_000)),
      revision: 1)
    #expect(try remark(version: 2, [waived]).isWaived)
    #expect(try !remark(version: 3, [waived]).isWaived)
  }

  @Test func `what stops a report by policy stops it until it is waived`() throws {
    func remark(_ words: String?) throws -> Remark {
      try #require(
        CheckEngine.remarks(
          on: RemarkAnswerTests.lonely {
            $0.policy = CheckPolicy(
              weights: [.init(code: "finding_on_few_sources", severity: .error)],
              sourcesPerFinding: 2, revision: 1)
            $0.answers = [RemarkAnswerTests.answer(waived: words)]
          }
        ).first)
    }
    #expect(try remark(nil).stops)
    #expect(try !remark("Help comes late.").stops)
  }

  @Test func `neither policy nor waiver lets a citation lead nowhere`() throws {
    let remark = try #require(
      CheckEngine.remarks(
        on: RemarkAnswerTests.lonely {
          $0.citations = [
            .init(text: "[@Q9]", paragraph: 2, line: 3, outcome: .notFound("There is no Q9."))
          ]
          $0.policy = CheckPolicy(
            weights: [.init(code: "citation_not_found", severity: .information)],
            sourcesPerFinding: 2, revision: 1)
          var answer = RemarkAnswer(code: "citation_not_found", place: "paragraph 7 [@Q9]")
          answer.waiver = RemarkAnswerTests.answer(waived: "Help comes late.").waiver
          $0.answers = [answer]
        }
      ).first)
    #expect(remark.code == .citationNotFound)
    #expect(remark.stops)
  }
}
