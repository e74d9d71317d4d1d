public import Conduct
public import Inquiries
import Papers
import Records

extension World {
  /// So many days after the day of the test.
  public static func day(_ days: Int) -> Day {
    Day(daysSince1970: today.daysSince1970 + days)
  }

  /// Receives a submission as a clerk would.
  @discardableResult
  public func submit(
    _ text: String = Sample.submission(), _ said: SubmissionRead.Said = .init(),
    fileName: String = "s.txt", in slug: String = World.slug
  ) async throws -> SubmissionReport {
    try await perform(
      ReceiveSubmission(
        SubmissionRead(PaperFile(Array(text.utf8), name: fileName), said: said)),
      in: slug)
  }

  /// Records consent to submissions.
  public func consent(
    to references: [String], _ uses: Set<ConsentUse> = Set(ConsentUse.allCases)
  ) async throws {
    try await perform(
      RecordConsent(
        SourceList(references),
        .init(.given, givenBy: "form", on: World.today, uses: uses, wording: nil, reviewOn: nil)))
  }

  /// Decides on submissions.
  public func decide(
    _ outcome: WrittenSubmission.Outcome, _ references: String..., printedName: String? = nil,
    because reason: String? = nil
  ) async throws {
    try await perform(
      DecideOutcome(
        SourceList(references), outcome, printedName: printedName,
        DecisionTerms(on: World.today, by: "The committee", reason: reason)))
  }

  /// Leaves words out of a submission.
  public func redact(_ locator: String, _ words: String) async throws {
    try await perform(
      RedactPassage(locator, words: words, World.decided(because: "Names a third person.")))
  }

  /// Opens and publishes a call that closed before today.
  public func closedCall(_ slug: String = "thresholds") async throws {
    try await perform(
      OpenCall(
        slug: slug, title: "A call", text: "Tell us.",
        periods: [
          .init(
            opensOn: World.day(-30), closesOn: World.day(-10))
        ]))
    try await perform(PublishCall(slug, World.decided))
  }
}

extension Sample {
  /// A submission with so many numbered paragraphs.
  public static func submission(
    from submitter: String = "A charity", count: Int = 4, words: String = "Help comes late."
  ) -> String {
    let paragraphs = (1...count).map { "\($0). \(words) This is what we saw in place \($0).\n" }
    return "Written evidence submitted by \(submitter)\n\n" + paragraphs.joined(separator: "\n")
  }
}
