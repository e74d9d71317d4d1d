import Conduct
import Hummingbird
import Inquiries

/// What a clerk says of a file in the query of an import.
struct ImportQuery {
  let fileName: String
  let encoding: String?
  let isDryRun: Bool
  let said: RecordRead.Said

  init(_ query: Parameters) throws {
    func text(_ name: Substring) -> String? {
      query[name].map(String.init)
    }
    func value<Value>(
      _ name: Substring, _ wanted: String, _ read: (String) -> Value?
    ) throws -> Value? {
      guard let text = text(name) else { return nil }
      guard let value = read(text) else {
        throw ImportQuery.wrong(String(name), "must be \(wanted), not “\(text)”")
      }
      return value
    }
    let language = text("language") ?? "en"
    guard language.wholeMatch(of: #/[a-z]{2,3}(-[A-Za-z0-9]{2,8})*/#) != nil else {
      throw ImportQuery.wrong("language", "must be a language tag such as en or cy")
    }
    fileName = try ImportQuery.fileName(query)
    encoding = text("encoding")
    isDryRun = try value("dryRun", "true or false", Bool.init) ?? false
    let sitting = try value("session", "a number, or P3 for the third sitting planned") {
      SittingHandle($0)
    }
    var said = RecordRead.Said(
      kind: try value("kind", "transcript, note or summary") { word in
        SourceKind(rawValue: word).flatMap { $0.isRecordOfSession ? $0 : nil }
      } ?? .transcript,
      heldOn: try value("heldOn", "a day as YYYY-MM-DD") { Day($0) },
      hearing: try value("hearing", "public or private", Hearing.init),
      stage: try value("stage", "uncorrected or corrected", Stage.init),
      language: language,
      agreedOn: try value("agreedOn", "a day as YYYY-MM-DD") { Day($0) })
    switch sitting {
    case .plan(let number): said.plan = number
    case .session(let number): said.session = number
    case nil: break
    }
    self.said = said
  }

  static func fileName(_ query: Parameters) throws -> String {
    guard let fileName = query["fileName"].map(String.init), fileName.isVisible,
      fileName.count <= 255, !fileName.contains("/")
    else {
      throw wrong(
        "fileName", "must name the file, in up to 255 visible characters and without folders")
    }
    return fileName
  }

  /// A flag of the query; false when it is left out.
  static func flag(_ name: Substring, _ query: Parameters) throws -> Bool {
    guard let text = query[name].map(String.init) else { return false }
    guard let flag = Bool(text) else {
      throw wrong(String(name), "must be true or false, not “\(text)”")
    }
    return flag
  }

  /// A day of the query; `nil` when it is left out.
  static func day(_ name: Substring, _ query: Parameters) throws -> Day? {
    try query[name].map { text in
      guard let day = Day(String(text)) else {
        throw wrong(String(name), "must be a day as YYYY-MM-DD, not “\(text)”")
      }
      return day
    }
  }

  static func wrong(_ name: String, _ what: String) -> Refusal {
    Refusal(.invalid, "query_value", "“\(name)” \(what).", field: name)
  }
}
