public import Inquiries

extension PublishedVersion.Place {
  /// Where a passage's versions stand; `nil` for stage lines and headings, which
  /// nobody can cite.
  public init?(_ passage: Passage) {
    if let point = passage.point, let session = passage.sessionNumber {
      self = .point(session: session, number: point)
    } else if let answer = passage.answer {
      self = .answer(survey: passage.reference, anchor: answer.anchor)
    } else if let number = passage.outline ?? passage.point.map({ ParagraphNumber($0) }) {
      self = .paragraph(reference: passage.reference, number: number)
    } else if let session = passage.sessionNumber, let question = passage.question,
      let offset = passage.offset
    {
      self =
        question == 0
        ? .opening(session: session, offset: offset) : .turn(question: question, offset: offset)
    } else {
      return nil
    }
  }

  /// Where one of its versions is read.
  public func address(in slug: String, version: Int) -> String {
    let passage =
      switch self {
      case .turn(let question, 0): Address.question(slug, question)
      case .turn(let question, let offset): "\(Address.question(slug, question))/turns/\(offset)"
      case .opening(let session, let offset): "\(Address.session(slug, session))/turns/\(offset)"
      case .point(let session, let number): "\(Address.session(slug, session))/points/\(number)"
      case .paragraph(let reference, let number):
        "\(Address.written(slug, reference))/paragraphs/\(number)"
      case .answer(let survey, let anchor):
        "\(Address.written(slug, survey))/answers/\(anchor)"
      }
    return "\(passage)/versions/\(version)"
  }
}

extension PublishedPassage {
  /// Where its words are read: at their version's address once others stand in their place.
  public func address(in slug: String) -> String {
    guard isSuperseded, let place = PublishedVersion.Place(passage) else {
      return Address.passage(slug, passage)
    }
    return place.address(in: slug, version: passage.version)
  }
}
