import Foundation

/// Why a JSON text cannot be taken, with the field that is meant.
public struct JSONFault: Error, Hashable, Sendable {
  /// `json_malformed`, `field_missing`, `field_type`, `field_unknown`, `field_value`.
  public let code: String
  public let message: String
  /// Path of the field, such as `decision.on`; empty for the whole text.
  public let field: String
}

/// A JSON object that is read field by field, and knows which it was asked for.
public final class JSONObject {
  private let fields: [String: Any]
  private let path: String
  private var asked: Set<String> = []
  private var children: [JSONObject] = []

  /// Reads a text that must be one object.
  public convenience init(_ bytes: [UInt8]) throws(JSONFault) {
    let value: Any
    do {
      value = try JSONSerialization.jsonObject(with: Data(bytes))
    } catch {
      throw JSONFault(
        code: "json_malformed", message: "This is not well-formed JSON.", field: "")
    }
    guard let fields = value as? [String: Any] else {
      throw JSONFault(code: "json_malformed", message: "A JSON object is wanted.", field: "")
    }
    self.init(fields, path: "")
  }

  private init(_ fields: [String: Any], path: String) {
    self.fields = fields
    self.path = path
  }

  public func text(_ name: String) throws(JSONFault) -> String {
    guard let text = try optionalText(name) else { throw missing(name) }
    return text
  }

  public func optionalText(_ name: String) throws(JSONFault) -> String? {
    try optional(name, "a text without a NUL character") { value in
      (value as? String).flatMap { JSONObject.isClean($0) ? $0 : nil }
    }
  }

  /// No text of ours holds NUL: PostgreSQL has no place for it.
  private static func isClean(_ text: String) -> Bool {
    !text.utf8.contains(0)
  }

  public func number(_ name: String) throws(JSONFault) -> Int {
    guard let number = try optionalNumber(name) else { throw missing(name) }
    return number
  }

  public func optionalNumber(_ name: String) throws(JSONFault) -> Int? {
    try optional(name, "a whole number") { value in
      guard let number = value as? NSNumber, !JSONObject.isFlag(number) else { return nil }
      return Int(exactly: number.doubleValue).flatMap { abs($0) < 1 << 53 ? $0 : nil }
    }
  }

  public func flag(_ name: String) throws(JSONFault) -> Bool {
    guard let flag = try optionalFlag(name) else { throw missing(name) }
    return flag
  }

  public func optionalFlag(_ name: String) throws(JSONFault) -> Bool? {
    try optional(name, "true or false") { value in
      (value as? NSNumber).flatMap { JSONObject.isFlag($0) ? $0.boolValue : nil }
    }
  }

  public func texts(_ name: String) throws(JSONFault) -> [String] {
    guard let texts = try optionalTexts(name) else { throw missing(name) }
    return texts
  }

  public func optionalTexts(_ name: String) throws(JSONFault) -> [String]? {
    try optional(name, "a list of texts without NUL characters") { value in
      (value as? [String]).flatMap { $0.allSatisfy(JSONObject.isClean) ? $0 : nil }
    }
  }

  /// Whether the field is there at all, be it null.
  public func has(_ name: String) -> Bool {
    asked.insert(name)
    return fields[name] != nil
  }

  public func shape<Shape: JSONShape>(_ name: String) throws -> Shape {
    guard let shape: Shape = try optionalShape(name) else { throw missing(name) }
    return shape
  }

  public func optionalShape<Shape: JSONShape>(_ name: String) throws -> Shape? {
    let found = try optional(name, "an object") { $0 as? [String: Any] }
    return try found.map { try Shape(child($0, at(name))) }
  }

  public func shapes<Shape: JSONShape>(_ name: String) throws -> [Shape] {
    guard let found = try optional(name, "a list of objects", { $0 as? [[String: Any]] }) else {
      throw missing(name)
    }
    return try found.enumerated().map { index, fields in
      try Shape(child(fields, "\(at(name))[\(index)]"))
    }
  }

  /// A text that `read` turns into a value.
  public func value<Value>(
    _ name: String, _ wanted: String, _ read: (String) -> Value?
  ) throws(JSONFault) -> Value {
    guard let value = try optionalValue(name, wanted, read) else { throw missing(name) }
    return value
  }

  public func optionalValue<Value>(
    _ name: String, _ wanted: String, _ read: (String) -> Value?
  ) throws(JSONFault) -> Value? {
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

  private func optional<Value>(
    _ name: String, _ wanted: String, _ read: (Any) -> Value?
  ) throws(JSONFault) -> Value? {
    asked.insert(name)
    guard let value = fields[name], !(value is NSNull) else { return nil }
    guard let read = read(value) else {
      throw JSONFault(
        code: "field_type", message: "“\(at(name))” must be \(wanted).", field: at(name))
    }
    return read
  }

  private func missing(_ name: String) -> JSONFault {
    JSONFault(code: "field_missing", message: "“\(at(name))” is missing.", field: at(name))
  }

  private func at(_ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }

  private static func isFlag(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }
}
