public import Inquiries

/// When a thing was decided, by whom, and why.
public struct DecisionShape: JSONShape, Sendable {
  public let on: Day
  public let by: String
  public let reason: String?

  public init(on: Day, by: String, reason: String?) {
    self.on = on
    self.by = by
    self.reason = reason
  }

  public init(_ json: JSONObject) throws {
    self.init(
      on: try json.day("on"), by: try json.text("by"), reason: try json.optionalText("reason"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("on", on)
      json.field("by", by)
      json.field("reason", reason)
    }
  }
}

/// An act on a list of sources under one decision, or on the inquiry or report
/// itself, where the list is empty.
public struct ActRequest: JSONShape, Sendable {
  /// References and ranges of them, such as `CTI0001-0034`.
  public let references: [String]
  /// What to leave out, written in the same way.
  public let except: [String]
  /// Whether it is only shown what would be done.
  public let dryRun: Bool
  public let decision: DecisionShape

  public init(
    references: [String] = [], except: [String] = [], dryRun: Bool = false, decision: DecisionShape
  ) {
    self.references = references
    self.except = except
    self.dryRun = dryRun
    self.decision = decision
  }

  public init(_ json: JSONObject) throws {
    self.init(
      references: try json.optionalTexts("references") ?? [],
      except: try json.optionalTexts("except") ?? [],
      dryRun: try json.optionalFlag("dryRun") ?? false, decision: try json.shape("decision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in writeFields(to: &json) }
  }

  func writeFields(to json: inout JSONBytes) {
    if !references.isEmpty { json.field("references", texts: references) }
    if !except.isEmpty { json.field("except", texts: except) }
    if dryRun { json.field("dryRun", dryRun) }
    json.field("decision", decision)
  }
}

/// Links that one person settles at once.
public struct SettleRequest: JSONShape, Sendable {
  /// Numbers and ranges of them, such as `12-20`.
  public let links: [String]
  /// What to leave out, written in the same way.
  public let except: [String]
  /// Whether links that were dropped may be affirmed too.
  public let dropped: Bool
  /// Whether it is only shown what would be done.
  public let dryRun: Bool

  public init(links: [String], except: [String], dropped: Bool = false, dryRun: Bool) {
    self.links = links
    self.except = except
    self.dropped = dropped
    self.dryRun = dryRun
  }

  public init(_ json: JSONObject) throws {
    self.init(
      links: try json.texts("links"), except: try json.optionalTexts("except") ?? [],
      dropped: try json.optionalFlag("dropped") ?? false,
      dryRun: try json.optionalFlag("dryRun") ?? false)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("links", texts: links)
      if !except.isEmpty { json.field("except", texts: except) }
      if dropped { json.field("dropped", dropped) }
      if dryRun { json.field("dryRun", dryRun) }
    }
  }
}

/// A group, and the witnesses that belong to it.
public struct GroupRequest: JSONShape, Sendable {
  public let slug: String
  public let name: String
  public let witnesses: [String]

  public init(slug: String, name: String, witnesses: [String]) {
    self.slug = slug
    self.name = name
    self.witnesses = witnesses
  }

  public init(_ json: JSONObject) throws {
    self.init(
      slug: try json.text("slug"), name: try json.text("name"),
      witnesses: try json.texts("witnesses"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("slug", slug)
      json.field("name", name)
      json.field("witnesses", texts: witnesses)
    }
  }
}

/// A group with the witnesses that belong to it.
public struct GroupShape: JSONShape, Sendable {
  public let slug: String
  public let name: String
  public let witnesses: [Witness]
  public let revision: Int

  public init(slug: String, name: String, witnesses: [Witness], revision: Int) {
    self.slug = slug
    self.name = name
    self.witnesses = witnesses
    self.revision = revision
  }

  public init(_ json: JSONObject) throws {
    self.init(
      slug: try json.text("slug"), name: try json.text("name"),
      witnesses: try json.shapes("witnesses"), revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("slug", slug)
      json.field("name", name)
      json.field("witnesses", witnesses)
      json.field("revision", revision)
    }
  }
}

/// The name of a staff user.
public struct RenameRequest: JSONShape, Sendable {
  public let name: String

  public init(name: String) {
    self.name = name
  }

  public init(_ json: JSONObject) throws {
    name = try json.text("name")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in json.field("name", name) }
  }
}

/// Another printed name for a person, and whether the public sees it alone.
public struct PersonRequest: JSONShape, Sendable {
  public let name: String
  /// Whether capacity and organisation are left out of what is public; as it was where
  /// it is `nil`.
  public let nameOnly: Bool?
  /// Whether the old name never was theirs, so that it is not guarded.
  public let mistake: Bool

  public init(name: String, nameOnly: Bool?, mistake: Bool = false) {
    self.name = name
    self.nameOnly = nameOnly
    self.mistake = mistake
  }

  public init(_ json: JSONObject) throws {
    self.init(
      name: try json.text("name"), nameOnly: try json.optionalFlag("nameOnly"),
      mistake: try json.optionalFlag("mistake") ?? false)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("name", name)
      if let nameOnly { json.field("nameOnly", nameOnly) }
      if mistake { json.field("mistake", mistake) }
    }
  }
}

/// Where in a turn a second speaker's words begin.
public struct SplitRequest: JSONShape, Sendable {
  public let locator: String
  /// The second speaker as printed in the text, without the colon.
  public let label: String
  /// The number of the version that was read; what was changed since is not split.
  public let version: Int?

  public init(locator: String, label: String, version: Int? = nil) {
    self.locator = locator
    self.label = label
    self.version = version
  }

  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"), label: try json.text("label"),
      version: try json.optionalNumber("version"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("label", label)
      if let version { json.field("version", version) }
    }
  }
}

/// The turn that was split off another one.
public struct SplitShape: JSONShape, Sendable {
  public let locator: String
  /// As printed, without its colon.
  public let label: String
  /// Who says it; `nil` where that is in doubt, and for nobody known.
  public let speaker: String?
  /// Whether a clerk is still to say who the label means.
  public let isInDoubt: Bool

  public init(locator: String, label: String, speaker: String?, isInDoubt: Bool) {
    self.locator = locator
    self.label = label
    self.speaker = speaker
    self.isInDoubt = isInDoubt
  }

  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"), label: try json.text("label"),
      speaker: try json.optionalText("speaker"), isInDoubt: try json.flag("isInDoubt"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("label", label)
      json.field("speaker", speaker)
      json.field("isInDoubt", isInDoubt)
    }
  }
}
