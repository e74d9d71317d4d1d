import Inquiries
import Papers

/// The name of a published record of a session as a file, such as `OS3.json`.
struct TranscriptFile: Hashable {
  let reference: String
  let format: TranscriptFormat

  var name: String { "\(reference).\(format.fileExtension)" }

  init(reference: String, format: TranscriptFormat) {
    self.reference = reference
    self.format = format
  }

  /// Reads a name as it stands in an address.
  init?(_ name: Substring) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...40).contains(parts[0].utf8.count),
      parts[0].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
      let format = TranscriptFormat.allCases.first(where: { $0.fileExtension == parts[1] })
    else { return nil }
    self.init(reference: String(parts[0]), format: format)
  }

  /// The files of a record, as the page of its session links them.
  static func write(of source: Source, in slug: String, to html: inout HTMLBytes) {
    let formats = TranscriptFormat.allCases.filter { $0.holds(source.kind) }
    guard let first = formats.first, let session = source.sessionNumber else { return }
    html.literal("<p class=\"files\">As a file: ")
    for format in formats {
      let file = TranscriptFile(reference: source.reference, format: format)
      if format != first { html.literal(", ") }
      html.literal("<a href=\"")
      html.attribute(PublicPlace.transcript(slug, session, file).address)
      html.literal("\">")
      html.text(format.inWords)
      html.literal("</a>")
    }
    html.literal("</p>\n")
  }
}

extension TranscriptFormat {
  /// Whether it has a form for such a record.
  func holds(_ kind: SourceKind) -> Bool {
    kind == .transcript || kind.isRecordOfSession && self != .akn
  }

  fileprivate var inWords: String {
    switch self {
    case .akn: "Akoma Ntoso"
    case .json: "JSON"
    case .csv: "CSV"
    case .text: "plain text"
    }
  }
}

extension PublishedInquiry {
  /// Sentences that every document of it carries.
  var notices: [String] { [banner, bodyKind.rubric].compactMap(\.self) }
}
