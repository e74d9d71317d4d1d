import Foundation

/// Looks through the names in a JSON text that is known to be well formed.
///
/// One pass over the bytes. JSONSerialization keeps the last of two equal names
/// and says nothing, so that one of two values would be lost.
struct JSONKeys {
  private let bytes: [UInt8]
  private var place = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// What is open around the place.
  private struct Scope {
    let isObject: Bool
    var names: Set<String> = []
    /// Whether the next text is a name.
    var wantsName: Bool
  }

  /// The first name that stands twice in one object.
  static func repeated(in bytes: [UInt8]) throws(JSONFault) -> String? {
    var repeated: String?
    try walk(bytes) { name, _, isNew in
      if !isNew { repeated = name }
      return isNew
    }
    return repeated
  }

  /// The names of the outermost object, in their order.
  static func top(_ bytes: [UInt8]) throws(JSONFault) -> [String] {
    var names: [String] = []
    try walk(bytes) { name, depth, _ in
      if depth == 1 { names.append(name) }
      return true
    }
    return names
  }

  /// Whether a field of the outermost object is `null`.
  static func isNull(_ name: String, in bytes: [UInt8]) -> Bool {
    let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    return object?[name] is NSNull
  }

  private static func walk(
    _ bytes: [UInt8], _ visit: (_ name: String, _ depth: Int, _ isNew: Bool) -> Bool
  ) throws(JSONFault) {
    var keys = JSONKeys(bytes)
    var scopes: [Scope] = []
    while keys.place < bytes.count {
      let byte = bytes[keys.place]
      switch byte {
      case UInt8(ascii: "{"): scopes.append(Scope(isObject: true, wantsName: true))
      case UInt8(ascii: "["): scopes.append(Scope(isObject: false, wantsName: false))
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = scopes.popLast()
      case UInt8(ascii: ","):
        if let last = scopes.indices.last { scopes[last].wantsName = scopes[last].isObject }
      case UInt8(ascii: "\""):
        let text = keys.text()
        if let last = scopes.indices.last, scopes[last].wantsName {
          scopes[last].wantsName = false
          let name = try JSONKeys.name(text)
          let isNew = scopes[last].names.insert(name).inserted
          guard visit(name, scopes.count, isNew) else { return }
        }
      default: break
      }
      keys.place += 1
    }
  }

  /// The text that begins at the place, quotation marks and all; the place is
  /// then its last byte.
  private mutating func text() -> ArraySlice<UInt8> {
    let start = place
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return bytes[start..<min(place + 1, bytes.count)]
  }

  private static func name(_ text: ArraySlice<UInt8>) throws(JSONFault) -> String {
    guard text.contains(UInt8(ascii: "\\")) else {
      return String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
    }
    let value = try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
    guard let name = value as? String else { throw .malformed }
    return name
  }
}
