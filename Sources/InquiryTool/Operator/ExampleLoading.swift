import Conduct
import Foundation
import Inquiries
import Papers
import Records

/// Loads the worked example by the imports and acts that everybody uses.
struct ExampleLoading {
  let example: ExampleInquiry
  let office: Office
  /// Is told each step as it is done.
  let tell: (String) -> Void

  var slug: String { example.inquiry.slug }
  let by = "The group"

  func load() async throws {
    try await openInquiries()
    try await loadCalls()
    for session in example.sessions { try await load(session) }
    try await loadSittings()
    try await loadSubmissions()
    try await loadDocuments()
    try await loadSurveys()
    let author = try await author(ExampleLoading.authorName)
    try await loadReport(as: author)
    try await loadTags(as: author)
    _ = try await office.perform(
      RevokeTokens(name: ExampleLoading.authorName), by: .machineOperator)
  }

  private func openInquiries() async throws {
    guard let kind = BodyKind(rawValue: example.body.kind) else {
      throw ExampleFault(description: "example.json: “\(example.body.kind)” is no kind of body.")
    }
    let body = Body(slug: example.body.slug, name: example.body.name, kind: kind)
    let earlier = example.predecessor
    try await open(
      Inquiry(
        body: body, slug: earlier.slug, title: earlier.title, referencePrefix: "NGO",
        summary: earlier.summary, launchedOn: try day(earlier.launchedOn),
        reportedOn: try day(earlier.reportedOn), isIllustrative: example.inquiry.illustrative,
        banner: example.inquiry.banner))
    let inquiry = example.inquiry
    try await open(
      Inquiry(
        body: body, slug: inquiry.slug, title: inquiry.title,
        referencePrefix: inquiry.referencePrefix, summary: inquiry.summary,
        termsOfReference: inquiry.termsOfReference,
        predecessorSlug: earlier.slug, launchedOn: try day(inquiry.launchedOn),
        isIllustrative: inquiry.illustrative, banner: inquiry.banner))
  }

  private func open(_ inquiry: Inquiry) async throws {
    guard let launchedOn = inquiry.launchedOn else { return }
    _ = try await office.perform(OpenInquiry(inquiry), by: .machineOperator)
    _ = try await office.perform(
      LaunchInquiry(DecisionTerms(on: launchedOn, by: by)), in: inquiry.slug,
      by: .machineOperator)
    tell("\(inquiry.title): opened and launched")
  }

  private func load(_ session: ExampleInquiry.Session) async throws {
    guard let kind = SourceKind(rawValue: session.record) else {
      throw ExampleFault(description: "example.json: “\(session.record)” is no kind of record.")
    }
    let read = try RecordRead(
      try await example.paper(session.file),
      said: RecordRead.Said(
        kind: kind, session: session.number,
        hearing: session.hearing.flatMap(Hearing.init(rawValue:)),
        stage: session.stage.flatMap(Stage.init(rawValue:)), agreedOn: try session.agreedOn.map(day)
      ))
    let report = try await perform(ReceiveRecord(read))
    for group in example.groups {
      let members = (session.witnessGroups ?? [:]).filter { $0.value == group.slug }.keys.sorted()
      guard !members.isEmpty else { continue }
      try await perform(
        GroupWitnesses(WitnessGroup(slug: group.slug, name: group.name), members))
    }
    if report.hearing == .heardInPrivate, kind == .transcript {
      for protected in example.protected {
        try await protect(
          protected.witness, realName: protected.realName, terms: protected.terms)
      }
    }
    if let consent = try consent(to: session) {
      _ = try await perform(
        RecordConsent(
          reference: report.reference, witness: nil, consent: .given, givenBy: consent.givenBy,
          on: consent.on))
    }
    if let on = try (session.acceptedOn ?? session.publishedOn).map(day) {
      _ = try await perform(
        AcceptSources([report.reference], DecisionTerms(on: on, by: by)))
    }
    if let on = try session.publishedOn.map(day) {
      _ = try await perform(
        PublishSources([report.reference], DecisionTerms(on: on, by: by)))
    }
    tell(
      "\(report.reference): \(report.kind.title.lowercased()), \(Words.count(report.passageCount, "passage"))"
        + (session.publishedOn == nil ? ", kept private" : ", published"))
  }

  /// Agreeing a summary is consent to its publication.
  private func consent(
    to session: ExampleInquiry.Session
  ) throws -> (givenBy: String, on: Day)? {
    if let consent = session.consent { return (consent.givenBy, try day(consent.on)) }
    return try session.agreedOn.map { ("agreement to the summary", try day($0)) }
  }

  func protect(_ name: String, realName: String, terms: [String]) async throws {
    let people = try await office.read(in: slug, by: .machineOperator) {
      try Person.all(as: $0, on: $1)
    }
    guard let person = people.first(where: { $0.name == name }) else {
      throw ExampleFault(description: "example.json: “\(name)” has no part in it.")
    }
    _ = try await perform(
      ProtectPerson(person.id, revision: person.revision, realName: realName, terms: terms))
  }

  private static let authorName = "Author of the worked example"

  /// Links are affirmed, and tags put on, by a person; this one has no token once it
  /// is done.
  func author(_ name: String) async throws -> Actor {
    let token = try await office.perform(
      AddStaffUser(name: name, role: .author, inquiry: slug, wantsToken: true),
      by: .machineOperator)
    return try await office.actor(showing: token ?? "")
  }

  private func loadReport(as author: Actor) async throws {
    let file = example.report.file
    let draft = try DraftReader.read(try example.bytes(file), fileName: file)
    let pushed = try await office.perform(PushDraft(draft, fileName: file), in: slug, by: author)
    tell("The draft: \(pushed.paragraphCount) paragraphs, \(pushed.citationCount) citations")
    for (key, finding) in example.recommendationFindings.sorted(by: { $0.key < $1.key }) {
      _ = try await office.perform(
        EditRecommendation(key, addressees: nil, findingKey: finding, revision: nil), in: slug,
        by: author)
    }
    try await loadLimbs(as: author)
    for link in example.links {
      guard let stance = Stance(rawValue: link.stance) else {
        throw ExampleFault(description: "example.json: “\(link.stance)” is no stance.")
      }
      _ = try await office.perform(
        LinkEvidence(
          link.for == "finding" ? .finding(link.key) : .recommendation(link.key), to: link.cite,
          stance: stance, quote: link.quote, isAffirmed: true), in: slug, by: author)
    }
    tell("\(example.links.count) links to evidence, affirmed")
    try await bindClaims(as: author)
    let material = try await office.read(in: slug, by: .machineOperator) {
      try ReportMaterial.read(as: $0, on: $1)
    }
    let document = try await material.build(with: ReportBuilder(converter: Converter()))
    let terms = DecisionTerms(on: try day(example.report.publishedOn), by: by)
    _ = try await perform(PublishReport(document, terms))
    tell("The report: published")
  }

  @discardableResult
  func perform<A: Act>(_ act: A) async throws -> A.Outcome {
    try await office.perform(act, in: slug, by: .machineOperator)
  }

  func day(_ text: String) throws -> Day {
    guard let day = Day(text) else {
      throw ExampleFault(description: "example.json: “\(text)” is no day.")
    }
    return day
  }
}
