public import Inquiries

/// Reads words of closed lists, days and instants as the API spells them.
extension JSONObject {
  func word<Word: RawRepresentable & CaseIterable>(_ name: String) throws(JSONFault) -> Word
  where Word.RawValue == String {
    try value(name, Word.choices, as: Word.form, Word.init(rawValue:))
  }

  func optionalWord<Word: RawRepresentable & CaseIterable>(
    _ name: String
  ) throws(JSONFault) -> Word? where Word.RawValue == String {
    try optionalValue(name, Word.choices, as: Word.form, Word.init(rawValue:))
  }

  func optionalWords<Word: RawRepresentable & CaseIterable>(
    _ name: String
  ) throws(JSONFault) -> [Word]? where Word.RawValue == String {
    guard let texts = try optionalTexts(name, as: .list(Word.form)) else { return nil }
    let words = texts.compactMap(Word.init(rawValue:))
    guard words.count == texts.count else {
      throw JSONFault(
        code: "field_value", message: "“\(name)” must be a list, each \(Word.choices).",
        field: name)
    }
    return words
  }

  func day(_ name: String) throws(JSONFault) -> Day {
    try value(name, "a day as YYYY-MM-DD", as: .day) { Day($0) }
  }

  func optionalDay(_ name: String) throws(JSONFault) -> Day? {
    try optionalValue(name, "a day as YYYY-MM-DD", as: .day) { Day($0) }
  }

  /// A range as its two ends, `null` for none.
  func optionalRange(_ name: String) throws -> ClosedRange<Int>? {
    let ends: RangeShape? = try optionalShape(name)
    return ends?.range
  }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
  static var form: FieldForm {
    .word(allCases.map(\.rawValue))
  }

  static var choices: String {
    "one of " + allCases.map(\.rawValue).joined(separator: ", ")
  }
}

struct RangeShape: JSONShape {
  let range: ClosedRange<Int>

  init(_ range: ClosedRange<Int>) {
    self.range = range
  }

  init(_ json: JSONObject) throws {
    let first = try json.number("first")
    range = first...max(first, try json.number("last"))
  }

  func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("first", range.lowerBound)
      json.field("last", range.upperBound)
    }
  }
}

extension JSONBytes {
  public mutating func field(_ name: StaticString, _ range: ClosedRange<Int>?) {
    if let range { field(name, RangeShape(range)) } else { field(name, nil as String?) }
  }

  public mutating func field(_ name: StaticString, _ day: Day?) {
    field(name, day?.description)
  }
}
