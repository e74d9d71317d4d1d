import Foundation
import Postgres

/// Swift tasks that ask a pool and decode every column.
struct PoolLoad {
  static let callers = 8

  let pool: Pool
  let plan: LoadPlan

  enum Question: Sendable {
    case key, listing
  }

  /// Answers a second over some seconds.
  func rate(_ question: Question, seconds: Double) async throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    let end = start + .seconds(seconds)
    let pool = pool
    let plan = plan
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      for caller in 0..<PoolLoad.callers {
        group.addTask {
          var dice = Dice(seed: UInt64(caller) &+ UInt64(Date().timeIntervalSince1970))
          var done = 0
          while clock.now < end {
            try await PoolLoad.ask(pool, question, plan, &dice)
            done += 1
          }
          return done
        }
      }
      return try await group.reduce(0, +)
    }
    return Double(count) / ((clock.now - start) / .seconds(1))
  }

  private static func ask(
    _ pool: Pool, _ question: Question, _ plan: LoadPlan, _ dice: inout Dice
  ) async throws {
    let inquiry = Loading.id(dice.within(1...plan.inquiries), 0)
    switch question {
    case .key:
      let id = inquiry + dice.within(0...plan.documentsEach * 40)
      _ = try await pool.run { connection in
        try connection.first(Statements.key(id)) { try Statements.Version(&$0) }
      }
    case .listing:
      let session = dice.within(1...plan.documentsEach - 3)
      let ordinal = dice.within(0...40)
      _ = try await pool.run { connection in
        try connection.query(Statements.listing(inquiry, session: session, ordinal: ordinal)) {
          try Statements.Listed(&$0)
        }
      }
    }
  }
}
