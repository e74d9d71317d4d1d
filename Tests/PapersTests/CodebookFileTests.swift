import Inquiries
import Testing

@testable import Papers

/// Codebooks made by dice: trees of tags with every field that a file can hold.
private struct CodebookDice {
  var dice: SeededGenerator

  init(seed: UInt64) {
    dice = SeededGenerator(seed: seed)
  }

  private static let pieces = [
    "help", "early", "a \"quoted\" word", "back\\slash", "<b>&amp;", "naïve café", "👩‍👩‍👧", "ä\u{308}",
    "tab\there", "two\n\nlines", "one\nline", "it's", "…–—", "\u{202F}", "x = y; # z .", "@en",
    "]]>",
  ]

  mutating func words(_ most: Int, onOneLine: Bool = false) -> String {
    let text = (0..<Int.random(in: 1...most, using: &dice)).map { _ in
      CodebookDice.pieces.randomElement(using: &dice) ?? ""
    }.joined(separator: " ")
    return onOneLine
      ? text.replacing("\n", with: " ").replacing("\t", with: " ") : text
  }

  mutating func codebook() -> WrittenCodebook {
    var entries: [WrittenCodebook.Entry] = []
    for number in 0..<Int.random(in: 1...25, using: &dice) {
      let isUUID = Bool.random(using: &dice)
      let name = "\(number) \(words(3, onOneLine: true))"
      var text = TagText(definition: words(4))
      if Bool.random(using: &dice) { text.useWhen = words(3) }
      if Bool.random(using: &dice) { text.useNotWhen = words(3) }
      if Bool.random(using: &dice) { text.example = words(2) }
      // Some have nothing but a name, and blanks at the ends are nobody's meaning.
      let isBare = Int.random(in: 0..<6, using: &dice) == 0
      entries.append(
        WrittenCodebook.Entry(
          iri: isUUID
            ? "urn:uuid:" + NameGUID.of("\(number)") : "https://example.org/tags#t\(number)",
          key: "tag-\(number)", name: name,
          text: isBare || text.trimmed == TagText() ? nil : text.trimmed,
          otherNames: Bool.random(using: &dice) ? ["other \(number)"] : [],
          parent: Int.random(in: 0..<3, using: &dice) == 0
            ? nil : entries.randomElement(using: &dice)?.iri,
          isGroup: Bool.random(using: &dice) ? true : nil,
          colour: Bool.random(using: &dice) ? "#4F7A28" : nil,
          isDeprecated: Int.random(in: 0..<5, using: &dice) == 0))
    }
    return WrittenCodebook(
      iri: "urn:uuid:" + NameGUID.of("scheme"), title: words(3, onOneLine: true), entries: entries)
  }
}

