import Foundation
public import Inquiries

/// Days of instants, in the time zones of inquiries.
public enum Calendars {
  /// Whether there is a time zone of that IANA name.
  public static func knows(_ timeZone: String) -> Bool {
    TimeZone(identifier: timeZone) != nil
  }

  /// The day on which an instant falls there.
  public static func day(of instant: Instant, in timeZone: String) -> Day {
    let zone = TimeZone(identifier: timeZone) ?? .gmt
    let seconds = Double(instant.microseconds) / 1_000_000
    let shift = zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))
    let local = instant.microseconds / 1_000_000 + Int64(shift)
    return Day(daysSince1970: Int((local - (local < 0 ? 86_399 : 0)) / 86_400))
  }

  /// The instant it is.
  public static func now() -> Instant {
    Instant(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded(.down)))
  }
}
