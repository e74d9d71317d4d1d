import ArgumentParser
import Inquiries
import Wire

/// `inquiry document`
struct DocumentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract: "Documents: earlier reports, law, statistics, analyses, by page and paragraph.",
    discussion: """
      Accepting, publishing, withdrawing and taking down are acts on all evidence: see inquiry \
      evidence.
      """,
    subcommands: [
      ImportDocumentCommand.self, AddDocumentCommand.self, ListDocumentsCommand.self,
      ShowDocumentCommand.self,
    ])
}

/// What a clerk says of a document.
struct DocumentFacts: ParsableArguments {
  @Option(help: "What it is called where it is cited, such as “Munro Review, 2011”.")
  var title: String

  @Option(help: "Who wrote it, a person or a body.")
  var author: String

  @Option(help: "What it is.")
  var kind: Document.Kind = .other

  @Option(help: "The year in which it appeared.")
  var year: Int?

  @Option(
    help: ArgumentHelp("The day, where more than the year is known.", valueName: "day"),
    transform: Day.argument)
  var datedOn: Day?

  @Option(help: ArgumentHelp("Where it can be read on the web.", valueName: "url"))
  var address: String?

  @Option(
    help: ArgumentHelp(
      "The whole reference; made of the others when left out.", valueName: "text"))
  var fullReference: String?

  @Option(
    help: ArgumentHelp("The language, such as cy; en unless said.", valueName: "tag"))
  var language: String?
}

struct ImportDocumentCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Receive a document: .docx, .odt, .rtf, .pdf, .html, .txt or .md, kept byte for byte.",
    discussion: """
      Its paragraphs are cited by the numbers that it prints, as D3, para 12 or D3, para 2.17, or \
      else by their count; those of a .pdf as D3, page 14 too. What could not be placed is listed \
      and kept. The same file twice changes nothing.
      Example: inquiry document import munro.pdf --title "Munro Review, 2011" --author "Eileen Munro" \
      --kind report --dry-run
      """)

  @Argument(help: "The document.", completion: .file())
  var file: String

  @OptionGroup var facts: DocumentFacts

  @Option(
    help: ArgumentHelp("Encoding of .txt and .md, where it is not found out.", valueName: "name"))
  var encoding: String?

  @Flag(help: "Show what it would do, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let bytes = try Files.read(file)
    let name = Files.name(file)
    let query: [String: String?] = [
      "fileName": name, "title": facts.title, "author": facts.author, "kind": facts.kind.rawValue,
      "year": facts.year.map { "\($0)" }, "datedOn": facts.datedOn?.description,
      "address": facts.address, "fullReference": facts.fullReference,
      "language": facts.language, "encoding": encoding,
      "dryRun": dryRun ? "true" : nil,
    ]
    let answer = try await options.client(console).upload(
      "POST", "documents/import", query: query, bytes: bytes, named: name)
    try console.show(answer, as: DocumentReport.self, json: options.json) { report, page in
      if dryRun { page.text("Dry run: nothing was changed.") }
      if report.wasReceivedBefore {
        page.text(
          "The same file was received before, as \(report.document.reference): nothing was changed."
        )
      }
      page.gap()
      page.lay(report.document)
      page.heading("Could not be placed (\(report.unplaced.count))")
      page.table(
        [.number("Line"), "Reason", "Words"],
        report.unplaced.map { ["\($0.line)", $0.reason, $0.text] },
        none: "Nothing: every line has its place.")
      page.heading("Remarks (\(report.remarks.count))")
      if report.remarks.isEmpty { page.text("None.") }
      for remark in report.remarks { page.point(remark) }
    }
  }
}

struct AddDocumentCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Enter a document of which no file is held, to cite it.",
    discussion: """
      Example: inquiry document add --title "Children Act 1989" --author Parliament --kind law \
      --year 1989 --address https://www.legislation.gov.uk/ukpga/1989/41
      """)

  @OptionGroup var facts: DocumentFacts

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let given = Document.Facts(
      title: facts.title, kind: facts.kind, author: facts.author, year: facts.year,
      datedOn: facts.datedOn, address: facts.address, fullReference: facts.fullReference,
      language: facts.language ?? "en")
    let answer = try await options.client(console).send("POST", "documents", given)
    try console.show(answer, as: Document.self, json: options.json) { $1.lay($0) }
  }
}

struct ListDocumentsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the documents and where each stands.",
    discussion: "Example: inquiry document list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("documents")
    try console.show(answer, as: ListShape<Document>.self, json: options.json) { list, page in
      page.table(
        ["Reference", "Title", "Author", "Kind", .number("Pages"), "State"],
        list.items.map {
          [
            $0.reference, $0.facts.title, $0.facts.author, $0.facts.kind.rawValue,
            $0.isExternal ? "external" : $0.pageCount.map { "\($0)" } ?? "", $0.state.inWords,
          ]
        }, none: "There are none; `inquiry document import` brings one in.")
    }
  }
}

struct ShowDocumentCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what is known of a document.",
    discussion: "Example: inquiry document show D3")

  @Argument(help: "Reference of the document.")
  var reference: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("documents/\(Client.escaped(reference))")
    try console.show(answer, as: Document.self, json: options.json) { $1.lay($0) }
  }
}

extension Page {
  fileprivate mutating func lay(_ document: Document) {
    facts([
      ("Reference", document.reference), ("Title", document.facts.title),
      ("Kind", document.facts.kind.title), ("Author", document.facts.author),
      ("Dated", document.facts.datedOn?.inWords ?? document.facts.year.map { "\($0)" }),
      ("Address", document.facts.address), ("Full reference", document.facts.fullReference),
      ("Language", document.facts.language == "en" ? nil : document.facts.language),
      ("State", document.state.inWords),
      (
        "Held",
        document.isExternal
          ? "no file; it is cited only" : Words.count(document.paragraphCount, "paragraph")
      ),
      ("Pages", document.pageCount.map { "\($0)" }),
      ("Published on", document.publishedOn?.inWords),
    ])
  }
}
