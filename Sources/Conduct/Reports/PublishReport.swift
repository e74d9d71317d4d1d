import Checks
import Foundation
public import Inquiries
public import Records

/// Publishes the draft as the inquiry's report, as it was built a moment ago.
///
/// The gate is the check engine: while it has an error to remark, nothing is
/// published. A draft or evidence that changed since it was built is refused.
public struct PublishReport: Act {
  public static let title = "publish report"
  public static let role = Role.clerk
  let document: ReportDocument
  let terms: DecisionTerms

  /// - Parameter document: The newest draft as it was built.
  public init(_ document: ReportDocument, _ terms: DecisionTerms) {
    self.document = document
    self.terms = terms
  }

  /// - Returns: The edition that was published.
  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Int> {
    try viewpoint.requireNotLapsed()
    let decision = try terms.decision("publish-report", from: viewpoint, at: desk)
    guard viewpoint.inquiry.isLaunched else {
      throw Refusal(
        .conflict, "inquiry_not_launched",
        "“\(viewpoint.inquiry.slug)” is not public itself; launch it first.")
    }
    _ = try DraftVersion.lockNewest(as: viewpoint, on: desk.connection)
    let material = try ReportMaterial.read(as: viewpoint, on: desk.connection)
    guard material.version.number == document.draftVersion else {
      throw Refusal(
        .stale, "draft_changed",
        "The draft is at version \(material.version.number) by now; check it and publish again.")
    }
    let errors = material.remarks.filter(\.stops)
    if let first = errors.first {
      throw Refusal(
        .conflict, first.code.isAboutWhatIsNotPublic ? first.code.rawValue : "checks_not_passed",
        "\(first.sentence) \(first.remedy)"
          + (errors.count > 1
            ? " There \(errors.count == 2 ? "is" : "are") "
              + "\(counted(errors.count - 1, "further error")); see `inquiry check`." : ""))
    }
    let decisionID = try decision.insert(as: viewpoint, on: desk.connection)
    let speakers = try ReportSpeaker.people(citedIn: material.version.id, on: desk.connection)
    let edition = try PublishedEdition(
      version: material.version.id, decision: decisionID, publishedOn: terms.on,
      notesHTML: document.notesHTML,
      blocks: document.blocks.map { ($0.markdown(naming: speakers), $0.html) },
      confirmed: Dictionary(
        uniqueKeysWithValues: material.snapshot.recommendations.map { recommendation in
          (
            recommendation.key,
            recommendation.limbs.filter { $0.status == .confirmed }.map(\.number)
          )
        })
    ).insert(as: viewpoint, on: desk.connection)
    guard let edition else {
      throw Refusal(
        .conflict, "version_published",
        "Version \(document.draftVersion) of the draft was published before.")
    }
    try Inquiry.report(on: terms.on, as: viewpoint, on: desk.connection)
    try Publication.refresh(viewpoint.inquiryID, sources: nil, on: desk.connection)
    return Done(
      edition, subject: "report \(edition)",
      detail: ["draft": "\(document.draftVersion)", "decidedOn": terms.on.description])
  }
}

extension ReportBlock {
  /// Its Markdown with every speaker who is cited by name kept as a person, so
  /// that no old name stays behind when one is mended.
  fileprivate func markdown(naming people: [String: Identifier<Person>]) -> String {
    var bytes = Array(markdown.utf8)
    for citation in citations.reversed() {
      var text = citation.text
      for item in citation.items {
        guard let locator = item.locator, let person = people[locator],
          case .success(.questions(_, _, let speaker?)) = Locator.read(evened: locator)
        else { continue }
        let words = speaker.split(separator: " ").map {
          NSRegularExpression.escapedPattern(for: String($0))
        }
        text = text.replacingOccurrences(
          of: words.joined(separator: "\\s+"), with: "person-\(person)",
          options: .regularExpression)
      }
      bytes.replaceSubrange(citation.range, with: text.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
