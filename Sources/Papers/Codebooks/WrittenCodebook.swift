public import Inquiries

/// A codebook as a file has it.
public struct WrittenCodebook: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    /// What the file knows the tag by: an IRI, or `urn:uuid:` and a GUID.
    public var iri: String
    /// Its key, where the file says one.
    public var key: String?
    public var name: String
    /// What it means; `nil` where the file says nothing of it.
    public var text: TagText?
    public var otherNames: [String]
    /// IRI of the wider tag.
    public var parent: String?
    /// `nil` where the format cannot say.
    public var isGroup: Bool?
    public var colour: String?
    /// Whether it is used no more, and the IRI of the tag to be used instead.
    public var isDeprecated: Bool
    public var replacedBy: String?

    public init(
      iri: String, key: String? = nil, name: String, text: TagText? = nil,
      otherNames: [String] = [], parent: String? = nil, isGroup: Bool? = nil,
      colour: String? = nil, isDeprecated: Bool = false, replacedBy: String? = nil
    ) {
      self.iri = iri
      self.key = key
      self.name = name
      self.text = text
      self.otherNames = otherNames
      self.parent = parent
      self.isGroup = isGroup
      self.colour = colour
      self.isDeprecated = isDeprecated
      self.replacedBy = replacedBy
    }
  }

  /// IRI and title of the whole.
  public var iri: String
  public var title: String
  /// Wider tags before those under them, where the file has them so.
  public var entries: [Entry]
  /// What the file holds that is not read, a sentence each.
  public var leftOut: [String]

  public init(iri: String, title: String, entries: [Entry], leftOut: [String] = []) {
    self.iri = iri
    self.title = title
    self.entries = entries
    self.leftOut = leftOut
  }

  /// More tags than any codebook that people use by hand.
  static let most = 10_000

  /// Refuses a file of which no codebook can be made.
  ///
  /// - Throws: ``PaperError`` `codebook_empty`, `codebook_too_large`,
  ///   `codebook_tag_twice`, `codebook_name_twice`, `codebook_name_missing`.
  func check(fileName: String) throws(PaperError) {
    func refusal(_ code: String, _ message: String) -> PaperError {
      PaperError(code: code, message: message, file: fileName)
    }
    guard !entries.isEmpty else {
      throw refusal("codebook_empty", "\(fileName) holds no tag; is it the file of a codebook?")
    }
    guard entries.count <= WrittenCodebook.most else {
      throw refusal(
        "codebook_too_large",
        "\(fileName) holds \(entries.count) tags; more than \(WrittenCodebook.most) are not read.")
    }
    var known: Set<String> = []
    var names: [String: String] = [:]
    for entry in entries {
      guard known.insert(entry.iri).inserted else {
        throw refusal(
          "codebook_tag_twice",
          "The tag “\(entry.name)” (\(entry.iri)) stands twice in \(fileName); keep one.")
      }
      guard entry.name.isVisible else {
        throw refusal(
          "codebook_name_missing",
          "The tag \(entry.iri) of \(fileName) has no name; give it one.")
      }
      guard entry.replacedBy == nil else { continue }
      if let other = names.updateValue(entry.iri, forKey: entry.name.lowercased()) {
        throw refusal(
          "codebook_name_twice",
          "Two tags of \(fileName) are called “\(entry.name)” (\(other) and \(entry.iri)); give one another name."
        )
      }
    }
  }
}

/// Files in which codebooks travel.
public enum CodebookFormat: String, CaseIterable, Sendable {
  /// SKOS in Turtle and in JSON-LD.
  case ttl, jsonld
  /// REFI-QDA: a codebook, and a project with texts and tags on them.
  case qdc, qdpx

  public init?(fileName: String) {
    let ending = fileName.split(separator: ".").last.map { $0.lowercased() } ?? ""
    self.init(rawValue: ending)
  }

  public var mediaType: String {
    switch self {
    case .ttl: "text/turtle; charset=utf-8"
    case .jsonld: "application/ld+json"
    case .qdc: "application/xml"
    case .qdpx: "application/zip"
    }
  }
}
