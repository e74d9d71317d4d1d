/// What the public sees of an inquiry once it is launched.
public struct LaunchedInquiry: Hashable, Sendable {
  public let slug: String
  public let title: String
  public let bodyName: String
  public let summary: String
  /// Empty while none are agreed.
  public let termsOfReference: String
  public let banner: String?
  public let launchedOn: Day
  /// The inquiry that it follows, where that one is public.
  public let predecessorSlug: String?
  /// Public inquiries that follow it, and name it from then on.
  public let successors: [String]
  /// Sessions of which a record was accepted: that they were held is public.
  public let publicSessions: Int
  public let privateSessions: Int
  /// Of the inquiry, from then on.
  public let revision: Int

  public init(
    slug: String, title: String, bodyName: String, summary: String, termsOfReference: String,
    banner: String?, launchedOn: Day, predecessorSlug: String?, successors: [String],
    publicSessions: Int, privateSessions: Int, revision: Int
  ) {
    self.slug = slug
    self.title = title
    self.bodyName = bodyName
    self.summary = summary
    self.termsOfReference = termsOfReference
    self.banner = banner
    self.launchedOn = launchedOn
    self.predecessorSlug = predecessorSlug
    self.successors = successors
    self.publicSessions = publicSessions
    self.privateSessions = privateSessions
    self.revision = revision
  }
}
