public import Inquiries

extension Person: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      id: Identifier(Int64(try json.number("id"))), name: try json.text("name"),
      isProtected: try json.flag("isProtected"), isNameOnly: try json.flag("isNameOnly"),
      revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in writeFields(to: &json) }
  }

  fileprivate func writeFields(to json: inout JSONBytes) {
    json.field("id", id.value)
    json.field("name", name)
    json.field("isProtected", isProtected)
    json.field("isNameOnly", isNameOnly)
    json.field("revision", revision)
  }
}

extension FormerName: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      id: Identifier(Int64(try json.number("id"))), name: try json.text("name"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("id", id.value)
      json.field("name", name)
    }
  }
}

/// A person under another name, and what the public sees beside it.
public struct RenamedShape: JSONShape, Sendable {
  public let person: Person
  /// `Director, The Organisation`, of each capacity that is public.
  public let shownAs: [String]

  public init(person: Person, shownAs: [String]) {
    self.person = person
    self.shownAs = shownAs
  }

  public init(_ json: JSONObject) throws {
    self.init(person: try Person(json), shownAs: try json.texts("shownAs"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      person.writeFields(to: &json)
      json.field("shownAs", texts: shownAs)
    }
  }
}

extension Contribution: JSONShape {
  public init(_ json: JSONObject) throws {
    let uses: [ConsentUse]? = try json.optionalWords("uses")
    self.init(
      reference: try json.text("reference"), witness: try json.shape("witness"),
      consent: try json.word("consent"), givenBy: try json.optionalText("givenBy"),
      on: try json.optionalDay("on"),
      uses: Set(uses ?? []),
      wording: try json.optionalText("wording"), reviewOn: try json.optionalDay("reviewOn"),
      revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("witness", witness)
      json.field("consent", consent.rawValue)
      json.field("givenBy", givenBy)
      json.field("on", on)
      // Uses mean something once consent was given, and nothing before.
      json.field("uses", texts: consent == .given ? uses.words : [])
      json.field("wording", wording)
      json.field("reviewOn", reviewOn)
      json.field("revision", revision)
    }
  }
}

/// A person who was put under protection.
public struct ProtectionShape: JSONShape, Sendable {
  public let person: Person
  /// Where terms of the register are public already.
  public let publicPlaces: [String]

  public init(person: Person, publicPlaces: [String]) {
    self.person = person
    self.publicPlaces = publicPlaces
  }

  public init(_ json: JSONObject) throws {
    self.init(person: try json.shape("person"), publicPlaces: try json.texts("publicPlaces"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("person", person)
      json.field("publicPlaces", texts: publicPlaces)
    }
  }
}

/// An entry of the identity register as it is read, with the former names beside it.
public struct RegisterEntryShape: JSONShape, Sendable {
  public let realName: String
  /// Further words that would give the person away.
  public let terms: [String]
  public let formerNames: [FormerName]

  public init(realName: String, terms: [String], formerNames: [FormerName]) {
    self.realName = realName
    self.terms = terms
    self.formerNames = formerNames
  }

  public init(_ json: JSONObject) throws {
    self.init(
      realName: try json.text("realName"), terms: try json.texts("terms"),
      formerNames: try json.shapes("formerNames"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("realName", realName)
      json.field("terms", texts: terms)
      json.field("formerNames", formerNames)
    }
  }
}

/// An entry of the identity register.
public struct IdentityShape: JSONShape, Sendable {
  public let realName: String
  /// Further words that would give the person away.
  public let terms: [String]

  public init(realName: String, terms: [String]) {
    self.realName = realName
    self.terms = terms
  }

  public init(_ json: JSONObject) throws {
    realName = try json.text("realName")
    terms = try json.optionalTexts("terms") ?? []
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("realName", realName)
      json.field("terms", texts: terms)
    }
  }
}
