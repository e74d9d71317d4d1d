/// A body that inquires.
public struct Body: Hashable, Sendable {
  public let slug: String
  public let name: String
  public let kind: BodyKind

  public init(slug: String, name: String, kind: BodyKind) {
    self.slug = slug
    self.name = name
    self.kind = kind
  }
}

/// One inquiry of a body, from its launch to its report.
public struct Inquiry: Hashable, Sendable {
  public var body: Body
  public var slug: String
  public var title: String
  /// Three letters that open its references, such as `CTI` in `CTI0012`.
  public var referencePrefix: String
  /// A paragraph for people who have not heard of it.
  public var summary: String
  /// The newest version of what it asks, in Markdown; empty while none is agreed.
  public var termsOfReference: String
  public var predecessorSlug: String?
  /// Whether the inquiry itself was made public.
  public var isLaunched: Bool
  public var launchedOn: Day?
  public var reportedOn: Day?
  /// The day on which the body ceased to be, as at a dissolution; nothing of it
  /// is published after that.
  public var lapsedOn: Day?
  /// True for a worked example; its pages say so.
  public var isIllustrative: Bool
  /// One line that every public page and document of it carries.
  public var banner: String?
  public var timeZone: String
  public var revision: Int

  public init(
    body: Body, slug: String, title: String, referencePrefix: String, summary: String = "",
    termsOfReference: String = "", predecessorSlug: String? = nil, isLaunched: Bool = false,
    launchedOn: Day? = nil, reportedOn: Day? = nil, isIllustrative: Bool = false,
    banner: String? = nil, timeZone: String = "Europe/London", lapsedOn: Day? = nil,
    revision: Int = 1
  ) {
    self.body = body
    self.slug = slug
    self.title = title
    self.referencePrefix = referencePrefix
    self.summary = summary
    self.termsOfReference = termsOfReference
    self.predecessorSlug = predecessorSlug
    self.isLaunched = isLaunched
    self.launchedOn = launchedOn
    self.reportedOn = reportedOn
    self.isIllustrative = isIllustrative
    self.banner = banner
    self.timeZone = timeZone
    self.lapsedOn = lapsedOn
    self.revision = revision
  }
}

/// What an inquiry heard, as every place that shows a count shows it.
public struct Totals: Hashable, Sendable {
  public let publicSessions: Int
  public let privateSessions: Int
  /// Those who were heard; who wrote and was not heard does not count here.
  public let witnesses: Int
  public let submissions: Int
  public let questions: Int
  public let findings: Int
  public let recommendations: Int

  public init(
    publicSessions: Int, privateSessions: Int, witnesses: Int, submissions: Int, questions: Int,
    findings: Int, recommendations: Int
  ) {
    self.publicSessions = publicSessions
    self.privateSessions = privateSessions
    self.witnesses = witnesses
    self.submissions = submissions
    self.questions = questions
    self.findings = findings
    self.recommendations = recommendations
  }
}

extension String {
  /// Whether it shows something and hides nothing: at least one visible
  /// character, no control characters but line ends and tabs, and none that turn
  /// the direction of what stands beside it.
  public var isVisible: Bool {
    let isHiding: (Unicode.Scalar) -> Bool = { scalar in
      (scalar.value < 0x20 && ![0x09, 0x0A, 0x0D].contains(scalar.value))
        || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
    }
    return !unicodeScalars.contains(where: isHiding)
      && unicodeScalars.contains { scalar in
        !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
      }
  }

  /// Whether it can stand in an address: lower-case words joined by hyphens.
  public var isSlug: Bool {
    count <= 80
      && split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
        !word.isEmpty
          && word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
      }
  }
}
