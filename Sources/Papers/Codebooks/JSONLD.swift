import Foundation

/// Reads JSON-LD 1.1 (W3C Recommendation, 16 July 2020) into statements, as far as
/// concept schemes use it: prefixes, terms, types, languages and language maps, lists,
/// nodes within nodes and reverse properties.
///
/// Contexts that stand elsewhere are not fetched: a file says all of itself, or is
/// refused.
struct JSONLDReader {
  private struct Term {
    let iri: String
    var isIRI = false
    var isReverse = false
    var isLanguageMap = false
    /// `.some(nil)` for no language.
    var language: String??
  }

  private struct Context {
    var terms: [String: Term] = [:]
    var vocabulary = ""
    var base = ""
    var language: String?
  }

  private let fileName: String
  private var triples: [Triple] = []
  private var blanks = 0

  /// - Throws: ``PaperError`` `jsonld_damaged`; `jsonld_context` for one that stands
  ///   elsewhere.
  static func read(_ bytes: [UInt8], fileName: String) throws(PaperError) -> [Triple] {
    let json: Any
    do {
      json = try JSONSerialization.jsonObject(with: Data(bytes))
    } catch {
      throw PaperError(
        code: "jsonld_damaged", message: "\(fileName) is no JSON: \(error.localizedDescription)",
        file: fileName)
    }
    var reader = JSONLDReader(fileName: fileName)
    try reader.document(json, Context())
    return reader.triples
  }

  private init(fileName: String) {
    self.fileName = fileName
  }

  private func damaged(_ what: String) -> PaperError {
    PaperError(code: "jsonld_damaged", message: "\(fileName): \(what)", file: fileName)
  }

  private mutating func document(_ json: Any, _ context: Context) throws(PaperError) {
    if let list = json as? [Any] {
      for item in list { try document(item, context) }
      return
    }
    guard let object = json as? [String: Any] else {
      throw damaged("a document is an object or a list of them.")
    }
    _ = try node(object, context)
  }

  // MARK: - Contexts

  private func context(_ said: Any, on before: Context) throws(PaperError) -> Context {
    if said is NSNull { return Context() }
    if let list = said as? [Any] {
      var context = before
      for part in list { context = try self.context(part, on: context) }
      return context
    }
    guard let object = said as? [String: Any] else {
      throw PaperError(
        code: "jsonld_context",
        message:
          "\(fileName) names a context that stands elsewhere (\(said)), which is not fetched; put it "
          + "into the file, or expand the file.", file: fileName)
    }
    var context = before
    if let vocabulary = object["@vocab"] as? String { context.vocabulary = vocabulary }
    if let base = object["@base"] as? String { context.base = base }
    if let language = object["@language"] { context.language = language as? String }
    // A term may be told by one that comes later, so prefixes are known first.
    for (name, value) in object where !name.hasPrefix("@") {
      if let iri = value as? String { context.terms[name] = Term(iri: iri) }
    }
    for (name, value) in object where !name.hasPrefix("@") {
      if value is String { continue }
      guard let definition = value as? [String: Any] else {
        context.terms[name] = nil
        continue
      }
      let reverse = definition["@reverse"] as? String
      var term = Term(iri: reverse ?? definition["@id"] as? String ?? name)
      term.isReverse = reverse != nil
      term.isIRI = ["@id", "@vocab"].contains(definition["@type"] as? String)
      term.isLanguageMap = definition["@container"] as? String == "@language"
      if let language = definition["@language"] { term.language = .some(language as? String) }
      context.terms[name] = term
    }
    return context
  }

  /// The IRI that a name stands for: a term, a name with a prefix, or an IRI.
  private func expanded(_ name: String, _ context: Context, isProperty: Bool) -> String {
    if name.hasPrefix("@") || name.hasPrefix("_:") { return name }
    if isProperty, let term = context.terms[name], term.iri != name {
      return expanded(term.iri, context, isProperty: true)
    }
    if let colon = name.firstIndex(of: ":") {
      let rest = name[name.index(after: colon)...]
      if !rest.hasPrefix("//"), let prefix = context.terms[String(name[..<colon])],
        prefix.iri != name
      {
        return expanded(prefix.iri, context, isProperty: false) + rest
      }
      return name
    }
    if isProperty { return context.vocabulary + name }
    return URL(string: name, relativeTo: URL(string: context.base))?.absoluteString ?? name
  }

