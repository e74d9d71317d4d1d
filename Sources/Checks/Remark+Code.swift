extension Remark {
  /// Every remark there is. A code is stable: it stands in waivers, in
  /// programs and in the handbook.
  public enum Code: String, CaseIterable, Sendable {
    case citationNotFound = "citation_not_found"
    case citationUnpublished = "citation_unpublished"
    case citationSuspect = "citation_suspect"
    case recommendationWithoutEvidence = "recommendation_without_evidence"
    case recommendationWithoutAddressee = "recommendation_without_addressee"
    case findingWithoutEvidence = "finding_without_evidence"
    case sourceNeverCited = "source_never_cited"
    case totalDiffers = "total_differs"
    case transcriptRangeDiffers = "transcript_range_differs"
    case questionGap = "question_gap"
    case questionOverlap = "question_overlap"
    case headerDateDiffers = "header_date_differs"
    case witnessSilent = "witness_silent"
    case speakerUnknown = "speaker_unknown"
    case speakerNotListed = "speaker_not_listed"
    case templateTextLeft = "template_text_left"
    case claimFails = "claim_fails"
    case claimLoose = "claim_loose"
    case claimWithoutBase = "claim_without_base"
    case claimUnchecked = "claim_unchecked"
    case claimUnbound = "claim_unbound"
    case claimBindingSuspect = "claim_binding_suspect"
    case claimHangsOnOne = "claim_hangs_on_one"
    case claimOnSmallBase = "claim_on_small_base"
    case claimsDifferInStrength = "claims_differ_in_strength"
    case claimsDifferInProposition = "claims_differ_in_proposition"
    case percentageImpossible = "percentage_impossible"
    case claimYearDiffers = "claim_year_differs"
    case claimPopulationDiffers = "claim_population_differs"
    case baseNotPrinted = "base_not_printed"
    case numberUnbound = "number_unbound"
    case quotationDiffers = "quotation_differs"
    case quotationSpanLost = "quotation_span_lost"
    case quotationJoinsSpeakers = "quotation_joins_speakers"
    case quotationTurned = "quotation_turned"
    case quotationNotClosed = "quotation_not_closed"
    case quotationUnbound = "quotation_unbound"
    case findingOnFewSources = "finding_on_few_sources"
    case findingOnOneGroup = "finding_on_one_group"
    case findingOnOneKind = "finding_on_one_kind"
    case findingWithoutRecommendation = "finding_without_recommendation"
    case recommendationWithoutFinding = "recommendation_without_finding"
    case contrastLeftOut = "contrast_left_out"
    case linkSuspect = "link_suspect"
    case evidenceNotPublished = "evidence_not_published"
    case groupNeverCited = "group_never_cited"
    case evidenceAskUnanswered = "evidence_ask_unanswered"
    case recommendationNotTakenApart = "recommendation_not_taken_apart"
    case recommendationCompound = "recommendation_compound"
    case recommendationWithoutDeadline = "recommendation_without_deadline"
    case deadlineOfSomeLimbs = "deadline_of_some_limbs"
    case deadlineVague = "deadline_vague"
    case deadlineWaitsForEvent = "deadline_waits_for_event"
    case limbSuspect = "limb_suspect"
    case limbInUnnumberedParagraph = "limb_in_unnumbered_paragraph"
    case limbWithoutAddressee = "limb_without_addressee"
    case limbWithoutEvidence = "limb_without_evidence"
    case addresseesWithoutLead = "addressees_without_lead"
    case addresseeIsCommittee = "addressee_is_committee"
    case recommendationTakesUpEarlier = "recommendation_takes_up_earlier"
    case earlierRecommendationNotTakenUp = "earlier_recommendation_not_taken_up"
    case findingAskUnanswered = "finding_ask_unanswered"
    case conflictOneSided = "conflict_one_sided"
    case claimBelowMinimumBase = "claim_below_minimum_base"
    case claimTellsHeldBack = "claim_tells_held_back"
    case omittedWordsPrinted = "omitted_words_printed"
    case consentToQuoteMissing = "consent_to_quote_missing"
    case privateWordsCited = "private_words_cited"
    case anonymousNamed = "anonymous_named"

    public var severity: Severity {
      switch self {
      case .citationNotFound, .citationUnpublished, .claimFails, .percentageImpossible,
        .quotationDiffers, .quotationSpanLost, .contrastLeftOut, .claimTellsHeldBack,
        .omittedWordsPrinted, .consentToQuoteMissing, .privateWordsCited, .anonymousNamed:
        .error
      case .citationSuspect, .recommendationWithoutEvidence, .recommendationWithoutAddressee,
        .findingWithoutEvidence, .transcriptRangeDiffers, .questionGap, .questionOverlap,
        .headerDateDiffers, .witnessSilent, .speakerUnknown, .speakerNotListed, .templateTextLeft,
        .claimLoose, .claimWithoutBase, .claimUnchecked, .claimUnbound, .claimBindingSuspect,
        .claimOnSmallBase, .claimsDifferInStrength, .claimsDifferInProposition, .baseNotPrinted,
        .findingOnFewSources, .linkSuspect, .evidenceNotPublished, .recommendationCompound,
        .deadlineOfSomeLimbs, .deadlineVague, .deadlineWaitsForEvent, .limbSuspect,
        .limbInUnnumberedParagraph, .limbWithoutAddressee, .limbWithoutEvidence,
        .addresseesWithoutLead, .addresseeIsCommittee, .findingAskUnanswered, .conflictOneSided,
        .claimBelowMinimumBase, .claimYearDiffers, .claimPopulationDiffers, .quotationJoinsSpeakers,
        .quotationTurned, .quotationNotClosed, .totalDiffers:
        .warning
      case .sourceNeverCited, .claimHangsOnOne, .numberUnbound, .quotationUnbound,
        .findingOnOneGroup,
        .findingOnOneKind, .findingWithoutRecommendation, .recommendationWithoutFinding,
        .groupNeverCited, .recommendationWithoutDeadline, .recommendationTakesUpEarlier,
        .earlierRecommendationNotTakenUp, .evidenceAskUnanswered, .recommendationNotTakenApart:
        .information
      }
    }

    /// Whether no policy and no waiver can let a report be published with it: its
    /// readers would be sent to what they cannot read, or read what is not for them.
    public var alwaysStops: Bool {
      switch self {
      case .citationNotFound, .citationUnpublished, .claimTellsHeldBack, .omittedWordsPrinted,
        .consentToQuoteMissing, .privateWordsCited, .anonymousNamed:
        true
      default: false
      }
    }

    /// Whether it is told of the record of a session and not of a draft.
    public var isOfTranscript: Bool {
      switch self {
      case .transcriptRangeDiffers, .questionGap, .questionOverlap, .headerDateDiffers,
        .witnessSilent, .speakerUnknown, .speakerNotListed, .templateTextLeft:
        true
      default: false
      }
    }

    /// Whether publishing would tell what is not for the public: the refusal then has
    /// this code.
    public var isAboutWhatIsNotPublic: Bool {
      alwaysStops && self != .citationNotFound && self != .citationUnpublished
    }

    /// A heading for the catalogue.
    public var title: String {
      switch self {
      case .citationNotFound: "A citation leads nowhere"
      case .citationUnpublished: "A citation rests on something unpublished"
      case .citationSuspect: "The words of a citation were corrected"
      case .recommendationWithoutEvidence: "A recommendation rests on nothing"
      case .recommendationWithoutAddressee: "A recommendation asks nobody"
      case .findingWithoutEvidence: "A finding rests on nothing"
      case .sourceNeverCited: "Evidence was heard and never cited"
      case .totalDiffers: "A total is not that of the inquiry's page"
      case .transcriptRangeDiffers: "A transcript prints other questions than it holds"
      case .questionGap: "Questions are missing"
      case .questionOverlap: "The questions of two sessions overlap"
      case .headerDateDiffers: "A transcript prints another day"
      case .witnessSilent: "A witness is listed and never speaks"
      case .speakerUnknown: "Nobody knows who speaks"
      case .speakerNotListed: "Somebody speaks who is not listed"
      case .templateTextLeft: "Text of the template is left"
      case .claimFails: "A claim is not what its figure says"
      case .claimLoose: "A claim is true and loose"
      case .claimWithoutBase: "A figure has no base"
      case .claimUnchecked: "A claim cannot be compared with a figure"
      case .claimUnbound: "A claim rests on no figure"
      case .claimBindingSuspect: "A claim was bound when words were others"
      case .claimHangsOnOne: "A claim hangs on one respondent"
      case .claimOnSmallBase: "A claim rests on few respondents"
      case .claimsDifferInStrength: "One figure is told in several strengths"
      case .claimsDifferInProposition: "One figure is told of several things"
      case .percentageImpossible: "A percentage cannot arise from its base"
      case .baseNotPrinted: "A base is known and not printed"
      case .numberUnbound: "A number rests on nothing"
      case .quotationDiffers: "A quotation is not what was said"
      case .quotationSpanLost: "Words that a citation names are not found"
      case .quotationJoinsSpeakers: "A quotation joins what several people said"
      case .quotationTurned: "A quotation leaves out or puts in a denial"
      case .quotationNotClosed: "A quotation is not closed"
      case .quotationUnbound: "A quotation rests on nothing"
      case .findingOnFewSources: "A finding rests on few sources"
      case .findingOnOneGroup: "A finding rests on one group of witnesses"
      case .findingOnOneKind: "A finding rests on one kind of evidence"
      case .findingWithoutRecommendation: "A finding leads to no recommendation"
      case .recommendationWithoutFinding: "A recommendation stands under no finding"
      case .contrastLeftOut: "Contrasting evidence is left out"
      case .linkSuspect: "A link waits for a second look"
      case .evidenceNotPublished: "A link leads to what is not published"
      case .groupNeverCited: "A group was heard and is never cited"
      case .evidenceAskUnanswered: "What evidence asks for is answered by no recommendation"
      case .recommendationNotTakenApart: "A recommendation was not taken apart"
      case .recommendationCompound: "A recommendation asks several things"
      case .recommendationWithoutDeadline: "A recommendation sets no time"
      case .deadlineOfSomeLimbs: "A deadline governs a part of what is asked"
      case .deadlineVague: "A deadline names no day"
      case .deadlineWaitsForEvent: "A deadline waits for an event"
      case .limbSuspect: "The words of a limb changed"
      case .limbInUnnumberedParagraph: "A limb stands in a paragraph without a number"
      case .limbWithoutAddressee: "A limb asks nobody"
      case .limbWithoutEvidence: "A limb rests on nothing"
      case .addresseesWithoutLead: "Several are asked and none leads"
      case .addresseeIsCommittee: "A committee of Parliament is asked"
      case .recommendationTakesUpEarlier: "A recommendation takes up an earlier one"
      case .earlierRecommendationNotTakenUp: "An earlier recommendation is not taken up"
      case .findingAskUnanswered: "What people asked for is not recommended"
      case .conflictOneSided: "A conflict is shown from one side"
      case .claimBelowMinimumBase: "A figure is of fewer people than the inquiry asks for"
      case .claimTellsHeldBack: "A figure is told that is held back"
      case .omittedWordsPrinted: "Words are printed that were left out"
      case .consentToQuoteMissing: "Words are quoted without consent"
      case .privateWordsCited: "Words said in private are cited"
      case .anonymousNamed: "Somebody is named who is not to be named"
      case .claimYearDiffers: "A claim is told of another year than its figure"
      case .claimPopulationDiffers: "A claim is told of other people than its figure"
      }
    }
  }
}
