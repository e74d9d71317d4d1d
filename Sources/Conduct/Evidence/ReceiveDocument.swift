import Crypto
public import Inquiries
public import Papers
public import Records

/// A document as it was read from a file, before anything is done with it.
public struct DocumentRead: Sendable {
  let file: PaperFile
  let facts: Document.Facts
  let paper: DocumentPaper

  public init(
    _ file: PaperFile, facts: Document.Facts
  ) throws(PaperError) {
    paper = try DocumentReader.read(try PaperReader.read(file), fileName: file.name)
    self.file = file
    self.facts = facts
  }

  fileprivate func passages(_ digest: TextDigest) -> [NewPassage] {
    paper.paragraphs.map { paragraph in
      NewPassage(
        kind: paragraph.isHeading ? .heading : .paragraph, question: nil, offset: nil,
        point: paragraph.number, outline: paragraph.outline, page: paragraph.page, panel: nil,
        person: nil, label: nil, isChair: false, text: paragraph.text, digest: digest)
    }
  }

  fileprivate var unplaced: [Inquiries.UnplacedLine] {
    paper.unplaced.map {
      Inquiries.UnplacedLine(line: $0.line, text: $0.text, reason: $0.reason.inWords)
    }
  }
}

/// Takes a document into the record, whole or not at all, and gives it the next
/// number.
public struct ReceiveDocument: Act {
  public static let title = "receive document"
  public static let role = Role.clerk
  let read: DocumentRead

  public init(_ read: DocumentRead) {
    self.read = read
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<DocumentReport> {
    try read.facts.check()
    let sha256 = Array(SHA256.hash(data: read.file.bytes))
    if let known = try Original.reference(sha256: sha256, as: viewpoint, on: desk.connection) {
      guard let document = try Document.find(known, as: viewpoint, on: desk.connection) else {
        throw Refusal(
          .conflict, "file_is_other_evidence",
          "\(read.file.name) was received before as \(known), which is no document.",
          field: "file")
      }
      return Done(
        report(document, wasThere: true, remarks: []), subject: known, detail: ["again": "true"])
    }
    try viewpoint.requireNotLapsed()
    let original = try Original(
      fileName: read.file.name, sha256: sha256, bytes: read.file.bytes
    ).insert(on: desk.connection)
    let reference = try NewDocument(
      facts: read.facts, receivedOn: desk.today(in: viewpoint.inquiry),
      passages: read.passages(desk.digest), unplaced: read.unplaced
    ).insert(original: original, as: viewpoint, on: desk.connection)
    let document = try DocumentLookup.find(reference, from: viewpoint, at: desk)
    return Done(
      report(document, wasThere: false, remarks: read.paper.remarks.map(\.inWords)),
      subject: reference, detail: ["paragraphs": "\(document.paragraphCount)"])
  }

  private func report(
    _ document: Document, wasThere: Bool, remarks: [String]
  ) -> DocumentReport {
    DocumentReport(
      document: document, wasReceivedBefore: wasThere,
      areNumbersPrinted: read.paper.areNumbersPrinted, unplaced: read.unplaced,
      remarks: remarks)
  }
}

/// Enters a document of which no file is held, by its full reference, which is the
/// one passage that can be cited of it.
public struct AddDocument: Act {
  public static let title = "add document"
  public static let role = Role.clerk
  let facts: Document.Facts

  public init(_ facts: Document.Facts) {
    self.facts = facts
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Document> {
    try facts.check()
    try viewpoint.requireNotLapsed()
    let reference = try NewDocument(
      facts: facts, receivedOn: desk.today(in: viewpoint.inquiry),
      passages: [
        NewPassage(
          kind: .paragraph, question: nil, offset: nil, point: nil, panel: nil, person: nil,
          label: nil, isChair: false, text: facts.fullReference, digest: desk.digest)
      ]
    ).insert(original: nil, as: viewpoint, on: desk.connection)
    return Done(
      try DocumentLookup.find(reference, from: viewpoint, at: desk), subject: reference)
  }
}

/// Finds a document, or says that there is none.
public enum DocumentLookup {
  public static func find(
    _ reference: String, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Document {
    guard let found = try Document.find(reference, as: viewpoint, on: desk.connection) else {
      throw missing(reference)
    }
    return found
  }

  public static func missing(_ reference: String) -> Refusal {
    Refusal(
      .notFound, "document_not_found",
      "There is no document “\(reference)” in this inquiry; `inquiry document list` shows what "
        + "there is.", field: "reference")
  }
}
