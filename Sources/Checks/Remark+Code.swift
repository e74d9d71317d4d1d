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
    case transcriptRangeDiffers = "transcript_range_differs"
    case questionGap = "question_gap"
    case questionOverlap = "question_overlap"
    case headerDateDiffers = "header_date_differs"
    case witnessSilent = "witness_silent"
    case speakerUnknown = "speaker_unknown"
    case speakerNotListed = "speaker_not_listed"
    case templateTextLeft = "template_text_left"

    public var severity: Severity {
      switch self {
      case .citationNotFound, .citationUnpublished: .error
      case .recommendationWithoutEvidence, .recommendationWithoutAddressee,
        .findingWithoutEvidence, .transcriptRangeDiffers, .questionGap, .questionOverlap,
        .headerDateDiffers, .witnessSilent, .speakerUnknown, .speakerNotListed, .templateTextLeft:
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
      case .transcriptRangeDiffers: "A transcript prints other questions than it holds"
      case .questionGap: "Questions are missing"
      case .questionOverlap: "The questions of two sessions overlap"
      case .headerDateDiffers: "A transcript prints another day"
      case .witnessSilent: "A witness is listed and never speaks"
      case .speakerUnknown: "Nobody knows who speaks"
      case .speakerNotListed: "Somebody speaks who is not listed"
      case .templateTextLeft: "Text of the template is left"
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
      case .transcriptRangeDiffers:
        "The range of questions at the head of the file is not that of the numbers found in it. A "
          + "number was lost or misread, or the header is of another file."
      case .questionGap:
        "Numbers run on through an inquiry, and some are neither in this transcript nor in the one "
          + "before. A question was lost, or a transcript is still to come."
      case .questionOverlap:
        "A transcript begins, by its numbers or by its header, before the one of the session before "
          + "has ended, so that a number could mean two questions."
      case .headerDateDiffers:
        "The day at the head of the file is not that on which the session was held."
      case .witnessSilent:
        "No turn is surely theirs: the witness did not come, or a label is misspelt."
      case .speakerUnknown:
        "A label is borne by nobody who is surely meant, so that the words are nobody's."
      case .speakerNotListed:
        "The speaker is known, and is listed neither among the members nor among the witnesses."
      case .templateTextLeft:
        "Words such as “[Add name]” stand where something was to be put in."
      }
    }
  }
}
