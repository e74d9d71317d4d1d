import Foundation
public import Inquiries
public import Postgres
public import Records
public import Tagging

/// What evidence asks for, and what answers it.
public enum EvidenceAsks {
  /// The phrases that the product comes with, read once.
  ///
  /// - Throws: ``AskPhrases/Fault`` where the file is missing or has a fault.
  public static var phrases: AskPhrases {
    get throws { try phrasesRead.get() }
  }

  private static let phrasesRead = Result {
    let file = Bundle.module.resourceURL?.appendingPathComponent("ask-phrases.json")
    guard let file, let json = try? Data(contentsOf: file) else {
      throw AskPhrases.Fault(
        description: "ask-phrases.json is missing beside the program; install it whole.")
    }
    return try AskPhrases(json: json)
  }

  /// What evidence asks for.
  public static func all(
    _ filter: AskFilter, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [EvidenceAsk] {
    let phrases = try phrases
    return asks(
      of: try AskingPassage.all(filter, as: viewpoint, on: connection, where: phrases.mayStand),
      phrases)
  }

  /// A page of it, record by record.
  ///
  /// - Parameters:
  ///   - after: The passage it begins after, by its number; 0 for the first.
  ///   - limit: How many passages are looked at that may ask; a page can have fewer.
  /// - Returns: The asks, and the passage to go on after; `nil` at the end.
  public static func page(
    _ filter: AskFilter, after: Int = 0, limit: Int, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> (asks: [EvidenceAsk], next: Int?) {
    let phrases = try phrases
    let passages = try AskingPassage.page(
      filter, after: after, limit: limit, as: viewpoint, on: connection,
      where: phrases.mayStand)
    return (
      asks(of: passages, phrases),
      passages.count == limit ? passages.last.map { Int($0.passage.value) } : nil
    )
  }

  private static func asks(
    of passages: [AskingPassage], _ phrases: AskPhrases
  ) -> [EvidenceAsk] {
    let finder = AskFinder(phrases)
    return passages.compactMap { passage in
      let sentences = finder.asks(in: passage.text)
      guard !sentences.isEmpty else { return nil }
      return EvidenceAsk(
        number: Int(passage.passage.value), locator: passage.locator,
        reference: passage.reference, state: passage.state, group: passage.group,
        sentences: sentences, recommendations: passage.recommendations,
        findings: passage.findings)
    }
  }
}
