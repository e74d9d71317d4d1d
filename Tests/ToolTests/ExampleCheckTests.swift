import Checks
import Conduct
import Foundation
import Inquiries
import Records
import TestSupport
import Testing

@testable import InquiryTool

/// What a person found wrong with the worked example, row by row; the checker
/// must find each.
@Suite(.database) struct ExampleCheckTests {
  /// One line of the table: its code, where, and words of the sentence.
  private struct Row {
    let code: Remark.Code
    let place: String
    let words: [String]
  }

  private static func row(_ code: Remark.Code, _ place: String, _ words: String...) -> Row {
    Row(code: code, place: place, words: words)
  }

  private static let table: [Row] = [
    row(.deadlineVague, "respond-to-variation", "urgently"),
    row(.deadlineVague, "diverging-views", "urgently"),
    row(.deadlineOfSomeLimbs, "diverging-views", "limb 1 alone"),
    row(.deadlineWaitsForEvent, "scrutiny-board", "the clock starts with an event"),
    row(.recommendationCompound, "systematic-data", "asks 2 things"),
    row(.recommendationCompound, "diverging-views", "asks 3 things"),
    row(.recommendationCompound, "early-help-duty", "asks 2 things"),
    row(.recommendationCompound, "sustainable-funding", "asks 3 things"),
    row(.limbInUnnumberedParagraph, "diverging-views", "limb 3"),
    row(.deadlineWaitsForEvent, "interim-funding", "Autumn Budget"),
    row(.deadlineWaitsForEvent, "sustainable-funding", "Comprehensive Spending Review"),
    row(.deadlineWaitsForEvent, "audit-office-study", "National Audit Office"),
    row(.recommendationWithoutEvidence, "troubled-families"),
    row(.recommendationWithoutEvidence, "audit-office-study"),
    row(.recommendationWithoutAddressee, "widen-need-review", "passive voice"),
    row(.addresseesWithoutLead, "consistent-voice", "Local Government Association and Ofsted"),
    row(.findingAskUnanswered, "own-histories", "files"),
    row(.recommendationTakesUpEarlier, "early-help-duty", "repeats an earlier one, D2"),
    row(.recommendationTakesUpEarlier, "widen-need-review", "extends an earlier one"),
    row(.recommendationTakesUpEarlier, "consistent-voice", "extends an earlier one"),
    row(.addresseeIsCommittee, "audit-office-study", "Public Accounts Committee"),
    row(.claimWithoutBase, "S2-Q1", "More than 80 per cent"),
    row(.claimWithoutBase, "S2-Q2", "Almost three quarters"),
    row(.claimWithoutBase, "S2-Q3", "almost two thirds"),
    row(.claimWithoutBase, "S1-Q1", "70 per cent"),
    row(.claimWithoutBase, "S1-Q2", "Half"),
    row(.claimWithoutBase, "S2-Q4", "90 per cent"),
    row(
      .claimsDifferInStrength, "S2-Q1", "told in 3 strengths", "“More than 80 per cent” (paragraph",
      "“the majority” (paragraph", "“4 in 5” (the public summary)",
      "“More than 80 per cent” and “4 in 5” agree only between 80 and 82.5 per cent"),
    row(.claimsDifferInProposition, "S2-Q1", "4 in 5"),
    row(.conflictOneSided, "crisis-before-help", "S1"),
    row(.sourceNeverCited, "D5", "Survey of lead members"),
    row(.groupNeverCited, "", "Teachers"), row(.groupNeverCited, "", "Lawyers"),
    row(.groupNeverCited, "", "British Association of Social Workers"),
    row(.groupNeverCited, "", "Local Government Association"),
    row(.groupNeverCited, "", "Children's Commissioner"),
    row(.groupNeverCited, "", "Minister's department"),
    row(.findingOnFewSources, "own-histories", "OS6"),
  ]

  @Test func `the checker finds every row of the table that was made by hand`() async throws {
    let world = try await World.make()
    let folder = ServedInquiry.root.appending(path: "Sources/InquiryTool/ExampleInquiry")
    try await ExampleLoading(
      example: ExampleInquiry(folder: folder), office: world.office, tell: { _ in }
    ).load()
    let remarks = try await world.read(in: "care-thresholds") {
      try ReportMaterial.read(as: $0, on: $1).remarks
    }
    for row in ExampleCheckTests.table {
      let found = remarks.contains { remark in
        let place = [remark.place.key, remark.place.reference, remark.place.locator]
          .compactMap { $0 }.joined(separator: " ")
        return remark.code == row.code && (row.place.isEmpty || place.contains(row.place))
          && row.words.allSatisfy { remark.sentence.contains($0) }
      }
      #expect(found, "\(row.code.rawValue) at “\(row.place)”: \(row.words)")
    }
    // It would be published: nothing stops it, much is to be answered.
    #expect(remarks.filter(\.stops).map(\.sentence) == [])
    #expect(Set(remarks.map(\.id)).count == remarks.count)
  }
}
