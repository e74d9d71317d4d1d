import Conduct
import Foundation
import Inquiries
import Papers
import Postgres
import Records
import TestSupport
import Testing

/// Who may do what: every act of an inquiry against every role.
@Suite(.database) struct RoleMatrixTests {
  /// An act under its name, done by an actor.
  private struct Attempt: Sendable {
    let name: String
    let act: @Sendable (World, Actor) async throws -> Void

    init<A: Act>(_ act: A) {
      name = "\(A.self)"
      self.act = { world, actor in
        _ = try await world.office.perform(act, in: World.slug, by: actor, dryRun: true)
      }
    }
  }

  /// Every act as it can be asked for, under the role that it wants; what it names
  /// need not be there, because the role is looked at first.
  private static func attempts() throws -> [(role: Role, attempts: [Attempt])] {
    let clerks = try [evidence(), people(), submissions(), sittings(), transcripts(), surveys()]
    let authors = try [reports(), tags()]
    let change = RoleChange(.clerk, of: "x", isGiven: true, revision: 1)
    return [
      (.clerk, clerks.flatMap { $0 }), (.author, authors.flatMap { $0 }),
      (.administrator, [Attempt(ChangeRole(change))]),
    ]
  }

  private static func evidence() throws -> [Attempt] {
    let text = "1.1. Hedges shrink.\n\n1.2. Nobody knows.\n\n2.1. We should ask.\n"
    let facts = Document.Facts(title: "x", kind: .report, author: "x")
    let document = try DocumentRead(PaperFile(Array(text.utf8), name: "d.md"), facts: facts)
    let report = ReportDocument(
      frame: ReportFrame(
        bodyName: "x", bodyKind: .commonsCommittee, inquiryTitle: "x", inquirySlug: World.slug,
        draftVersion: 1),
      title: "x", blocks: [], notesHTML: nil, conclusions: [])
    return [
      Attempt(AcceptSources(["OS1"], World.decided)),
      Attempt(PublishSources(["OS1"], World.decided)),
      Attempt(WithdrawSources(["OS1"], World.decided(because: "x"))),
      Attempt(TakeDownSources(["OS1"], World.decided(because: "x"))),
      Attempt(CarrySources(["OS1"], World.decided)), Attempt(UndoImport("OS1")),
      Attempt(UndoImports(["OS1"])),
      Attempt(LaunchInquiry(World.decided)), Attempt(LapseInquiry(World.decided)),
      Attempt(EditInquiry(title: "x", summary: nil, banner: nil, revision: 1)),
      Attempt(ReviseTerms("x", World.decided, revision: 1)),
      Attempt(ReceiveDocument(document)), Attempt(AddDocument(facts)),
      Attempt(PublishReport(report, World.decided)),
      Attempt(SetCheckPolicy(weights: [], sourcesPerFinding: 2, revision: 0)),
    ]
  }

  private static func people() -> [Attempt] {
    let person = Identifier<Person>(1)
    return [
      Attempt(RenamePerson(person, to: "x", revision: 1)),
      Attempt(ProtectPerson(person, revision: 1, realName: "x", terms: [])),
      Attempt(ReadIdentity(person)),
      Attempt(SetAsideFormerName(Identifier(1), of: person, revision: 1)),
      Attempt(MergePeople(person, into: Identifier(2), revision: 1, survivorRevision: 1)),
      Attempt(UnmergePeople(Identifier(1), revision: 1)),
      Attempt(
        RecordConsent(
          reference: "OS1", witness: nil, consent: .given, givenBy: nil, on: World.today)),
      Attempt(CorrectConsentDay("OS1", to: World.today, because: "x")),
      Attempt(GroupWitnesses(WitnessGroup(slug: "x", name: "x"), ["x"])),
    ]
  }

  private static func submissions() throws -> [Attempt] {
    let read = try SubmissionRead(
      PaperFile(Array(Sample.submission().utf8), name: "s.txt"), said: SubmissionRead.Said())
    return [
      Attempt(ReceiveSubmission(read)),
      Attempt(EditSubmission("EXA0001", EditSubmission.Changes(), revision: 1)),
      Attempt(AdmitSubmissions(["EXA0001"], World.decided)),
      Attempt(DecideOutcome(["EXA0001"], .notAccepted, World.decided)),
      Attempt(RedactPassage("EXA0001, para 1", words: "x", World.decided)),
      Attempt(LiftRedaction(RedactionList(["EXA0001, para 1"]), World.decided)),
      Attempt(SetCampaign(["EXA0001"], .open)),
      Attempt(OpenCall(slug: "x", title: "x", text: "x", periods: [])),
      Attempt(EditCall("x", title: nil, text: nil, periods: nil, revision: 1)),
      Attempt(PublishCall("x", World.decided)), Attempt(WithdrawCall("x", World.decided)),
    ]
  }

