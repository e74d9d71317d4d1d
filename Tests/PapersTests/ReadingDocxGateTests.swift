import Papers
import Testing

struct ReadingDocxGateTests {
  private let body = ReadingDocx.paragraph("One")

  private func refusal(adding name: String, _ content: String = "x") throws -> String {
    let extra = [ReadingZip.Member(name: name, content: Array(content.utf8))]
    return try ReadingDocx(body: body, extra: extra).refusal().code
  }

  @Test func `what is no zip has messages of its own`() throws {
    func code(_ bytes: [UInt8]) throws -> (String, String) {
      let error = try #require(throws: PaperError.self) {
        try PaperReader.read(bytes, fileName: "a.docx")
      }
      return (error.code, error.message)
    }
    #expect(try code(Array("Plain words".utf8)).0 == "not_a_zip")
    #expect(try code([]).0 == "not_a_zip")
    #expect(try code([0xD0, 0xCF, 0x11, 0xE0, 0xA1]).1.contains("password"))
    #expect(try code([0x50, 0x4B, 3, 4, 0, 0]).0 == "zip_damaged")
    let whole = ReadingDocx(body: body).bytes
    #expect(try code(Array(whole.prefix(whole.count / 2))).0 == "zip_damaged")
  }

  @Test(arguments: ["../evil.xml", "word/../../evil", "/etc/evil", "word\\evil", "C:evil", "a/.."])
  func `names that lead out of the document are refused`(name: String) throws {
    #expect(try refusal(adding: name) == "unsafe_member_name")
  }

  @Test(arguments: ["word/vbaProject.bin", "word/vbaData.xml", "word/activeX/activeX1.xml"])
  func `macros and controls are refused`(name: String) throws {
    #expect(try refusal(adding: name) == "macro_refused")
  }

  @Test func `a macro document under another name is refused`() throws {
    var docx = ReadingZip(members: ReadingDocx(body: body).members)
    docx.members[0].content = Array(
      "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"
        .utf8)
    let error = try #require(throws: PaperError.self) {
      try PaperReader.read(docx.bytes, fileName: "a.docx")
    }
    #expect(error.code == "macro_refused")
  }

  @Test func `embedded binary objects are refused`() throws {
    #expect(try refusal(adding: "word/embeddings/oleObject1.bin") == "binary_part")
  }

  @Test func `a name that stands twice is refused, in any case of letters`() throws {
    #expect(try refusal(adding: "word/document.xml") == "duplicate_member")
    #expect(try refusal(adding: "word/DOCUMENT.xml") == "duplicate_member")
  }

  @Test(arguments: ["[Content_Types].xml", "word/document.xml"])
  func `an archive without the parts of a document is refused`(missing: String) throws {
    var zip = ReadingZip(members: ReadingDocx(body: body).members)
    zip.members.removeAll { $0.name == missing }
    let error = try #require(throws: PaperError.self) {
      try PaperReader.read(zip.bytes, fileName: "a.docx")
    }
    #expect(error.code == "part_missing")
    #expect(error.message.contains(missing))
  }

  @Test(arguments: [
    "<!DOCTYPE x [<!ENTITY a \"b\">]><x/>", "<?xml version=\"1.0\"?><!doctype x><x/>",
  ])
  func `a document type is refused in every XML part`(content: String) throws {
    for name in ["word/styles.xml", "docProps/core.xml", "word/_rels/document.xml.rels"] {
      #expect(try refusal(adding: name, content) == "doctype_refused")
    }
    let wide = content.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let extra = [ReadingZip.Member(name: "word/styles.xml", content: [0xFF, 0xFE] + wide)]
    #expect(try ReadingDocx(body: body, extra: extra).refusal().code == "doctype_refused")
  }

  @Test func `an encoding that could hide a document type is refused`() throws {
    let styles = "<?xml version=\"1.0\" encoding=\"UTF-7\"?><w:styles/>"
    #expect(try refusal(adding: "word/styles.xml", styles) == "xml_encoding")
  }

  @Test func `the number of parts is limited`() throws {
    var limits = PaperLimits()
    limits.members = 2
    #expect(try ReadingDocx(body: body).read(limits: limits).paragraphs.count == 1)
    let more = ReadingDocx(body: body, extra: [.init(name: "a.xml", content: [])])
    #expect(try more.refusal(limits: limits).code == "too_many_members")
  }

  @Test func `declared sizes are limited before anything is unpacked`() throws {
    let lie = ReadingZip.Member(name: "word/media/a.png", content: [1], declared: 0x7FFF_FFFF)
    let docx = ReadingDocx(body: body, extra: [lie])
    #expect(try docx.refusal().code == "unpacked_too_large")
  }

  @Test func `counted sizes are limited too`() throws {
    var limits = PaperLimits()
    limits.unpackedBytes = 60_000
    let bomb =
      ReadingDocx(body: body).members + [
        .init(name: "word/media/a.xml", content: Array(repeating: 0x20, count: 100_000))
      ]
    var bytes = try deflated(bomb.map { ($0.name, $0.content) })
    #expect(bytes.count < 5_000)
    func code() throws -> String {
      try #require(throws: PaperError.self) {
        try PaperReader.read(bytes, fileName: "a.docx", limits: limits)
      }.code
    }
    #expect(try code() == "unpacked_too_large")
    // The directory now says that the bomb is small: 100,000 becomes 1,000.
    let size: [UInt8] = [0xA0, 0x86, 0x01, 0x00]
    for place in bytes.indices.dropLast(3) where Array(bytes[place..<place + 4]) == size {
      bytes.replaceSubrange(place..<place + 4, with: [0xE8, 0x03, 0x00, 0x00])
    }
    #expect(["unpacked_too_large", "zip_damaged"].contains(try code()))
    limits.unpackedBytes = 1_000_000
    #expect(["unpacked_too_large", "zip_damaged"].contains(try code()))
  }

  @Test func `depth, paragraphs, text and parts are limited`() throws {
    let deep = String(repeating: "<w:sdt>", count: 300) + String(repeating: "</w:sdt>", count: 300)
    #expect(try ReadingDocx(body: body + deep).refusal().code == "xml_too_deep")
    var limits = PaperLimits()
    limits.paragraphs = 3
    let many = ReadingDocx(body: String(repeating: "<w:p/>", count: 4) + body)
    #expect(try many.refusal(limits: limits).code == "too_many_paragraphs")
    limits = PaperLimits()
    limits.textBytes = 2
    #expect(try ReadingDocx(body: body).refusal(limits: limits).code == "too_much_text")
    limits = PaperLimits()
    limits.partBytes = 100
    #expect(try ReadingDocx(body: body).refusal(limits: limits).code == "unpacked_too_large")
  }

  @Test func `markup that no Word writes is refused before it costs time`() throws {
    let attributes = (0..<600).map { "a\($0)='1'" }.joined(separator: " ")
    let wide = ReadingDocx(body: body + "<w:p \(attributes)/>")
    #expect(try wide.refusal().code == "xml_too_many_attributes")
    let quoted = "<!-- don't \(attributes) --><w:p w:a=\"\(attributes)\"/>"
    #expect(try ReadingDocx(body: body + quoted).read().paragraphs.count == 1)
    let names = (0..<10_001).map { "<n\($0)/>" }.joined()
    #expect(try ReadingDocx(body: body + names).refusal().code == "xml_too_many_names")
  }

  @Test func `a part longer than the parser looks ahead is read`() throws {
    // libxml2 refuses more than 10 MB in one piece.
    let blank = "<w:sdt>\(String(repeating: " ", count: 1_100_000))</w:sdt>"
    let docx = ReadingDocx(body: String(repeating: blank, count: 10) + body)
    let bytes = try deflated(docx.members.map { ($0.name, $0.content) })
    #expect(try PaperReader.read(bytes, fileName: "a.docx").paragraphs.map(\.text) == ["One"])
  }

  @Test(arguments: ["<w:p>", "</w:p>", "<w:p><w:r></w:p>", "&nosuch;", "<w:p a=1/>"])
  func `damaged XML is refused with its place`(body: String) throws {
    let error = try ReadingDocx(body: body).refusal()
    #expect(error.code == "xml_damaged")
    #expect(error.message.contains("word/document.xml"))
  }

  @Test func `flipped bits end in a refusal or in text, never in a crash`() throws {
    let docx = ReadingDocx(
      body: body + ReadingDocx.paragraph("Two", "<w:pStyle w:val=\"Q\"/>"),
      styles: "<w:style w:styleId=\"Q\"/>")
    let whole = try deflated(docx.members.map { ($0.name, $0.content) })
    var random = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
      do {
        _ = try PaperReader.read(bytes, fileName: "a.docx")
      } catch {
        #expect(error.file == "a.docx")
      }
    }
  }
}
