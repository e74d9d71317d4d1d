import Inquiries
import Wire

extension InquiryClient {
  /// The one passage that a locator names, read where it stands; a bare
  /// question number means the numbered turn itself.
  ///
  /// - Throws: ``Refusal`` when it names none or several.
  func passage(at locator: String) async throws -> Passage {
    let place = try PassagePlace(locator)
    var found: [Passage] = []
    for source in try await list("evidence", of: Source.self) where place.mayStand(in: source) {
      found += try await passages(of: source.reference).filter(place.isAt)
    }
    guard let passage = found.first, found.count == 1 else {
      throw found.isEmpty
        ? Refusal(
          .notFound, "passage_not_found",
          "There is no passage “\(locator)”; `inquiry evidence passages` shows what there is.",
          field: "locator")
        : Refusal(
          .invalid, "one_passage_needed",
          "“\(locator)” names \(found.count) passages; name the session too, such as OS3, Q45.",
          field: "locator")
    }
    return passage
  }
}

/// Where one passage stands: a turn after a question, a point of a record, a paragraph of a
/// submission or document, or anything by its place in its source.
struct PassagePlace {
  private var position: PassagePosition?
  private var reference: String?
  private var paragraph: ParagraphNumber?
  private let session: Int?
  private let kind: SourceKind?
  private let question: Int?
  private let offset: Int?
  private let point: Int?

  init(_ locator: String) throws {
    switch Locator.read(evened: locator) {
    case _ where PassagePosition(locator) != nil:
      self.init(session: nil, kind: nil)
      position = PassagePosition(locator)
    case .success(.turn(let session, let question, let offset)):
      self.init(session: session, kind: .transcript, question: question, offset: offset)
    case .success(.questions(let range, let session, nil)) where range.count == 1:
      self.init(session: session, kind: .transcript, question: range.lowerBound, offset: 0)
    case .success(.points(let session, let range, let kind)) where range.count == 1:
      self.init(session: session, kind: kind, point: range.lowerBound)
    case .success(.paragraphs(let reference, let range)) where range.lowerBound == range.upperBound:
      self.init(session: nil, kind: nil)
      self.reference = reference
      paragraph = range.lowerBound
    case .success:
      throw Refusal(
        .invalid, "one_passage_needed",
        "“\(locator)” may name several passages; name one, such as Q45+2.", field: "locator")
    case .failure(let failure):
      throw Refusal(.invalid, "locator_form", failure.description, field: "locator")
    }
  }

  private init(
    session: Int?, kind: SourceKind?, question: Int? = nil, offset: Int? = nil, point: Int? = nil
  ) {
    self.session = session
    self.kind = kind
    self.question = question
    self.offset = offset
    self.point = point
  }

  /// Whether it is worth looking through a source.
  func mayStand(in source: Source) -> Bool {
    if let reference = position?.reference ?? reference { return reference == source.reference }
    if let session, session != source.sessionNumber { return false }
    if let kind, kind != source.kind { return false }
    guard let question, question > 0 else { return point == nil || source.kind != .transcript }
    return source.questions?.contains(question) ?? false
  }

  func isAt(_ passage: Passage) -> Bool {
    if let position { return passage.ordinal == position.ordinal }
    if let paragraph {
      return (passage.outline ?? passage.point.map { ParagraphNumber($0) }) == paragraph
    }
    if let point { return passage.point == point }
    return passage.question == question && passage.offset == offset
  }
}
