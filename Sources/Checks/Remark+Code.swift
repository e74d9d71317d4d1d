extension Remark {
  /// Every remark there is. A code is stable: it stands in waivers, in
  /// programs and in the handbook.
  public enum Code: String, CaseIterable, Sendable {
    case citationNotFound = "citation_not_found"
    case citationUnpublished = "citation_unpublished"
    case recommendationWithoutEvidence = "recommendation_without_evidence"
    case recommendationWithoutAddressee = "recommendation_without_addressee"
    case findingWithoutEvidence = "finding_without_evidence"
    case sourceNeverCited = "source_never_cited"

    public var severity: Severity {
      switch self {
      case .citationNotFound, .citationUnpublished: .error
      case .recommendationWithoutEvidence, .recommendationWithoutAddressee,
        .findingWithoutEvidence:
        .warning
      case .sourceNeverCited: .information
      }
    }

    /// A heading for the catalogue.
    public var title: String {
      switch self {
      case .citationNotFound: "A citation leads nowhere"
      case .citationUnpublished: "A citation rests on something unpublished"
      case .recommendationWithoutEvidence: "A recommendation rests on nothing"
      case .recommendationWithoutAddressee: "A recommendation asks nobody"
      case .findingWithoutEvidence: "A finding rests on nothing"
      case .sourceNeverCited: "Evidence was heard and never cited"
      }
    }

    /// What raises it and why it matters, for the catalogue.
    public var explanation: String {
      switch self {
      case .citationNotFound:
        "The reference cannot be read, is not in the record, or could mean more than one thing. "
          + "Nothing is guessed: a reader would be sent to the wrong words or to none."
      case .citationUnpublished:
        "What is cited has not been published, was withdrawn or taken down, or is so far only a "
          + "clerk's log. A published report may cite nothing that its readers cannot read."
      case .recommendationWithoutEvidence:
        "No affirmed link shows a passage of a standing source that supports the recommendation. "
          + "Suggested, suspect and dropped links do not count, nor do contrast and context."
      case .recommendationWithoutAddressee:
        "Nobody is named who is to act, so that nobody need reply."
      case .findingWithoutEvidence:
        "No affirmed link shows a passage of a standing source that supports the finding. "
          + "Suggested, suspect and dropped links do not count, nor do contrast and context."
      case .sourceNeverCited:
        "A source that may be cited in public appears in no citation of the draft and under no "
          + "finding or recommendation. Those who gave it may ask what became of it."
      }
    }
  }
}
