extension ClaimPhrases {
  /// The table as it stands in `claim-phrases.json`.
  struct File: Decodable {
    struct Phrase: Decodable {
      let words: [String]
      let holds: String
      let `true`: String?
      let needsSurvey: Bool?
      let narrows: Bool?
    }
    struct Ranges: Decodable {
      let open: [String: String]
      let joints: [String]
      let changes: [String]
    }
    struct Ratio: Decodable {
      let words: [String]
      let most: String
    }
    struct NoShare: Decodable {
      let after: [String]
      let before: [String]
    }
    struct Years: Decodable {
      let after: [String]
    }
    struct People: Decodable {
      let after: [String]
      let end: [String]
      let aged: [String]
    }
    struct NoCount: Decodable {
      let after: [String]
      let months: [String]
    }

    let version: Int
    let before: [Phrase]
    let bareFraction: String
    let ratio: Ratio
    let alone: [Phrase]
    let denials: [String]
    let idioms: [String]
    let ranges: Ranges
    let percent: [String]
    let numbers: [String: Int]
    let point: String
    let parts: [String: Int]
    let noShare: NoShare
    let noCount: NoCount
    let years: Years
    let people: People
    let noTopic: [String]
  }
}

extension ClaimPhrases.File {
  /// `before, entry 4, holds`.
  static func place(of error: DecodingError) -> String {
    let path: [any CodingKey] =
      switch error {
      case .keyNotFound(let key, let context): context.codingPath + [key]
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .dataCorrupted(let context):
        context.codingPath
      @unknown default: []
      }
    return path.map { key in key.intValue.map { "entry \($0 + 1)" } ?? key.stringValue }
      .joined(separator: ", ")
  }

  static func reason(of error: DecodingError) -> String {
    switch error {
    case .keyNotFound: "This is missing."
    case .typeMismatch(let type, _): "A value of another kind stands here; \(type) is expected."
    case .valueNotFound: "Nothing stands here."
    case .dataCorrupted: "This is no JSON."
    @unknown default: "This cannot be read."
    }
  }
}
