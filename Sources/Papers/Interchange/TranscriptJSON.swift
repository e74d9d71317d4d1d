import Foundation

/// Our own JSON of a transcript or note, read and written.
enum TranscriptJSON {
  static func write(_ document: TranscriptDocument) throws(PaperError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(document)) + [0x0A]
    } catch {
      throw PaperError(
        code: "text_lost", message: "The transcript cannot be written as JSON.", file: "")
    }
  }

  static func read(
    _ bytes: [UInt8], fileName: String
  ) throws(PaperError) -> TranscriptDocument {
    let text = try TextDecoding(bytes: bytes, fileName: fileName).text(encoding: nil)
    do {
      let data = Data(text.utf8)
      let document = try JSONDecoder().decode(TranscriptDocument.self, from: data)
      let object = try JSONSerialization.jsonObject(with: data)
      if let field = unknownField(in: object, fields, at: "") {
        throw PaperError(
          code: "json_field",
          message: "“\(field.prefix(120))” of \(fileName) is no field of the format; take it out.",
          file: fileName)
      }
      return document
    } catch let error as PaperError {
      throw error
    } catch let error as DecodingError {
      throw refusal(error, fileName)
    } catch {
      throw damaged(fileName)
    }
  }

  private static func refusal(_ error: DecodingError, _ fileName: String) -> PaperError {
    let (context, words): (DecodingError.Context, String) =
      switch error {
      case .keyNotFound(let key, let context): (context, "lacks the field “\(key.stringValue)”")
      case .typeMismatch(let type, let context): (context, "must be \(word(for: type))")
      case .valueNotFound(let type, let context):
        (context, "is null and must be \(word(for: type))")
      case .dataCorrupted(let context): (context, "")
      @unknown default: (.init(codingPath: [], debugDescription: ""), "cannot be read")
      }
    guard !words.isEmpty else {
      return damaged(fileName)
    }
    return PaperError(
      code: "json_field",
      message: "\(place(context.codingPath)) of \(fileName) \(words).",
      file: fileName, line: context.codingPath.lazy.compactMap(\.intValue).first.map { $0 + 1 })
  }

  private indirect enum Fields: Sendable {
    case value
    case list(Fields)
    case object([String: Fields])
  }

  private static let fields = Fields.object([
    "format": .value, "session": .value, "members": .list(listed(["name", "isChair"])),
    "panels": .list(
      .object([
        "numeral": .value, "witnesses": .list(listed(["name", "role", "organisation"])),
      ])),
    "turns": .list(
      listed([
        "kind", "number", "label", "speaker", "isChair", "panel", "text", "footnotes",
      ])),
  ])

  private static func listed(_ names: [String]) -> Fields {
    .object(Dictionary(uniqueKeysWithValues: names.map { ($0, .value) }))
  }

  /// The first field that the format does not have: taken, it would be lost.
  private static func unknownField(in value: Any, _ fields: Fields, at place: String) -> String? {
    switch fields {
    case .value: return nil
    case .list(let fields):
      let elements = value as? [Any] ?? []
      return elements.enumerated().lazy.compactMap {
        unknownField(in: $1, fields, at: "\(place)[\($0)]")
      }.first
    case .object(let known):
      let object = value as? [String: Any] ?? [:]
      return object.keys.sorted().lazy.compactMap { name in
        let place = place.isEmpty ? name : "\(place).\(name)"
        guard let fields = known[name], let value = object[name] else { return place }
        return unknownField(in: value, fields, at: place)
      }.first
    }
  }

  private static func word(for type: Any.Type) -> String {
    switch type {
    case is String.Type: "text"
    case is Int.Type: "a whole number"
    case is Bool.Type: "true or false"
    case is [String].Type: "a list of texts"
    case is [String: String].Type, is [String: Any].Type: "an object"
    default: "a list or object as the format has it"
    }
  }

  /// `turns[3].text`, from 0 as in the file.
  private static func place(_ path: [any CodingKey]) -> String {
    let text = path.reduce(into: "") { text, key in
      text += key.intValue.map { "[\($0)]" } ?? (text.isEmpty ? "" : ".") + key.stringValue
    }
    return text.isEmpty ? "The whole" : "“\(text)”"
  }

  private static func damaged(_ fileName: String) -> PaperError {
    PaperError(
      code: "json_damaged", message: "\(fileName) is no JSON; write it again from its program.",
      file: fileName)
  }
}
