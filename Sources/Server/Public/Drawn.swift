import Hummingbird
import Mustache

/// Part of a page that was drawn before the page: too long to be taken through
/// the templates.
final class DrawnBytes: Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// What a template made of values, cut where something goes in that was drawn
/// before or is told later.
struct Drawn {
  /// One piece more than there are gaps.
  private(set) var pieces: [ArraySlice<UInt8>] = []
  /// Which of what goes in stands behind each piece but the last.
  private(set) var gaps: [Int] = []
  private var drawn: [DrawnBytes] = []

  /// - Parameter value: A struct; its properties are the template's keys.
  init(_ value: Any, _ templates: MustacheLibrary, _ template: String) {
    let shown = shown(value)
    let text = templates.render(shown, withTemplate: template) ?? ""
    // Every other part is the number of a gap, between two marks.
    for (index, part) in Array(text.utf8).split(separator: 0, omittingEmptySubsequences: false)
      .enumerated()
    {
      if index % 2 == 0 {
        pieces.append(part)
      } else {
        gaps.append(Int(String(decoding: part, as: UTF8.self)) ?? 0)
      }
    }
  }

  /// What keeps a gap's place in values: its number between two U+0000, which no
  /// text of ours can hold.
  static func gap(_ number: Int) -> String { "\0\(number)\0" }

  /// The whole, with what was drawn before in its places.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      pieces.reduce(0) { $0 + $1.count } + drawn.reduce(0) { $0 + $1.bytes.count })
    for (index, piece) in pieces.enumerated() {
      bytes += piece
      if gaps.indices.contains(index), drawn.indices.contains(gaps[index]) {
        bytes += drawn[gaps[index]].bytes
      }
    }
    return bytes
  }

  /// Values that Mustache finds its way in at once.
  ///
  /// Mustache reflects on a struct for every key it looks for, and on all that
  /// stand around it; reflected on once, a page takes a tenth of the time.
  private mutating func shown(_ value: Any) -> Any {
    if let text = value as? String { return ShownText(renderText: text) }
    if value is Bool || value is Int { return value }
    if let bytes = value as? DrawnBytes {
      drawn.append(bytes)
      return ShownText(renderText: Drawn.gap(drawn.count - 1))
    }
    if let list = value as? [Any] {
      var items: [Any] = []
      for item in list { items.append(shown(item)) }
      return ShownList(items: items)
    }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .struct else { return value }
    var fields: [String: Any] = [:]
    for (label, field) in mirror.children {
      guard let label, let field = Drawn.present(field) else { continue }
      fields[label] = shown(field)
    }
    return ShownFields(fields: fields)
  }

  /// What an optional holds, or the value itself.
  private static func present(_ value: Any) -> Any? {
    if value is String || value is Bool { return value }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return value }
    return mirror.children.first?.value
  }
}

// Types of our own, because Mustache asks each value what it is, and that takes
// long for a type that is one thing or another by its parameters.

private struct ShownFields: MustacheParent {
  let fields: [String: Any]

  func child(named name: String) -> Any? { fields[name] }
}

private struct ShownList: MustacheSequence {
  let items: [Any]

  func makeIterator() -> IndexingIterator<[Any]> { items.makeIterator() }
}

private struct ShownText: MustacheCustomRenderable {
  let renderText: String
  let isNull = false
}
