import Inquiries
public import Wire

/// The description of the API, put together from its operations.
public struct OpenAPIDocument: Sendable {
  public let json: JSONValue

  /// Why the API cannot be described.
  public struct Fault: Error, CustomStringConvertible {
    public let description: String
  }

  /// - Parameter isPublicOnly: Whether the staff side is left out.
  /// - Throws: ``Fault`` when a shape's reader and writer do not fit, or two
  ///   shapes have one name.
  public init(isPublicOnly: Bool) throws {
    let operations = Operation.all(isPublicOnly: isPublicOnly)
    json = [
      "openapi": "3.1.0",
      "info": [
        "title": "Inquiries and evidence", "version": "1",
        "description": """
        Refusals are problem details of RFC 9457 with a stable `code`; config/errors.md explains \
        each. Answers may gain fields; requests with fields or parameters that are not known are \
        refused.
        """,
      ],
      "paths": OpenAPIDocument.paths(operations),
      "components": .object(try OpenAPIDocument.components(operations, isPublicOnly)),
    ]
  }

  private static func paths(_ operations: [Operation]) -> JSONValue {
    var order: [String] = []
    var found: [String: [JSONValue.Field]] = [:]
    for operation in operations {
      if found[operation.path] == nil { order.append(operation.path) }
      found[operation.path, default: []].append(
        .init(operation.method.rawValue.lowercased(), operation.json))
    }
    return .object(order.map { .init($0, .object(found[$0] ?? [])) })
  }

  private static func components(
    _ operations: [Operation], _ isPublicOnly: Bool
  ) throws -> [JSONValue.Field] {
    var parts: [JSONValue.Field] = [
      .init("schemas", .object(try schemas(operations))),
      .init("responses", .object(Refused.responses(of: operations))),
    ]
    if !isPublicOnly {
      parts.append(
        .init(
          "securitySchemes",
          ["token": ["type": "http", "scheme": "bearer", "description": "The token of a person."]]))
    }
    return parts
  }

  private static func schemas(_ operations: [Operation]) throws -> [JSONValue.Field] {
    var found: [String: JSONValue] = [:]
    let outer = operations.flatMap(\.schemas) + [(.problem, .answer)]
    let all = outer.flatMap { schema, side in ([schema] + schema.inner).map { ($0, side) } }
    for (schema, side) in all {
      if let fault = schema.fault { throw Fault(description: fault) }
      let json = schema.json(on: side)
      if let other = found.updateValue(json, forKey: schema.name(on: side)), other != json {
        throw Fault(description: "two shapes are called \(schema.name(on: side))")
      }
    }
    return found.keys.sorted().map { .init($0, found[$0] ?? .null) }
  }
}

/// The refusals, a response for each status.
private enum Refused {
  private static let meanings = [
    400: "The request cannot be read, or says what is not known here.",
    401: "No token, or one that is not known.",
    403: "The act needs another role.",
    404: "There is nothing at this address, or it is not yours to see.",
    409: "The record is in a state that does not allow it.",
    410: "It was public and is no longer; `tombstones` tell why.",
    412: "Somebody changed it since it was read.",
    413: "It is larger than is taken here.",
    422: "A rule says no.",
    500: "A fault of ours.",
    503: "The database does not answer at the moment.",
  ]

  static func responses(of operations: [Operation]) -> [JSONValue.Field] {
    operations.reduce(into: Set<Int>()) { $0.formUnion($1.allRefusals) }.sorted().map { status in
      .init("Refused\(status)", response(status))
    }
  }

  private static func response(_ status: Int) -> JSONValue {
    var parts: [JSONValue.Field] = [
      .init("description", .text(meanings[status] ?? "Refused.")),
      .init(
        "content",
        ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]]),
    ]
    if status == 412 {
      parts.append(
        .init(
          "headers",
          [
            "ETag": [
              "description": "The revision that it is at now, where one thing was changed.",
              "schema": ["type": "string"],
            ]
          ]))
    }
    return .object(parts)
  }
}

extension ShapeSchema {
  /// RFC 9457 problem details.
  static var problem: ShapeSchema {
    ShapeSchema(
      "Problem",
      [
        .text("type"), .text("title").orLeftOut, .number("status"),
        .init("code", .text("A stable code; config/errors.md explains each.")),
        .init("detail", .text("One plain sentence that names place and remedy.")),
        .init("field", .text("Path of the field, parameter or file that is meant.")).orLeftOut,
        .shapes(
          "tombstones",
          ShapeSchema(
            "Tombstone",
            [
              .text("reference"), .text("title"),
              .word("act", Tombstone.Act.self), .text("reason"), .day("removedOn"),
            ])
        ).orLeftOut,
      ])
  }
}
