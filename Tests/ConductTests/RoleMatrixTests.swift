import Conduct
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
    let role: Role
    let act: @Sendable (World, Actor) async throws -> Void

    init<A: Act>(_ act: A) {
      name = "\(A.self)"
      role = A.role
      self.act = { world, actor in
        _ = try await world.office.perform(act, in: World.slug, by: actor, dryRun: true)
      }
    }
  }

  /// Every act as it can be asked for; what it names need not be there, because
  /// the role is looked at first.
  private static func attempts() throws -> [Attempt] {
    let draft = try DraftReader.read(Array(Sample.draft().utf8), fileName: "a.md")
    let read = try RecordRead(
      PaperFile(Array(Sample.transcript().utf8), name: "a.txt"), said: .init(kind: .transcript))
    let person = Identifier<Person>(1)
    return [
      Attempt(BindClaim("1", to: "S1-Q1", figure: nil, base: nil, revision: 0)),
      Attempt(ReleaseClaim("1", revision: 1)),
      Attempt(AcceptSources(["OS1"], World.decided)),
      Attempt(PublishSources(["OS1"], World.decided)),
      Attempt(WithdrawSources(["OS1"], World.decided(because: "x"))),
      Attempt(TakeDownSources(["OS1"], World.decided(because: "x"))),
      Attempt(CarrySources(["OS1"], World.decided)), Attempt(UndoImport("OS1")),
      Attempt(EditSubmission("EXA0001", EditSubmission.Changes(), revision: 1)),
      Attempt(LaunchInquiry(World.decided)), Attempt(LapseInquiry(World.decided)),
      Attempt(EditInquiry(title: "x", summary: nil, banner: nil, revision: 1)),
      Attempt(ReviseTerms("x", World.decided, revision: 1)),
      Attempt(RenamePerson(person, to: "x", revision: 1)),
      Attempt(ProtectPerson(person, revision: 1, realName: "x", terms: [])),
      Attempt(ReadIdentity(person)),
      Attempt(MergePeople(person, into: Identifier(2), revision: 1, survivorRevision: 1)),
      Attempt(UnmergePeople(Identifier(1), revision: 1)),
      Attempt(
        RecordConsent(
          reference: "OS1", witness: nil, consent: .given, givenBy: nil, on: World.today)),
      Attempt(GroupWitnesses(WitnessGroup(slug: "x", name: "x"), ["x"])),
      Attempt(CorrectPassage("Q1", version: 1, text: "x")), Attempt(SplitPassage("Q1", at: "x")),
      Attempt(SendCopies("OS1", to: [], sentOn: nil, dueOn: World.today)),
      Attempt(ReturnCopy(1, on: nil, revision: 1)),
      Attempt(DecideChanges([1], of: "OS1", .refuse("x"))),
      Attempt(MapLabel("x", of: "OS1", to: .nobody)),
      Attempt(AnnotatePassage("Q1", .footnote("x"))),
      Attempt(RemoveAnnotation(1, revision: 1)),
      Attempt(CorrectRecord("OS1", read, CorrectionTerms(), leavesMisfits: false)),
      Attempt(ReceiveRecord(read)), Attempt(PushDraft(draft, fileName: "a.md")),
      Attempt(RepinCitations(nil, version: 1)),
      Attempt(
        LinkEvidence(.finding("x"), to: "Q1", stance: .supports, quote: nil, isAffirmed: true)),
      Attempt(SettleLinks(["1"], isAffirmed: true)),
      Attempt(EditLinks(LinkList(["1"]), LinkChange(stance: .context))),
      Attempt(StateProposition("x", text: "x", revision: nil)),
      Attempt(EditRecommendation("x", addressees: [], findingKey: nil, revision: nil)),
      Attempt(EditLimbs("x", [], dropping: [1], revision: nil)),
      Attempt(TraceLineage("x", [], revision: nil)), Attempt(AwaitEvent("x", name: "x")),
      Attempt(LogEvent("x", on: World.today, source: "x", revision: 1)),
      Attempt(AddTag(TagChanges())), Attempt(EditTag("x", TagChanges(), revision: 1)),
      Attempt(MergeTag("x", into: "y", revision: 1)), Attempt(ApplyTag("x", to: "Q1")),
      Attempt(RemoveAppliedTag(Identifier(1), revision: 1)),
      Attempt(AffirmAppliedTag(Identifier(1), revision: 1)),
      Attempt(WriteMemo(about: .inquiry, "x")), Attempt(RemoveMemo(Identifier(1), revision: 1)),
      Attempt(
        ImportCodebook(
          CodedProject(codebook: WrittenCodebook(iri: "", title: "", entries: [])), site: "")),
      Attempt(AssignRemark("x", to: nil, dueOn: nil, revision: 0)),
      Attempt(WaiveRemark("x", because: nil, revision: 0)),
      Attempt(SetCheckPolicy(weights: [], sourcesPerFinding: 2, revision: 0)),
      Attempt(ChangeRole(RoleChange(.clerk, of: "x", isGiven: true, revision: 1))),
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
    for attempt in try RoleMatrixTests.attempts() {
      for (role, actor) in actors {
        let isAllowed = role == attempt.role || role == .administrator
        let code = await code(attempt, world, actor)
        #expect(
          (code == "role_needed") == !isAllowed, "\(attempt.name) by \(role): \(code ?? "done")")
      }
      #expect(await code(attempt, world, stranger) == "inquiry_not_found", "\(attempt.name)")
    }
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
