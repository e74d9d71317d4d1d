import Synchronization

/// What a shape's reader asks for, noted while it reads an object made up for it.
final class ShapeNotes {
  private(set) var fields: [ShapeSchema.Field] = []
  private(set) var exclusive: [[String]] = []
  /// The fields that are not there.
  private let absent: Set<String>

  /// Whether forms are noted too: once is enough, and those of shapes within
  /// take a recording of their own.
  private let wantsForms: Bool

  init(absent: Set<String>, wantsForms: Bool = false) {
    self.absent = absent
    self.wantsForms = wantsForms
  }

  /// Notes that a field was asked for.
  ///
  /// - Returns: Whether the object has it.
  func gives(_ name: String, _ form: @autoclosure () -> FieldForm) -> Bool {
    if wantsForms, !fields.contains(where: { $0.name == name }) {
      var field = ShapeSchema.Field(name, form())
      field.isRequired = false
      fields.append(field)
    }
    return has(name)
  }

  func has(_ name: String) -> Bool {
    !absent.contains(name)
  }

  func require(_ name: String) {
    guard let index = fields.firstIndex(where: { $0.name == name }) else { return }
    fields[index].isRequired = true
  }

  func exactlyOne(of names: [String]) {
    exclusive.append(names)
  }

  /// Texts to try on a reader that takes not every one.
  static let texts = [
    "a", "1", "2020-01-31", "2020-01-31T09:30:00Z", "09:30", "OS1", "Q1", "ABC", "Europe/London",
  ]
}

extension FieldForm {
  /// Values that a reader is offered for it, until it takes one.
  var samples: [Any] {
    switch self {
    case .text: ShapeNotes.texts
    case .day: ["2020-01-31"]
    case .word(let words): words
    case .number(let range): [min(max(1, range.lowerBound), range.upperBound)]
    case .flag: [true]
    case .list(let form): [form.samples.prefix(1).map(\.self)]
    case .shape: []
    }
  }
}

/// Shapes recorded so far: many operations tell of the same, and shapes hold
/// shapes.
private let recorded = Mutex<[ObjectIdentifier: ShapeSchema]>([:])

extension JSONShape {
  /// What its reader asks for and its writer writes; recorded once.
  public static var schema: ShapeSchema {
    let key = ObjectIdentifier(Self.self)
    if let known = recorded.withLock({ $0[key] }) { return known }
    // Not within the lock: to record a shape is to ask for those within it.
    let schema = record()
    recorded.withLock { $0[key] = schema }
    return schema
  }

  ///
  /// The reader is given objects made up for it: one with all fields, one that
  /// lacks all it can do without, and for each of these one that lacks it. What
  /// was read is written again, and shows which fields an answer always says,
  /// and which may be `null`.
  private static func record() -> ShapeSchema {
    let name = ShapeSchema.name(of: Self.self)
    var schema = ShapeSchema(name, [])
    do {
      let (full, notes, absent) = try example(wantsForms: true)
      let written = try JSONKeys.top(full.jsonBytes)
      let asked = notes.fields.map(\.name)
      guard Set(written).union(absent) == Set(asked).union(absent) else {
        schema.fault =
          "\(name) reads \(asked.sorted().joined(separator: ", ")) and writes "
          + "\(written.sorted().joined(separator: ", "))"
        return schema
      }
      schema.exclusive = notes.exclusive
      let answers = try [full.jsonBytes] + lacking(notes.fields, absent).map(\.jsonBytes)
      let said = try answers.map { Set(try JSONKeys.top($0)) }
      schema.fields = notes.fields.map { field in
        var field = field
        field.isAlwaysWritten = said.allSatisfy { $0.contains(field.name) }
        field.isNullable = answers.contains { JSONKeys.isNull(field.name, in: $0) }
        return field
      }.sorted {
        (written.firstIndex(of: $0.name) ?? .max) < (written.firstIndex(of: $1.name) ?? .max)
      }
    } catch {
      schema.fault = "\(name) cannot be recorded: \(error)"
    }
    return schema
  }

  /// A value of it with every field that can stand beside the others.
  static func example(
    wantsForms: Bool = false
  ) throws -> (Self, ShapeNotes, absent: Set<String>) {
    let notes = ShapeNotes(absent: [], wantsForms: wantsForms)
    do {
      return (try Self(JSONObject(recording: notes)), notes, [])
    } catch  where !notes.exclusive.isEmpty {
      let absent = Set(notes.exclusive.flatMap { $0.dropFirst() })
      let further = ShapeNotes(absent: absent, wantsForms: wantsForms)
      return (try Self(JSONObject(recording: further)), further, absent)
    }
  }

  /// Values that lack a field, one for each that can be left out, and one that
  /// lacks them all. What is refused without a field has no such value.
  private static func lacking(
    _ fields: [ShapeSchema.Field], _ absent: Set<String>
  ) throws -> [Self] {
    let optional = fields.filter { !$0.isRequired }.map(\.name)
    let lacking = optional.map { absent.union([$0]) } + [absent.union(optional)]
    return lacking.compactMap { try? Self(JSONObject(recording: ShapeNotes(absent: $0))) }
  }
}

extension ShapeSchema {
  /// `Inquiries.PushReport.Change` is `PushReportChange`, a listing of it
  /// `PushReportChangeList`; what only says that it is a shape or a request is
  /// left out.
  static func name(of type: Any.Type) -> String {
    let parts = String(reflecting: type).split { $0 == "<" || $0 == ">" }
    guard parts.count == 1, let part = parts.first else {
      return parts.dropFirst().map { name(of: $0) }.joined() + "List"
    }
    return name(of: part)
  }

  private static func name(of path: Substring) -> String {
    let whole = path.split(separator: ".").dropFirst().joined()
    for end in ["Shape", "Request"] where whole.hasSuffix(end) && whole != end {
      return String(whole.dropLast(end.count))
    }
    return whole
  }
}
