import Foundation

/// Why a JSON text cannot be taken, with the field that is meant.
public struct JSONFault: Error, Hashable, Sendable {
  /// `json_malformed`, `field_missing`, `field_repeated`, `field_type`,
  /// `field_unknown`, `field_value`.
  public let code: String
  public let message: String
  /// Path of the field, such as `decision.on`; empty for the whole text.
  public let field: String

  static let malformed = JSONFault(
    code: "json_malformed", message: "This is not well-formed JSON in UTF-8.", field: "")
}

/// A JSON object that is read field by field, and knows which it was asked for.
///
/// The schemas of the API are recorded from what readers ask it for, so every
/// question says which form of value it wants.
public final class JSONObject {
  private let fields: [String: Any]
  private let path: String
  /// Where the questions are noted, when there is no object but one made up.
  private let notes: ShapeNotes?
  private var asked: Set<String> = []
  private var children: [JSONObject] = []

  /// Reads a text that must be one object, no name twice in any.
  public convenience init(_ bytes: [UInt8]) throws(JSONFault) {
    // Other encodings have bytes of 0, and JSON itself has none.
    guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil,
      let value = try? JSONSerialization.jsonObject(with: Data(bytes))
    else { throw .malformed }
    guard let fields = value as? [String: Any] else {
      throw JSONFault(code: "json_malformed", message: "A JSON object is wanted.", field: "")
    }
    if let name = try JSONKeys.repeated(in: bytes) {
      throw JSONFault(
        code: "field_repeated", message: "“\(name)” stands twice in one object.", field: name)
    }
    self.init(fields, path: "")
  }

  private init(_ fields: [String: Any], path: String) {
    self.fields = fields
    self.path = path
    notes = nil
  }

  /// An object that has whatever it is asked for, and notes it.
  init(recording notes: ShapeNotes) {
    fields = [:]
    path = ""
    self.notes = notes
  }

  public func text(_ name: String) throws(JSONFault) -> String {
    try required(name, try optionalText(name))
  }

  public func optionalText(_ name: String) throws(JSONFault) -> String? {
    try optional(name, "a text without a NUL character", .text()) { value in
      (value as? String).flatMap { JSONObject.isClean($0) ? $0 : nil }
    }
  }

  /// No text of ours holds NUL: PostgreSQL has no place for it.
  private static func isClean(_ text: String) -> Bool {
    !text.utf8.contains(0)
  }

  public func number(_ name: String) throws(JSONFault) -> Int {
    try required(name, try optionalNumber(name))
  }

  public func optionalNumber(_ name: String) throws(JSONFault) -> Int? {
    try optional(name, "a whole number", .number()) { value in
      if notes != nil { return value as? Int }
      guard let number = value as? NSNumber, !JSONObject.isFlag(number) else { return nil }
      return Int(exactly: number.doubleValue).flatMap { abs($0) < 1 << 53 ? $0 : nil }
    }
  }

  public func flag(_ name: String) throws(JSONFault) -> Bool {
    try required(name, try optionalFlag(name))
  }

  public func optionalFlag(_ name: String) throws(JSONFault) -> Bool? {
    try optional(name, "true or false", .flag) { value in
      if notes != nil { return value as? Bool }
      return (value as? NSNumber).flatMap { JSONObject.isFlag($0) ? $0.boolValue : nil }
    }
  }

  public func texts(_ name: String) throws(JSONFault) -> [String] {
    try required(name, try optionalTexts(name))
  }

  public func optionalTexts(_ name: String) throws(JSONFault) -> [String]? {
    try optionalTexts(name, as: .list(.text()))
  }

  func optionalTexts(_ name: String, as form: FieldForm) throws(JSONFault) -> [String]? {
    try optional(name, "a list of texts without NUL characters", form) { value in
      (value as? [String]).flatMap { $0.allSatisfy(JSONObject.isClean) ? $0 : nil }
    }
  }

  /// Whether the field is there at all, be it null.
  public func has(_ name: String) -> Bool {
    asked.insert(name)
    return notes?.has(name) ?? (fields[name] != nil)
  }

