import Conduct
import Foundation
import Inquiries
import Records
import TestSupport
import Testing

@testable import InquiryTool

/// Places of the worked example, which has sources of every kind.
@Suite(.database) struct ExamplePlaceTests {
  private static let there = [
    "Q2", "Q2-5", "Q2, Director A", "Q5+1", "OS2", "OS2-transcript", "OS2, Q13",
    "OS6, point 2",
    "OS6-summary, point 1-2", "D3", "D1, para 1.1", "D1, paras 3.1-3.3", "S1", "S2-Q1", "S1-Q2",
  ]
  private static let missing = [
    "Q4000", "Q70-90", "Q5+90", "Q0+1", "Q0+40", "OS1, Q70", "OS40", "OS2-summary",
    "OS6, point 900", "D40",
    "D3, para 900", "D3, para 40.1", "D3, page 900", "S1-Q90", "S2-Q1, answer none of these",
    "S9-Q1",
    "Q2, Nobody Atall",
  ]

  @Test func `a place is found, or missed, among its own passages as in the whole record`()
    async throws
  {
    let world = try await World.make()
    let folder = ServedInquiry.root.appending(path: "Sources/InquiryTool/ExampleInquiry")
    try await ExampleLoading(
      example: ExampleInquiry(folder: folder), office: world.office, tell: { _ in }
    ).load()
    let slug = "care-thresholds"
    let whole = try await world.read(in: slug) { viewpoint, connection in
      let sessions = try Session.all(as: viewpoint, on: connection).map {
        Locator.session($0.number)
      }
      let others = try Source.all(as: viewpoint, on: connection).filter { $0.sessionNumber == nil }
      return try Passage.index(
        around: sessions + others.map { .whole($0.reference) }, as: viewpoint, on: connection)
    }
    for (locator, isThere) in ExamplePlaceTests.there.map({ ($0, true) })
      + ExamplePlaceTests.missing.map({ ($0, false) })
    {
      let place = try Locator.read(evened: locator).get()
      let near = try await world.read(in: slug) {
        try Passage.index(around: [place], as: $0, on: $1).resolve(place)
      }
      #expect(near == whole.resolve(place), "\(locator)")
      if case .found = near {
        #expect(isThere, "\(locator)")
      } else {
        #expect(!isThere, "\(locator): \(near)")
      }
    }
  }
}
