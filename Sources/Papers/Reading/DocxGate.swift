/// The gate that a Word file passes before a parser sees it.
///
/// The checks are those of operations.md, section 6: each of them refused a
/// file that pandoc accepted or died of.
struct DocxGate {
  let fileName: String
  let limits: PaperLimits
  var kind = Kind.word

  /// What tells the archive of one program from another's.
  struct Kind {
    /// The parts that are read; the others are counted and let go.
    let wanted: Set<String>
    /// How the names of further ones begin, of which there may be several.
    var families: [String] = []
    let required: [String]
    /// “Word document”
    let name: String
    let ending: String

    func wants(_ part: String) -> Bool {
      wanted.contains(part) || (part.hasSuffix(".xml") && families.contains(where: part.hasPrefix))
    }

    /// Whether a part may hold no document type. OpenOffice wrote one into
    /// parts that nobody reads.
    func isParsed(_ part: String) -> Bool {
      ending == "odt"
        ? ["content.xml", "styles.xml"].contains(part)
        : part.hasSuffix(".xml") || part.hasSuffix(".rels")
    }

    static let word = Kind(
      wanted: [
        "[Content_Types].xml", "word/document.xml", "word/styles.xml", "word/numbering.xml",
        "word/comments.xml", "word/footnotes.xml", "word/endnotes.xml",
      ],
      families: ["word/header", "word/footer"],
      required: ["[Content_Types].xml", "word/document.xml"], name: "Word document",
      ending: "docx")
    static let openDocument = Kind(
      wanted: ["mimetype", "META-INF/manifest.xml", "content.xml", "styles.xml"],
      required: ["mimetype", "content.xml"], name: "OpenDocument text", ending: "odt")
  }

  /// Checks every member and returns the parts that are read, by name.
  func parts(of bytes: [UInt8]) throws(PaperError) -> [String: [UInt8]] {
    try DocxArchive.reading(bytes, fileName: fileName) { (archive) throws(PaperError) in
      let members = try directory(of: archive)
      var unpacked = 0
      var parts: [String: [UInt8]] = [:]
      for member in members where !member.isFolder {
        let part = try unpack(member, from: archive, total: &unpacked)
        if let part { parts[member.name] = part }
      }
      if let types = parts["[Content_Types].xml"], Self.namesMacros(types) {
        throw macros(in: "[Content_Types].xml")
      }
      return parts
    }
  }

  private func directory(of archive: DocxArchive) throws(PaperError) -> [DocxArchive.Member] {
    guard archive.count <= limits.members else {
      throw refusal(
        "too_many_members",
        "\(fileName) is an archive of \(archive.count) parts, more than the \(limits.members) that a document may have; save its text as a new document."
      )
    }
    var members: [DocxArchive.Member] = []
    var names: Set<String> = []
    var declared = 0
    for index in 0..<archive.count {
      let member = try archive.member(at: index)
      try checkName(member.name)
      // Part names are equal when they differ in case only (OPC, 6.3.5).
      guard names.insert(member.name.lowercased()).inserted else {
        throw refusal(
          "duplicate_member",
          "The part “\(member.name)” stands twice in \(fileName); open it in Word and save it again."
        )
      }
      guard !member.isEncrypted else {
        throw refusal(
          "docx_encrypted", "\(fileName) is locked with a password; save it without one.")
      }
      declared = declared.addingReportingOverflow(member.declaredBytes).partialValue
      guard (0...limits.unpackedBytes).contains(declared) else { throw tooLarge() }
      members.append(member)
    }
    for name in kind.required
    where !members.contains(where: { $0.name == name }) {
      throw refusal(
        "part_missing",
        "\(fileName) is an archive without “\(name)”, so it is no \(kind.name); save it as .\(kind.ending) from the program it was written in."
      )
    }
    return members
  }

  private func checkName(_ name: String) throws(PaperError) {
    let components = name.split(separator: "/", omittingEmptySubsequences: false)
    let isUnsafe =
      name.isEmpty || name.hasPrefix("/") || name.contains("\\") || name.contains(":")
      || components.contains("..") || name.unicodeScalars.contains { $0.value < 0x20 }
    guard !isUnsafe else {
      throw refusal(
        "unsafe_member_name",
        "A part of \(fileName) has a name that leads out of the document (“\(name.filter { !$0.isNewline }.prefix(80))”); open it in Word and save it again."
      )
    }
    let lowered = name.lowercased()
    if ["vbaproject", "vbadata", "activex"].contains(where: lowered.contains)
      || ["basic/", "scripts/"].contains(where: { lowered.hasPrefix($0) && lowered != $0 })
    {
      throw macros(in: name)
    }
    // Excel keeps what it last told the printer; nobody runs it.
    if [".bin", ".exe", ".dll", ".js", ".vbs"].contains(where: lowered.hasSuffix),
      kind.ending != "xlsx" || !lowered.hasPrefix("xl/printersettings/")
    {
      throw refusal(
        "binary_part",
        "\(fileName) carries the embedded object “\(name.prefix(80))”; take embedded objects out and save it again."
      )
    }
  }

  private func unpack(
    _ member: DocxArchive.Member, from archive: DocxArchive, total: inout Int
  ) throws(PaperError) -> [UInt8]? {
    let isWanted = kind.wants(member.name)
    let lowered = member.name.lowercased()
    let isXML = kind.isParsed(lowered)
    var scan = DoctypeScan()
    var part: [UInt8] = []
    var counted = 0
    try archive.unpack(member) { (piece) throws(PaperError) in
      counted += piece.count
      total += piece.count
      // A directory that understates a size is a bomb's trick; libzip reads on.
      guard total <= limits.unpackedBytes, counted <= member.declaredBytes else {
        throw tooLarge()
      }
      if isWanted {
        guard counted <= limits.partBytes else { throw tooLarge() }
        part.append(contentsOf: piece)
      }
      if isXML, scan.finds(in: piece) {
        throw refusal(
          "doctype_refused",
          "The part “\(member.name)” of \(fileName) declares a document type, which no document does; open it in Word and save it again."
        )
      }
    }
    return isWanted ? part : nil
  }

  private static func namesMacros(_ types: [UInt8]) -> Bool {
    let text = String(decoding: types, as: UTF8.self).lowercased()
    return text.contains("macroenabled") || text.contains("vbaproject")
  }

  private func macros(in part: String) -> PaperError {
    refusal(
      "macro_refused",
      "\(fileName) carries macros or controls (“\(part.prefix(80))”); save it without them."
    )
  }

  private func tooLarge() -> PaperError {
    refusal(
      "unpacked_too_large",
      "\(fileName) unpacks to more than the \(limits.unpackedBytes) bytes that a document may have; save its text as a new document."
    )
  }

  private func refusal(_ code: String, _ message: String) -> PaperError {
    PaperError(code: code, message: message, file: fileName)
  }
}

/// Looks for a document type declaration in bytes that come in pieces.
///
/// Bytes of value 0 are passed over, so that UTF-16 hides nothing.
struct DoctypeScan {
  private static let sought = Array("<!DOCTYPE".utf8)
  private var matched = 0

  /// Whether the declaration's opening ends in this piece.
  mutating func finds(in piece: UnsafeRawBufferPointer) -> Bool {
    for byte in piece where byte != 0 {
      let upper = (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
      if upper == Self.sought[matched] {
        matched += 1
        if matched == Self.sought.count { return true }
      } else {
        matched = upper == Self.sought[0] ? 1 : 0
      }
    }
    return false
  }
}
