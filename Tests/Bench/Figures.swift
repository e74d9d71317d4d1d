import Foundation

/// Values of the rounds, and what is made of them in the end.
struct Figures {
  private struct Line {
    let name: String
    let value: Double
    let unit: String
    let limit: Double
    let isFloor: Bool
    let note: String
  }

  private var values: [String: [Double]] = [:]
  private var lines: [Line] = []

  /// Notes one value of one round.
  mutating func add(_ value: Double, to name: String) {
    values[name, default: []].append(value)
  }

  func all(_ name: String) -> [Double] { values[name] ?? [] }

  func median(_ name: String) -> Double { Figures.median(all(name)) }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The ratio of two values, round by round.
  func ratios(_ name: String, to reference: String) -> [Double] {
    zip(all(name), all(reference)).map { $0 / $1 }
  }

  /// Holds a value to a limit that it must not fall below.
  mutating func atLeast(_ limit: Double, _ name: String, _ values: [Double], note: String = "") {
    line(name, values, "", limit, isFloor: true, note)
  }

  /// Holds a value to a limit that it must not go over.
  mutating func atMost(
    _ limit: Double, _ name: String, _ values: [Double], unit: String = "", note: String = ""
  ) {
    line(name, values, unit, limit, isFloor: false, note)
  }

  private mutating func line(
    _ name: String, _ values: [Double], _ unit: String, _ limit: Double, isFloor: Bool,
    _ note: String
  ) {
    let spread =
      values.count > 1
      ? "rounds \(Figures.text(values.min() ?? .nan)) to \(Figures.text(values.max() ?? .nan))" : ""
    lines.append(
      Line(
        name: name, value: Figures.median(values), unit: unit, limit: limit, isFloor: isFloor,
        note: [spread, note].filter { !$0.isEmpty }.joined(separator: "; ")))
  }

  static func text(_ number: Double) -> String {
    String(format: abs(number) < 10 ? "%.3f" : abs(number) < 1_000 ? "%.1f" : "%.0f", number)
  }

  /// Prints every figure beside its limit.
  ///
  /// - Returns: Whether all keep to it. One that was not measured does not.
  func print() -> Bool {
    var areKept = true
    for line in lines {
      let isKept = line.isFloor ? line.value >= line.limit : line.value <= line.limit
      areKept = areKept && isKept
      let name = line.name.padding(toLength: 46, withPad: " ", startingAt: 0)
      let value = "\(Figures.text(line.value))\(line.unit)"
        .padding(toLength: 10, withPad: " ", startingAt: 0)
      let limit =
        "\(line.isFloor ? "at least" : "at most ") \(Figures.text(line.limit))\(line.unit)"
        .padding(toLength: 20, withPad: " ", startingAt: 0)
      Swift.print("\(isKept ? "pass" : "OVER")  \(name) \(value) \(limit) \(line.note)")
    }
    return areKept
  }
}
