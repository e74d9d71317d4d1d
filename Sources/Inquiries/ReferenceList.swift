/// The references that a clerk names in a few words.
///
/// `CTI0001-0034`, `CTI0001–CTI0034`, `OS1-4`, `CTI0012`, `OS6-summary`, and
/// what is to be left out of them. Whether there is anything of a reference is
/// not decided here: a range may have holes, and whoever acts on it says so.
public struct ReferenceList: Hashable, Sendable {
  /// Each reference once, in the order in which it was first named.
  public let references: [String]

  /// More than any inquiry takes at one meeting; beyond it a figure is mistyped.
  public static let most = 2_000

  /// Reads a list and takes the exceptions out of it.
  ///
  /// - Parameters:
  ///   - words: References and ranges; one word may hold several, with commas.
  ///   - except: What to leave out, written in the same way.
  /// - Throws: ``Refusal`` `reference_range_form`, `reference_range_backwards`,
  ///   `reference_range_too_long`, or `reference_exception_unused` for an
  ///   exception that the list does not hold.
  public init(_ words: [String], except: [String] = []) throws(Refusal) {
    let named = try Self.expanded(words, field: nil)
    let known = Set(named)
    var left: Set<String> = []
    for word in Self.parts(of: except) {
      for reference in try Self.references(of: word, field: "except") {
        guard known.contains(reference) else {
          throw Refusal(
            .invalid, "reference_exception_unused",
            "“\(word)” is to be left out, and \(reference) is not among what is named; correct the exception or the range.",
            field: "except")
        }
        left.insert(reference)
      }
    }
    references = named.filter { !left.contains($0) }
  }

  private static func expanded(_ words: [String], field: String?) throws(Refusal) -> [String] {
    var seen: Set<String> = []
    var all: [String] = []
    for word in parts(of: words) {
      for reference in try references(of: word, field: field)
      where seen.insert(reference).inserted {
        all.append(reference)
      }
      guard all.count <= most else { throw tooLong(word, field: field) }
    }
    return all
  }

  private static func parts(of words: [String]) -> [String] {
    words.flatMap { $0.split { $0 == "," || $0 == ";" || $0.isWhitespace } }.map(String.init)
  }

  private static func references(of word: String, field: String?) throws(Refusal) -> [String] {
    let parts = word.split(omittingEmptySubsequences: false) { "-‐‑‒–—−".contains($0) }
    guard parts.count <= 2, let first = Numbered(parts[0]), !first.prefix.isEmpty else {
      throw badForm(word, field: field)
    }
    guard parts.count == 2 else { return [first.description] }
    if isSuffix(parts[1]) { return ["\(first)-\(parts[1].lowercased())"] }
    guard let last = Numbered(parts[1]), last.prefix.isEmpty || last.prefix == first.prefix,
      // “CTI0001-034” is padded to two widths, so one of its figures is a slip.
      last.digits.first != "0" || last.digits.count == first.digits.count
    else { throw badForm(word, field: field) }
    guard last.number >= first.number else {
      throw Refusal(
        .invalid, "reference_range_backwards",
        "“\(word)” runs backwards, from \(first.number) to \(last.number); name the lower number first, and each number in full.",
        field: field)
    }
    guard last.number - first.number < most else { throw tooLong(word, field: field) }
    return (first.number...last.number).map(first.numbered)
  }

  /// The record that is meant beside the transcript: `summary`, `note`.
  private static func isSuffix(_ text: Substring) -> Bool {
    !text.isEmpty && text.count <= 20 && text.allSatisfy { $0.isASCII && $0.isLetter }
  }

  private static func badForm(_ word: String, field: String?) -> Refusal {
    Refusal(
      .invalid, "reference_range_form",
      "“\(word)” is no reference and no range of them; write CTI0012, OS6-summary, or a range such as CTI0001-0034.",
      field: field)
  }

  private static func tooLong(_ word: String, field: String?) -> Refusal {
    Refusal(
      .invalid, "reference_range_too_long",
      "With “\(word)” more than \(most) references are named; name fewer at a time.",
      field: field)
  }
}

/// Letters and a number, such as `CTI0012`; in the end of a range the letters
/// may be missing.
private struct Numbered: CustomStringConvertible {
  let prefix: String
  let digits: String
  let number: Int

  init?(_ text: Substring) {
    let letters = text.prefix { $0.isASCII && $0.isLetter }
    let digits = text[letters.endIndex...]
    // Nine digits: more than any series, and no overflow.
    guard letters.count <= 10, (1...9).contains(digits.count),
      digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits)
    else { return nil }
    prefix = letters.uppercased()
    self.digits = String(digits)
    self.number = number
  }

  var description: String { prefix + digits }

  /// Another number of the same series, padded as this one is.
  func numbered(_ other: Int) -> String {
    let plain = String(other)
    return prefix + String(repeating: "0", count: max(0, digits.count - plain.count)) + plain
  }
}
