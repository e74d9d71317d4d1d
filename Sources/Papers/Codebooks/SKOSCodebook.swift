import Foundation
import Inquiries

/// A codebook as a SKOS concept scheme, in Turtle or JSON-LD.
///
/// When to use a tag and when not are scope notes under these words; a tag that was
/// merged is deprecated and says what replaces it.
///
/// - SeeAlso: SKOS Reference, W3C Recommendation, 18 August 2009.
public enum SKOSCodebook {
  private static let skos = "http://www.w3.org/2004/02/skos/core#"
  private static let terms = "http://purl.org/dc/terms/"
  private static let owl = "http://www.w3.org/2002/07/owl#"
  private static let rdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
  /// What `dcterms:type` says of a tag that only holds others together.
  private static let group = "group"

  // MARK: - Writing

  /// A property and what is said with it, by names with the prefixes of ``prefixes``.
  private enum Said {
    case type(String)
    case iri(String, String)
    case text(String, String)
    case plain(String, String)
    case yes(String)
  }

  private static let prefixes = [("skos", skos), ("dcterms", terms), ("owl", owl)]

  /// What is said of each thing, in the order of the file.
  private static func statements(
    _ codebook: WrittenCodebook
  ) -> [(subject: String, said: [Said])] {
    let children = Dictionary(
      grouping: codebook.entries.filter { $0.parent != nil && $0.replacedBy == nil },
      by: \.parent)
    let tops = codebook.entries.filter { $0.parent == nil && $0.replacedBy == nil }
    let scheme: [Said] =
      [.type("skos:ConceptScheme"), .text("dcterms:title", codebook.title)]
      + tops.map { .iri("skos:hasTopConcept", $0.iri) }
    return [(codebook.iri, scheme)]
      + codebook.entries.map { entry in
        var said: [Said] = [.type("skos:Concept"), .iri("skos:inScheme", codebook.iri)]
        if let key = entry.key { said.append(.plain("skos:notation", key)) }
        said.append(.text("skos:prefLabel", entry.name))
        said += entry.otherNames.map { .text("skos:altLabel", $0) }
        if let meaning = entry.text {
          var (use, not) = (TagText(), TagText())
          (use.useWhen, not.useNotWhen) = (meaning.useWhen, meaning.useNotWhen)
          for (property, words) in [
            ("definition", meaning.definition), ("scopeNote", use.inOne), ("scopeNote", not.inOne),
            ("example", meaning.example),
          ] where !words.isEmpty {
            said.append(.text("skos:\(property)", words))
          }
        }
        if entry.isGroup == true { said.append(.plain("dcterms:type", group)) }
        if entry.isDeprecated || entry.replacedBy != nil { said.append(.yes("owl:deprecated")) }
        if let target = entry.replacedBy {
          said.append(.iri("dcterms:isReplacedBy", target))
        } else if let parent = entry.parent {
          said.append(.iri("skos:broader", parent))
        } else {
          said.append(.iri("skos:topConceptOf", codebook.iri))
        }
        return (entry.iri, said + (children[entry.iri] ?? []).map { .iri("skos:narrower", $0.iri) })
      }
  }

