import Foundation

/// Fifty thousand words, drawn as often as in speech: the word of rank r about
/// 1 / (r + 2.7) of the time (Mandelbrot 1953), the commonest ones real.
struct Vocabulary {
  private static let common = """
    the of to and that in is it a we you for have on are be this was with not as there they do what \
    at I but which or one from would by think people if about so very an has will can their been \
    more all our some when were had who out other those up than into how no your my because also \
    time could work them need support where should evidence children committee department local \
    government service families health number system question point years care
    """.split(separator: " ").map(String.init)

  private let words: [[UInt8]]
  /// Alias table (Vose 1991): one draw and one comparison a word, whatever the ranks.
  private let chance: [Double]
  private let alias: [Int]

  init(count: Int = 50_000, seed: UInt64 = 1) {
    var dice = Dice(seed: seed)
    var words = Vocabulary.common
    var seen = Set(words)
    while words.count < count {
      let word = Vocabulary.word(rank: words.count, &dice)
      if seen.insert(word).inserted { words.append(word) }
    }
    self.words = words.map { Array($0.utf8) }
    let weights = (0..<count).map { 1 / (Double($0) + 2.7) }
    let mean = weights.reduce(0, +) / Double(count)
    var scaled = weights.map { $0 / mean }
    var chance = Array(repeating: 1.0, count: count)
    var alias = Array(0..<count)
    var small = scaled.indices.filter { scaled[$0] < 1 }
    var large = scaled.indices.filter { scaled[$0] >= 1 }
    while let less = small.popLast(), let more = large.last {
      chance[less] = scaled[less]
      alias[less] = more
      scaled[more] -= 1 - scaled[less]
      if scaled[more] < 1 {
        large.removeLast()
        small.append(more)
      }
    }
    self.chance = chance
    self.alias = alias
  }

  /// Rarer words are longer.
  private static func word(rank: Int, _ dice: inout Dice) -> String {
    let heads = Array("bcdfghjklmnprstvwbcdlmnprst")
    let vowels = ["a", "e", "i", "o", "u", "ea", "ou", "io"]
    let tails = ["", "n", "r", "s", "t", "l", "nt", "st", "ng"]
    let syllables = 2 + dice.below(rank < 2_000 ? 1 : 2)
    return (0..<syllables).map { _ in
      String(heads[dice.below(heads.count)]) + vowels[dice.below(vowels.count)]
        + tails[dice.below(tails.count)]
    }.joined()
  }

  /// Words as they are spoken: sentences, and paragraphs where it is long.
  ///
  /// Lengths fall off exponentially around a mean, so that a "Yes."
  /// and a speech of many minutes both occur.
  func speech(_ dice: inout Dice, mean: Double = 78) -> String {
    let length = min(900, 1 + Int(-mean * log(1 - dice.fraction())))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(length * 8)
    var left = 0
    var sentences = 0
    for index in 0..<length {
      var word = words[draw(&dice)]
      if left == 0 {
        if let first = word.first, first >= UInt8(ascii: "a") { word[0] = first - 32 }
        left = 6 + dice.below(24)
        sentences += 1
        if index > 0 { bytes.append(sentences % 6 == 0 ? 0x0A : 0x20) }
      } else {
        bytes.append(0x20)
      }
      bytes += word
      left -= 1
      if left == 0 || index == length - 1 {
        bytes.append(UInt8(ascii: "."))
      } else if dice.below(14) == 0 {
        bytes.append(UInt8(ascii: ","))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A name of two words.
  func name(_ dice: inout Dice) -> String {
    (0..<2).map { _ in
      let word = words[Vocabulary.common.count + dice.below(5_000)]
      return String(decoding: word, as: UTF8.self).capitalized
    }.joined(separator: " ")
  }

  private func draw(_ dice: inout Dice) -> Int {
    let index = dice.below(words.count)
    return dice.fraction() < chance[index] ? index : alias[index]
  }
}
