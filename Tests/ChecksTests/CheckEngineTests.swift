import Checks
import Inquiries
import Testing

/// An affirmed, supporting link to a published source, unless a case says
/// otherwise.
private func link(
  _ stance: Stance = .supports, _ status: LinkStatus = .affirmed, to reference: String = "OS1",
  state: SourceState = .published
) -> Snapshot.Link {
  Snapshot.Link(stance: stance, status: status, sourceReference: reference, sourceState: state)
}

private func citation(_ outcome: Snapshot.Outcome, paragraph: Int? = 1) -> Snapshot.Citation {
  Snapshot.Citation(text: "@Q1", paragraph: paragraph, line: 9, outcome: outcome)
}

private func cited(
  _ reference: String = "OS1", _ state: SourceState = .published, _ stage: Stage = .corrected
) -> Snapshot.Outcome {
  .found([Snapshot.Cited(sourceReference: reference, sourceState: state, stage: stage)])
}

/// A snapshot on which there is nothing to remark, with one thing changed.
private func snapshot(_ change: (inout Snapshot) -> Void = { _ in }) -> Snapshot {
  var snapshot = Snapshot(
    bodyKind: .allPartyGroup,
    findings: [.init(key: "a-finding", number: 1, paragraph: 2, links: [link()])],
    recommendations: [
      .init(
        key: "a-call", number: 1, paragraph: 3, addressees: ["Department for Education"],
        findingKey: "a-finding", links: [link()])
    ],
    citations: [citation(cited())],
    sources: [
      .init(reference: "OS1", title: "Transcript", state: .published, isPubliclyCitable: true)
    ])
  change(&snapshot)
  return snapshot
}

private func codes(_ change: (inout Snapshot) -> Void = { _ in }) -> [Remark.Code] {
  CheckEngine.remarks(on: snapshot(change)).map(\.code)
}

@Suite struct CheckEngineTests {
  @Test func `a sound report has no remarks`() {
    #expect(codes().isEmpty)
    #expect(CheckEngine.remarks(on: Snapshot(bodyKind: .lordsCommittee)).isEmpty)
  }

  /// For each code a snapshot that raises it and nothing else, and one close by
  /// that raises nothing.
  static let cases: [(Remark.Code, Snapshot, Snapshot)] = [
    (
      .citationNotFound,
      snapshot { $0.citations.append(citation(.notFound("Q9 is not in the record."))) },
      snapshot { $0.citations.append(citation(cited())) }
    ),
    (
      .citationUnpublished, snapshot { $0.citations.append(citation(cited("OS1", .accepted))) },
      snapshot { $0.citations.append(citation(cited("OS1", .published, .uncorrected))) }
    ),
    (
      .citationSuspect,
      snapshot {
        $0.citations[0].correction = .init(
          locator: "Q1", before: "It is late.", after: "It was late.")
      },
      snapshot { $0.citations[0].correction = nil }
    ),
    (
      .recommendationWithoutEvidence,
      snapshot { $0.recommendations[0].links = [link(.supports, .suggested)] },
      snapshot { $0.recommendations[0].links = [link(.supports, .suggested), link()] }
    ),
    (
      .recommendationWithoutAddressee, snapshot { $0.recommendations[0].addressees = ["  "] },
      snapshot { $0.recommendations[0].addressees = ["", "Ofsted"] }
    ),
    (
      .findingWithoutEvidence, snapshot { $0.findings[0].links = [] },
      snapshot { $0.findings[0].links = [link(.context), link()] }
    ),
    (
      .sourceNeverCited,
      snapshot {
        $0.sources.append(
          .init(reference: "OS2", title: "Transcript", state: .published, isPubliclyCitable: true))
      },
      snapshot {
        $0.sources.append(
          .init(reference: "OS2", title: "Transcript", state: .accepted, isPubliclyCitable: false))
      }
    ),
    (
      .totalDiffers,
      telling("We heard witnesses in seven sessions, and received 12 written submissions."),
      telling(
        "We heard nine witnesses in six sessions, one private session and held two sessions in Leeds."
      )
    ),
  ]