  /// Refuses an object that says none or several of some fields.
  public func exactlyOne(of names: String...) throws(JSONFault) {
    notes?.exactlyOne(of: names)
    let said = names.filter { notes?.has($0) ?? !(fields[$0] == nil || fields[$0] is NSNull) }
    guard said.count == 1, let first = names.first else {
      throw JSONFault(
        code: said.isEmpty ? "field_missing" : "field_value",
        message: "Give one of \(names.map { "“\(at($0))”" }.joined(separator: ", ")).",
        field: at(names.first ?? ""))
    }
    asked.insert(first)
  }

  public func shape<Shape: JSONShape>(_ name: String) throws -> Shape {
    try required(name, try optionalShape(name))
  }

  public func optionalShape<Shape: JSONShape>(_ name: String) throws -> Shape? {
    if let notes {
      return notes.gives(name, .shape(Shape.schema)) ? try Shape.example().0 : nil
    }
    let found = try optional(name, "an object", .text()) { $0 as? [String: Any] }
    return try found.map { try Shape(child($0, at(name))) }
  }

  public func shapes<Shape: JSONShape>(_ name: String) throws -> [Shape] {
    try required(name, try optionalShapes(name))
  }

  public func optionalShapes<Shape: JSONShape>(_ name: String) throws -> [Shape]? {
    if let notes {
      return notes.gives(name, .list(.shape(Shape.schema))) ? [try Shape.example().0] : nil
    }
    let found = try optional(name, "a list of objects", .text()) { $0 as? [[String: Any]] }
    return try found?.enumerated().map { index, fields in
      try Shape(child(fields, "\(at(name))[\(index)]"))
    }
  }

  /// A text that `read` turns into a value.
  ///
  /// - Parameter form: What its schema says; texts in general, with what is
  ///   wanted, where nothing closer is known.
  public func value<Value>(
    _ name: String, _ wanted: String, as form: FieldForm? = nil, _ read: (String) -> Value?
  ) throws(JSONFault) -> Value {
    try required(name, try optionalValue(name, wanted, as: form, read))
  }

  public func optionalValue<Value>(
    _ name: String, _ wanted: String, as form: FieldForm? = nil, _ read: (String) -> Value?
  ) throws(JSONFault) -> Value? {
    if let notes {
      let form = form ?? .text(wanted)
      guard notes.gives(name, form) else { return nil }
      let taken = form.samples.lazy.compactMap { $0 as? String }.compactMap(read).first
      guard let taken else { throw noSample(name) }
      return taken
    }
    guard let text = try optionalText(name) else { return nil }
    guard let value = read(text) else {
      throw JSONFault(
        code: "field_value", message: "“\(at(name))” must be \(wanted), not “\(text)”.",
        field: at(name))
    }
    return value
  }

  /// Refuses fields that nothing asked for: a misspelt one would be lost in
  /// silence.
  public func refuseUnknown() throws(JSONFault) {
    if let unknown = fields.keys.sorted().first(where: { !asked.contains($0) }) {
      throw JSONFault(
        code: "field_unknown", message: "There is no field “\(at(unknown))” here.",
        field: at(unknown))
    }
    for child in children { try child.refuseUnknown() }
  }

  private func child(_ fields: [String: Any], _ path: String) -> JSONObject {
    let child = JSONObject(fields, path: path)
    children.append(child)
    return child
  }

  private func required<Value>(_ name: String, _ value: Value?) throws(JSONFault) -> Value {
    notes?.require(name)
    guard let value else {
      throw JSONFault(code: "field_missing", message: "“\(at(name))” is missing.", field: at(name))
    }
    return value
  }

  private func optional<Value>(
    _ name: String, _ wanted: String, _ form: FieldForm, _ read: (Any) -> Value?
  ) throws(JSONFault) -> Value? {
    if let notes {
      guard notes.gives(name, form) else { return nil }
      guard let taken = form.samples.lazy.compactMap(read).first else { throw noSample(name) }
      return taken
    }
    asked.insert(name)
    guard let value = fields[name], !(value is NSNull) else { return nil }
    guard let read = read(value) else {
      throw JSONFault(
        code: "field_type", message: "“\(at(name))” must be \(wanted).", field: at(name))
    }
    return read
  }

  /// A reader of its own kind takes none of the samples; `as:` can name others.
  private func noSample(_ name: String) -> JSONFault {
    JSONFault(code: "field_value", message: "no sample is taken for “\(name)”", field: name)
  }

  private func at(_ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }

  private static func isFlag(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }
}
