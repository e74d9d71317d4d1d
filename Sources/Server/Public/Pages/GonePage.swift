import Inquiries

/// What is told of evidence that was public and is no longer.
struct GonePage: TemplatePage {
  static let template = "gone"

  struct Tomb {
    let title: String
    let reference: String
    let verb: String
    let removedOn: ShownDay
    let reason: String
  }

  let frame: Frame
  let tombs: [Tomb]

  init(
    _ tombstones: [Tombstone], at place: PublicPlace, in part: InquiryPart,
    of inquiry: PublishedInquiry,
    _ drawing: PublicDrawing
  ) {
    frame = drawing.frame("No longer published", place, of: inquiry, part: part)
    tombs = tombstones.map {
      Tomb(
        title: $0.title, reference: $0.reference, verb: $0.act.inWords,
        removedOn: ShownDay($0.removedOn), reason: $0.reason)
    }
  }
}
