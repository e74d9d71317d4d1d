import Conduct
import HTTPTypes
import Inquiries
import Wire

/// One operation of the REST API, as `/openapi.json` tells it.
///
/// Tests hold the operations to the routes in both directions, and the gate
/// before the routes refuses what no operation takes.
struct Operation {
  enum Who {
    case everybody
    /// Whoever has a role in the inquiry, or in any where there is none.
    case staff
    case role(Role)
    /// Administrators of every inquiry.
    case administrators
  }

  enum Body {
    case shape(ShapeSchema)
    case upload([String])
  }

  let method: HTTPRequest.Method
  /// The address with its parts in braces.
  let path: String
  /// Its name for programs; never changed.
  let id: String
  let summary: String
  var tag = ""
  var who: Who
  var query: [Parameter] = []
  var body: Body?
  /// Media types of the answer, with the shape of those that are JSON.
  var answers: [(type: String, schema: ShapeSchema?)]
  var statuses = [200]
  /// What may go wrong beside what may always go wrong.
  var refusals: [Int] = []
  var takesRevision = false
  /// Whether it may be told the revision, and need not.
  var mayTakeRevision = false
  /// Whether it may be told the revisions of what its list names.
  var takesRevisions = false
  var takesKey = false
  /// Whether the answer has an ETag that a request may ask about.
  var isConditional = false

  /// A staff operation that reads.
  static func get(
    _ path: String, _ id: String, _ summary: String, query: [Parameter] = [],
    answers shape: any JSONShape.Type
  ) -> Operation {
    Operation(
      method: .get, path: Operation.staff + path, id: id, summary: summary, who: .staff,
      query: query, answers: [("application/json", shape.schema)])
  }

  /// A staff operation that reads what is no JSON, or not always.
  static func get(
    _ path: String, _ id: String, _ summary: String, query: [Parameter] = [],
    types: [(type: String, schema: ShapeSchema?)]
  ) -> Operation {
    Operation(
      method: .get, path: Operation.staff + path, id: id, summary: summary, who: .staff,
      query: query, answers: types)
  }

  /// A staff operation that does an act, once for its key.
  static func act(
    _ method: HTTPRequest.Method = .post, _ path: String, _ id: String, _ summary: String,
    _ act: any Act.Type, takes body: Body? = nil, answers shape: any JSONShape.Type
  ) -> Operation {
    Operation(
      method: method, path: Operation.staff + path, id: id, summary: summary, who: .role(act.role),
      body: body, answers: [("application/json", shape.schema)], refusals: [409], takesKey: true)
  }

  /// A staff operation on no inquiry in particular, done once for its key.
  static func house(
    _ method: HTTPRequest.Method = .post, _ path: String, _ id: String, _ summary: String,
    takes body: Body? = nil, answers shape: any JSONShape.Type
  ) -> Operation {
    Operation(
      method: method, path: Operation.staff + path, id: id, summary: summary,
      who: .administrators, body: body, answers: [("application/json", shape.schema)],
      takesKey: true)
  }

  static let staff = "/api/v1/"
  static let inquiry = "inquiries/{inquiry}/"

  /// The same, of a thing that has a revision.
  var revised: Operation {
    var operation = self
    operation.takesRevision = true
    return operation
  }

  /// The same, of a thing that has a revision, which need not be said.
  var revisedIfSaid: Operation {
    var operation = self
    operation.mayTakeRevision = true
    return operation.refusing(412)
  }

  /// The same, for another circle.
  func open(to who: Who) -> Operation {
    var operation = self
    operation.who = who
    return operation
  }

  /// The same, done to a list of things that have revisions.
  var onList: Operation {
    var operation = self
    operation.takesRevisions = true
    return operation.refusing(412)
  }

  /// The same, which may be refused with further statuses.
  func refusing(_ statuses: Int...) -> Operation {
    var operation = self
    operation.refusals += statuses
    return operation
  }

  /// The same, with other statuses where all goes well.
  func answering(_ statuses: Int...) -> Operation {
    var operation = self
    operation.statuses = statuses
    return operation
  }

  /// The same, with parameters of the query.
  func asking(_ query: [Parameter]) -> Operation {
    var operation = self
    operation.query = query
    return operation
  }

  /// The name of the place for the gate: method and address.
  var key: String {
    "\(method.rawValue) \(path)"
  }

  /// The names within braces in its address.
  var pathParameters: [Parameter] {
    path.matches(of: #/\{([A-Za-z]+)\}/#).map { .path(String($0.output.1)) }
  }

  var schemas: [(ShapeSchema, ShapeSchema.Side)] {
    var schemas = answers.compactMap(\.schema).map { ($0, ShapeSchema.Side.answer) }
    if case .shape(let schema) = body { schemas.append((schema, .request)) }
    return schemas
  }
}

extension Operation.Body {
  static func shape(_ shape: any JSONShape.Type) -> Self {
    .shape(shape.schema)
  }
}

extension [Operation] {
  func tagged(_ tag: String) -> [Operation] {
    map { operation in
      var operation = operation
      operation.tag = tag
      return operation
    }
  }
}
