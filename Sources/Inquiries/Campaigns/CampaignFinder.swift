/// Puts submissions together that share most of their words: the same letter
/// sent by many, often with words of the signatory's own.
///
/// Texts are compared by their shingles, the runs of ``shingleLength`` words in
/// them, and of the shorter of two texts it is asked how much stands in the other:
/// a letter is known however much somebody added to it. Words of the calls that
/// they answer are left out of both. Nothing is compared with everything: going
/// from the shortest text up, each is compared with those letters alone that share
/// a shingle with it which few share. So the work grows with the number of words,
/// not with the square of the texts.
///
/// - SeeAlso: A. Broder, S. Glassman, M. Manasse, G. Zweig, Syntactic clustering
///   of the Web, 1997: shingles, containment, and comparing by those whose number
///   is 0 modulo m.
public enum CampaignFinder {
  /// Words in a shingle. C. Manning, P. Raghavan, H. Schütze, Introduction to
  /// Information Retrieval, 2008, 19.6, has 4 as typical for near duplicates.
  static let shingleLength = 4

  /// Share of the shorter text's shingles that must stand in the longer, as in
  /// the paper of 1997: one half.
  static func isAlike(shared: Int, ofShorter count: Int) -> Bool {
    2 * shared >= count
  }

  /// One in so many shingles is looked at to find what is worth comparing.
  private static let modulus: UInt64 = 4
  /// Of those looked at, three eighths must be shared: less than the half that
  /// counts in the end, because so few speak for all.
  private static func isWorthComparing(shared: Int, ofShorter count: Int) -> Bool {
    8 * shared >= 3 * count
  }

  /// What has fewer shingles is known again by all its words alone: a line or
  /// two are alike by chance, and too few of them are looked at.
  static let fewest = 24
  /// A shingle that so many letters share is a set phrase and tells none of them.
  private static let mostSharing = 64

  /// What is kept of a text to find others like it; a fraction of its words.
  public struct Sketch: Sendable {
    let wordCount: Int
    let whole: UInt64
    let chosen: [UInt64]
    let standing: CampaignStanding
    let campaign: String?

    /// - Parameters:
    ///   - standing: What a clerk said of it.
    ///   - campaign: The campaign that it was confirmed to be of.
    ///   - asked: What it answers.
    public init(
      of paragraphs: [String], _ standing: CampaignStanding, campaign: String?,
      without asked: AskedWords = AskedWords([])
    ) {
      let words = LetterWords(paragraphs, without: asked)
      self.standing = standing
      self.campaign = campaign
      wordCount = words.words.count
      whole = words.whole
      let shingles = words.shingles.map(\.hash)
      chosen =
        shingles.count < fewest
        ? [] : Set(shingles.lazy.filter { $0 % modulus == 0 }).sorted()
    }
  }

  /// Texts that may be of one campaign, by their places among the sketches.
  public struct Group: Hashable, Sendable {
    /// The letter that the others are compared with.
    public let letter: Int
    /// All of them in order, the letter too.
    public var members: [Int]
  }

  /// Which texts may be of one campaign.
  ///
  /// Those that a clerk put into a campaign stay in it, with its shortest as the
  /// letter. Two of which a clerk has spoken are not put together again.
  ///
  /// - Complexity: In the number of words; the order of the sketches decides
  ///   between equals.
  /// - Returns: By the first member: campaigns of a clerk, and groups of two or more.
  public static func groups(of sketches: [Sketch]) -> [Group] {
    var found = Finding(sketches)
    let order = sketches.indices.sorted {
      (sketches[$0].wordCount, $0) < (sketches[$1].wordCount, $1)
    }
    let confirmed = Dictionary(grouping: order.filter { sketches[$0].campaign != nil }) {
      sketches[$0].campaign
    }
    for (_, members) in confirmed.sorted(by: { $0.value[0] < $1.value[0] }) {
      // A covering note is shorter than the letter, and like nothing.
      let letter = members.first { !sketches[$0].chosen.isEmpty } ?? members[0]
      found.begin(letter, with: members)
    }
    for place in order where sketches[place].campaign == nil { found.place(place) }
    return found.groups.values
      .filter { $0.members.count > 1 || sketches[$0.letter].campaign != nil }
      .map { Group(letter: $0.letter, members: $0.members.sorted()) }
      .sorted { $0.members[0] < $1.members[0] }
  }

  private struct Finding {
    let sketches: [Sketch]
    /// By their letters.
    var groups: [Int: Group] = [:]
    private var letters: [UInt64: [Int]] = [:]
    private var same: [UInt64: Int] = [:]
    /// What stands in one text alone finds nothing, and is most of it.
    private let shared: Set<UInt64>

    init(_ sketches: [Sketch]) {
      self.sketches = sketches
      let all = sketches.flatMap(\.chosen).sorted()
      shared = Set(zip(all, all.dropFirst()).lazy.filter { $0 == $1 }.map(\.0))
    }

    mutating func place(_ place: Int) {
      if let letter = letter(for: place) {
        groups[letter]?.members.append(place)
      } else {
        begin(place, with: [place])
      }
    }

    mutating func begin(_ place: Int, with members: [Int]) {
      groups[place] = Group(letter: place, members: members)
      if sketches[place].wordCount > 0, same[sketches[place].whole] == nil {
        same[sketches[place].whole] = place
      }
      for shingle in sketches[place].chosen where shared.contains(shingle) {
        letters[shingle, default: []].append(place)
      }
    }

    /// The letter that a text is most like; the first of equals.
    private func letter(for place: Int) -> Int? {
      let text = sketches[place]
      if let letter = same[text.whole], mayJoin(place, letter) { return letter }
      var counts: [Int: Int] = [:]
      for shingle in text.chosen {
        guard let sharing = letters[shingle], sharing.count <= mostSharing else { continue }
        for letter in sharing { counts[letter, default: 0] += 1 }
      }
      let likely = counts.filter { letter, count in
        mayJoin(place, letter)
          && isWorthComparing(
            shared: count, ofShorter: min(text.chosen.count, sketches[letter].chosen.count))
      }
      return likely.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }

    private func mayJoin(_ place: Int, _ letter: Int) -> Bool {
      sketches[place].standing == .open || sketches[letter].standing == .open
    }
  }
}