  /// A draft beside a page that counts six sessions, nine witnesses and twelve submissions.
  private static func telling(_ words: String) -> Snapshot {
    snapshot {
      $0.totals = Totals(
        publicSessions: 5, privateSessions: 1, witnesses: 9, submissions: 12, questions: 90,
        findings: 0, recommendations: 0)
      $0.blocks = [.init(line: 1, paragraph: 1, key: nil, identity: nil, words: words)]
    }
  }

  @Test(arguments: CheckEngineTests.cases)
  func `each code has a case that raises it and one that does not`(
    code: Remark.Code, raising: Snapshot, silent: Snapshot
  ) throws {
    let remarks = CheckEngine.remarks(on: raising)
    #expect(remarks.map(\.code) == [code])
    let remark = try #require(remarks.first)
    #expect(remark.sentence.hasSuffix(".") && remark.remedy.hasSuffix("."))
    #expect(CheckEngine.remarks(on: silent).isEmpty)
  }

  @Test func `the cases leave no code out and the catalogue explains each`() {
    #expect(
      CheckEngineTests.cases.map(\.0) + TranscriptCheckTests.cases.map(\.0)
        + ClaimCheckTests.cases.map(\.0) + BalanceCheckTests.cases.map(\.0)
        + LimbCheckTests.cases.map(\.0) + WallCheckTests.cases.map(\.0)
        == Remark.Code.allCases)
    #expect(
      Remark.Code.allCases.filter(\.isOfTranscript) == TranscriptCheckTests.cases.map(\.0))
    for code in Remark.Code.allCases {
      #expect(!code.title.isEmpty && code.explanation.hasSuffix("."))
    }
    #expect(
      Remark.Code.allCases.map(\.rawValue) == [
        "citation_not_found", "citation_unpublished", "citation_suspect",
        "recommendation_without_evidence",
        "recommendation_without_addressee", "finding_without_evidence", "source_never_cited",
        "total_differs",
        "transcript_range_differs", "question_gap", "question_overlap", "header_date_differs",
        "witness_silent", "speaker_unknown", "speaker_not_listed", "template_text_left",
        "claim_fails", "claim_loose", "claim_without_base", "claim_unchecked", "claim_unbound",
        "claim_binding_suspect", "claim_hangs_on_one", "claim_on_small_base",
        "claims_differ_in_strength", "claims_differ_in_proposition", "percentage_impossible",
        "claim_year_differs", "claim_population_differs", "base_not_printed", "number_unbound",
        "quotation_differs", "quotation_span_lost", "quotation_joins_speakers",
        "quotation_turned",
        "quotation_not_closed", "quotation_unbound",
        "finding_on_few_sources", "finding_on_one_group", "finding_on_one_kind",
        "finding_without_recommendation", "recommendation_without_finding", "contrast_left_out",
        "link_suspect", "evidence_not_published", "group_never_cited", "evidence_ask_unanswered",
        "recommendation_not_taken_apart", "recommendation_compound",
        "recommendation_without_deadline", "deadline_of_some_limbs", "deadline_vague",
        "deadline_waits_for_event", "limb_suspect", "limb_in_unnumbered_paragraph",
        "limb_without_addressee", "limb_without_evidence", "addressees_without_lead",
        "addressee_is_committee",
        "recommendation_takes_up_earlier", "earlier_recommendation_not_taken_up",
        "finding_ask_unanswered", "conflict_one_sided",
        "claim_below_minimum_base", "claim_tells_held_back", "omitted_words_printed",
        "consent_to_quote_missing", "private_words_cited", "anonymous_named",
      ])
  }

  @Test(arguments: LinkStatus.allCases.filter { $0 != .affirmed })
  func `only an affirmed link counts as evidence`(status: LinkStatus) {
    #expect(
      codes { $0.recommendations[0].links = [link(.supports, status)] }
        == [.recommendationWithoutEvidence])
    #expect(codes { $0.findings[0].links = [link(.supports, status)] } == [.findingWithoutEvidence])
  }

  @Test func `contrast, context and what was withdrawn carry nothing`() {
    #expect(codes { $0.findings[0].links = [link(.contrasts)] } == [.findingWithoutEvidence])
    #expect(codes { $0.findings[0].links = [link(.context)] } == [.findingWithoutEvidence])
    #expect(
      codes { $0.findings[0].links = [link(state: .withdrawn)] } == [.findingWithoutEvidence])
    #expect(codes { $0.findings[0].links = [link(state: .accepted)] }.isEmpty)
  }

  @Test(arguments: [SourceState.received, .accepted, .withdrawn, .takenDown])
  func `only what is published may be cited`(state: SourceState) {
    #expect(codes { $0.citations = [citation(cited("OS1", state))] } == [.citationUnpublished])
  }

  @Test func `a clerk's log is never cited, though its session is published`() {
    #expect(
      codes { $0.citations = [citation(cited("OS1", .published, .logged))] }
        == [.citationUnpublished])
  }

  @Test func `a link makes a source cited, a suggestion does not`() {
    func remarks(_ status: LinkStatus) -> [Remark.Code] {
      codes {
        $0.sources.append(
          .init(reference: "OS2", title: "Note", state: .published, isPubliclyCitable: true))
        $0.findings[0].links.append(link(.contrasts, status, to: "OS2"))
      }
    }
    #expect(remarks(.affirmed).isEmpty)
    #expect(remarks(.suggested) == [.sourceNeverCited])
  }

  @Test func `the gravest come first, then by place`() {
    let remarks = CheckEngine.remarks(
      on: snapshot {
        $0.citations = [
          citation(.notFound("b."), paragraph: 7), citation(.notFound("a."), paragraph: 2),
        ]
        $0.recommendations[0].addressees = []
        $0.recommendations[0].links = []
        $0.findings[0].links = []
      })
    #expect(
      remarks.map(\.code) == [
        .citationNotFound, .citationNotFound, .findingWithoutEvidence,
        .recommendationWithoutAddressee, .recommendationWithoutEvidence, .sourceNeverCited,
      ])
    #expect(remarks.map(\.place.paragraph) == [2, 7, 2, 3, 3, nil])
  }

  @Test func `a resolution becomes an outcome by source and least stage`() {
    func entry(_ id: Int64, _ stage: Stage, source: String = "OS1") -> PassageEntry {
      PassageEntry(
        passage: Identifier(id), version: Identifier(id), sourceReference: source, sessionNumber: 1,
        sourceKind: .transcript, sourceState: .published, stage: stage, kind: .turn,
        questionNumber: 1, block: 1, offset: 0, point: nil, speaker: nil)
    }
    let found = Resolution.found([
      entry(1, .corrected), entry(2, .logged), entry(3, .corrected, source: "OS2"),
    ])
    #expect(
      Snapshot.Outcome(found)
        == .found([
          .init(sourceReference: "OS1", sourceState: .published, stage: .logged),
          .init(sourceReference: "OS2", sourceState: .published, stage: .corrected),
        ]))
    #expect(Snapshot.Outcome(.ambiguous("Which?")) == .notFound("Which?"))
  }

  @Test func `a great inquiry is checked at once`() {
    var snapshot = Snapshot(bodyKind: .commonsCommittee)
    for number in 1...20_000 {
      snapshot.sources.append(
        .init(
          reference: "OS\(number)", title: "Transcript", state: .published, isPubliclyCitable: true)
      )
      snapshot.citations.append(
        citation(
          number.isMultiple(of: 2) ? cited("OS\(number)") : .notFound("No."), paragraph: number))
    }
    #expect(CheckEngine.remarks(on: snapshot).count == 20_000)
  }
}
