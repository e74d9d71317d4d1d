public import Inquiries
public import Records

/// Mends what an inquiry says of itself; its public pages follow at once.
public struct EditInquiry: Act {
  public static let title = "edit inquiry"
  public static let role = Role.clerk
  let newTitle: String?
  let summary: String?
  let banner: String??
  let revision: Int

  /// - Parameters:
  ///   - title: `nil` leaves it, as with the rest.
  ///   - banner: `.some(nil)` takes the line away.
  ///   - revision: The revision at which the inquiry was read.
  public init(title: String?, summary: String?, banner: String??, revision: Int) {
    newTitle = title
    self.summary = summary
    self.banner = banner
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Inquiry> {
    try viewpoint.requireNotLapsed()
    try viewpoint.require(revision: revision)
    var inquiry = viewpoint.inquiry
    inquiry.title = newTitle ?? inquiry.title
    inquiry.summary = summary ?? inquiry.summary
    inquiry.banner = banner ?? inquiry.banner
    guard inquiry.title.isVisible, inquiry.title.count <= 500 else {
      throw Refusal(
        .invalid, "title_missing", "An inquiry needs a title of up to 500 visible characters.",
        field: "title")
    }
    if inquiry.isLaunched {
      let known = Set(PublicWords.of(viewpoint.inquiry).map(\.text))
      try PublicWords.check(
        PublicWords.of(inquiry).filter { !known.contains($0.text) }, from: viewpoint, at: desk)
    }
    try inquiry.update(as: viewpoint, on: desk.connection)
    // Those that follow it do not show its title, so they stay as they are.
    try Publication.refresh(viewpoint.inquiryID, sources: [], on: desk.connection)
    inquiry.revision += 1
    return Done(inquiry, subject: inquiry.slug)
  }
}

/// Gives an inquiry its next terms of reference; the earlier ones stay on
/// record, and the public sees the newest.
public struct ReviseTerms: Act {
  public static let title = "revise terms"
  public static let role = Role.clerk
  let text: String
  let terms: DecisionTerms
  let revision: Int

  /// - Parameter revision: The revision at which the inquiry was read.
  public init(_ text: String, _ terms: DecisionTerms, revision: Int) {
    self.text = text
    self.terms = terms
    self.revision = revision
  }

  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<TermsOfReference> {
    try viewpoint.requireNotLapsed()
    try terms.require(from: viewpoint, at: desk)
    try viewpoint.require(revision: revision)
    guard text.isVisible, text.utf8.count <= 200_000 else {
      throw Refusal(
        .invalid, "terms_form",
        "Terms of reference show something, in up to 200,000 bytes of text.",
        field: "text")
    }
    guard text != viewpoint.inquiry.termsOfReference else {
      throw Refusal(
        .conflict, "terms_unchanged", "These are the terms of reference already.", field: "text")
    }
    if viewpoint.inquiry.isLaunched {
      try PublicWords.check(
        [PublicWords("The terms of reference", text, field: "text")], from: viewpoint, at: desk)
    }
    let made = try TermsOfReference.add(
      text, agreedOn: terms.on, agreedBy: terms.by, as: viewpoint, on: desk.connection)
    try Publication.refresh(viewpoint.inquiryID, sources: [], on: desk.connection)
    return Done(
      made, subject: viewpoint.inquiry.slug,
      detail: ["version": "\(made.version)", "decidedOn": terms.on.description])
  }
}

extension Viewpoint {
  /// Refuses what was decided on an earlier look at the inquiry.
  func require(revision: Int?) throws {
    guard let revision, revision != inquiry.revision else { return }
    throw Refusal.stale("“\(inquiry.slug)”", now: inquiry.revision)
  }
}
