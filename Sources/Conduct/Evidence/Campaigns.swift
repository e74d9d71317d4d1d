public import Inquiries
public import Postgres
public import Records

/// Which submissions of an inquiry share most of their words, and why they are
/// shown together.
public enum Campaigns {
  /// Texts in one question to the database: some megabytes.
  private static let batch = 256

  /// Groups of submissions that are alike, by their first reference.
  ///
  /// All texts are read once and only a sketch of each is kept; the words of
  /// those that may be alike are read again and compared in full.
  public static func groups(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [CampaignGroup] {
    let all = try ComparedSubmission.all(as: viewpoint, on: connection)
    let calls = try CallForEvidence.all(as: viewpoint, on: connection)
    let asked = AskedWords(calls.map(\.text) + [viewpoint.inquiry.termsOfReference])
    var sketches: [CampaignFinder.Sketch] = []
    for start in stride(from: 0, to: all.count, by: batch) {
      let some = all[start..<min(start + batch, all.count)]
      let words = try ComparedSubmission.paragraphs(of: some.map(\.id), on: connection)
      sketches += some.map {
        CampaignFinder.Sketch(
          of: words[$0.id, default: []].map(\.text), $0.standing,
          campaign: $0.submission.campaign, without: asked)
      }
    }
    return try CampaignFinder.groups(of: sketches).compactMap { group in
      try compared(
        all[group.letter], group.members.map { all[$0] }, without: asked, on: connection)
    }
  }

  /// The group with what each has of the letter; `nil` where a full comparison
  /// leaves the letter alone.
  private static func compared(
    _ letter: ComparedSubmission, _ members: [ComparedSubmission], without asked: AskedWords,
    on connection: Connection
  ) throws -> CampaignGroup? {
    let words = try ComparedSubmission.paragraphs(of: [letter.id], on: connection)
    let comparison = LetterComparison(
      words[letter.id, default: []].map(\.text), without: asked)
    var compared: [CampaignMember] = []
    for start in stride(from: 0, to: members.count, by: batch) {
      let some = members[start..<min(start + batch, members.count)]
      let words = try ComparedSubmission.paragraphs(of: some.map(\.id), on: connection)
      compared += some.compactMap { member in
        let paragraphs = words[member.id, default: []]
        let outcome = comparison.compare(paragraphs.map(\.text))
        guard outcome.isAlike || member.standing == .confirmed || member.id == letter.id
        else { return nil }
        return CampaignMember(member, outcome, paragraphs)
      }
    }
    guard compared.count > 1 || letter.standing == .confirmed else { return nil }
    return CampaignGroup(
      name: letter.submission.campaign, letter: letter.submission.reference,
      letterWordCount: comparison.wordCount, members: compared)
  }
}

extension CampaignMember {
  fileprivate init(
    _ compared: ComparedSubmission, _ outcome: LetterComparison.Outcome,
    _ paragraphs: [ComparedSubmission.Paragraph]
  ) {
    let submission = compared.submission
    self.init(
      reference: submission.reference, submitter: submission.submitter, state: submission.state,
      standing: compared.standing, isSame: outcome.isSame,
      sharedWordCount: outcome.sharedWordCount, ownWordCount: outcome.ownWordCount,
      own: outcome.own.map { run in
        OwnWords(
          locator: submission.reference
            + (paragraphs[run.paragraph].point.map { ", para \($0)" } ?? ""),
          words: compared.isShown ? run.words : nil)
      })
  }
}

/// Says of submissions which campaign they are of, that they are of none, or
/// takes back what was said. Nothing that is public changes.
public struct SetCampaign: Act {
  public static let title = "set campaign"
  public static let role = Role.clerk
  let list: SourceList
  let standing: CampaignStanding
  let name: String?

  /// - Parameter name: What the campaign is called, of `confirmed` alone; one of
  ///   that name is added to.
  public init(_ list: SourceList, _ standing: CampaignStanding, name: String? = nil) {
    self.list = list
    self.standing = standing
    self.name = name
  }

  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<ListDone<WrittenSubmission>> {
    try requireName()
    let found = try list.lockedSubmissions(from: viewpoint, at: desk)
    let ids = found.map(\.id)
    try WrittenSubmission.setCampaign(
      name, isAlone: standing == .alone, for: ids, as: viewpoint, on: desk.connection)
    return Done(
      ListDone(
        items: try WrittenSubmission.among(ids, on: desk.connection).map(\.submission),
        found: found.map(\.submission.revision)),
      subject: ReferenceList.words(naming: found.map(\.submission.reference)).joined(
        separator: " "),
      detail: ["standing": standing.rawValue, "campaign": name].compactMapValues { $0 })
  }

  private func requireName() throws {
    guard standing == .confirmed else {
      guard name == nil else {
        throw Refusal(
          .invalid, "campaign_name_not_wanted",
          "Only submissions that are confirmed to be of a campaign have its name.", field: "name")
      }
      return
    }
    guard let name, name.isVisible, name.count <= 200, !name.contains(where: \.isNewline) else {
      throw Refusal(
        .invalid, "campaign_name_missing",
        "Say in 1 to 200 visible characters on one line what the campaign is called.",
        field: "name")
    }
  }
}
