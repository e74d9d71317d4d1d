import Inquiries
public import Papers
public import Postgres
public import Records
import Tagging

/// A codebook and what is tagged, as files of other programs have them.
public struct CodebookExport {
  let viewpoint: Viewpoint
  let connection: Connection
  /// What the codebook is known by everywhere.
  let iri: String

  /// - Parameter site: Where the public finds the site; makes the codebook's IRI one
  ///   of its own.
  public init(site: String, as viewpoint: Viewpoint, on connection: Connection) {
    self.viewpoint = viewpoint
    self.connection = connection
    iri = CodebookExport.iri(of: viewpoint.inquiry, site: site)
  }

  static func iri(of inquiry: Inquiry, site: String) -> String {
    "urn:uuid:" + NameGUID.of("\(site)/inquiries/\(inquiry.slug)/codebook")
  }

  static func sourceGUID(_ reference: String, in codebook: String) -> String {
    NameGUID.of("\(codebook)/sources/\(reference)")
  }

  static func userGUID(_ id: Identifier<StaffUser>, in codebook: String) -> String {
    NameGUID.of("\(codebook)/taggers/\(id)")
  }

  /// The codebook, in reading order, what was merged at its end.
  public func codebook() throws -> WrittenCodebook {
    let tags = try Tag.all(as: viewpoint, on: connection)
    let iris = Dictionary(uniqueKeysWithValues: tags.map { ($0.key, $0.iri) })
    let ordered = TagTree(tags).inOrder.map(\.tag) + tags.filter { $0.mergedInto != nil }
    return WrittenCodebook(
      iri: iri, title: viewpoint.inquiry.title,
      entries: ordered.map { tag in
        WrittenCodebook.Entry(
          iri: tag.iri, key: tag.key, name: tag.name, text: tag.text, otherNames: tag.otherNames,
          parent: tag.parent.flatMap { iris[$0] }, isGroup: tag.isGroup, colour: tag.colour,
          isDeprecated: tag.retiredOn != nil,
          replacedBy: tag.mergedInto.flatMap { iris[$0] })
      })
  }

  /// The codebook with the texts of sources and the tags on them. Whoever put them on
  /// has a number and no name; what is kept from the public is left out.
  ///
  /// - Parameter references: Which sources; all where `nil`.
  /// - Throws: ``Refusal`` `source_not_found`, `project_too_large`.
  public func project(_ references: [String]?) throws -> CodedProject {
    for reference in references ?? [] {
      try FilterValue.require(source: reference, field: "source", as: viewpoint, on: connection)
    }
    let (marks, onEarlier) = try CodedSource.marks(as: viewpoint, on: connection)
    let sources = try CodedSource.all(references, as: viewpoint, on: connection)
    // What we would not take in again, we do not give out.
    let size = sources.reduce(0) { $0 + $1.pieces.reduce(0) { $0 + $1.text.utf8.count } }
    guard size <= PaperLimits().unpackedBytes else {
      throw Refusal(
        .tooLarge, "project_too_large",
        "The texts have \(size) bytes, more than a project takes; name some of the sources.",
        field: "source")
    }
    let texts = sources.map { text(of: $0, marks) }
    let users = Set(texts.flatMap(\.selections).flatMap(\.codings).compactMap(\.user))
    let taggers = try CodedSource.taggers(as: viewpoint, on: connection).map {
      CodebookExport.userGUID($0, in: iri)
    }
    return CodedProject(
      codebook: try codebook(),
      users: taggers.enumerated().filter { users.contains($0.element) }.map {
        CodedProject.User(guid: $0.element, name: "Tagger \($0.offset + 1)")
      }, texts: texts,
      note: onEarlier == 0
        ? ""
        : "\(onEarlier) tags stand on earlier versions of passages and are not in this file.")
  }

  private func text(
    of source: CodedSource, _ marks: [Identifier<PassageVersion>: [CodedSource.Mark]]
  ) -> CodedProject.Text {
    let coded = CodedText(source)
    let guid = CodebookExport.sourceGUID(source.reference, in: iri)
    var selections: [CodedProject.Selection] = []
    for (place, piece) in coded.places {
      let bySpan = Dictionary(grouping: marks[piece.version] ?? []) {
        $0.span ?? 0..<place.count
      }
      for (span, marks) in bySpan.sorted(by: {
        ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound)
      }) {
        let words = Wording.text(in: span, of: piece.text)
        selections.append(
          CodedProject.Selection(
            guid: NameGUID.of("\(guid)/\(piece.version)/\(span)"),
            name: words.flatMap { $0.count <= 200 ? $0 : nil },
            span: span.lowerBound + place.lowerBound..<span.upperBound + place.lowerBound,
            codings: marks.map { mark in
              CodedProject.Coding(
                guid: NameGUID.of("\(iri)/applied/\(mark.id)"), tag: mark.tag,
                user: CodebookExport.userGUID(mark.tagger, in: iri), at: mark.at)
            }))
      }
    }
    return CodedProject.Text(
      guid: guid, name: source.reference, text: coded.text, selections: selections)
  }
}
