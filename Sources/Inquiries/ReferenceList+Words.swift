extension ReferenceList {
  /// The fewest words that name these references again: runs as ranges.
  ///
  /// What ``init(_:except:)`` reads back as the same references, so that a
  /// message can offer them to be typed.
  public static func words(naming references: [String]) -> [String] {
    var runs: [(first: String, last: String)] = []
    for reference in references {
      if let run = runs.last, successor(of: run.last) == reference {
        runs[runs.count - 1].last = reference
      } else {
        runs.append((reference, reference))
      }
    }
    return runs.map { run in
      run.first == run.last ? run.first : "\(run.first)-\(series(of: run.last).digits)"
    }
  }

  /// `CTI0013` after `CTI0012`; nothing after `OS6-summary`, which is no number.
  private static func successor(of reference: String) -> String? {
    let (letters, digits) = series(of: reference)
    guard !letters.isEmpty, !digits.contains("-"), let number = Int(digits) else { return nil }
    let next = String(number + 1)
    return letters + String(repeating: "0", count: max(0, digits.count - next.count)) + next
  }

  private static func series(of reference: String) -> (letters: String, digits: String) {
    let letters = reference.prefix { !$0.isNumber }
    return (String(letters), String(reference[letters.endIndex...]))
  }
}
