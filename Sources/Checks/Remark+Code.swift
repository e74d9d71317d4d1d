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

    /// What raises it and why it matters, for the catalogue.
    public var explanation: String {
      switch self {
      case .citationNotFound:
        "The reference cannot be read, is not in the record, or could mean more than one thing. "
          + "Nothing is guessed: a reader would be sent to the wrong words or to none."
      case .citationUnpublished:
        "What is cited has not been published, was withdrawn or taken down, or is so far only a "
          + "clerk's log. A published report may cite nothing that its readers cannot read."
      case .citationSuspect:
        "The words cited, or who says them, are others than when the citation was pinned. What the "
          + "paragraph says of them may no longer hold; a correction of typography alone is not told."
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
      case .totalDiffers:
        "The draft tells how many sessions, witnesses or submissions there were, and the inquiry's page "
          + "counts others."
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
      case .claimFails:
        "The exact figure lies outside the percentages of which the phrase may be said at all."
      case .claimLoose:
        "The exact figure lies where the phrase is true, and far enough from it that a nearer phrase "
          + "or fraction would tell more."
      case .claimWithoutBase:
        "The answer that the claim rests on was published without the number of people who answered, "
          + "so that nobody can tell what the percentage is worth."
      case .claimUnchecked:
        "The claim is bound, and what it is bound to has no figure on record, one in words that name "
          + "no number, or one that leaves open whether the claim holds."
      case .claimUnbound:
        "A percentage, a fraction or a word such as “the majority” has no survey answer or outside "
          + "statistic beside it that it could rest on, and nobody bound it to one."
      case .claimBindingSuspect:
        "A person bound the claim, and since then its sentence or the words of its source changed."
      case .claimHangsOnOne:
        "With one respondent more or fewer the verdict on the claim would be another."
      case .claimOnSmallBase:
        "Fewer than 100 people answered, and a reader must be told."
      case .claimsDifferInStrength:
        "Claims on one answer use phrases of different strength; the remark says between which "
          + "percentages all of them may be said."
      case .claimsDifferInProposition:
        "Of the words that claims on one answer take over from the question, one claim leaves out "
          + "more than half, so that it speaks of something else."
      case .percentageImpossible:
        "No whole number of so many respondents makes that percentage at the digits shown (the GRIM "
          + "test)."
      case .baseNotPrinted:
        "The number of people who answered is on record, and does not stand in the paragraph of the "
          + "claim."
      case .numberUnbound:
        "A plain number outside recommendations, quotations and dates has no source beside it."
      case .quotationDiffers:
        "Words between quotation marks, or after “>”, with a citation beside them do not stand in "
          + "what is cited, at the version cited. Typography does not count, nor what stands in "
          + "brackets or at an ellipsis; but not all of them may stand in brackets."
      case .quotationSpanLost:
        "A citation names words by their first and last, and they stand in the passage nowhere or "
          + "more than once."
      case .quotationJoinsSpeakers:
        "An ellipsis stands between words of two people, so that a reader takes them for one "
          + "statement."
      case .quotationTurned:
        "A word such as “not” or “never” is left out at an ellipsis or bracket, or stands in a bracket."
      case .quotationNotClosed:
        "A quotation mark opens in a paragraph that cites, nothing closes it there, and the next "
          + "paragraph does not open with one, as a quotation that goes on does."
      case .quotationUnbound:
        "Two words or more stand between quotation marks, and no citation beside them says from where; "
          + "nor do they stand in what is cited in the sentences around them."
      case .findingOnFewSources:
        "The affirmed links that support the finding lead to fewer sources than the policy of the "
          + "inquiry asks for: two, unless it says otherwise."
      case .findingOnOneGroup:
        "All that supports the finding was said by witnesses of one group, and the inquiry heard more "
          + "than one. A finding of a single source is told as that."
      case .findingOnOneKind:
        "All that supports the finding is of one kind, such as transcripts, and the inquiry has "
          + "published more than one. A finding of a single source is told as that."
      case .findingWithoutRecommendation:
        "No recommendation stands under the finding, so that nothing is asked because of it."
      case .recommendationWithoutFinding:
        "The recommendation stands under no finding, or under one that the draft does not carry, so "
          + "that a reader cannot see what it answers."
      case .contrastLeftOut:
        "An affirmed link shows a passage that contrasts with the finding or recommendation, and the "
          + "draft cites that passage nowhere. A reader must be told of evidence to the contrary."
      case .linkSuspect:
        "The words that a link leads to changed after somebody had affirmed it. Links of propositions "
          + "are told of too, though no draft carries those."
      case .evidenceNotPublished:
        "A finding or recommendation has an affirmed link to a source that is not published, so that "
          + "no reader will see what it rests on."
      case .groupNeverCited:
        "Witnesses of the group gave published evidence, and none of their words is cited in the draft "
          + "or linked to a finding or recommendation."
      case .evidenceAskUnanswered:
        "A finding cites or is linked to a passage in which a witness asks for something, and no "
          + "recommendation is linked to that passage. `inquiry trace asks` lists all asks."
      case .recommendationNotTakenApart:
        "Nobody confirmed what the recommendation asks, so that whom each part asks, and by when, is "
          + "not checked."
      case .recommendationCompound:
        "The recommendation has more than one limb. A reply to the whole can pass over one of them."
      case .recommendationWithoutDeadline:
        "No limb of the recommendation says by when it is to be done."
      case .deadlineOfSomeLimbs:
        "One limb says by when it is to be done and another does not, so that the time of the first "
          + "may be read as that of all, or of none."
      case .deadlineVague:
        "The words of the deadline, such as “urgently”, give no day on which it could be missed."
      case .deadlineWaitsForEvent:
        "The deadline hangs on an event that nobody has logged with its source; until somebody does, "
          + "its clock stands still."
      case .limbSuspect:
        "The words of the recommendation changed after a person had confirmed the limb, or the limb is "
          + "not found in them."
      case .limbInUnnumberedParagraph:
        "The limb stands in a further paragraph of the recommendation, which has no number of its own."
      case .limbWithoutAddressee:
        "Another limb of the recommendation has an addressee on record, and this one has none; whom "
          + "its words name is proposed and not recorded."
      case .limbWithoutEvidence:
        "What supports the recommendation is linked to other limbs of it, and nothing to this one nor "
          + "to the recommendation as a whole."
      case .addresseesWithoutLead:
        "Where several are asked and none leads, each may wait for the others."
      case .addresseeIsCommittee:
        "The Government answers for departments and not for committees of Parliament, which are under "
          + "no duty to reply."
      case .recommendationTakesUpEarlier:
        "The recommendation repeats, strengthens, extends or supersedes one that was made before."
      case .earlierRecommendationNotTakenUp:
        "The report of the inquiry that this one follows recommended it, and none of the recommendations "
          + "here repeats, strengthens, extends or supersedes it. A reader will ask what became of it."
      case .findingAskUnanswered:
        "The finding says that people wanted or asked for something, and none of the words for it "
          + "stands in a recommendation under it."
      case .conflictOneSided:
        "An affirmed link contrasts with the finding, and of the inquiry's surveys the chapter cites "
          + "one alone."
      case .claimYearDiffers:
        "The sentence says “in 2016” or the like, and neither the survey's fieldwork nor its question "
          + "nor the words cited are of that year."
      case .claimPopulationDiffers:
        "The claim says of whom it is, as in “half of parents”; that is another group of the same "
          + "survey, the population of another of the inquiry's surveys, or people of another age."
      case .claimBelowMinimumBase:
        "The policy of the inquiry names a number of respondents below which no figure is to be told, "
          + "and fewer answered."
      case .claimTellsHeldBack:
        "The survey's public tables hold the figure back, because so few are meant that somebody could "
          + "be found out. A sentence, heading or row of a table that cites the answer, and a sentence "
          + "next to it, may not tell its count or percentage, in digits or in words; nor may one that "
          + "cites the whole survey, unless its public tables show the same number."
      case .omittedWordsPrinted:
        "A paragraph prints words that are left out, for the public, of the evidence that it cites; or "
          + "a paragraph, a limb, what is taken up of a document, or the reference of a public document "
          + "prints a name that is left out of published evidence."
      case .consentToQuoteMissing:
        "A paragraph, or the quote of a link, repeats words whose author has not agreed to be quoted."
      case .privateWordsCited:
        "A citation or an affirmed link rests on words that were said while the session sat in private."
      case .anonymousNamed:
        "A paragraph, heading or title, a limb, what is taken up of a document, or the reference of a "
          + "public document names somebody whose submission is published without the name, or who "
          + "agreed to publication alone."
      }
    }
  }
}
