public import Inquiries
@_spi(Conduct) public import Records

enum InquiryLookup {
  static func find(_ slug: String, at desk: Desk) throws -> Identifier<Inquiry>? {
    try Inquiry.find(slug: slug, on: desk.connection)?.id
  }
}

/// Opens an inquiry in the record; it stays private until it is launched.
public struct OpenInquiry: HouseAct {
  public static let title = "open inquiry"
  let inquiry: Inquiry

  public init(_ inquiry: Inquiry) {
    self.inquiry = inquiry
  }

  public func perform(at desk: Desk) throws -> Done<Inquiry> {
    try validate()
    if let known = try Inquiry.body(slug: inquiry.body.slug, on: desk.connection),
      known != inquiry.body
    {
      throw Refusal(
        .conflict, "body_differs",
        "The record has “\(known.slug)” as \(known.name), \(known.kind.title.lowercased()); "
          + "use the same name and kind.", field: "body")
    }
    let predecessor = try inquiry.predecessorSlug.map { slug in
      guard let found = try InquiryLookup.find(slug, at: desk) else {
        throw Refusal(
          .notFound, "predecessor_not_found",
          "There is no inquiry “\(slug)” to follow; open it first.", field: "predecessor")
      }
      return found
    }
    guard try inquiry.insert(predecessor: predecessor, on: desk.connection) != nil else {
      throw Refusal(
        .conflict, "slug_taken", "There is an inquiry “\(inquiry.slug)” already.", field: "slug")
    }
    return Done(inquiry, subject: inquiry.slug)
  }

  private func validate() throws {
    for (field, slug) in [("slug", inquiry.slug), ("body.slug", inquiry.body.slug)]
    where !slug.isSlug {
      throw Refusal(
        .invalid, "slug_form",
        "“\(slug)” cannot stand in an address; use lower-case letters and digits joined by hyphens.",
        field: field)
    }
    guard inquiry.title.isVisible, inquiry.body.name.isVisible, inquiry.title.count <= 500,
      inquiry.body.name.count <= 500
    else {
      throw Refusal(
        .invalid, "title_missing",
        "An inquiry and its body need a title and a name, of up to 500 visible characters each.",
        field: "title")
    }
    guard inquiry.referencePrefix.count == 3,
      inquiry.referencePrefix.allSatisfy({ $0.isASCII && $0.isUppercase })
    else {
      throw Refusal(
        .invalid, "reference_prefix_form",
        "A reference prefix is three capital letters, such as CTI.", field: "referencePrefix")
    }
    guard Calendars.knows(inquiry.timeZone) else {
      throw Refusal(
        .invalid, "time_zone_unknown",
        "“\(inquiry.timeZone)” is no IANA time zone; write one such as Europe/London.",
        field: "timeZone")
    }
  }
}

/// Makes the inquiry itself public: title, body, terms of reference.
public struct LaunchInquiry: Act {
  public static let title = "launch inquiry"
  public static let role = Role.clerk
  let terms: DecisionTerms
  let revision: Int?

  /// - Parameter revision: The revision at which the inquiry was read, if said.
  public init(_ terms: DecisionTerms, revision: Int? = nil) {
    self.terms = terms
    self.revision = revision
  }

  /// - Returns: What is public by it, as the public reads it.
  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<LaunchedInquiry> {
    try viewpoint.requireNotLapsed()
    try viewpoint.require(revision: revision)
    let decision = try terms.decision("launch", from: viewpoint, at: desk)
    guard !viewpoint.inquiry.isLaunched else {
      throw Refusal(
        .conflict, "launched_already", "“\(viewpoint.inquiry.slug)” is launched already.")
    }
    try PublicWords.check(PublicWords.of(viewpoint.inquiry), from: viewpoint, at: desk)
    _ = try decision.insert(as: viewpoint, on: desk.connection)
    try Inquiry.launch(on: terms.on, as: viewpoint, on: desk.connection)
    // Those that follow it show where they come from, now that it is public.
    for inquiry in try [viewpoint.inquiryID]
      + Inquiry.successors(as: viewpoint, on: desk.connection)
    {
      try Publication.refresh(inquiry, sources: [], on: desk.connection)
    }
    return Done(
      try launched(viewpoint, at: desk), subject: viewpoint.inquiry.slug,
      detail: ["decidedOn": terms.on.description])
  }

  /// Read from what is published, so that nothing is told but what is public.
  private func launched(_ viewpoint: Viewpoint, at desk: Desk) throws -> LaunchedInquiry {
    let published = try PublishedInquiry.all(on: desk.connection)
    guard let inquiry = published.first(where: { $0.slug == viewpoint.inquiry.slug }) else {
      throw Refusal(
        .conflict, "inquiry_not_launched", "“\(viewpoint.inquiry.slug)” could not be made public.")
    }
    let totals = try Totals.published(of: [inquiry.id], on: desk.connection)[inquiry.id]
    return LaunchedInquiry(
      slug: inquiry.slug, title: inquiry.title, bodyName: inquiry.bodyName,
      summary: inquiry.summary, termsOfReference: inquiry.termsOfReference,
      banner: inquiry.banner, launchedOn: inquiry.launchedOn,
      predecessorSlug: inquiry.predecessorSlug,
      successors: published.filter { $0.predecessorSlug == inquiry.slug }.map(\.slug),
      publicSessions: totals?.publicSessions ?? 0,
      privateSessions: totals?.privateSessions ?? 0,
      revision: viewpoint.inquiry.revision + 1)
  }
}
