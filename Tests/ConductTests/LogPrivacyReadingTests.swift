import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// Whose log is in private is asked with every line, so little is read for it.
@Suite(.database) struct LogPrivacyReadingTests {
  /// What all lines of the sitting say, and what is read in their place.
  private func steps(
    _ world: World
  ) async throws -> (all: [LogPrivacy.Step], read: [LogPrivacy.Step]) {
    try await world.read { viewpoint, connection in
      let sitting = try #require(
        try Sitting.find(.plan(1), as: viewpoint, on: connection))
      let lines = try LogLine.standing(of: sitting.id, on: connection).lines
      return (
        all: lines.map { LogPrivacy.Step($0.line) },
        read: try LogPrivacy.Step.last(of: sitting.id, on: connection)
      )
    }
  }

  @Test(arguments: 1...4)
  func `the last lines say of it what all lines say`(_ seed: Int) async throws {
    let world = try await World.make()
    let clerks = [
      try await world.user("Ada", .clerk).actor, try await world.user("Bea", .clerk).actor,
    ]
    try await world.plan(Sample.agenda)
    var dice = UInt64(seed)
    func roll(_ sides: Int) -> Int {
      dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(dice >> 33) % sides
    }
    var inPrivate: Set<Int> = []
    for number in 1...40 {
      let isPrivate = roll(3) == 0
      let isEnd = roll(4) == 0
      // Two runs of the command, one of ids that are no ASCII, and ids without a run.
      let run = ["m-", "train-", "\u{E9}-\u{301}", ""][roll(4)]
      let line = World.line(
        "\(run)\(number)", isEnd ? .stage : .turn, isEnd ? LogPrivacy.mark(isPrivate) : "Words.",
        at: Int64(40 - number), isPrivate: isPrivate)
      try await world.perform(LogLines(.plan(1), [line]), by: clerks[roll(2)])
      if roll(4) == 0 {
        var change = LineChange()
        change.isStruck = true
        try await world.perform(MendLine(.plan(1), line.id, change, revision: 1))
      }
      let (all, read) = try await steps(world)
      let said = LogPrivacy.runsInPrivate(all)
      #expect(LogPrivacy.runsInPrivate(read) == said, "seed \(seed), line \(number)")
      inPrivate.insert(said.count)
    }
    // Else nothing was tried.
    #expect(inPrivate.count > 1, "seed \(seed)")
  }

  @Test func `of a long log few lines are read, and none where nothing was in private`()
    async throws
  {
    let world = try await World.make()
    try await world.plan(Sample.agenda)
    let lines = (Int64(1)...60).map { World.line("m-\($0)", .turn, "Words.", at: $0) }
    try await world.log("P1", lines)
    #expect(try await steps(world).read == [])
    let more = (Int64(61)...120).map {
      World.line("m-\($0)", .turn, "Words.", at: $0, isPrivate: $0 % 2 == 0)
    }
    try await world.log("P1", more)
    let (all, read) = try await steps(world)
    #expect(all.count == 120)
    #expect(read.map(\.ordinal).sorted() == [119, 120])
  }
}
