/// A moment in UTC, to the microsecond, as PostgreSQL keeps it.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Microseconds since 1 January 1970, 00:00 UTC.
  public let microseconds: Int64

  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }

  /// `2018-02-06T10:15:00Z`, fractions of a second cut off.
  public var description: String {
    let seconds =
      microseconds >= 0 ? microseconds / 1_000_000 : (microseconds - 999_999) / 1_000_000
    let days = Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    let rest = Int(seconds) - days * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return
      "\(Day(daysSince1970: days))T\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  /// `2018-02-06T10:15:00.000250Z`, to the microsecond.
  public var precise: String {
    let fraction = String(((microseconds % 1_000_000) + 1_000_000) % 1_000_000)
    let zeros = String(repeating: "0", count: 6 - fraction.count)
    return "\(description.dropLast()).\(zeros)\(fraction)Z"
  }

  /// Reads the form that ``description`` prints, and the ``precise`` one.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "T")
    guard parts.count == 2, parts[1].hasSuffix("Z"), let day = Day(parts[0]) else { return nil }
    let time = parts[1].dropLast().split(separator: ".", omittingEmptySubsequences: false)
    let fraction = time.count == 2 ? time[1] : "0"
    guard (1...2).contains(time.count), (1...6).contains(fraction.count),
      fraction.allSatisfy({ $0.isASCII && $0.isNumber }),
      let micro = Int64(fraction + String(repeating: "0", count: 6 - fraction.count))
    else { return nil }
    let clock = time[0].split(separator: ":").map { Int($0) }
    guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
      (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
    else { return nil }
    let seconds = day.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second
    self.init(microseconds: Int64(seconds) * 1_000_000 + micro)
  }
}
