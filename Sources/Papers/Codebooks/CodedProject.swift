public import Inquiries

/// A codebook with texts and the tags that people put on them, as REFI-QDA has it.
public struct CodedProject: Hashable, Sendable {
  public struct User: Hashable, Sendable {
    public let guid: String
    public let name: String

    public init(guid: String, name: String) {
      self.guid = guid
      self.name = name
    }
  }

  public struct Coding: Hashable, Sendable {
    public let guid: String
    /// IRI of the tag.
    public let tag: String
    /// GUID of who put it on, where the file says.
    public let user: String?
    public let at: Instant?

    public init(guid: String, tag: String, user: String?, at: Instant?) {
      self.guid = guid
      self.tag = tag
      self.user = user
      self.at = at
    }
  }

  public struct Selection: Hashable, Sendable {
    public let guid: String
    /// What the file calls it, often its words.
    public let name: String?
    /// Code points of the text from 0, the end exclusive.
    public let span: Range<Int>
    public let codings: [Coding]

    public init(guid: String, name: String?, span: Range<Int>, codings: [Coding]) {
      self.guid = guid
      self.name = name
      self.span = span
      self.codings = codings
    }
  }

  public struct Text: Hashable, Sendable {
    public let guid: String
    public let name: String
    public let text: String
    public let selections: [Selection]

    public init(guid: String, name: String, text: String, selections: [Selection]) {
      self.guid = guid
      self.name = name
      self.text = text
      self.selections = selections
    }
  }

  public var codebook: WrittenCodebook
  public var users: [User]
  public var texts: [Text]
  /// What somebody who opens it should know.
  public var note: String

  public init(codebook: WrittenCodebook, users: [User] = [], texts: [Text] = [], note: String = "")
  {
    self.codebook = codebook
    self.users = users
    self.texts = texts
    self.note = note
  }

  /// Reads a codebook or project of any format that is known, by its file name.
  ///
  /// - Throws: ``PaperError`` `codebook_format` for another ending, and those of the
  ///   format.
  public static func read(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits = .init()
  ) throws(PaperError) -> CodedProject {
    switch CodebookFormat(fileName: fileName) {
    case .ttl:
      CodedProject(
        codebook: try SKOSCodebook.read(bytes, fileName: fileName, limits: limits))
    case .jsonld:
      CodedProject(
        codebook: try SKOSCodebook.read(
          bytes, fileName: fileName, isJSON: true, limits: limits))
    case .qdc: try REFIReader.codebook(bytes, fileName: fileName, limits: limits)
    case .qdpx: try REFIReader.project(bytes, fileName: fileName, limits: limits)
    case nil:
      throw PaperError(
        code: "codebook_format",
        message:
          "“\(fileName)” has no ending of a codebook: .ttl or .jsonld (SKOS), .qdc or .qdpx (REFI-QDA).",
        file: fileName)
    }
  }
}
