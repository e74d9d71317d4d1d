import Inquiries

/// What is to be said of the claims: one by one, and side by side where several
/// rest on one answer.
enum ClaimChecks {
  static func remarks(on entries: [ClaimEntry], minimumBase: Int? = nil) -> [Remark] {
    entries.flatMap(remarks(on:)) + sideBySide(entries)
      + entries.compactMap { below(minimumBase, $0.claim) }
  }

  /// A figure of fewer respondents than the inquiry asks for.
  private static func below(_ minimum: Int?, _ claim: Claim) -> Remark? {
    guard let minimum, let base = claim.base, base < minimum, !claim.isNumber else { return nil }
    return Remark(
      code: .claimBelowMinimumBase, place: place(claim),
      sentence:
        "“\(claim.words)” in \(claim.place) rests on \(base) who answered; this inquiry asks "
        + "for \(minimum).",
      remedy: "Leave the figure out, or say how few they are.", subject: claim.words,
      about: summary(claim))
  }

  /// The sentence of a claim of the public summary, which is no block whose words a waiver
  /// could be held to.
  private static func summary(_ claim: Claim) -> String? {
    claim.paragraph == nil && claim.line == nil ? claim.sentence : nil
  }

  private static func remarks(on entry: ClaimEntry) -> [Remark] {
    let claim = entry.claim
    func remark(_ code: Remark.Code, _ sentence: String, _ remedy: String) -> Remark {
      Remark(
        code: code, place: place(claim), sentence: sentence, remedy: remedy, subject: claim.words,
        about: summary(claim))
    }
    guard let target = claim.boundTo else {
      let mark = entry.lostMark.map { " It is marked with what is no one place: \($0)" } ?? ""
      let bind = "Cite what it rests on beside it, or bind it: inquiry claim bind \(claim.number)."
      return [
        claim.isNumber
          ? remark(
            .numberUnbound,
            "The number “\(claim.words)” in \(claim.place) rests on nothing.\(mark)", bind)
          : remark(
            .claimUnbound, "“\(claim.words)” in \(claim.place) rests on no figure.\(mark)", bind)
      ]
    }
    let told = "“\(claim.words)” in \(claim.place) rests on \(target)."
    var remarks: [Remark] = []
    if claim.binding == .suspect {
      remarks.append(
        remark(
          .claimBindingSuspect,
          "“\(claim.words)” in \(claim.place) was bound to \(target) when one of the two had other words.",
          "Read both and bind it again: inquiry claim bind \(claim.number)."))
    }
    switch claim.verdict {
    case .holds: break
    case .trueButLoose:
      remarks.append(
        remark(
          .claimLoose, "\(told) \(claim.reason) That is true and loose.",
          "Say it with a nearer phrase."))
    case .fails where entry.judgement.isImpossible:
      remarks.append(
        remark(
          .percentageImpossible, "\(told) \(claim.reason)",
          "Look up the percentage and the base, and mend the one that is wrong."))
    case .fails:
      remarks.append(
        remark(
          .claimFails, "\(told) \(claim.reason)",
          "Mend the words, or bind them to the figure that they tell."))
    case .noBase:
      remarks.append(
        remark(
          .claimWithoutBase, "\(told) \(claim.reason)",
          "Find out how many answered and print it beside the figure, or say that it is not known.")
      )
    // The words cited need not have it in digits.
    case .unchecked where claim.isNumber && claim.binding == .proposed: break
    case .unchecked where entry.judgement.isHeldBack:
      remarks.append(remark(.claimTellsHeldBack, "\(told) \(claim.reason)", "Take the figure out."))
    case .unchecked where entry.measure.kind == .denial:
      remarks.append(
        remark(
          .claimUnchecked, "\(told) \(claim.reason)",
          "Write what the figure is, such as “fewer than half” for “not half”."))
    case .unchecked:
      remarks.append(
        remark(
          .claimUnchecked, "\(told) \(claim.reason)",
          "Bind it to the one answer meant, or say what the figure is there (--figure)."))
    }
    for departure in entry.departures {
      switch departure {
      case .years(let told, let years):
        remarks.append(
          remark(
            .claimYearDiffers,
            "“\(claim.words)” in \(claim.place) is told of \(listed(told)), and \(target), on which it "
              + "rests, is of \(listed(years)).",
            "Say the year of the figure, or bind the claim to a figure of that year."))
      case .people(let told, let people):
        remarks.append(
          remark(
            .claimPopulationDiffers,
            "“\(claim.words)” in \(claim.place) is told of “\(told)”, and \(target), on which it "
              + "rests, is of “\(people)”.",
            "Say whom the figure is of, or bind the claim to a figure of those it names."))
      }
    }
    if entry.judgement.hangsOnOne, claim.verdict == .holds || claim.verdict == .trueButLoose {
      remarks.append(
        remark(
          .claimHangsOnOne, "\(told) \(claim.reason) One respondent more or less changes it.",
          "Give the counts beside the words."))
    }
    if let caution = entry.caution {
      remarks.append(remark(.claimOnSmallBase, "\(told) \(caution)", "Say so beside the figure."))
    }
    if let base = claim.base, !claim.isNumber, !entry.isBasePrinted {
      remarks.append(
        remark(
          .baseNotPrinted, "\(told) Its base, \(base), is not printed beside it.",
          "Write how many answered: (base \(base))."))
    }
    return remarks
  }

