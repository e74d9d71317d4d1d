import Inquiries
import Wire

/// What an operation takes beside its body.
struct Parameter {
  enum Place: String {
    case path, query, header
  }

  let name: String
  let place: Place
  let isRequired: Bool
  let says: String
  let schema: JSONValue
  /// Whether it may stand in the query several times.
  var isRepeated = false

  var json: JSONValue {
    [
      "name": .text(name), "in": .text(place.rawValue), "required": .flag(isRequired),
      "description": .text(says), "schema": schema,
    ]
  }

  /// A parameter of the query.
  static func query(
    _ name: String, _ form: FieldForm, isRequired: Bool = false, _ says: String
  ) -> Parameter {
    Parameter(
      name: name, place: .query, isRequired: isRequired, says: says, schema: form.json(on: .request)
    )
  }

  /// A parameter of the query that may stand there several times.
  static func several(_ name: String, _ form: FieldForm, _ says: String) -> Parameter {
    Parameter(
      name: name, place: .query, isRequired: false, says: says,
      schema: ["type": "array", "items": form.json(on: .request)], isRepeated: true)
  }

  /// What a number in an address may be.
  static let numbers = 1...999_999_999

  /// Refuses a part of an address that is a number by its name and none as it stands.
  static func check(_ name: Substring, _ value: Substring) throws(Refusal) {
    guard ["number", "id"].contains(name), !(Int(value).map(numbers.contains) ?? false) else {
      return
    }
    throw Refusal(
      .notFound, "address_value",
      "“\(value)” stands in the address where a whole number from 1 to \(numbers.upperBound) "
        + "belongs; look the number up in the listing.", field: String(name))
  }

  /// A part of an address; those that are numbers are known by their names.
  static func path(_ name: String) -> Parameter {
    let (says, schema): (String, JSONValue) =
      switch name {
      case "inquiry":
        ("The slug of the inquiry.", ["type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"])
      case "number":
        ("The number that is printed.", FieldForm.number(numbers).json(on: .request))
      case "id":
        ("The number of the record.", FieldForm.number(numbers).json(on: .request))
      case "sitting":
        (
          "P3 for the third sitting planned, or 4 or OS4 for session 4.",
          ["type": "string", "pattern": "^(P|OS)?[1-9][0-9]{0,8}$"]
        )
      case "role":
        ("The role.", FieldForm.word(Role.allCases.map(\.rawValue)).json(on: .request))
      default:
        (
          "The \(name), as it is printed.",
          ["type": "string", "minLength": 1, "pattern": "^[^/\\u0000]+$"]
        )
      }
    return Parameter(name: name, place: .path, isRequired: true, says: says, schema: schema)
  }

  static let revision = Parameter(
    name: "If-Match", place: .header, isRequired: true,
    says: "The revision that was read, in quotation marks, such as \"3\".",
    schema: ["type": "string", "pattern": "^\"[0-9]{1,9}\"$"])

  static let revisionIfKnown = Parameter(
    name: revision.name, place: .header, isRequired: false, says: revision.says,
    schema: revision.schema)

  static let revisions = Parameter(
    name: "If-Match", place: .header, isRequired: false,
    says: "The revisions that were read, in the order named, such as \"3.1.1\"; where a dry run "
      + "has an ETag, it is that.",
    schema: ["type": "string", "pattern": "^\"[0-9]{1,9}(\\.[0-9]{1,9})*\"$"])

  static let key = Parameter(
    name: "Idempotency-Key", place: .header, isRequired: false,
    says: "A request that comes again with the same key is done once, and answered the same.",
    schema: ["type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"])

  static let noneMatch = Parameter(
    name: "If-None-Match", place: .header, isRequired: false,
    says: "The ETag of what is known already.",
    schema: ["type": "string"])
}