  // MARK: - Nodes

  private mutating func node(
    _ object: [String: Any], _ outer: Context
  ) throws(PaperError) -> String {
    let context =
      try object["@context"].map { said throws(PaperError) in
        try self.context(said, on: outer)
      } ?? outer
    var values: [(property: String, term: Term?, value: Any)] = []
    var subject: String?
    for (name, value) in object.sorted(by: { $0.key < $1.key }) where name != "@context" {
      let property = expanded(name, context, isProperty: true)
      switch property {
      case "@id":
        guard let id = value as? String else { throw damaged("“@id” is a text.") }
        subject = expanded(id, context, isProperty: false)
      default: values.append((property, context.terms[name], value))
      }
    }
    blanks += subject == nil ? 1 : 0
    let name = subject ?? "_:\(blanks)"
    for (property, term, value) in values { try say(property, term, value, of: name, context) }
    return name
  }

  private mutating func say(
    _ property: String, _ term: Term?, _ value: Any, of subject: String, _ context: Context
  ) throws(PaperError) {
    switch property {
    case "@graph": try document(value, context)
    case "@type":
      for type in value as? [Any] ?? [value] {
        guard let type = type as? String else { throw damaged("“@type” is a text.") }
        add(
          subject, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
          .iri(expanded(type, context, isProperty: true)))
      }
    case "@reverse":
      for (name, value) in value as? [String: Any] ?? [:] {
        let property = expanded(name, context, isProperty: true)
        for other in try objects(value, Term(iri: property, isIRI: true), context) {
          if case .iri(let iri) = other { add(iri, property, .iri(subject)) }
        }
      }
    // A name that leads to no IRI says nothing (JSON-LD 1.1 API, 5.1.2).
    case let name where !name.contains(":"): break
    default:
      for object in try objects(value, term, context) {
        if term?.isReverse == true, case .iri(let other) = object {
          add(other, property, .iri(subject))
        } else {
          add(subject, property, object)
        }
      }
    }
  }

  private mutating func add(_ subject: String, _ predicate: String, _ object: Triple.Node) {
    triples.append(Triple(subject: subject, predicate: predicate, object: object, line: nil))
  }

  private mutating func objects(
    _ value: Any, _ term: Term?, _ context: Context
  ) throws(PaperError) -> [Triple.Node] {
    if let list = value as? [Any] {
      var objects: [Triple.Node] = []
      for item in list { objects += try self.objects(item, term, context) }
      return objects
    }
    if let object = value as? [String: Any] {
      if let inner = object["@list"] ?? object["@set"] { return try objects(inner, term, context) }
      if let inner = object["@value"] {
        return scalar(inner, language: object["@language"] as? String).map { [$0] } ?? []
      }
      if term?.isLanguageMap == true {
        return object.sorted { $0.key < $1.key }.flatMap { language, texts in
          (texts as? [Any] ?? [texts]).compactMap {
            scalar($0, language: language == "@none" ? nil : language)
          }
        }
      }
      return [.iri(try node(object, context))]
    }
    if term?.isIRI == true, let name = value as? String {
      return [.iri(expanded(name, context, isProperty: false))]
    }
    return scalar(value, language: term?.language ?? context.language).map { [$0] } ?? []
  }

  /// `nil` for null, which says nothing.
  private func scalar(_ value: Any, language: String?) -> Triple.Node? {
    if let text = value as? String { return .literal(text, language: language) }
    guard let number = value as? NSNumber else { return nil }
    // Foundation keeps what was true or false as a character.
    let isFlag = ["c", "B"].contains(String(cString: number.objCType))
    return .literal(isFlag ? "\(number.boolValue)" : "\(number)", language: nil)
  }
}
