import Inquiries

/// Reads REFI-QDA: a codebook, or a project of which texts, tags and who put them on
/// are read, and the rest is told.
enum REFIReader {
  /// - Throws: ``PaperError`` `refi_not_codebook`, `doctype_refused`, those of XML
  ///   and of every codebook.
  static func codebook(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits
  ) throws(PaperError) -> CodedProject {
    let scan = try scanned(bytes, name: "codebook", fileName: fileName, limits: limits)
    return CodedProject(codebook: try checked(scan, fileName: fileName))
  }

  /// - Throws: ``PaperError`` `refi_not_project`, `refi_text_missing`, and those of
  ///   ``codebook(_:fileName:limits:)``.
  static func project(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits
  ) throws(PaperError) -> CodedProject {
    let parts = try unpacked(bytes, fileName: fileName, limits: limits)
    guard let index = parts["project.qde"] else {
      throw PaperError(
        code: "refi_not_project",
        message:
          "\(fileName) is an archive without “project.qde”; export it as a REFI-QDA project.",
        file: fileName)
    }
    let scan = try scanned(index, name: "project.qde", fileName: fileName, limits: limits)
    var texts: [CodedProject.Text] = []
    for source in scan.sources {
      texts.append(try text(source, from: parts, fileName: fileName))
    }
    return CodedProject(
      codebook: try checked(scan, fileName: fileName), users: scan.users, texts: texts,
      note: scan.note)
  }

  private static func checked(
    _ scan: REFIScan, fileName: String
  ) throws(PaperError) -> WrittenCodebook {
    let codebook = WrittenCodebook(
      iri: "", title: scan.title, entries: scan.entries,
      leftOut: scan.unread.sorted { $0.key < $1.key }.map { name, count in
        "\(count) × \(name): not read."
      })
    try codebook.check(fileName: fileName)
    let known = Set(codebook.entries.map(\.iri))
    for coding in scan.sources.flatMap(\.selections).flatMap(\.codings)
    where !known.contains(coding.tag) {
      throw PaperError(
        code: "refi_code_missing",
        message:
          "The coding \(coding.guid) of \(fileName) is of a code that the file does not hold (\(coding.tag)).",
        file: fileName)
    }
    return codebook
  }

  private static func scanned(
    _ bytes: [UInt8], name: String, fileName: String, limits: PaperLimits
  ) throws(PaperError) -> REFIScan {
    var doctype = DoctypeScan()
    guard !bytes.withUnsafeBytes({ doctype.finds(in: $0) }) else {
      throw PaperError(
        code: "doctype_refused",
        message:
          "\(fileName) declares a document type, which can hide what a text says; take the declaration out.",
        file: fileName)
    }
    let scan = REFIScan(fileName: fileName)
    try DocxXML.parse(
      bytes, into: scan, name: name, fileName: fileName, limits: limits,
      remedy: "export it again, in UTF-8")
    return scan
  }

  private static func text(
    _ source: REFIScan.Source, from parts: [String: [UInt8]], fileName: String
  ) throws(PaperError) -> CodedProject.Text {
    var text = source.content
    if let path = source.path {
      let name = "sources/" + path.replacing("internal://", with: "")
      guard let bytes = parts[name], let found = String(validating: bytes, as: UTF8.self) else {
        throw PaperError(
          code: "refi_text_missing",
          message:
            "The text “\(source.name)” of \(fileName) has no part “\(name)” in UTF-8; export it again.",
          file: fileName)
      }
      text = found
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let count = text.unicodeScalars.count
    for selection in source.selections where selection.span.upperBound > count {
      throw PaperError(
        code: "refi_selection_outside",
        message:
          "The selection \(selection.guid) of “\(source.name)” in \(fileName) ends at \(selection.span.upperBound), and the text has \(count) characters.",
        file: fileName)
    }
    return CodedProject.Text(
      guid: source.guid, name: source.name, text: text, selections: source.selections)
  }

  /// The parts that are read: the project's index and its plain texts.
  private static func unpacked(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits
  ) throws(PaperError) -> [String: [UInt8]] {
    func refusal(_ code: String, _ message: String) -> PaperError {
      PaperError(code: code, message: message, file: fileName)
    }
    guard bytes.starts(with: [0x50, 0x4B]) else {
      throw refusal(
        "not_a_zip", "\(fileName) is no zip archive, as a REFI-QDA project is; export it again.")
    }
    return try DocxArchive.reading(bytes, fileName: fileName) { (archive) throws(PaperError) in
      // A text for each source of a large inquiry.
      guard archive.count <= 100_000 else {
        throw refusal("too_many_members", "\(fileName) is an archive of more than 100,000 parts.")
      }
      var parts: [String: [UInt8]] = [:]
      var total = 0
      for index in 0..<archive.count {
        let member = try archive.member(at: index)
        guard
          member.name == "project.qde"
            || (member.name.lowercased().hasPrefix("sources/") && member.name.hasSuffix(".txt"))
        else { continue }
        guard !member.isEncrypted else {
          throw refusal(
            "refi_encrypted", "\(fileName) is locked with a password; export it without.")
        }
        var part: [UInt8] = []
        try archive.unpack(member) { (piece) throws(PaperError) in
          total += piece.count
          guard total <= limits.unpackedBytes else {
            throw refusal(
              "unpacked_too_large",
              "\(fileName) unpacks to more than the \(limits.unpackedBytes) bytes that are read.")
          }
          part.append(contentsOf: piece)
        }
        let name =
          member.name == "project.qde" ? member.name : "sources/" + member.name.dropFirst(8)
        guard parts.updateValue(part, forKey: name) == nil else {
          throw refusal("duplicate_member", "The part “\(name)” stands twice in \(fileName).")
        }
      }
      return parts
    }
  }
}
