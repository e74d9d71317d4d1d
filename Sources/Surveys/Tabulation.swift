/// Counts answers; every figure of a survey comes from here.
public struct Tabulation: Sendable {
  public let instrument: Instrument
  public let responses: Responses

  public init(_ instrument: Instrument, _ responses: Responses) {
    self.instrument = instrument
    self.responses = responses
  }

  /// The answers to a question, and where asked for by the answers to another.
  ///
  /// A group is whoever gave one answer to the other question; where several
  /// could be ticked, groups overlap. Who gave none is among everybody only.
  ///
  /// - Parameters:
  ///   - question: Its place in the instrument; not one answered in words.
  ///   - other: The place of the question that makes the groups.
  /// - Complexity: One pass over the answers for each question named.
  public func table(of question: Int, by other: Int? = nil) -> SurveyTable {
    let asked = instrument.questions[question]
    var columns = [column(of: question, for: nil, among: nil)]
    if let other {
      let grouping = instrument.questions[other]
      let members = Self.members(
        of: responses.answers[other], optionCount: grouping.options.count)
      columns += instrument.optionsInBase(of: grouping).map { option in
        column(of: question, for: grouping.options[option], among: members[option])
      }
    }
    return SurveyTable(
      question: asked, by: other.map { instrument.questions[$0] }, options: asked.options,
      columns: columns, weightScale: responses.weights?.scale)
  }

  /// The respondents of each group, by their places.
  private static func members(of answers: Answers, optionCount: Int) -> [[Int32]] {
    var members: [[Int32]] = Array(repeating: [], count: optionCount)
    switch answers {
    case .single(let codes):
      for (place, code) in codes.enumerated() where code > 0 {
        members[Int(code) - 1].append(Int32(place))
      }
    case .multiple(let masks):
      for (place, mask) in masks.enumerated() {
        forEachTick(in: mask) { members[$0].append(Int32(place)) }
      }
    case .text: break
    }
    return members
  }

  @inline(__always)
  private static func forEachTick(in mask: UInt64, _ body: (Int) -> Void) {
    var rest = mask & ~Answers.noneTicked
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }

  private func column(
    of question: Int, for group: SurveyOption?, among members: [Int32]?
  ) -> SurveyTable.Column {
    let options = instrument.questions[question].options
    let isInBase = options.map(instrument.isInBase)
    var cells = Array(repeating: SurveyTable.Figure(), count: options.count)
    var base = SurveyTable.Figure()
    var skipped = SurveyTable.Figure()
    let weights = responses.weights?.scaled
    switch responses.answers[question] {
    case .single(let codes):
      Self.each(among: members, of: responses.count) { place in
        let weight = weights?[place] ?? 1
        let code = Int(codes[place])
        guard code > 0 else { return skipped.add(weight) }
        cells[code - 1].add(weight)
        if isInBase[code - 1] { base.add(weight) }
      }
    case .multiple(let masks):
      let counting = options.indices.reduce(into: Answers.noneTicked) { mask, option in
        if isInBase[option] { mask |= 1 << UInt64(option) }
      }
      Self.each(among: members, of: responses.count) { place in
        let weight = weights?[place] ?? 1
        let mask = masks[place]
        guard mask != 0 else { return skipped.add(weight) }
        Self.forEachTick(in: mask) { cells[$0].add(weight) }
        if mask & counting != 0 { base.add(weight) }
      }
    case .text: break
    }
    return SurveyTable.Column(group: group, cells: cells, base: base, skipped: skipped)
  }

  @inline(__always)
  private static func each(among members: [Int32]?, of count: Int, _ body: (Int) -> Void) {
    if let members {
      for member in members { body(Int(member)) }
    } else {
      for place in 0..<count { body(place) }
    }
  }
}
