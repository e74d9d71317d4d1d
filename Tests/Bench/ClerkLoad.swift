import Foundation
import Inquiries
import Wire

/// Clerks who write, each in an inquiry of their own and as fast as one types.
struct ClerkLoad {
  static let clerks = 4

  let url: String
  let token: String

  /// The time in seconds that all but one of a hundred writes stay below.
  func slowest(seconds: Double) async throws -> (p99: Double, count: Int) {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    let client = Client(base: url, token: token, attempts: 1)
    let times = try await withThrowingTaskGroup(of: [Double].self) { group in
      for clerk in 0..<ClerkLoad.clerks {
        group.addTask {
          var times: [Double] = []
          var session = 1
          while clock.now < end {
            let consent = ConsentRequest(
              references: ["OS\(session)"], witness: nil, consent: .given, givenBy: "a signed form",
              on: Day(daysSince1970: 19_000))
            let start = clock.now
            _ = try await client.write(
              "POST", "/api/v1/inquiries/\(LoadPlan.slug(clerk + 2))/consents", consent)
            times.append((clock.now - start) / .seconds(1))
            session = session % 40 + 1
            try await Task.sleep(for: .milliseconds(20))
          }
          return times
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }.sorted()
    guard !times.isEmpty else { throw Machine.Failed(description: "no clerk wrote anything") }
    return (times[min(times.count - 1, times.count * 99 / 100)], times.count)
  }
}
