/// Words with which people speak for or against something.
///
/// A vector does not know for from against: “fees should rise” is near to “fees
/// should never rise”. These words say that a passage may be the other side, and
/// no more than that; whether it is, a person decides.
enum ContrastCues {
  /// What a word may do in a clause.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt32

    static let denial = Kinds(rawValue: 1 << 0)
    /// Behind a denial these make it none: “not only”, “no later than”.
    static let limiting = Kinds(rawValue: 1 << 1)
    static let approving = Kinds(rawValue: 1 << 2)
    /// These tell a side only where they are denied: “do not think”, “not necessary”.
    static let weighing = Kinds(rawValue: 1 << 3)
    /// Of these, those that tell nothing of what is over: “they did not help us”.
    static let helping = Kinds(rawValue: 1 << 4)
    /// What there is said to be none of: “no evidence”.
    static let ground = Kinds(rawValue: 1 << 5)
    static let modal = Kinds(rawValue: 1 << 6)
    static let auxiliary = Kinds(rawValue: 1 << 7)
    static let past = Kinds(rawValue: 1 << 8)
    /// Behind these a denial is of the whole clause: “would not”.
    static let binding = Kinds(rawValue: 1 << 9)
    /// Before these a clause ends.
    static let parting = Kinds(rawValue: 1 << 10)
    static let speaker = Kinds(rawValue: 1 << 11)
    /// With these begins a clause of something else: “people who”, “if”.
    static let subordinate = Kinds(rawValue: 1 << 12)
    /// What “that” goes on from: “the idea that”.
    static let idea = Kinds(rawValue: 1 << 13)
    /// These speak of nothing.
    static let linking = Kinds(rawValue: 1 << 14)
    static let opening = Kinds(rawValue: 1 << 15)

    /// Without one of these a clause takes no side.
    static let telling: Kinds = [.denial, .approving, .modal, .opening]
  }

  /// Runs of words, by the first of them.
  struct Phrases: Sendable {
    let byFirst: [String: [[String]]]

    init(_ list: String) {
      byFirst = Dictionary(
        grouping: list.split(separator: ",").map {
          $0.split(whereSeparator: \.isWhitespace).map(String.init)
        }, by: { $0.first ?? "" })
    }

    /// Where the first of them stands.
    func first(in words: ArraySlice<SpokenWord>) -> Range<Int>? {
      for place in words.indices where words[place].kinds.contains(.opening) {
        for phrase in byFirst[words[place].word] ?? []
        where words[place...].lazy.map(\.word).starts(with: phrase) {
          return place..<place + phrase.count
        }
      }
      return nil
    }
  }

  /// Who says these is against what follows, so that a denial turns them either way:
  /// “no objection to”, “it would be wrong not to”.
  static let opposing = Phrases(
    """
    oppose, opposes, opposed, opposing, opposition, objection, objections, object to, objects to,
    objected to, disagree, disagrees, disagreed, reject, rejects, resist, am against, are against,
    is against, was against, were against, be against, i'm against, we're against,
    strongly against, firmly against, argue against, speak against, spoke against, advise against,
    warn against, vote against, caution against, be wrong, is wrong, are wrong, was wrong,
    were wrong, wrong to, quite wrong, simply wrong, be a mistake, is a mistake, was a mistake,
    mistake to, mistaken, far from, on the contrary, contrary to, sceptical
    """)

  /// These find fault, unless they are denied themselves: “not too costly”.
  static let faulting = Phrases(
    """
    unnecessary, disproportionate, unfair, unworkable, unreasonable, unjustified, unaffordable,
    impractical, pointless, counterproductive, poor value, bad value, bad idea, too costly,
    too expensive, too far, too burdensome, a waste, waste of, unintended consequence,
    unintended consequences
    """)

  private static let lists: [(Kinds, String)] = [
    (.denial, "not never no nor neither nobody none cannot"),
    (.limiting, "only just merely simply least later more less fewer sooner doubt matter"),
    (
      .approving,
      """
      support supports supported supporting favour favours favoured want wants wanted agree agrees
      agreed welcome welcomes endorse endorses recommend recommends
      """
    ),
    (
      .weighing,
      """
      think thinks believe believes accept accepts like help work need needs needed necessary
      convinced persuaded sure case why justified fair right sensible reasonable proportionate
      worth practical workable affordable afford sense solution answer
      """
    ),
    (.helping, "help work like"),
    (.ground, "evidence reason justification benefit value point"),
    (.modal, "should must ought shall shouldn't mustn't oughtn't"),
    (
      .auxiliary,
      """
      do does did would could can will is are was were am be should must has have had may might
      """
    ),
    (.past, "did has have had didn't hasn't haven't hadn't"),
    (.binding, "should must ought shall would could can will be"),
    (.parting, "but although though whereas because while since"),
    (.speaker, "i we they it he she you this that there"),
    (.subordinate, "who which whom whose where when if unless whether"),
    (.idea, "idea view suggestion proposal argument claim notion"),
    (.linking, "however therefore frankly personally indeed overall"),
  ]

  private static let known: [String: Kinds] = {
    var known: [String: Kinds] = [:]
    for (kind, list) in lists {
      for word in list.split(whereSeparator: \.isWhitespace) {
        known[String(word), default: []].insert(kind)
      }
    }
    for first in Array(opposing.byFirst.keys) + Array(faulting.byFirst.keys) {
      known[first, default: []].insert(.opening)
    }
    return known
  }()

  static func kinds(of word: String) -> Kinds {
    let kinds = known[word] ?? []
    return word.utf8.suffix(3).elementsEqual("n't".utf8) ? kinds.union(.denial) : kinds
  }
}
