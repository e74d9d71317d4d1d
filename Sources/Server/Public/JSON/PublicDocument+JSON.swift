import Inquiries
import Wire

extension PublicJSON {
  /// What is public of a document beside its words, within an object.
  func fields(of document: Document, in slug: String, to json: inout JSONBytes) {
    json.field("reference", document.reference)
    json.field("title", document.facts.title)
    json.field("kind", document.facts.kind.rawValue)
    json.field("author", document.facts.author)
    json.field("year", document.facts.year)
    json.field("datedOn", document.facts.datedOn)
    json.field("address", document.facts.address)
    json.field("fullReference", document.facts.fullReference)
    json.field("language", document.facts.language)
    json.field("isExternal", document.isExternal)
    json.field("pages", document.pageCount)
    json.field("publishedOn", document.publishedOn)
    link(Address.written(slug, document.reference), to: &json)
  }

  /// A document with its words.
  func write(
    _ document: Document, _ passages: [PublishedPassage], in slug: String,
    to json: inout JSONBytes
  ) {
    json.object { json in
      fields(of: document, in: slug, to: &json)
      json.name("passages")
      write(passages, in: slug, to: &json)
      json.name("citedBy")
      write(passages.uses, of: passages, in: slug, to: &json)
    }
  }
}

extension ShapeSchema {
  private static var documentFields: [Field] {
    [
      .text("reference"), .text("title"), .word("kind", Document.Kind.self), .text("author"),
      .number("year").orNull, .day("datedOn").orNull, .text("address").orNull,
      .text("fullReference"), .text("language"), .flag("isExternal"), .number("pages").orNull,
      .day("publishedOn").orNull, .text("url"),
    ]
  }

  static var publicDocuments: ShapeSchema {
    list("PublicDocuments", "documents", ShapeSchema("PublicDocument", documentFields))
  }

  static var publicDocument: ShapeSchema {
    ShapeSchema(
      "PublicDocumentWithPassages",
      documentFields + [
        .shapes("passages", publicPassage), .shapes("citedBy", publicCiting),
      ])
  }
}
