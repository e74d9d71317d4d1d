import Conduct
import Inquiries
import Wire

extension DocumentRoutes {
  static var operations: [Operation] {
    [
      .act(
        .post, at + "documents/import", "importDocument",
        "Takes in a document. A dry run answers 200 and changes nothing.",
        ReceiveDocument.self, takes: .upload(["application/octet-stream"]),
        answers: DocumentReport.self
      ).answering(200, 201).asking(DocumentQuery.parameters),
      .act(
        .post, at + "documents", "addDocument",
        "Enters a document of which no file is held, by its full reference.", AddDocument.self,
        takes: .shape(Document.Facts.self), answers: Document.self
      ).answering(201),
      .get(
        at + "documents", "listDocuments", "The documents.",
        answers: ListShape<Document>.self),
      .get(
        at + "documents/{reference}", "readDocument", "What is known of a document.",
        answers: Document.self),
    ].tagged("Documents")
  }

  private static let at = Operation.inquiry
}

extension DocumentQuery {
  static var parameters: [Parameter] {
    [
      .query("fileName", .text(), isRequired: true, "The file's name, without folders."),
      .query("encoding", .text(), "The encoding of a text that is not UTF-8."),
      .query("dryRun", .flag, "true reads and tells, and keeps nothing."),
      .query("title", .text(), isRequired: true, "What it is called where it is cited."),
      .query("author", .text(), isRequired: true, "Who wrote it, a person or a body."),
      .query(
        "kind", .word(Document.Kind.allCases.map(\.rawValue)), "What it is; other unless said."),
      .query("year", .number(1_000...9_999), "When it appeared."),
      .query("datedOn", .day, "The day, where more than the year is known."),
      .query("address", .text("an address on the web"), "Where it can be read."),
      .query("language", .text("a language tag such as en or cy"), "The language; en unless said."),
      .query("fullReference", .text(), "The whole reference; made of the others unless said."),
    ]
  }
}
