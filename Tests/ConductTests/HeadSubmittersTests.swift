import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// Who submits, read from the head of a paper: several, or somebody for a body.
@Suite(.database) struct HeadSubmittersTests {
  private func people(_ world: World) async throws -> [String] {
    try await world.read { try Person.all(as: $0, on: $1) }.map(\.name).sorted()
  }

  @Test func `two who sign together are two people, and the receipt says so`() async throws {
    let world = try await World.make()
    let report = try await world.submit(Sample.submission(from: "Jane Doe and John Roe"))
    #expect(report.submitters.map(\.name) == ["Jane Doe", "John Roe"])
    #expect(report.sequenceKind == .joint)
    #expect(report.submitterKind == .individual)
    #expect(
      report.remarks.contains {
        $0.contains("“Jane Doe and John Roe”: read as a joint one of Jane Doe; John Roe.")
          && $0.contains("--submitter for each who signs")
      })
    #expect(try await people(world) == ["Jane Doe", "John Roe"])
    let list = try await world.read { try WrittenSubmission.all(as: $0, on: $1) }
    #expect(list.map(\.submitter) == ["Jane Doe and John Roe"])
    // What the clerk says goes before what the head looks like.
    let firm = try await world.submit(
      Sample.submission(from: "Rolls Royce and Johnson Matthey"), .init(areOrganisations: true))
    #expect(firm.submitters.map(\.name) == ["Rolls Royce and Johnson Matthey"])
    #expect(firm.submitterKind == .organisation && firm.sequenceKind == .written)
  }

  @Test(arguments: ["\"Oak, Siân-Lowri\"", "Dr Siân-Lowri Oak"])
  func `who may be somebody on record by another spelling is entered with a remark`(
    spelling: String
  ) async throws {
    let world = try await World.make()
    try await world.submit(Sample.submission(from: "Siân-Lowri Oak"))
    let known = try #require(try await world.read { try Person.all(as: $0, on: $1) }.first)
    let report = try await world.submit(
      Sample.submission(count: 3), .init(submitters: [spelling], kind: .individual))
    #expect(
      report.remarks.contains {
        $0.hasSuffix(
          "was entered as somebody new, and may be Siân-Lowri Oak (\(known.id)); if they are one, "
            + "`inquiry person merge` joins them.")
      })
    let other = try await world.submit(
      Sample.submission(count: 2), .init(submitters: ["Tom Oak"], kind: .individual))
    #expect(!other.remarks.contains { $0.contains("somebody new") })
    #expect(try await people(world).count == 3)
  }

  @Test func `who writes for a body is kept beside it, and is not who submits`() async throws {
    let world = try await World.make()
    let text = Sample.submission(from: "Jane Doe on behalf of the Acme Trust")
    let report = try await world.submit(text)
    #expect(report.submitters.map(\.name) == ["the Acme Trust"])
    #expect(report.submitterKind == .organisation)
    #expect(try await people(world) == ["the Acme Trust"])
    #expect(report.unplaced.contains { $0.text.contains("Jane Doe on behalf of") })
    #expect(report.remarks.contains { $0.contains("for which Jane Doe writes") })
    let kept = try await world.read { try Source.unplaced(of: "EXA0001", as: $0, on: $1) }
    #expect(kept == report.unplaced)
    let own = try await world.submit(
      Sample.submission(from: "John Roe on behalf of the Acme Trust", count: 2),
      .init(kind: .individual))
    #expect(own.submitters.map(\.name) == ["John Roe"])
    #expect(own.submitterKind == .individual)
  }

  @Test func `a proxy is told, and what cannot be told is asked about`() async throws {
    let world = try await World.make()
    let proxy = try await world.submit(Sample.submission(from: "Jane Doe on behalf of John Roe"))
    #expect(proxy.submitterKind == .proxy)
    #expect(proxy.submitters.map(\.name) == ["Jane Doe"])
    #expect(try await people(world) == ["Jane Doe"])
    let unclear = try await world.submit(Sample.submission(from: "Jane and John Doe", count: 2))
    #expect(unclear.submitters.map(\.name) == ["Jane and John Doe"])
    #expect(unclear.remarks.contains { $0.contains("“Jane and John Doe” was read as one person") })
    let said = try await world.submit(
      Sample.submission(from: "Jane and John Doe", count: 3),
      .init(submitters: ["Jane Doe", "John Doe"]))
    #expect(said.submitters.map(\.name) == ["Jane Doe", "John Doe"])
    #expect(!said.remarks.contains { $0.contains("one person") })
  }

  @Test func `people for whom somebody writes are no body, and a lone word is asked about`()
    async throws
  {
    let world = try await World.make()
    let proxy = try await world.submit(
      Sample.submission(from: "Jane Doe on behalf of John Roe and Ann Poe"))
    #expect(proxy.submitterKind == .proxy)
    #expect(proxy.submitters.map(\.name) == ["Jane Doe"])
    let unclear = try await world.submit(
      Sample.submission(from: "Jane Doe on behalf of Mary", count: 2))
    #expect(unclear.submitterKind == .individual)
    #expect(
      unclear.remarks.contains {
        $0.contains("“Jane Doe on behalf of Mary” was read as one person")
      })
  }
}
