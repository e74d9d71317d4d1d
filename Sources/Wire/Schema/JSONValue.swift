/// A JSON text as a tree, for what is put together from parts and written once.
public enum JSONValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([JSONValue])
  /// Its fields in the order in which they are written.
  case object([Field])

  public struct Field: Hashable, Sendable {
    public let name: String
    public let value: JSONValue

    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}

extension JSONValue: JSONWritable {
  public func write(to json: inout JSONBytes) {
    switch self {
    case .null: json.null()
    case .flag(let flag): json.value(flag)
    case .number(let number): json.value(number)
    case .text(let text): json.value(text)
    case .list(let values):
      json.array { json in
        for value in values { value.write(to: &json) }
      }
    case .object(let fields):
      json.object { json in
        for field in fields {
          json.name(of: field.name)
          field.value.write(to: &json)
        }
      }
    }
  }

  /// For people and for `diff`: what fits on a line stands on one.
  public func lines(indent: String = "") -> String {
    let short = String(decoding: jsonBytes, as: UTF8.self)
    if short.utf8.count + indent.utf8.count <= 100 { return short }
    let inner = indent + "  "
    switch self {
    case .list(let values):
      return "[\n" + values.map { inner + $0.lines(indent: inner) }.joined(separator: ",\n")
        + "\n\(indent)]"
    case .object(let fields):
      let written = fields.map { field in
        "\(inner)\(JSONValue.text(field.name).lines()): \(field.value.lines(indent: inner))"
      }
      return "{\n" + written.joined(separator: ",\n") + "\n\(indent)}"
    case .null, .flag, .number, .text: return short
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) {
    self = .text(text)
  }

  public init(integerLiteral number: Int) {
    self = .number(number)
  }

  public init(booleanLiteral flag: Bool) {
    self = .flag(flag)
  }

  public init(arrayLiteral values: JSONValue...) {
    self = .list(values)
  }

  public init(dictionaryLiteral fields: (String, JSONValue)...) {
    self = .object(fields.map { Field($0.0, $0.1) })
  }
}
