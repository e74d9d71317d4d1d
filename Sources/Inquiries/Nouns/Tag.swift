import Crypto

/// What a tag means: how to tell where it belongs and where not.
public struct TagText: Hashable, Sendable {
  public var definition: String
  /// When to use it; each of the three is empty where nobody said.
  public var useWhen: String
  public var useNotWhen: String
  public var example: String

  public init(
    definition: String = "", useWhen: String = "", useNotWhen: String = "", example: String = ""
  ) {
    self.definition = definition
    self.useWhen = useWhen
    self.useNotWhen = useNotWhen
    self.example = example
  }

  /// Under which heading each part but the definition stands where a format has
  /// one text for all.
  static let headings: [(heading: String, part: WritableKeyPath<TagText, String> & Sendable)] = [
    ("When to use:", \.useWhen), ("When not to use:", \.useNotWhen), ("Example:", \.example),
  ]

  /// Reads one text for all parts: a line that begins with a heading begins a
  /// part, what stands before the first is the definition.
  public init(reading text: String) {
    self.init()
    var part: WritableKeyPath<TagText, String> = \.definition
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = line
      if let begun = TagText.headings.first(where: { line.hasPrefix($0.heading) }) {
        part = begun.part
        line = line.dropFirst(begun.heading.count)
        if !self[keyPath: part].isEmpty { self[keyPath: part] += "\n\n" }
      } else if !self[keyPath: part].isEmpty {
        self[keyPath: part] += "\n"
      }
      self[keyPath: part] += line
    }
    self = trimmed
  }

  /// All parts in one text, under their headings.
  public var inOne: String {
    ([definition]
      + TagText.headings.map { heading, part in
        self[keyPath: part].isEmpty ? "" : "\(heading) \(self[keyPath: part])"
      }).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// Without blanks around the parts, and with one kind of line end.
  public var trimmed: TagText {
    var text = self
    for part in [\.definition] + TagText.headings.map(\.part) {
      text[keyPath: part] =
        text[keyPath: part].replacing("\r\n", with: "\n")
        .replacing("\r", with: "\n").trimmed
    }
    return text
  }

  /// The heading that begins a line of a part, which would be read as another part.
  public var headingWithin: String? {
    ([\.definition] + TagText.headings.map(\.part)).flatMap {
      self[keyPath: $0].split(separator: "\n")
    }.lazy.compactMap { line in
      TagText.headings.first { line.hasPrefix($0.heading) }?.heading
    }.first
  }

  /// Takes over what another says; a part that it leaves empty stays.
  public mutating func take(_ other: TagText) {
    for part in [\.definition] + TagText.headings.map(\.part) where !other[keyPath: part].isEmpty {
      self[keyPath: part] = other[keyPath: part]
    }
  }

  public var parts: [String] { [definition, useWhen, useNotWhen, example] }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

/// A tag of a codebook.
public struct Tag: Hashable, Sendable {
  /// Permanent; a name may change.
  public let key: String
  /// What it is known by in files; `urn:uuid:…` where no file brought one.
  public let iri: String
  public let name: String
  public let text: TagText
  /// Key of the wider tag that it stands under.
  public let parent: String?
  /// Whether it only holds other tags together and is put on nothing.
  public let isGroup: Bool
  /// `#4F7A28`.
  public let colour: String?
  /// Other names by which it is found, those it had among them.
  public let otherNames: [String]
  /// Key of the tag that answers for it since they were merged.
  public let mergedInto: String?
  /// Since when it is put on nothing more.
  public let retiredOn: Day?
  /// Of name and definition.
  public let version: Int
  /// Passages and sources that it is on; `nil` where nobody counted.
  public var passageCount: Int?
  public var sourceCount: Int?
  public let revision: Int

  public init(
    key: String, iri: String, name: String, text: TagText, parent: String?, isGroup: Bool,
    colour: String?, otherNames: [String], mergedInto: String?, retiredOn: Day?, version: Int,
    passageCount: Int? = nil, sourceCount: Int? = nil, revision: Int
  ) {
    self.key = key
    self.iri = iri
    self.name = name
    self.text = text
    self.parent = parent
    self.isGroup = isGroup
    self.colour = colour
    self.otherNames = otherNames
    self.mergedInto = mergedInto
    self.retiredOn = retiredOn
    self.version = version
    self.passageCount = passageCount
    self.sourceCount = sourceCount
    self.revision = revision
  }

  /// What REFI-QDA knows it by.
  public var guid: String { NameGUID.of(iri) }
}

/// Identifiers for formats that know things by GUID alone.
public enum NameGUID {
  /// The UUID that an IRI says, or else the one that follows from it (RFC 9562,
  /// 5.5, in the namespace of URLs): the same IRI, the same GUID.
  public static func of(_ iri: String) -> String {
    let prefix = "urn:uuid:"
    if iri.lowercased().hasPrefix(prefix), iri.count == prefix.count + 36 {
      return iri.dropFirst(prefix.count).lowercased()
    }
    let space: [UInt8] = [
      0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30,
      0xc8,
    ]
    var bytes = Array(Insecure.SHA1.hash(data: space + Array(iri.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
      .map { $0.joined() }.joined(separator: "-")
  }
}

/// What a tag meant from a time on.
public struct TagVersion: Hashable, Sendable {
  public let number: Int
  public let name: String
  public let text: TagText
  /// `nil` for the operator.
  public let setBy: String?
  public let setAt: Instant

  public init(number: Int, name: String, text: TagText, setBy: String?, setAt: Instant) {
    self.number = number
    self.name = name
    self.text = text
    self.setBy = setBy
    self.setAt = setAt
  }
}

/// A tag that a person put on a passage, or on some of its words.
public struct AppliedTag: Hashable, Sendable {
  public let id: Identifier<AppliedTag>
  /// Key of the tag.
  public let tag: String
  /// Key and version of what it meant when it was put on; another key where two
  /// tags were merged since.
  public let meant: String
  public let meantVersion: Int
  /// `Q45+2`; the reference of the source where a passage has no locator.
  public let locator: String
  public let reference: String
  /// The version of the passage that it is pinned to.
  public let passageVersion: Int
  /// Whether the passage has a later version by now.
  public let isSuperseded: Bool
  /// Whether the words it is on changed and a person must look at it again.
  public let isSuspect: Bool
  /// Code points of that version, the end exclusive; `nil` for the whole passage.
  public let span: Range<Int>?
  /// The words between them; `nil` also where they are kept from the public, and
  /// are read where that goes on record.
  public let quote: String?
  /// Who put it on.
  public let tagger: String
  public let appliedAt: Instant
  public let revision: Int

  public init(
    id: Identifier<AppliedTag>, tag: String, meant: String, meantVersion: Int, locator: String,
    reference: String, passageVersion: Int, isSuperseded: Bool, isSuspect: Bool = false,
    span: Range<Int>?, quote: String?, tagger: String, appliedAt: Instant, revision: Int
  ) {
    self.id = id
    self.tag = tag
    self.meant = meant
    self.meantVersion = meantVersion
    self.locator = locator
    self.reference = reference
    self.passageVersion = passageVersion
    self.isSuperseded = isSuperseded
    self.isSuspect = isSuspect
    self.span = span
    self.quote = quote
    self.tagger = tagger
    self.appliedAt = appliedAt
    self.revision = revision
  }
}

/// What somebody thought at work. Never published.
public struct Memo: Hashable, Sendable {
  public let id: Identifier<Memo>
  /// What it is about: the key of a tag, the reference of a source, the locator of
  /// a passage; the whole inquiry where there is none.
  public let about: String?
  public let text: String
  public let writtenBy: String
  public let writtenAt: Instant
  public let revision: Int

  public init(
    id: Identifier<Memo>, about: String?, text: String, writtenBy: String, writtenAt: Instant,
    revision: Int
  ) {
    self.id = id
    self.about = about
    self.text = text
    self.writtenBy = writtenBy
    self.writtenAt = writtenAt
    self.revision = revision
  }
}