  private static func sittings() throws -> [Attempt] {
    let agenda = try AgendaRead(
      PaperFile(Array(Sample.agenda.utf8), name: "agenda.txt"), said: AgendaRead.Said())
    return [
      Attempt(PlanSitting(agenda, isDryRun: false)), Attempt(HoldSitting(.plan(1), revision: 1)),
      Attempt(StopSitting(.plan(1), .cancelled, reason: "x", revision: 1)),
      Attempt(ReplaceWitness(.plan(1), "x", by: nil, revision: 1)),
      Attempt(SetMembers(.plan(1), [.init("x")], revision: 1)),
      Attempt(LogLines(.plan(1), [World.line("a", .turn, "x")])),
      Attempt(MendLine(.plan(1), "a", LineChange(), revision: 1)),
      Attempt(SetPrivacy("OS1", hidden: [], shown: [])),
    ]
  }

  private static func transcripts() throws -> [Attempt] {
    let read = try RecordRead(
      PaperFile(Array(Sample.transcript().utf8), name: "a.txt"), said: .init(kind: .transcript))
    let copy = WordFile.tracked(Sample.transcript())
    let tracked = try TrackedTranscript(copy, fileName: "a.docx")
    return [
      Attempt(ReceiveRecord(read)),
      Attempt(CorrectRecord("OS1", read, CorrectionTerms(), leavesMisfits: false)),
      Attempt(CorrectPassage("Q1", version: 1, text: "x")), Attempt(SplitPassage("Q1", at: "x")),
      Attempt(SendCopies("OS1", to: [], sentOn: nil, dueOn: World.today)),
      Attempt(ReturnCopy(1, on: nil, revision: 1)),
      Attempt(
        ReadReturnedCopy(1, PaperFile(copy, name: "a.docx"), tracked, on: nil, revision: nil)),
      Attempt(DecideChanges([1], of: "OS1", .refuse("x"))),
      Attempt(MapLabel("x", of: "OS1", to: .nobody)),
      Attempt(AnnotatePassage("Q1", .footnote("x"))),
      Attempt(RemoveAnnotation(1, revision: 1)),
    ]
  }

  private static func surveys() throws -> [Attempt] {
    let results = """
      question,wording,code,label,figure,base
      Q1,Is help late?,yes,Yes,74 per cent,41

      """
    var said = SurveyRead.Said()
    said.title = "x"
    let read = try SurveyRead(
      .init(name: "r.csv", bytes: Array(results.utf8)), codebook: nil, said: said)
    return [
      Attempt(ImportSurvey(read)),
      Attempt(QuoteAnswer("S1", "q1", 1, World.decided)),
      Attempt(TakeDownAnswer("S1", "q1", 1, World.decided(because: "x"))),
    ]
  }

  private static func reports() throws -> [Attempt] {
    let draft = try DraftReader.read(Array(Sample.draft().utf8), fileName: "a.md")
    return [
      Attempt(PushDraft(draft, fileName: "a.md")), Attempt(RepinCitations(nil, version: 1)),
      Attempt(
        LinkEvidence(.finding("x"), to: "Q1", stance: .supports, quote: nil, isAffirmed: true)),
      Attempt(SettleLinks(["1"], isAffirmed: true)),
      Attempt(EditLinks(LinkList(["1"]), LinkChange(stance: .context))),
      Attempt(DropSuggestions(["Q1"], for: .finding("x"))),
      Attempt(StateProposition("x", text: "x", revision: nil)),
      Attempt(EditRecommendation("x", addressees: [], findingKey: nil, revision: nil)),
      Attempt(EditLimbs("x", [], dropping: [1], revision: nil)),
      Attempt(TraceLineage("x", [], revision: nil)), Attempt(AwaitEvent("x", name: "x")),
      Attempt(LogEvent("x", on: World.today, source: "x", revision: 1)),
      Attempt(BindClaim("1", to: "S1-Q1", figure: nil, base: nil, revision: 0)),
      Attempt(ReleaseClaim("1", revision: 1)),
      Attempt(AssignRemark("x", to: nil, dueOn: nil, revision: 0)),
      Attempt(WaiveRemark("x", because: nil, revision: 0)),
    ]
  }

