/// A report as it stands at one draft version, complete enough to be written in
/// any format without looking anything up.
public struct ReportDocument: Hashable, Sendable {
  public let bodyName: String
  public let bodyKind: BodyKind
  /// What every document of such a body must say.
  public let rubric: String?
  public let inquiryTitle: String
  public let inquirySlug: String
  /// One line above everything, such as that this is a worked example.
  public let banner: String?
  public let title: String
  public let draftVersion: Int
  /// The day it came out; `nil` while it is a draft.
  public let publishedOn: Day?
  public let blocks: [ReportBlock]
  /// The author's own notes as HTML with slots; `nil` when there are none.
  public let notesHTML: String?
  /// Findings, conclusions and recommendations in the order of the text.
  public let conclusions: [ReportConclusion]
  public let witnesses: [ReportSession]
  public let sources: [ReportSource]

  public init(
    frame: ReportFrame, title: String, blocks: [ReportBlock], notesHTML: String?,
    conclusions: [ReportConclusion]
  ) {
    bodyName = frame.bodyName
    bodyKind = frame.bodyKind
    rubric = frame.bodyKind.rubric
    inquiryTitle = frame.inquiryTitle
    inquirySlug = frame.inquirySlug
    banner = frame.banner
    self.title = title
    draftVersion = frame.draftVersion
    publishedOn = frame.publishedOn
    self.blocks = blocks
    self.notesHTML = notesHTML
    self.conclusions = conclusions
    witnesses = frame.witnesses
    sources = frame.sources
  }

  /// Every citation, in order; a citation's ordinal is its place here.
  public var citations: [ReportCitation] {
    blocks.flatMap(\.citations)
  }

  /// The element that stands in HTML where a citation is to be printed.
  public static func slot(_ ordinal: Int) -> String {
    "<cite data-citation=\"\(ordinal)\"></cite>"
  }
}

/// What the record knows and a draft does not say.
public struct ReportFrame: Hashable, Sendable {
  public var bodyName: String
  public var bodyKind: BodyKind
  public var inquiryTitle: String
  public var inquirySlug: String
  public var banner: String?
  public var draftVersion: Int
  public var publishedOn: Day?
  public var witnesses: [ReportSession]
  public var sources: [ReportSource]
  /// What is recorded of findings and recommendations, by key.
  public var facts: [String: ReportFacts]

  public init(
    bodyName: String, bodyKind: BodyKind, inquiryTitle: String, inquirySlug: String,
    banner: String? = nil, draftVersion: Int, publishedOn: Day? = nil,
    witnesses: [ReportSession] = [], sources: [ReportSource] = [],
    facts: [String: ReportFacts] = [:]
  ) {
    self.bodyName = bodyName
    self.bodyKind = bodyKind
    self.inquiryTitle = inquiryTitle
    self.inquirySlug = inquirySlug
    self.banner = banner
    self.draftVersion = draftVersion
    self.publishedOn = publishedOn
    self.witnesses = witnesses
    self.sources = sources
    self.facts = facts
  }
}
