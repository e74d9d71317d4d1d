import Inquiries

/// Writes REFI-QDA 1.5: a codebook alone (`.qdc`), and a project with texts
/// (`.qdpx`). Elements stand in the order of the published schemas.
public enum REFIWriter {
  private static let origin = "Inquiries and evidence"

  /// A codebook by itself.
  ///
  /// - Throws: ``PaperError`` `codebook_empty`: the schema wants one tag at least.
  public static func codebook(_ codebook: WrittenCodebook) throws(PaperError) -> [UInt8] {
    guard hasTags(codebook) else {
      throw PaperError(
        code: "codebook_empty",
        message:
          "The codebook holds no tag, and a .qdc cannot be without; `inquiry tag add` adds one. A .ttl, .jsonld or .qdpx may be empty.",
        file: "")
    }
    var xml = XMLBytes()
    xml.literal("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.open("CodeBook", [("xmlns", "urn:QDA-XML:codebook:1.0"), ("origin", origin)])
    codes(of: codebook, to: &xml)
    xml.close("CodeBook")
    return xml.bytes
  }

  /// A project: the archive with its texts.
  ///
  /// - Throws: ``PaperError`` `zip_not_made` where no archive can be made.
  public static func project(_ project: CodedProject) throws(PaperError) -> [UInt8] {
    try ZipWriter.archive(
      [("project.qde", index(of: project))]
        + project.texts.map { ("sources/\($0.guid).txt", Array($0.text.utf8)) })
  }

  /// The file in the archive that says what all of it is.
  static func index(of project: CodedProject) -> [UInt8] {
    var xml = XMLBytes()
    xml.literal("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.open(
      "Project",
      [
        ("xmlns", "urn:QDA-XML:project:1.0"), ("name", project.codebook.title),
        ("origin", origin),
      ])
    if !project.users.isEmpty {
      xml.open("Users")
      for user in project.users {
        xml.empty("User", [("guid", user.guid), ("name", user.name)])
      }
      xml.close("Users")
    }
    if hasTags(project.codebook) {
      xml.open("CodeBook")
      codes(of: project.codebook, to: &xml)
      xml.close("CodeBook")
    }
    if !project.texts.isEmpty {
      xml.open("Sources")
      for text in project.texts { source(text, to: &xml) }
      xml.close("Sources")
    }
    if !project.note.isEmpty { element("Description", project.note, to: &xml) }
    xml.close("Project")
    return xml.bytes
  }

  private static func source(_ text: CodedProject.Text, to xml: inout XMLBytes) {
    xml.open(
      "TextSource",
      [
        ("guid", text.guid), ("name", text.name),
        ("plainTextPath", "internal://\(text.guid).txt"),
      ])
    for selection in text.selections {
      xml.open(
        "PlainTextSelection",
        [("guid", selection.guid)] + (selection.name.map { [("name", $0)] } ?? []) + [
          ("startPosition", "\(selection.span.lowerBound)"),
          ("endPosition", "\(selection.span.upperBound)"),
        ])
      for coding in selection.codings {
        xml.open(
          "Coding",
          [("guid", coding.guid)] + (coding.user.map { [("creatingUser", $0)] } ?? [])
            + (coding.at.map { [("creationDateTime", $0.description)] } ?? []))
        xml.empty("CodeRef", [("targetGUID", NameGUID.of(coding.tag))])
        xml.close("Coding")
      }
      xml.close("PlainTextSelection")
    }
    xml.close("TextSource")
  }

  /// Whether there is a tag that was not merged away.
  private static func hasTags(_ codebook: WrittenCodebook) -> Bool {
    codebook.entries.contains { $0.replacedBy == nil }
  }

  /// The tags under each other. What was merged away has no place in a codebook
  /// that cannot say by what it was replaced.
  private static func codes(of codebook: WrittenCodebook, to xml: inout XMLBytes) {
    let children = Dictionary(
      grouping: codebook.entries.filter { $0.replacedBy == nil }, by: \.parent)
    func write(_ entry: WrittenCodebook.Entry) {
      xml.open(
        "Code",
        [
          ("guid", NameGUID.of(entry.iri)), ("name", entry.name),
          ("isCodable", entry.isGroup == true ? "false" : "true"),
        ] + (entry.colour.map { [("color", $0)] } ?? []))
      if let words = entry.text?.inOne, !words.isEmpty { element("Description", words, to: &xml) }
      for child in children[entry.iri] ?? [] { write(child) }
      xml.close("Code")
    }
    xml.open("Codes")
    for entry in children[nil] ?? [] { write(entry) }
    xml.close("Codes")
  }

  private static func element(_ name: String, _ text: String, to xml: inout XMLBytes) {
    xml.line(name) { $0.text(text[...]) }
  }
}