  private static func tags() -> [Attempt] {
    let codebook = WrittenCodebook(iri: "", title: "", entries: [])
    return [
      Attempt(AddTag(TagChanges())), Attempt(EditTag("x", TagChanges(), revision: 1)),
      Attempt(MergeTag("x", into: "y", revision: 1)), Attempt(ApplyTag("x", to: "Q1")),
      Attempt(RemoveAppliedTag(Identifier(1), revision: 1)),
      Attempt(AffirmAppliedTag(Identifier(1), revision: 1)),
      Attempt(WriteMemo(about: .inquiry, "x")), Attempt(RemoveMemo(Identifier(1), revision: 1)),
      Attempt(ImportCodebook(CodedProject(codebook: codebook), site: "")),
    ]
  }

  @Test func `every act wants its role, an administrator may do all, a stranger sees nothing`()
    async throws
  {
    let world = try await World.make()
    try await world.open("other")
    var actors: [(role: Role, actor: Actor)] = []
    for role in Role.allCases {
      actors.append((role, try await world.user("A \(role.rawValue)", role).actor))
    }
    let stranger = try await world.user("A stranger", .administrator, in: "other").actor
    for (wanted, attempts) in try RoleMatrixTests.attempts() {
      for attempt in attempts {
        for (role, actor) in actors {
          let isAllowed = role == wanted || role == .administrator
          let code = await code(attempt, world, actor)
          #expect(
            (code == "role_needed") == !isAllowed, "\(attempt.name) by \(role): \(code ?? "done")")
        }
        #expect(await code(attempt, world, stranger) == "inquiry_not_found", "\(attempt.name)")
      }
    }
  }

  @Test func `no act is left out, and none stands under two roles`() throws {
    let room = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Conduct").standardizedFileURL
    let conforming = #/(?:struct|enum|class|extension) (\w+):[^{]* Act[, {]/#
    var acts: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: room.path)
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: room.appending(path: path), encoding: .utf8)
      acts.formUnion(text.matches(of: conforming).map { String($0.output.1) })
    }
    let claimed = try RoleMatrixTests.attempts().flatMap { $0.attempts.map(\.name) }
    #expect(acts.subtracting(claimed).sorted() == [], "add these acts to the matrix")
    #expect(Set(claimed).subtracting(acts).sorted() == [], "the search did not see these acts")
    #expect(Set(claimed).count == claimed.count)
  }

  private func code(_ attempt: Attempt, _ world: World, _ actor: Actor) async -> String? {
    do {
      try await attempt.act(world, actor)
      return nil
    } catch let refusal as Refusal {
      return refusal.code
    } catch {
      return "\(error)"
    }
  }

  @Test func `what reaches beyond one inquiry wants an administrator of all`() async throws {
    let world = try await World.make()
    let local = try await world.user("Lo Cal", .administrator).actor
    let inquiry = Inquiry(
      body: Body(slug: "b", name: "B", kind: .commonsCommittee), slug: "b", title: "B",
      referencePrefix: "BBB")
    let change = RoleChange(.clerk, of: "Lo Cal", isGiven: true, revision: 1)
    #expect(await beyond(world, local, OpenInquiry(inquiry)) == "administrators_only")
    #expect(await beyond(world, local, EnterStaffUser(name: "x")) == "administrators_only")
    #expect(await beyond(world, local, ChangeRoleEverywhere(change)) == "administrators_only")
    #expect(
      await beyond(world, local, IssueToken(for: "Lo Cal", label: "x", token: "inq_1"))
        == "administrators_only")
    #expect(await beyond(world, local, RevokeTokens(name: "Lo Cal")) == "administrators_only")
    #expect(await beyond(world, local, RebuildPublished()) == "administrators_only")
    #expect(
      await beyond(
        world, local, AddStaffUser(name: "x", role: .clerk, inquiry: nil, wantsToken: false))
        == "administrators_only")
  }

  private func beyond<A: HouseAct>(_ world: World, _ actor: Actor, _ act: A) async -> String? {
    do {
      _ = try await world.office.perform(act, by: actor)
      return nil
    } catch let refusal as Refusal {
      return refusal.code
    } catch {
      return "\(error)"
    }
  }
}
