/// A form in which a transcript leaves the system, and in which it may come in.
public enum TranscriptFormat: String, Sendable, CaseIterable {
  /// Akoma Ntoso 3.0.
  case akn
  /// Our own JSON.
  case json
  /// Our own CSV.
  case csv
  /// Plain text in the layout of the Houses.
  case text

  /// What a file of it ends in, without the dot.
  public var fileExtension: String { self == .akn ? "xml" : self == .text ? "txt" : rawValue }

  public var mediaType: String {
    switch self {
    case .akn: "application/akn+xml"
    case .json: "application/json"
    case .csv: "text/csv; charset=utf-8"
    case .text: "text/plain; charset=utf-8"
    }
  }

  /// A transcript as the bytes of a file.
  ///
  /// What could not be placed, and the remarks, stay behind.
  public func write(_ transcript: Transcript, name: TranscriptName) throws(PaperError) -> [UInt8] {
    switch self {
    case .akn: AkomaNtosoWriter.write(transcript, name: name)
    case .json: try TranscriptJSON.write(TranscriptDocument(transcript, notices: name.notices))
    case .csv: TranscriptCSV.write(TranscriptDocument(transcript, notices: name.notices))
    case .text: Array(TranscriptText.write(transcript, notices: name.notices).utf8)
    }
  }

  /// Reads a transcript from a file that says of itself what it means.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - fileName: Its name; `.xml` and `.akn` are Akoma Ntoso, `.json` and
  ///     `.csv` our own.
  ///   - encoding: The encoding of a CSV without a byte-order mark; UTF-8 when
  ///     absent.
  /// - Returns: The transcript; nil when the file is a paper for people to read,
  ///   which ``PaperReader`` takes.
  /// - Throws: ``PaperError`` when the file is damaged, hostile or wrong.
  public static func read(
    _ bytes: [UInt8], fileName: String, encoding: String? = nil, limits: PaperLimits = .init()
  ) throws(PaperError) -> Transcript? {
    guard let ending = try telling(bytes, fileName: fileName, limits) else { return nil }
    let transcript =
      if let (document, reading) = try own(bytes, ending, fileName, encoding) {
        try reading.transcript(document)
      } else {
        try AkomaNtosoReader.read(bytes, fileName: fileName, limits: limits)
      }
    try checkCount(transcript.turns.count, fileName, limits)
    return transcript
  }

  /// Reads a note or summary from a file that says of itself what it means; nil
  /// when it is a paper for people to read.
  ///
  /// - Throws: ``PaperError``; `akoma_ntoso_no_note` for Akoma Ntoso.
  public static func readNote(
    _ bytes: [UInt8], fileName: String, encoding: String? = nil, limits: PaperLimits = .init()
  ) throws(PaperError) -> Note? {
    guard let ending = try telling(bytes, fileName: fileName, limits) else { return nil }
    guard let (document, reading) = try own(bytes, ending, fileName, encoding) else {
      throw noNote(fileName)
    }
    try checkCount(document.turns.count, fileName, limits)
    return try reading.note(document)
  }

  /// The ending of a file that says what it means.
  private static func telling(
    _ bytes: [UInt8], fileName: String, _ limits: PaperLimits
  ) throws(PaperError) -> String? {
    let ending = fileName.split(separator: ".").last.map { $0.lowercased() }
    guard let ending, ["xml", "akn", "json", "csv"].contains(ending) else { return nil }
    guard bytes.count <= limits.partBytes, bytes.count <= limits.fileBytes else {
      throw PaperError(
        code: "paper_too_large",
        message:
          "\(fileName) has \(bytes.count) bytes, more than the \(limits.fileBytes) that are accepted; split it.",
        file: fileName)
    }
    return ending
  }

  /// A document of our own; nil for Akoma Ntoso.
  private static func own(
    _ bytes: [UInt8], _ ending: String, _ fileName: String, _ encoding: String?
  ) throws(PaperError) -> (TranscriptDocument, TranscriptDocumentReading)? {
    switch ending {
    case "json":
      return (
        try TranscriptJSON.read(bytes, fileName: fileName),
        TranscriptDocumentReading(fileName: fileName)
      )
    case "csv":
      let read = try TranscriptCSV.read(bytes, fileName: fileName, encoding: encoding)
      return (read.document, TranscriptDocumentReading(fileName: fileName, lines: read.lines))
    default: return nil
    }
  }

  private static func checkCount(
    _ count: Int, _ fileName: String, _ limits: PaperLimits
  ) throws(PaperError) {
    guard count <= limits.paragraphs else {
      throw PaperError(
        code: "too_many_paragraphs",
        message:
          "\(fileName) has \(count) turns, more than the \(limits.paragraphs) that are read; split it.",
        file: fileName)
    }
  }

  static func noNote(_ fileName: String) -> PaperError {
    PaperError(
      code: "akoma_ntoso_no_note",
      message:
        "Akoma Ntoso has debates, which are what was said, and no form for a note or summary of points; use JSON or CSV of our own, or plain text.",
      file: fileName)
  }
}

/// What a transcript is called in the names of other systems.
public struct TranscriptName: Sendable, Equatable {
  /// The body, as a part of an address.
  public let bodySlug: String
  /// The number of the session.
  public let number: Int
  /// Such as `OS3`.
  public let reference: String
  /// The language, by its three letters in ISO 639-2.
  public let language: String
  /// Sentences that every document of the inquiry carries.
  public let notices: [String]

  /// - Parameters:
  ///   - body: The body's name.
  ///   - number: The number of the session.
  ///   - reference: Such as `OS3`.
  ///   - language: A language tag such as `en` or `cy`.
  ///   - notices: Sentences that every document of the inquiry carries.
  public init(
    body: String, number: Int, reference: String, language: String = "en", notices: [String] = []
  ) {
    self.notices = notices
    let words = body.lowercased().unicodeScalars
      .split { !($0.isASCII && $0.properties.isAlphabetic) && !("0"..."9").contains($0) }
    let slug = words.map(String.init).joined(separator: "-")
    bodySlug = slug.isEmpty ? "body" : slug
    self.number = number
    self.reference = reference
    let letters = ["en": "eng", "cy": "cym", "ga": "gle", "gd": "gla", "fr": "fra", "de": "deu"]
    let primary = language.split(separator: "-").first.map(String.init) ?? "en"
    self.language = letters[primary] ?? (primary.count == 3 ? primary : "und")
  }
}
