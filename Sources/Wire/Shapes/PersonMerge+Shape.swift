public import Inquiries

/// Which person is joined into another.
public struct MergeRequest: JSONShape, Sendable {
  public let into: Int
  /// The revision at which that one was read.
  public let intoRevision: Int
  /// Whether both are known to stand at one session's table.
  public let wereTogether: Bool
  /// Whether it is only shown what would be done.
  public let dryRun: Bool

  public init(into: Int, intoRevision: Int, wereTogether: Bool, dryRun: Bool = false) {
    self.into = into
    self.intoRevision = intoRevision
    self.wereTogether = wereTogether
    self.dryRun = dryRun
  }

  public init(_ json: JSONObject) throws {
    self.init(
      into: try json.number("into"), intoRevision: try json.number("intoRevision"),
      wereTogether: try json.optionalFlag("wereTogether") ?? false,
      dryRun: try json.optionalFlag("dryRun") ?? false)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("into", into)
      json.field("intoRevision", intoRevision)
      json.field("wereTogether", wereTogether)
      if dryRun { json.field("dryRun", dryRun) }
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
    json.object { json in writeFields(to: &json) }
  }

  fileprivate func writeFields(to json: inout JSONBytes) {
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

/// A merge that was made or shown, with who stays and what moved.
public struct MergedShape: JSONShape, Sendable {
  public let merge: MergeShape
  public let survivor: Person
  public let moved: MergedPeople.Moved

  public init(_ merged: MergedPeople) {
    merge = MergeShape(merged.merge, together: merged.together)
    survivor = merged.survivor
    moved = merged.moved
  }

  public init(_ json: JSONObject) throws {
    merge = try MergeShape(json)
    survivor = try json.shape("survivor")
    moved = try json.shape("moved")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      merge.writeFields(to: &json)
      json.field("survivor", survivor)
      json.field("moved", moved)
    }
  }
}

extension MergedPeople.Moved: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      sessions: try json.number("sessions"), submissions: try json.number("submissions"),
      consents: try json.number("consents"), passages: try json.number("passages"),
      links: try json.number("links"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("sessions", sessions)
      json.field("submissions", submissions)
      json.field("consents", consents)
      json.field("passages", passages)
      json.field("links", links)
    }
  }
}
