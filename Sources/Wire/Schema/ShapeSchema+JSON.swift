/// JSON Schema 2020-12, as OpenAPI 3.1 takes it.
extension ShapeSchema {
  public enum Side: Sendable {
    case request, answer
  }

  public func name(on side: Side) -> String {
    side == .request ? requestName : name
  }

  /// Its schema, with references to those of the shapes within.
  public func json(on side: Side) -> JSONValue {
    let properties = fields.map { field in
      let isNullable = side == .request ? !field.isRequired : field.isNullable
      return JSONValue.Field(field.name, field.form.json(on: side, isNullable: isNullable))
    }
    let required = fields.filter { side == .request ? $0.isRequired : $0.isAlwaysWritten }
    var parts: [JSONValue.Field] = [
      .init("type", "object"), .init("properties", .object(properties)),
      .init("required", .list(required.map { .text($0.name) })),
    ]
    guard side == .request else { return .object(parts) }
    // Answers may grow; what a request says beyond its fields would be lost.
    parts.append(.init("additionalProperties", false))
    if let group = exclusive.first { parts.append(.init("oneOf", alternatives(group))) }
    return .object(parts)
  }

  private func alternatives(_ group: [String]) -> JSONValue {
    .list(
      group.compactMap { name in
        fields.first { $0.name == name }.map { field in
          [
            "required": .list([.text(name)]),
            "properties": .object([
              .init(name, field.form.json(on: .request, isNullable: false))
            ]),
          ]
        }
      })
  }

  /// The shapes within, and within those.
  public var inner: [ShapeSchema] {
    fields.compactMap(\.form.shape).flatMap { [$0] + $0.inner }
  }
}

extension FieldForm {
  var shape: ShapeSchema? {
    switch self {
    case .shape(let schema): schema
    case .list(let form): form.shape
    case .text, .day, .word, .number, .flag: nil
    }
  }

  public func json(on side: ShapeSchema.Side, isNullable: Bool = false) -> JSONValue {
    func typed(_ name: JSONValue, _ parts: [JSONValue.Field]) -> JSONValue {
      .object([.init("type", isNullable ? [name, "null"] : name)] + parts)
    }
    switch self {
    case .text(let wanted):
      let words = wanted.map { [JSONValue.Field("description", .text($0))] } ?? []
      // No text of ours holds NUL: PostgreSQL has no place for it.
      return typed(
        "string", side == .request ? [.init("pattern", "^[^\\u0000]*$")] + words : words)
    case .day: return typed("string", [.init("format", "date")])
    case .word(let words):
      let choices = words.map(JSONValue.text) + (isNullable ? [.null] : [])
      return typed("string", [.init("enum", .list(choices))])
    case .number(let range):
      return typed(
        "integer",
        [
          .init("minimum", .number(range.lowerBound)), .init("maximum", .number(range.upperBound)),
        ])
    case .flag: return typed("boolean", [])
    case .list(let form): return typed("array", [.init("items", form.json(on: side))])
    case .shape(let schema):
      let reference: JSONValue = [
        "$ref": .text("#/components/schemas/\(schema.name(on: side))")
      ]
      return isNullable ? ["anyOf": [reference, ["type": "null"]]] : reference
    }
  }
}
