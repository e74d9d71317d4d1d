import Inquiries
import Papers
import Records

/// One version of a passage: what stood there once, and what became of it.
struct VersionPage: TemplatePage {
  static let template = "version"

  struct Superseded {
    let on: ShownDay
    let kind: String
  }

  let frame: Frame
  let heading: String
  let place: String
  let placeAddress: String
  let speaker: String?
  let isUncorrected: Bool
  let isCurrent: Bool
  let superseded: Superseded?
  let html: DrawnBytes
  /// What was changed from this version to the one that stands.
  let hasDifference: Bool
  let difference: DrawnBytes

  init(
    _ version: PublishedVersion, at place: PublishedVersion.Place, of inquiry: PublishedInquiry,
    _ drawing: PublicDrawing
  ) {
    let slug = inquiry.slug
    let passage = version.passage.passage
    self.place = passage.locator ?? passage.reference
    heading = "\(self.place), version \(passage.version)"
    frame = drawing.frame(
      heading, .version(slug, place, passage.version), of: inquiry,
      part: PublicPlace.part(of: place))
    placeAddress = Address.passage(slug, passage)
    speaker = passage.speaker
    isUncorrected = passage.stage != .corrected
    isCurrent = version.isCurrent
    superseded = version.superseding.map {
      Superseded(on: ShownDay($0.on), kind: $0.kind.inWords)
    }
    var words = HTMLBytes(capacity: passage.text.utf8.count + 100)
    PassageHTML.paragraphs(passage.text, to: &words)
    html = DrawnBytes(words.bytes)
    hasDifference = !version.isCurrent
    var changes = HTMLBytes(capacity: passage.text.utf8.count + 500)
    if hasDifference {
      DifferenceHTML.write(from: passage.text, to: version.standing.text, to: &changes)
    }
    difference = DrawnBytes(changes.bytes)
  }
}
