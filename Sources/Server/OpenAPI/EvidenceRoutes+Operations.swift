import Conduct
import Inquiries
import Papers
import Wire

extension EvidenceRoutes {
  static var operations: [Operation] {
    sessions.tagged("Sessions") + sources.tagged("Evidence") + people.tagged("People")
      + merges.tagged("People") + consents.tagged("People")
  }

  private static let at = Operation.inquiry

  private static var sessions: [Operation] {
    [
      .get(
        at + "sessions", "listSessions", "The sessions of the inquiry.",
        answers: ListShape<Session>.self),
      .get(
        at + "sessions/remarks", "checkTranscripts",
        "What the gate for transcripts remarks: numbers, people, days, leftovers.",
        query: [.query("reference", .text("OS3"), "Only this transcript.")],
        answers: ListShape<RemarkShape>.self),
      .get(at + "sessions/{number}", "readSession", "One session.", answers: Session.self),
      .act(
        .post, at + "sessions/import", "importRecord",
        "Takes in a transcript, note or summary. A dry run answers 200 and changes nothing.",
        ReceiveRecord.self, takes: .upload(["application/octet-stream"]),
        answers: ImportReport.self
      ).answering(200, 201).asking(ImportQuery.parameters),
    ]
  }

  private static var sources: [Operation] {
    let of = at + "evidence/{reference}/"
    return [
      .get(
        at + "evidence", "listEvidence", "The sources of the inquiry.",
        answers: ListShape<Source>.self),
      .get(at + "evidence/{reference}", "readSource", "One source.", answers: Source.self),
      .get(
        of + "unplaced", "readUnplaced", "What an import could not place.",
        answers: ListShape<Inquiries.UnplacedLine>.self),
      .get(
        of + "passages", "readPassages", "Passages of a source, in their order.",
        query: [
          .query("after", .number(0...1_000_000_000), "The ordinal to go on after."),
          .query("limit", .number(1...1_000), "How many at most; 100 unless said."),
        ], answers: ListShape<Passage>.self),
      .get(
        of + "personal-data", "checkSource",
        "What looks like personal data, or is a name that is withheld, in a source as it would "
          + "be published.", answers: ListShape<PersonalDataRemark>.self),
      .get(
        of + "original", "readOriginal", "The file as it came in, byte for byte.",
        query: [
          .query("corrected", .number(1...1_000), "The nth corrected file instead of the first.")
        ],
        types: [("application/octet-stream", nil)]),
      .get(
        of + "export", "exportTranscript",
        "A transcript, note or summary as a file for other programs.",
        query: [
          .query(
            "format", .word(TranscriptFormat.allCases.map(\.rawValue)),
            "Akoma Ntoso 3.0 (akn, of transcripts alone) unless said, JSON or CSV of our own, or "
              + "plain text.")
        ],
        types: TranscriptFormat.allCases.map { ($0.mediaType, nil) }
      ).refusing(409),
      onSources("accept", "Takes sources as evidence.", AcceptSources.self),
      onSources(
        "publish", "Publishes sources.", PublishSources.self, takes: PublishRequest.self),
      onSources("withdraw", "Withdraws published sources.", WithdrawSources.self),
      onSources("take-down", "Takes published sources down.", TakeDownSources.self),
    ]
  }

  private static func onSources(
    _ word: String, _ summary: String, _ act: any Act.Type,
    takes shape: any JSONShape.Type = ActRequest.self
  ) -> Operation {
    .act(
      .post, "\(at)evidence/\(word)", "\(word.prefix { $0 != "-" })Evidence", summary, act,
      takes: .shape(shape), answers: ListShape<MovedSource>.self
    ).onList
  }