  /// In Turtle.
  public static func write(_ codebook: WrittenCodebook, language: String = "en") -> [UInt8] {
    var lines = prefixes.map { "@prefix \($0): <\($1)> ." } + [""]
    for (subject, said) in statements(codebook) {
      let parts = said.map { said in
        switch said {
        case .type(let name): "a \(name)"
        case .iri(let property, let iri): "\(property) <\(iri)>"
        case .text(let property, let text): "\(property) \(quoted(text))@\(language)"
        case .plain(let property, let text): "\(property) \(quoted(text))"
        case .yes(let property): "\(property) true"
        }
      }
      lines += ["<\(subject)> " + parts.joined(separator: " ;\n  ") + " .", ""]
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// In JSON-LD 1.1: a graph with prefixes and no other context.
  ///
  /// - Throws: What Foundation throws of text that is no JSON text; none is.
  public static func json(
    _ codebook: WrittenCodebook, language: String = "en"
  ) throws -> [UInt8] {
    let graph = statements(codebook).map { subject, said in
      var node: [String: Any] = ["@id": subject]
      func add(_ property: String, _ value: Any) {
        node[property] = (node[property] as? [Any] ?? []) + [value]
      }
      for said in said {
        switch said {
        case .type(let name): node["@type"] = name
        case .iri(let property, let iri): add(property, ["@id": iri])
        case .text(let property, let text): add(property, ["@value": text, "@language": language])
        case .plain(let property, let text): add(property, text)
        case .yes(let property): add(property, true)
        }
      }
      return node
    }
    let context = Dictionary(uniqueKeysWithValues: prefixes)
    let data = try JSONSerialization.data(
      withJSONObject: ["@context": context, "@graph": graph] as [String: Any],
      options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return Array(data) + Array("\n".utf8)
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n").replacing("\r", with: "\\r").replacing("\t", with: "\\t")
    return "\"\(escaped)\""
  }

  // MARK: - Reading

  /// - Parameter isJSON: Whether it is JSON-LD, and no Turtle.
  /// - Throws: ``PaperError`` `turtle_damaged`, `jsonld_damaged`, `jsonld_context`,
  ///   `skos_label_twice`, and those of every codebook.
  public static func read(
    _ bytes: [UInt8], fileName: String, isJSON: Bool = false, limits: PaperLimits = .init()
  ) throws(PaperError) -> WrittenCodebook {
    guard bytes.count <= limits.textBytes else {
      throw PaperError(
        code: "too_much_text",
        message: "\(fileName) is larger than the \(limits.textBytes) bytes that are read.",
        file: fileName)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PaperError(
        code: "encoding_invalid",
        message: "\(fileName) is not in UTF-8, as Turtle and JSON-LD always are.",
        file: fileName)
    }
    let triples =
      isJSON
      ? try JSONLDReader.read(bytes, fileName: fileName)
      : try TurtleReader.read(text, fileName: fileName)
    var reading = Reading(triples, fileName)
    let codebook = try reading.codebook()
    try codebook.check(fileName: fileName)
    return codebook
  }

  private struct Reading {
    private let bySubject: [String: [Triple]]
    private let order: [String]
    private let fileName: String
    private var leftOut: [String] = []
    private var parents: [String: [String]] = [:]

    init(_ triples: [Triple], _ fileName: String) {
      bySubject = Dictionary(grouping: triples, by: \.subject)
      var seen: Set<String> = []
      order = triples.map(\.subject).filter { seen.insert($0).inserted }
      self.fileName = fileName
      for triple in triples {
        guard case .iri(let other) = triple.object else { continue }
        let pair: (String, String)? =
          switch triple.predicate {
          case skos + "broader": (triple.subject, other)
          case skos + "narrower": (other, triple.subject)
          default: nil
          }
        if let (child, parent) = pair, parents[child]?.contains(parent) != true {
          parents[child, default: []].append(parent)
        }
      }
    }

    private func isConcept(_ subject: String) -> Bool {
      bySubject[subject]?.contains {
        ($0.predicate == rdfType && $0.object == .iri(skos + "Concept"))
      } == true
    }

    mutating func codebook() throws(PaperError) -> WrittenCodebook {
      let scheme = order.first { subject in
        bySubject[subject]?.contains {
          $0.predicate == rdfType && $0.object == .iri(skos + "ConceptScheme")
        } == true
      }
      var entries: [WrittenCodebook.Entry] = []
      for subject in order where isConcept(subject) { entries.append(try entry(subject)) }
      let title = scheme.flatMap { scheme in
        (texts(of: scheme, terms + "title") + texts(of: scheme, skos + "prefLabel")).first
      }
      return WrittenCodebook(
        iri: scheme ?? "", title: title ?? "", entries: entries, leftOut: leftOut + unread)
    }

    /// What is said of tags and of the codebook beside what is read, and things that are
    /// neither, each kind once.
    private var unread: [String] {
      var read: Set<String> = [rdfType, owl + "deprecated"]
      for name in [
        "inScheme", "notation", "prefLabel", "altLabel", "hiddenLabel", "definition", "scopeNote",
        "example", "broader", "narrower", "related", "topConceptOf", "hasTopConcept",
      ] {
        read.insert(skos + name)
      }
      for name in ["title", "type", "isReplacedBy"] { read.insert(terms + name) }
      var counts: [String: Int] = [:]
      for subject in order {
        let said = bySubject[subject] ?? []
        let types = said.filter { $0.predicate == rdfType }.map(\.object)
        if types.contains(.iri(skos + "Concept")) || types.contains(.iri(skos + "ConceptScheme")) {
          for triple in said where !read.contains(triple.predicate) {
            counts[triple.predicate, default: 0] += 1
          }
        } else if !subject.hasPrefix("_:"), case .iri(let type)? = types.first {
          counts[type, default: 0] += 1
        }
      }
      return counts.sorted { $0.key < $1.key }.map { iri, count in
        let prefix = prefixes.first { iri.hasPrefix($0.1) }
        let name = prefix.map { "\($0.0):\(iri.dropFirst($0.1.count))" } ?? iri
        return "\(count) × \(name): not read."
      }
    }

    private mutating func entry(_ subject: String) throws(PaperError) -> WrittenCodebook.Entry {
      guard !subject.hasPrefix("_:") else {
        throw PaperError(
          code: "skos_concept_nameless",
          message:
            "A concept of \(fileName) has no IRI of its own; give it one, so that it is known again.",
          file: fileName, line: bySubject[subject]?.first?.line)
      }
      // Whatever stands under one of our headings, wherever, is read as that part.
      let text = TagText(
        reading: (texts(of: subject, skos + "definition")
          + texts(of: subject, skos + "scopeNote").map { note in
            ["When to use:", "When not to use:"].contains { note.hasPrefix($0) }
              ? note : "When to use: \(note)"
          } + texts(of: subject, skos + "example").map { "Example: \($0)" })
          .joined(separator: "\n\n"))
      let name = try label(of: subject, skos + "prefLabel") ?? ""
      let wider = (parents[subject] ?? []).filter(isConcept)
      if wider.count > 1 {
        leftOut.append("“\(name)” stands under \(wider.count) wider concepts; the first was taken.")
      }
      if let missing = parents[subject]?.first(where: { !isConcept($0) }) {
        leftOut.append("“\(name)” stands under \(missing), which is not in the file.")
      }
      let related = bySubject[subject]?.count { $0.predicate == skos + "related" } ?? 0
      if related > 0 { leftOut.append("“\(name)” has \(related) related concepts.") }
      let replaced = iris(of: subject, terms + "isReplacedBy").first
      return WrittenCodebook.Entry(
        iri: subject, key: texts(of: subject, skos + "notation").first, name: name,
        text: text == TagText() ? nil : text,
        otherNames: texts(of: subject, skos + "altLabel")
          + texts(of: subject, skos + "hiddenLabel"),
        parent: wider.first,
        isGroup: texts(of: subject, terms + "type").contains(group) ? true : nil,
        isDeprecated: texts(of: subject, owl + "deprecated").contains("true"),
        replacedBy: replaced)
    }

    private func iris(of subject: String, _ predicate: String) -> [String] {
      (bySubject[subject] ?? []).compactMap { triple in
        guard triple.predicate == predicate, case .iri(let iri) = triple.object else { return nil }
        return iri
      }
    }

    private func literals(
      of subject: String, _ predicate: String
    ) -> [(text: String, language: String?, line: Int?)] {
      (bySubject[subject] ?? []).compactMap { triple in
        guard triple.predicate == predicate, case .literal(let text, let language) = triple.object
        else { return nil }
        return (text, language, triple.line)
      }
    }

    /// Texts in English or in no language said; where there are none, in whichever
    /// comes first.
    private func texts(of subject: String, _ predicate: String) -> [String] {
      let all = literals(of: subject, predicate)
      let ours = all.filter { $0.language?.hasPrefix("en") != false }
      let first = all.first?.language
      return (ours.isEmpty ? all.filter { $0.language == first } : ours).map(\.text)
    }

    /// The one label of a concept; SKOS has one in each language (S14).
    private mutating func label(
      of subject: String, _ predicate: String
    ) throws(PaperError) -> String? {
      let all = literals(of: subject, predicate)
      var seen: Set<String?> = []
      for label in all where !seen.insert(label.language).inserted {
        throw PaperError(
          code: "skos_label_twice",
          message:
            "\(label.line.map { "On line \($0) of" } ?? "In") \(fileName) \(subject) gets a second label in one language, “\(label.text)”; make it an alternative one.",
          file: fileName, line: label.line)
      }
      if seen.count > 1 {
        leftOut.append("\(subject) has labels in \(seen.count) languages; one was taken.")
      }
      return texts(of: subject, predicate).first
    }
  }
}