@Suite struct CodebookFileTests {
  @Test(arguments: UInt64(1)...80)
  func `a codebook comes back from SKOS as it went out`(seed: UInt64) throws {
    print("SKOS, seed \(seed)")
    var dice = CodebookDice(seed: seed)
    let codebook = dice.codebook()
    let read = try SKOSCodebook.read(SKOSCodebook.write(codebook), fileName: "a.ttl")
    #expect(
      try SKOSCodebook.read(SKOSCodebook.json(codebook), fileName: "a.jsonld", isJSON: true)
        == read)
    #expect(read.iri == codebook.iri)
    #expect(read.title == codebook.title)
    #expect(read.leftOut == [])
    #expect(
      read.entries
        == codebook.entries.map { entry in
          var entry = entry
          entry.colour = nil
          return entry
        })
  }

  @Test(arguments: UInt64(1)...80)
  func `a codebook comes back from REFI-QDA as it went out`(seed: UInt64) throws {
    print("REFI, seed \(seed)")
    var dice = CodebookDice(seed: seed)
    let codebook = dice.codebook()
    let bytes = try REFIWriter.codebook(codebook)
    try REFISchema.check(bytes, root: "CodeBook")
    let read = try CodedProject.read(bytes, fileName: "a.qdc").codebook
    let told = codebook.entries.map { entry in
      WrittenCodebook.Entry(
        iri: "urn:uuid:" + NameGUID.of(entry.iri), name: entry.name, text: entry.text,
        parent: entry.parent.map { "urn:uuid:" + NameGUID.of($0) },
        isGroup: entry.isGroup ?? false, colour: entry.colour)
    }
    #expect(Set(read.entries) == Set(told))
    // A tag comes after the one it stands under.
    for (place, entry) in read.entries.enumerated() {
      guard let parent = entry.parent else { continue }
      #expect(read.entries[..<place].contains { $0.iri == parent })
    }
  }

  @Test(arguments: UInt64(1)...30)
  func `a project comes back with its texts, spans and people`(seed: UInt64) throws {
    print("REFI project, seed \(seed)")
    var dice = CodebookDice(seed: seed)
    let codebook = dice.codebook()
    let users = (1...2).map { CodedProject.User(guid: NameGUID.of("u\($0)"), name: "Tagger \($0)") }
    let texts = (1...3).map { number in
      let text = dice.words(30)
      let count = text.unicodeScalars.count
      let selections = (0..<Int.random(in: 0...4, using: &dice.dice)).map { place in
        let from = Int.random(in: 0..<count, using: &dice.dice)
        return CodedProject.Selection(
          guid: NameGUID.of("s\(number)-\(place)"), name: nil,
          span: from..<Int.random(in: from + 1...count, using: &dice.dice),
          codings: [
            CodedProject.Coding(
              guid: NameGUID.of("c\(number)-\(place)"),
              tag: "urn:uuid:" + NameGUID.of(codebook.entries[0].iri), user: users[place % 2].guid,
              at: Instant(microseconds: 1_700_000_000_000_000))
          ])
      }
      return CodedProject.Text(
        guid: NameGUID.of("t\(number)"), name: "OS\(number)", text: text, selections: selections)
    }
    let project = CodedProject(codebook: codebook, users: users, texts: texts, note: "A note.")
    try REFISchema.check(REFIWriter.index(of: project), root: "Project")
    let bytes = try REFIWriter.project(project)
    #expect(try REFIWriter.project(project) == bytes)
    let read = try CodedProject.read(bytes, fileName: "a.qdpx")
    #expect(read.texts == texts)
    #expect(read.users == users)
    #expect(read.note == "A note.")
  }

  private func code(_ bytes: [UInt8], _ name: String) -> String? {
    do {
      _ = try CodedProject.read(bytes, fileName: name)
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `SKOS of other programs is read: bases, lists, blank nodes, languages`() throws {
    let text = """
      @base <https://example.org/> .
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      # what follows is not ours
      <#help> a skos:Concept; skos:prefLabel 'Help'@en, "Hilfe"@de ;
        skos:definition \"\"\"Help, in
      "two" lines.\"\"\"@en ; skos:narrower <#early> ;
        skos:changeNote [ a <note> ; <by> ( 1 2.5 -3 true ) ] .
      <#early> a skos:Concept ; skos:prefLabel "Early help" ; skos:broader <#help>, <#away> ;
        skos:scopeNote "Before a referral." ; skos:related <#help> ; .
      """
    let read = try SKOSCodebook.read(Array(text.utf8), fileName: "a.ttl")
    #expect(read.entries.map(\.iri) == ["https://example.org/#help", "https://example.org/#early"])
    #expect(read.entries.map(\.name) == ["Help", "Early help"])
    #expect(read.entries[0].text?.definition == "Help, in\n\"two\" lines.")
    #expect(read.entries[1].text?.useWhen == "Before a referral.")
    #expect(read.entries[1].parent == "https://example.org/#help")
    #expect(read.leftOut.count == 4)
    #expect(read.leftOut.last == "1 × skos:changeNote: not read.")
  }

  @Test func `JSON-LD of other programs is read: terms, maps, lists, nodes within nodes`() throws {
    let text = #"""
      {"@context": [{"skos": "http://www.w3.org/2004/02/skos/core#", "@base": "https://example.org/",
          "uri": "@id", "type": "@type", "@language": "en"},
        {"Concept": "skos:Concept", "label": {"@id": "skos:prefLabel", "@container": "@language"},
         "below": {"@reverse": "skos:broader", "@type": "@id"},
         "under": {"@id": "skos:broader", "@type": "@id"},
         "skos:example": {"@language": null}}],
       "@graph": [
        {"uri": "#help", "type": ["Concept"], "label": {"en": "Help", "de": ["Hilfe"]},
         "skos:definition": {"@value": "Help, in\n\"two\" lines.", "@language": "en"},
         "skos:example": "An example.", "unknown": 3, "below": "#early"},
        {"uri": "#early", "type": "Concept", "skos:prefLabel": "Early help",
         "skos:altLabel": {"@set": ["Soon", "At once"]},
         "skos:narrower": [{"uri": "#visits", "type": "Concept", "label": {"@none": "Visits"},
           "http://www.w3.org/2002/07/owl#deprecated": true}]}]}
      """#
    let read = try CodedProject.read(Array(text.utf8), fileName: "a.jsonld").codebook
    let entries = Dictionary(uniqueKeysWithValues: read.entries.map { ($0.name, $0) })
    #expect(entries["Help"]?.iri == "https://example.org/#help")
    #expect(entries["Help"]?.text?.definition == "Help, in\n\"two\" lines.")
    #expect(entries["Help"]?.text?.example == "An example.")
    #expect(entries["Early help"]?.parent == "https://example.org/#help")
    #expect(entries["Early help"]?.otherNames == ["Soon", "At once"])
    #expect(entries["Visits"]?.parent == "https://example.org/#early")
    #expect(entries["Visits"]?.isDeprecated == true)
  }

  @Test(arguments: [
    ("{", "jsonld_damaged"), ("3", "jsonld_damaged"), (#"{"@id": 3}"#, "jsonld_damaged"),
    (#"{"@context": "https://example.org/skos.jsonld"}"#, "jsonld_context"),
    ("{}", "codebook_empty"),
    (#"{"@type": "http://www.w3.org/2004/02/skos/core#Concept"}"#, "skos_concept_nameless"),
  ])
  func `JSON-LD that cannot be read is refused`(text: String, expected: String) {
    #expect(code(Array(text.utf8), "a.jsonld") == expected)
  }

  @Test func `damage is named with its line`() {
    let concept = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    func refusal(_ rest: String) -> PaperError? {
      do throws(PaperError) {
        _ = try SKOSCodebook.read(Array((concept + rest).utf8), fileName: "a.ttl")
        return nil
      } catch { return error }
    }
    for (rest, line) in [
      ("<a> a skos:Concept ;\n skos:prefLabel \"x ;\n", 3), ("<a> a nope:Concept .", 2),
      ("\n\n<a b> a skos:Concept .", 4), ("<a> a skos:Concept ; skos:prefLabel \"\\q\" .", 2),
      ("<a> skos:prefLabel ((((", 2), ("<a> a skos:Concept", 2),
    ] {
      #expect(refusal(rest)?.code == "turtle_damaged", "\(rest)")
      #expect(refusal(rest)?.line == line, "\(rest)")
    }
    #expect(refusal(String(repeating: "[ <a> ", count: 100))?.code == "turtle_damaged")
    let labels = "<a> a skos:Concept ; skos:prefLabel \"x\"@en ;\n skos:prefLabel \"y\"@en ."
    #expect(refusal(labels)?.code == "skos_label_twice")
    #expect(refusal(labels)?.line == 3)
    #expect(refusal("[] a skos:Concept .")?.code == "skos_concept_nameless")
    #expect(refusal("")?.code == "codebook_empty")
    #expect(refusal("<a> a skos:Concept .")?.code == "codebook_name_missing")
    #expect(
      refusal(
        "<a> a skos:Concept ; skos:prefLabel \"X\" . <b> a skos:Concept ; skos:prefLabel \"x\" .")?
        .code == "codebook_name_twice")
  }

  @Test func `a damaged or foreign file of REFI-QDA is refused`() throws {
    func book(_ codes: String) -> [UInt8] {
      Array("<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes>\(codes)</Codes></CodeBook>".utf8)
    }
    let guid = NameGUID.of("a")
    #expect(code(book("<Code guid=\"\(guid)\" name=\"A\" isCodable=\"true\"/>"), "a.qdc") == nil)
    #expect(
      code(book("<Code guid=\"{\(guid.uppercased())}\" name=\"A\" isCodable=\"1\"/>"), "a.qdc")
        == nil)
    #expect(code(book("<Code guid=\"x\" name=\"A\" isCodable=\"true\"/>"), "a.qdc") == "refi_guid")
    #expect(code(book(""), "a.qdc") == "codebook_empty")
    #expect(code(Array("<html/>".utf8), "a.qdc") == "refi_not_codebook")
    #expect(code(Array("<!DOCTYPE a><CodeBook/>".utf8), "a.qdc") == "doctype_refused")
    #expect(code(Array("<CodeBook><Codes>".utf8), "a.qdc") == "xml_damaged")
    #expect(code([1, 2, 3], "a.qdpx") == "not_a_zip")
    #expect(code([1], "a.docx") == "codebook_format")
    func project(_ sources: String, _ texts: [(String, String)]) throws -> [UInt8] {
      let index =
        "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"P\"><CodeBook><Codes><Code guid=\"\(guid)\" name=\"A\" isCodable=\"true\"/></Codes></CodeBook><Sources>\(sources)</Sources></Project>"
      return try ZipWriter.archive(
        [("project.qde", Array(index.utf8))] + texts.map { ($0.0, Array($0.1.utf8)) })
    }
    let source = { (inner: String) in
      "<TextSource guid=\"\(guid)\" name=\"OS1\" plainTextPath=\"internal://a.txt\">\(inner)</TextSource>"
    }
    let selection = { (to: Int, tag: String) in
      "<PlainTextSelection guid=\"\(guid)\" startPosition=\"0\" endPosition=\"\(to)\"><Coding guid=\"\(guid)\"><CodeRef targetGUID=\"\(tag)\"/></Coding></PlainTextSelection>"
    }
    let text = ("Sources/a.txt", "Häuser")
    #expect(code(try project(source(selection(6, guid)), [text]), "a.qdpx") == nil)
    #expect(
      code(try project(source(selection(7, guid)), [text]), "a.qdpx") == "refi_selection_outside")
    #expect(code(try project(source(selection(-1, guid)), [text]), "a.qdpx") == "refi_span")
    #expect(code(try project(source(""), []), "a.qdpx") == "refi_text_missing")
    #expect(
      code(try project(source(selection(6, NameGUID.of("b"))), [text]), "a.qdpx")
        == "refi_code_missing")
    #expect(code(try ZipWriter.archive([("a.txt", [1])]), "a.qdpx") == "refi_not_project")
    let whole = try project(source(selection(6, guid)), [text])
    #expect(code(Array(whole.dropLast(40)), "a.qdpx") == "zip_damaged")
  }

  @Test func `what is not read is told`() throws {
    let guid = NameGUID.of("a")
    let book =
      "<CodeBook><Codes><Code guid=\"\(guid)\" name=\"A\" isCodable=\"true\" color=\"#abc\"><Description>What.\n\nWhen to use: Now.</Description></Code></Codes><Sets><Set guid=\"\(guid)\" name=\"S\"><Description>Not A's.</Description></Set></Sets></CodeBook>"
    let read = try CodedProject.read(Array(book.utf8), fileName: "a.qdc").codebook
    #expect(read.entries[0].text == TagText(definition: "What.", useWhen: "Now."))
    #expect(read.entries[0].colour == "#AABBCC")
    #expect(read.leftOut == ["1 × Set: not read."])
  }

  @Test func `two characters at the end of a line become one, and selections keep their words`() {
    let text = "a\r\nb c\rd\n\r\n\u{E4}"
    let selections = [(0, 1), (3, 6), (3, 8), (0, 12), (12, 12), (1, 3), (2, 4)].map { from, to in
      CodedProject.Selection(guid: "\(from)-\(to)", name: "n", span: from..<to, codings: [])
    }
    let folded = CodedProject.Text(guid: "g", name: "OS1", text: text, selections: selections)
      .withLineFeeds
    #expect(Array(folded.text.unicodeScalars) == Array("a\nb c\nd\n\n\u{E4}".unicodeScalars))
    #expect(
      folded.selections.map(\.span) == [0..<1, 2..<5, 2..<7, 0..<10, 10..<10, 1..<2, 1..<3])
    #expect(folded.selections.map(\.guid) == selections.map(\.guid))
    #expect(folded.withLineFeeds == folded)
  }

  @Test func `what SKOS says beside what is read is told, each kind once`() throws {
    let text = """
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      <urn:x:s> a skos:ConceptScheme ; <urn:x:by> "Ada" .
      <urn:x:a> a skos:Concept ; skos:prefLabel "A" ; skos:inScheme <urn:x:s> ;
        skos:editorialNote "Ask again." , "And again." ; skos:historyNote "Once B." .
      <urn:x:c> a skos:Concept ; skos:prefLabel "C" ; skos:editorialNote "Why?" ;
        skos:broadMatch <urn:y:c> .
      <urn:x:d> a skos:Collection ; skos:member <urn:x:a> .
      """
    let read = try SKOSCodebook.read(Array(text.utf8), fileName: "a.ttl")
    #expect(read.entries.map(\.name) == ["A", "C"])
    #expect(
      read.leftOut == [
        "1 × skos:Collection: not read.", "1 × skos:broadMatch: not read.",
        "3 × skos:editorialNote: not read.", "1 × skos:historyNote: not read.",
        "1 × urn:x:by: not read.",
      ])
  }

  @Test(arguments: [
    [],
    [
      WrittenCodebook.Entry(iri: "urn:x:a", name: "A", replacedBy: "urn:x:b"),
      WrittenCodebook.Entry(iri: "urn:x:b", name: "B", replacedBy: "urn:x:c"),
    ],
  ])
  func `REFI-QDA has no codebook without tags, and a project may be without one`(
    entries: [WrittenCodebook.Entry]
  ) throws {
    let codebook = WrittenCodebook(iri: "urn:x:s", title: "T", entries: entries)
    let refusal = #expect(throws: PaperError.self) { try REFIWriter.codebook(codebook) }
    #expect(refusal?.code == "codebook_empty")
    let project = REFIWriter.index(of: CodedProject(codebook: codebook))
    try REFISchema.check(project, root: "Project")
    #expect(!String(decoding: project, as: UTF8.self).contains("<Codes>"))
  }

  @Test func `one text keeps its parts apart`() {
    let text = TagText(definition: "A\nb", useWhen: "c\n\nd", useNotWhen: "e", example: "f")
    #expect(TagText(reading: text.inOne) == text)
    #expect(TagText(definition: "A\nWhen to use: b").headingWithin == "When to use:")
    #expect(TagText(reading: "plain") == TagText(definition: "plain"))
  }
}
