import Inquiries

/// One numbered question and what was said until the next.
struct QuestionPage: TemplatePage {
  static let template = "question"

  struct Block {
    let session: String
    let sessionAddress: String
    let heldOn: ShownDay?
    let isUncorrected: Bool
    let hasOmissions: Bool
    let html: DrawnBytes
  }

  struct Neighbour {
    let neighbour: Int
    let neighbourAddress: String
  }

  let frame: Frame
  let number: Int
  let blocks: [Block]
  let isCited: Bool
  let uses: [UsePlace]
  let earlierUses: [EarlierUse]
  let hasNeighbours: Bool
  let previous: Neighbour?
  let next: Neighbour?

  init(_ question: PublishedQuestion, of inquiry: PublishedInquiry, _ drawing: PublicDrawing) {
    let slug = inquiry.slug
    number = question.number
    frame = drawing.frame(
      "Question \(number)", .question(slug, number), of: inquiry, part: .sessions)
    let references = question.passages.map(\.reference).reduce(into: [String]()) {
      if $0.last != $1 { $0.append($1) }
    }
    blocks = references.map { reference in
      Block(question.passages.filter { $0.reference == reference }, question.sessions, slug)
    }
    uses = question.passages.usePlaces(in: slug)
    earlierUses = question.passages.earlierUses(in: slug)
    isCited = !uses.isEmpty
    func neighbour(_ number: Int?) -> Neighbour? {
      number.map { Neighbour(neighbour: $0, neighbourAddress: Address.question(slug, $0)) }
    }
    previous = neighbour(question.previous)
    next = neighbour(question.next)
    hasNeighbours = previous != nil || next != nil
  }
}

extension QuestionPage.Block {
  init(_ passages: [PublishedPassage], _ sessions: [Session], _ slug: String) {
    let first = passages.first?.passage
    let number = first?.sessionNumber ?? 0
    let held = sessions.first { $0.number == number }
    let isUncorrected = passages.contains { $0.passage.stage != .corrected }
    session = "Oral evidence session \(number)"
    sessionAddress = "\(Address.session(slug, number))#\(first?.anchor ?? "")"
    heldOn = held?.heldOn.map(ShownDay.init)
    self.isUncorrected = isUncorrected
    hasOmissions = passages.haveOmissions
    let capacities = (held?.panels ?? []).flatMap { $0 }.map { ($0.name, $0.words) }
    html = PassageHTML.text(
      of: passages, in: slug,
      PassageHTML.Manner(
        questionLevel: nil, tellsCiting: false, stage: isUncorrected ? .uncorrected : .corrected,
        capacities: Dictionary(capacities, uniquingKeysWith: { first, _ in first })))
  }
}
