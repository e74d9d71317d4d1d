extension Remark.Code {
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
        + "cites the whole survey, unless its public tables show the same number; nor may a sentence "
        + "or row of a table without citation, a title or a limb that names the answer with its survey or question, or "
        + "tells count and percentage together. A ratio as people say it, such as two in three, tells "
        + "only what it comes to, and a number in a quotation of other evidence tells nothing. Where "
        + "a plain count beside a citation may be of something else, a clerk who is an author, or an "
        + "administrator, can let it stand."
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