  /// `2016 and 2017`; a run of years by its ends.
  private static func listed(_ years: [Int]) -> String {
    guard years.count > 2, let first = years.first, let last = years.last,
      last - first == years.count - 1
    else { return years.map { "\($0)" }.joined(separator: " and ") }
    return "\(first) to \(last)"
  }

  private static func place(_ claim: Claim) -> Remark.Place {
    Remark.Place(
      paragraph: claim.paragraph, line: claim.line, key: claim.key, locator: claim.boundTo)
  }

  /// Linear in the claims but for the sorting of the answers.
  private static func sideBySide(_ entries: [ClaimEntry]) -> [Remark] {
    let shares = entries.filter { !$0.claim.isNumber }
    let groups = Dictionary(grouping: shares) { $0.claim.boundTo ?? "" }
    return groups.filter { !$0.key.isEmpty && $0.value.count > 1 }
      .sorted { $0.key < $1.key }
      .flatMap { [strength($0.value, $0.key), proposition($0.value, $0.key)].compactMap { $0 } }
  }

  /// Different phrases for one figure, and the percentages of which all may be said.
  private static func strength(_ entries: [ClaimEntry], _ target: String) -> Remark? {
    let entries = entries.filter { $0.measure.kind != .denial }
    let windows = Set(entries.map(\.measure.holds))
    guard windows.count > 1 else { return nil }
    let common = windows.reduce(Window.all) { $0.intersection($1) }
    let agreement: String
    if common.isEmpty {
      agreement = "No figure fits them all."
    } else {
      // Those that set its ends, which disagree soonest.
      let low = entries.first {
        $0.measure.holds.lower == common.lower && $0.measure.holds.hasLower == common.hasLower
      }
      let high = entries.first {
        $0.measure.holds.upper == common.upper && $0.measure.holds.hasUpper == common.hasUpper
      }
      let ends = [low, high].compactMap { entry in entry.map { "“\($0.claim.words)”" } }
      agreement =
        (Set(ends).count > 1
          ? "\(ends.joined(separator: " and ")) agree only " : "They agree only ")
        + "\(common.inWords)."
    }
    return Remark(
      code: .claimsDifferInStrength, place: place(of: target),
      sentence:
        "\(target) is told in \(windows.count) strengths: \(listed(entries)). \(agreement)",
      remedy: "Tell one figure in one phrase everywhere.",
      about: Set(entries.map(\.claim.words)).sorted().joined(separator: "\n"))
  }

  /// A claim that leaves out more than half of what another takes over from the
  /// question speaks of something else.
  private static func proposition(_ entries: [ClaimEntry], _ target: String) -> Remark? {
    guard let fullest = entries.max(by: { $0.topic.count < $1.topic.count })?.topic,
      fullest.count > 1
    else { return nil }
    let others = entries.filter { 2 * $0.topic.intersection(fullest).count < fullest.count }
    guard !others.isEmpty else { return nil }
    let kept = entries.filter { entry in !others.contains(entry) }
    return Remark(
      code: .claimsDifferInProposition, place: place(of: target),
      sentence:
        "\(listed(others)) \(others.count == 1 ? "tells" : "tell") \(target) of something else than "
        + "\(listed(kept)): “\(others[0].claim.shownSentence)” beside "
        + "“\(kept[0].claim.shownSentence)”.",
      remedy: "Say what was asked, in the words of the question.",
      about: Set(entries.map(\.claim.sentence)).sorted().joined(separator: "\n"))
  }

  private static func listed(_ entries: [ClaimEntry]) -> String {
    entries.map { "“\($0.claim.words)” (\($0.claim.place))" }.joined(separator: ", ")
  }

  private static func place(of target: String) -> Remark.Place {
    Remark.Place(
      reference: String(target.prefix { $0 != "-" && $0 != "," }), locator: target)
  }
}
