import Inquiries
import Wire

/// How an operation stands in the document.
extension Operation {
  var json: JSONValue {
    var parameters = pathParameters + query
    if takesRevision { parameters.append(.revision) }
    if mayTakeRevision { parameters.append(.revisionIfKnown) }
    if takesRevisions { parameters.append(.revisions) }
    if takesKey { parameters.append(.key) }
    if isConditional { parameters.append(.noneMatch) }
    var parts: [JSONValue.Field] = [
      .init("operationId", .text(id)), .init("summary", .text(summary)),
      .init("description", .text(whoMay)), .init("tags", [.text(tag)]),
      .init("parameters", .list(parameters.map(\.json))),
    ]
    if let body { parts.append(.init("requestBody", body.json)) }
    parts.append(.init("responses", responses))
    if case .everybody = who {} else { parts.append(.init("security", [["token": []]])) }
    return .object(parts)
  }

  private var whoMay: String {
    switch who {
    case .everybody: "Open to everybody."
    case .staff: "For everybody with a role in it."
    case .role(.administrator): "For administrators."
    case .role(let role): "For \(role.rawValue)s and administrators of the inquiry."
    case .administrators: "For administrators of every inquiry."
    }
  }

  private var responses: JSONValue {
    var content = answers.map { answer in
      JSONValue.Field(
        answer.type,
        answer.schema.map { ["schema": ["$ref": .text("#/components/schemas/\($0.name)")]] } ?? [:])
    }
    content.sort { $0.name < $1.name }
    var done = statuses.map { status in
      JSONValue.Field(
        "\(status)", ["description": .text(summary), "content": .object(content)])
    }
    if isConditional {
      done.append(.init("304", ["description": "It is what is known already."]))
    }
    let refused = allRefusals.sorted().map { status in
      JSONValue.Field("\(status)", ["$ref": .text("#/components/responses/Refused\(status)")])
    }
    return .object(done + refused)
  }

  /// Statuses of every refusal that may come.
  var allRefusals: Set<Int> {
    var statuses = Set(refusals).union([400, 500, 503])
    if !pathParameters.isEmpty { statuses.insert(404) }
    if case .everybody = who { return statuses }
    statuses.formUnion([401, 403])
    if method != .get { statuses.formUnion([404, 409, 413, 422]) }
    if !query.isEmpty { statuses.insert(422) }
    if takesRevision { statuses.insert(412) }
    return statuses
  }
}

extension Operation.Body {
  fileprivate var json: JSONValue {
    switch self {
    case .shape(let schema):
      [
        "required": true,
        "content": [
          "application/json": [
            "schema": ["$ref": .text("#/components/schemas/\(schema.requestName)")]
          ]
        ],
      ]
    case .upload(let types):
      ["required": true, "content": .object(types.map { .init($0, [:]) })]
    }
  }
}
