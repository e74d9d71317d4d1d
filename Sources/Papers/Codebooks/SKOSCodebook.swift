import Inquiries

/// A codebook as a SKOS concept scheme in Turtle.
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

  public static func write(_ codebook: WrittenCodebook, language: String = "en") -> [UInt8] {
    var lines = [
      "@prefix skos: <\(skos)> .", "@prefix dcterms: <\(terms)> .", "@prefix owl: <\(owl)> .", "",
    ]
    func text(_ text: String) -> String { quoted(text) + "@\(language)" }
    let children = Dictionary(
      grouping: codebook.entries.filter { $0.parent != nil && $0.replacedBy == nil },
      by: \.parent)
    let tops = codebook.entries.filter { $0.parent == nil && $0.replacedBy == nil }
    lines += statement(
      codebook.iri,
      ["a skos:ConceptScheme", "dcterms:title \(text(codebook.title))"]
        + tops.map { "skos:hasTopConcept <\($0.iri)>" })
    for entry in codebook.entries {
      var said = ["a skos:Concept", "skos:inScheme <\(codebook.iri)>"]
      if let key = entry.key { said.append("skos:notation \(quoted(key))") }
      said.append("skos:prefLabel \(text(entry.name))")
      said += entry.otherNames.map { "skos:altLabel \(text($0))" }
      if let meaning = entry.text {
        var (use, not) = (TagText(), TagText())
        (use.useWhen, not.useNotWhen) = (meaning.useWhen, meaning.useNotWhen)
        for (property, words) in [
          ("definition", meaning.definition), ("scopeNote", use.inOne), ("scopeNote", not.inOne),
          ("example", meaning.example),
        ] where !words.isEmpty {
          said.append("skos:\(property) \(text(words))")
        }
      }
      if entry.isGroup == true { said.append("dcterms:type \(quoted(group))") }
      if entry.isDeprecated || entry.replacedBy != nil { said.append("owl:deprecated true") }
      if let target = entry.replacedBy {
        said.append("dcterms:isReplacedBy <\(target)>")
      } else if let parent = entry.parent {
        said.append("skos:broader <\(parent)>")
      } else {
        said.append("skos:topConceptOf <\(codebook.iri)>")
      }
      said += (children[entry.iri] ?? []).map { "skos:narrower <\($0.iri)>" }
      lines += statement(entry.iri, said)
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  private static func statement(_ subject: String, _ said: [String]) -> [String] {
    ["<\(subject)> " + said.joined(separator: " ;\n  ") + " .", ""]
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n").replacing("\r", with: "\\r").replacing("\t", with: "\\t")
    return "\"\(escaped)\""
  }

  // MARK: - Reading

  /// - Throws: ``PaperError`` `turtle_damaged`, `skos_label_twice`, and those of
  ///   every codebook.
  public static func read(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits = .init()
  ) throws(PaperError) -> WrittenCodebook {
    guard bytes.count <= limits.textBytes else {
      throw PaperError(
        code: "too_much_text",
        message: "\(fileName) is larger than the \(limits.textBytes) bytes that are read.",
        file: fileName)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PaperError(
        code: "encoding_invalid", message: "\(fileName) is not in UTF-8, as Turtle always is.",
        file: fileName)
    }
    let triples = try TurtleReader.read(text, fileName: fileName)
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
        iri: scheme ?? "", title: title ?? "", entries: entries, leftOut: leftOut)
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
    ) -> [(text: String, language: String?, line: Int)] {
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
            "On line \(label.line) of \(fileName) \(subject) gets a second label in one language, “\(label.text)”; make it an alternative one.",
          file: fileName, line: label.line)
      }
      if seen.count > 1 {
        leftOut.append("\(subject) has labels in \(seen.count) languages; one was taken.")
      }
      return texts(of: subject, predicate).first
    }
  }
}
