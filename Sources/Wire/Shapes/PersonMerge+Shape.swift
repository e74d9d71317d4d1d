public import Inquiries

/// Which person is joined into another.
public struct MergeRequest: JSONShape, Sendable {
  public let into: Int
  /// The revision at which that one was read.
  public let intoRevision: Int
  /// Whether both are known to stand at one session's table.
  public let wereTogether: Bool

  public init(into: Int, intoRevision: Int, wereTogether: Bool) {
    self.into = into
    self.intoRevision = intoRevision
    self.wereTogether = wereTogether
  }

  public init(_ json: JSONObject) throws {
    self.init(
      into: try json.number("into"), intoRevision: try json.number("intoRevision"),
      wereTogether: try json.optionalFlag("wereTogether") ?? false)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("into", into)
      json.field("intoRevision", intoRevision)
      json.field("wereTogether", wereTogether)
    }
  }
}

/// A merge of two entries of one person.
public struct MergeShape: JSONShape, Sendable {
  public let id: Int
  public let person: Int
  public let name: String
  public let into: Int
  public let intoName: String
  public let mergedAt: String
  public let by: String
  public let undoneAt: String?
  public let revision: Int
  /// Sessions at which both were present; a warning.
  public let together: [String]

  public init(_ merge: PersonMerge, together: [String] = []) {
    id = Int(merge.id.value)
    person = Int(merge.person.value)
    name = merge.name
    into = Int(merge.into.value)
    intoName = merge.intoName
    mergedAt = merge.mergedAt.description
    by = merge.by
    undoneAt = merge.undoneAt?.description
    revision = merge.revision
    self.together = together
  }

  public init(_ json: JSONObject) throws {
    id = try json.number("id")
    person = try json.number("person")
    name = try json.text("name")
    into = try json.number("into")
    intoName = try json.text("intoName")
    mergedAt = try json.text("mergedAt")
    by = try json.text("by")
    undoneAt = try json.optionalText("undoneAt")
    revision = try json.number("revision")
    together = try json.texts("together")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("id", id)
      json.field("person", person)
      json.field("name", name)
      json.field("into", into)
      json.field("intoName", intoName)
      json.field("mergedAt", mergedAt)
      json.field("by", by)
      json.field("undoneAt", undoneAt)
      json.field("revision", revision)
      json.field("together", texts: together)
    }
  }
}
