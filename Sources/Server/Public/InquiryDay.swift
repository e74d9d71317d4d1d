import Conduct
import Inquiries

/// The day on which an answer was made, in the inquiry's time zone, where what
/// it tells depends on that.
struct InquiryDay: Hashable, Sendable {
  let day: Day
  let timeZone: String

  init(_ now: Instant, in timeZone: String) {
    day = Calendars.day(of: now, in: timeZone)
    self.timeZone = timeZone
  }

  /// Whether it is still that day.
  func holds(at now: Instant) -> Bool {
    Calendars.day(of: now, in: timeZone) == day
  }
}