  private static var people: [Operation] {
    var read = Operation.act(
      .post, at + "people/{id}/identity/read", "readIdentity",
      "Reads the register of identities; an act, with its entry in the audit.",
      ReadIdentity.self, answers: RegisterEntryShape.self)
    read.takesKey = false
    return [
      .get(at + "people", "listPeople", "The people on record.", answers: ListShape<Person>.self),
      .get(at + "people/{id}", "readPerson", "One person.", answers: Person.self),
      .act(
        .patch, at + "people/{id}", "renamePerson", "Gives a person another printed name.",
        RenamePerson.self, takes: .shape(PersonRequest.self), answers: RenamedShape.self
      ).revised,
      .get(
        at + "people/{id}/former-names", "listFormerNames",
        "Former names of a person that are guarded as the name is; none of who is protected, whose "
          + "stand in the register.", answers: ListShape<FormerName>.self),
      .act(
        .post, at + "people/{id}/former-names/{number}/mistake", "setAsideFormerName",
        "Says that a former name was a mistake and is not guarded; If-Match is of the person.",
        SetAsideFormerName.self, answers: Person.self
      ).revised,
      .act(
        .put, at + "people/{id}/identity", "protectPerson", "Puts a person under protection.",
        ProtectPerson.self, takes: .shape(IdentityShape.self), answers: ProtectionShape.self
      ).revised,
      read,
      .get(
        at + "witness-groups", "listGroups", "The groups of witnesses and who belongs to them.",
        answers: ListShape<GroupShape>.self),
      .act(
        .post, at + "witness-groups", "groupWitnesses", "Puts witnesses into a group.",
        GroupWitnesses.self, takes: .shape(GroupRequest.self), answers: CountShape.self
      ).revisedIfSaid,
    ]
  }

  private static var merges: [Operation] {
    [
      .get(
        at + "person-merges", "listMerges", "Who was joined into whom.",
        answers: ListShape<MergeShape>.self),
      .act(
        .post, at + "people/{id}/merge", "mergePeople",
        "Joins two entries of one person; If-Match is of the one that goes. A dry run answers "
          + "200 and tells what would move.", MergePeople.self,
        takes: .shape(MergeRequest.self), answers: MergedShape.self
      ).revised.answering(200, 201),
      .act(
        .post, at + "person-merges/{id}/undo", "undoMerge", "Parts again what was joined.",
        UnmergePeople.self, answers: MergeShape.self
      ).revised,
    ]
  }

  private static var consents: [Operation] {
    [
      .get(
        at + "consents", "listConsents", "Who consented to what.",
        query: [.query("reviewBy", .day, "Only those to be asked for again by that day.")],
        answers: ListShape<Contribution>.self),
      .act(
        .post, at + "consents", "recordConsent", "Records consent, or its refusal.",
        RecordConsent.self, takes: .shape(ConsentRequest.self), answers: ConsentAnswer.self
      ).onList,
      .act(
        .post, at + "consents/day", "correctConsentDay",
        "Corrects the day on which consent to a source was said; If-Match is of its contributions.",
        CorrectConsentDay.self, takes: .shape(ConsentDayRequest.self),
        answers: ListShape<Contribution>.self
      ).onList,
    ]
  }
}

extension ImportQuery {
  static var parameters: [Parameter] {
    [
      .query("fileName", .text(), isRequired: true, "The file's name, without folders."),
      .query("encoding", .text(), "The encoding of a text that is not UTF-8."),
      .query("dryRun", .flag, "true reads and tells, and keeps nothing."),
      .query(
        "kind", .word(SourceKind.allCases.filter(\.isRecordOfSession).map(\.rawValue)),
        "What it is; a transcript unless said."),
      .query(
        "session", .text("4 or OS4 for session 4, P3 for the third sitting planned"),
        "The session it is of, or the sitting that it settles."),
      .query("heldOn", .day, "The day of the session, where the file does not say it."),
      .query("hearing", .word(Hearing.allCases.map(\.rawValue)), "In public or in private."),
      .query("stage", .word(Stage.allCases.map(\.rawValue)), "Uncorrected or corrected."),
      .query("language", .text("a language tag such as en or cy"), "The language; en unless said."),
      .query("agreedOn", .day, "The day on which witnesses agreed a summary."),
    ]
  }
}
