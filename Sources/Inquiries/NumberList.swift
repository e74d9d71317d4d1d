/// The numbers that a person names in a few words: `12-20`, `41`, and what is
/// to be left out of them.
public struct NumberList: Hashable, Sendable {
  /// Each number once, in the order in which it was first named.
  public let numbers: [Int]

  /// - Parameters:
  ///   - words: Numbers and ranges; one word may hold several, with commas.
  ///   - except: What to leave out, written in the same way.
  /// - Throws: ``Refusal`` `number_range_form`, or `number_exception_unused` for
  ///   an exception that the list does not hold.
  public init(_ words: [String], except: [String] = []) throws(Refusal) {
    let named = try NumberList.expanded(words, field: nil)
    let left = try NumberList.expanded(except, field: "except")
    let known = Set(named)
    if let unused = left.first(where: { !known.contains($0) }) {
      throw Refusal(
        .invalid, "number_exception_unused",
        "\(unused) is to be left out and is not among what is named; correct the exception or the range.",
        field: "except")
    }
    let exceptions = Set(left)
    numbers = named.filter { !exceptions.contains($0) }
  }

  /// The fewest words that name these numbers again: runs as ranges.
  public static func words(naming numbers: [Int]) -> [String] {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let run = runs.last, run.upperBound + 1 == number {
        runs[runs.count - 1] = run.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
  }

  private static func expanded(_ words: [String], field: String?) throws(Refusal) -> [Int] {
    var seen: Set<Int> = []
    var all: [Int] = []
    let parts = words.flatMap { $0.split { $0 == "," || $0 == ";" || $0.isWhitespace } }
    for part in parts {
      for number in try range(part, field: field) where seen.insert(number).inserted {
        all.append(number)
      }
    }
    return all
  }

  private static func range(
    _ word: Substring, field: String?
  ) throws(Refusal) -> ClosedRange<Int> {
    let ends = word.split(omittingEmptySubsequences: false) { "-‐‑‒–—−".contains($0) }
      .map { $0.allSatisfy { $0.isASCII && $0.isNumber } ? Int($0) : nil }
    if ends.count == 2, let first = ends[0], let last = ends[1], first > last, last > 0 {
      throw Refusal(
        .invalid, "number_range_form",
        "“\(word)” runs backwards; write \(last)-\(first).", field: field)
    }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
      first > 0, last >= first, last - first < ReferenceList.most
    else {
      throw Refusal(
        .invalid, "number_range_form",
        "“\(word)” is no number and no range of up to \(ReferenceList.most); write 41 or 12-20.",
        field: field)
    }
    return first...last
  }
}
