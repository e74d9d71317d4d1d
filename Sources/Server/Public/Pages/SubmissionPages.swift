import Foundation
import Inquiries

/// Every published submission of an inquiry.
struct SubmissionsPage: TemplatePage {
  static let template = "submissions"

  let frame: Frame
  let hasSubmissions: Bool
  let evidenceAddress: String
  let html: String

  init(
    _ submissions: [WrittenSubmission], of inquiry: PublishedInquiry, _ drawing: PublicDrawing
  ) {
    let slug = inquiry.slug
    frame = drawing.frame(
      "Written submissions", .submissions(slug), of: inquiry, part: .submissions)
    hasSubmissions = !submissions.isEmpty
    evidenceAddress =
      EvidenceQuery(filter: EvidenceFilter(kind: .written)).address(Address.evidence(slug))
    html = EvidenceListHTML.text(of: submissions, in: slug, level: 2)
  }
}

/// The words of one submission, each paragraph at its anchor with what was made
/// of it beneath.
///
/// A paragraph has no page of its own as a question has: submissions are short,
/// and a paragraph torn from its neighbours misleads.
struct SubmissionPage: TemplatePage {
  static let template = "submission"

  struct Neighbour {
    let neighbour: String
    let neighbourAddress: String
  }

  let frame: Frame
  let heading: String
  let reference: String
  let writtenAs: String
  let isAnonymous: Bool
  let hasOmissions: Bool
  let call: Neighbour?
  let supplements: Neighbour?
  let hasAdditions: Bool
  let additions: [Neighbour]
  let datedOn: ShownDay?
  let receivedOn: ShownDay
  let publishedOn: ShownDay?
  let html: DrawnBytes
  let isCited: Bool
  let uses: [UsePlace]
  let earlierUses: [EarlierUse]

  init(
    _ read: SubmissionInFull, of inquiry: PublishedInquiry, _ drawing: PublicDrawing
  ) {
    let slug = inquiry.slug
    let written = read.submission
    func other(_ reference: String) -> Neighbour {
      Neighbour(neighbour: reference, neighbourAddress: Address.submission(slug, reference))
    }
    frame = drawing.frame(
      written.reference, .submission(slug, written.reference), of: inquiry, part: .submissions)
    heading = written.heading
    reference = written.reference
    writtenAs = written.submitterKind.inWords
    isAnonymous = written.outcome == .publishedAnonymous
    hasOmissions = read.passages.haveOmissions
    call = read.call.map {
      Neighbour(neighbour: $0.title, neighbourAddress: Address.call(slug, $0.slug))
    }
    supplements = written.supplements.map(other)
    additions = read.additions.map { other($0.reference) }
    hasAdditions = !additions.isEmpty
    datedOn = written.datedOn.map(ShownDay.init)
    receivedOn = ShownDay(written.receivedOn)
    publishedOn = written.publishedOn.map(ShownDay.init)
    html = PassageHTML.text(
      of: read.passages, in: slug, PassageHTML.Manner(questionLevel: nil, stage: .corrected))
    uses = read.passages.usePlaces(in: slug)
    earlierUses = read.passages.earlierUses(in: slug)
    isCited = !uses.isEmpty
  }
}

extension WrittenSubmission.SubmitterKind {
  /// As what somebody wrote, as pages say it.
  var inWords: String {
    switch self {
    case .individual: "A person for themselves"
    case .organisation: "An organisation"
    case .proxy: "One person for another"
    }
  }
}

extension String {
  /// Whether words were left out of this published text.
  ///
  /// By bytes: every text of a page is asked, and a search by letters takes
  /// longer than all the rest of the page.
  fileprivate var hasOmission: Bool {
    var text = self
    return text.withUTF8 { bytes in
      var place = 0
      while let base = bytes.baseAddress,
        let found = memchr(base + place, 0x5B, bytes.count - place)
      {
        place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        if bytes[place...].starts(with: "[***]".utf8) { return true }
        place += 1
      }
      return false
    }
  }
}

/// A place of the report that rests on what a page shows.
struct UsePlace {
  let use: String
  let useAddress: String
}

/// Words from before a correction, with the places that rest on them.
struct EarlierUse {
  let places: String
  let words: String
  let wordsAddress: String
}

extension [PublishedPassage] {
  func usePlaces(in slug: String) -> [UsePlace] {
    uses.map { UsePlace(use: $0.inWords, useAddress: $0.address(in: slug)) }
  }

  func earlierUses(in slug: String) -> [EarlierUse] {
    flatMap { passage in
      let used = passage.citedBy.compactMap { place in
        passage.earlierWords(for: place, in: slug).map { (place: place, words: $0) }
      }
      return Dictionary(grouping: used, by: \.words.version).sorted { $0.key < $1.key }
        .map { _, used in
          EarlierUse(
            places: used.map(\.place.inWords).joined(separator: ", "), words: used[0].words.inWords,
            wordsAddress: used[0].words.address)
        }
    }
  }
}

extension Collection<PublishedPassage> {
  var haveOmissions: Bool {
    indices.contains { self[$0].passage.text.hasOmission }
  }

  /// Each place that rests on them once: recommendations, findings, paragraphs.
  var uses: [PublishedPassage.Citing] {
    func rank(_ citing: PublishedPassage.Citing) -> (Int, Int) {
      switch citing {
      case .recommendation(let number): (0, number)
      case .finding(let number): (1, number)
      case .paragraph(let number): (2, number)
      }
    }
    return Set(flatMap(\.citedBy)).sorted { rank($0) < rank($1) }
  }
}
