import Inquiries
import Records

/// How the words of a file differ from those of a source on record, counted
/// before anything is done.
struct WordsDifference {
  private let same: Int
  private let given: Int
  private let known: Int
  private let reference: String

  /// - Parameter texts: The passages of the file.
  init(
    of texts: [String], from reference: String, as viewpoint: Viewpoint, at desk: Desk
  ) throws {
    var left: [[UInt8]: Int] = [:]
    let known = try Passage.wording(of: reference, as: viewpoint, on: desk.connection)
    for digest in known { left[digest, default: 0] += 1 }
    var same = 0
    for text in texts {
      let digest = desk.digest.wording(text)
      if let count = left[digest], count > 0 {
        left[digest] = count - 1
        same += 1
      }
    }
    self.same = same
    self.known = known.count
    self.reference = reference
    given = texts.count
  }

  /// `Of its 40 passages 37 are worded as in OS3, which has 41.`
  var inWords: String {
    "Of its \(given) passages \(same) are worded as in \(reference), which has \(known)"
  }
}

extension RecordRead {
  /// The words of its passages, in order.
  var texts: [String] {
    switch content {
    case .turns(let turns): turns.map(\.text)
    case .points(let points): points.map(\.text)
    }
  }
}
