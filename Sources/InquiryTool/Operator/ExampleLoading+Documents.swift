import Conduct
import Inquiries

/// Loads the documents: the group's own with its words, those of others by their
/// full reference.
extension ExampleLoading {
  func loadDocuments() async throws {
    for document in example.documents {
      guard let kind = Document.Kind(rawValue: document.kind) else {
        throw ExampleFault(
          description: "example.json: “\(document.kind)” is no kind of document.")
      }
      let facts = Document.Facts(
        title: document.title, kind: kind, author: document.author, year: document.year,
        address: document.address, fullReference: document.fullReference)
      let received =
        if let file = document.file {
          try await perform(
            ReceiveDocument(DocumentRead(try await example.paper(file), facts: facts))
          ).document
        } else {
          try await perform(AddDocument(facts))
        }
      let terms = DecisionTerms(on: try day(document.publishedOn), by: by)
      try await perform(AcceptSources([received.reference], terms))
      try await perform(PublishSources([received.reference], terms))
      tell("\(received.reference): \(document.title), published")
    }
  }
}
