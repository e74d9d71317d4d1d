public import ArgumentParser
import Inquiries
public import Papers
import Wire

/// `inquiry codebook`
struct CodebookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook",
    abstract: "The codebook as a whole: counted, compared, given to other programs and taken in.",
    discussion: "Single tags, and putting them on passages: see inquiry tag.",
    subcommands: [
      TagsByGroupCommand.self, TagsTogetherCommand.self, AgreementCommand.self,
      ExportCodebookCommand.self, ImportCodebookCommand.self,
    ])
}

/// A matrix as a person or a program reads it.
struct MatrixOptions: ParsableArguments {
  @Flag(help: "Print rows of CSV: tag, other, sources, passages.")
  var csv = false

  @OptionGroup var options: InquiryOptions

  fileprivate func show(
    _ path: String, query: [String: String?] = [:], on console: Console, of first: String,
    none: String
  ) async throws {
    let inquiry = try await options.client(console)
    var query = query
    query["format"] = csv ? "csv" : nil
    let answer = try await inquiry.get(path, query: query)
    guard !csv else { return console.show(bytes: answer.bytes) }
    try console.show(answer, as: TagMatrix.self, json: options.json) { matrix, page in
      page.lay(matrix, first: first, none: none)
    }
  }
}

extension Page {
  /// Sources and passages in one cell, `2/7`; columns have numbers, so that a dozen of
  /// them fit, and are explained below.
  fileprivate mutating func lay(_ matrix: TagMatrix, first: String, none: String) {
    let isSquare = matrix.rows == matrix.columns
    let shown = matrix.columns.enumerated().filter { $0.element.passages > 0 }
    var cells: [String: [String: TagMatrix.Cell]] = [:]
    for cell in matrix.cells {
      cells[cell.row, default: [:]][cell.column] = cell
      if isSquare { cells[cell.column, default: [:]][cell.row] = cell }
    }
    let rows = matrix.rows.enumerated().map { place, row in
      [isSquare ? "\(place + 1)" : "", row.name, "\(row.sources)/\(row.passages)"]
        + shown.map { _, column in
          guard let cell = cells[row.key]?[column.key] else {
            return isSquare && column.key == row.key ? "-" : ""
          }
          return "\(cell.sources)/\(cell.passages)"
        }
    }
    table(
      ["", Table.Column(stringLiteral: first), .number("All")]
        + shown.map { .number("\($0.offset + 1)") }, rows, none: none)
    gap()
    text("Sources/passages." + (isSquare ? " Columns have the numbers of the rows." : ""))
    guard !isSquare else { return }
    for (place, column) in shown {
      point("\(place + 1): \(column.name), \(column.sources)/\(column.passages)")
    }
  }
}

struct TagsByGroupCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "groups",
    abstract: "Count tags by the groups of the witnesses who spoke or wrote.",
    discussion: """
      A passage counts for every group of its speaker; a point or paragraph for those of all who \
      gave it. Sources are counted apart: forty passages of one source are one source.
      Example: inquiry codebook groups --below
      """)

  @Flag(help: "Let a tag count what the tags below it are on.")
  var below = false

  @OptionGroup var matrix: MatrixOptions

  func perform(on console: Console) async throws {
    try await matrix.show(
      "codebook/groups", query: ["below": below ? "true" : nil], on: console, of: "Tag",
      none: "The codebook is empty.")
  }
}

struct TagsTogetherCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "together", abstract: "Count tags that stand on the same passages.",
    discussion: "Example: inquiry codebook together --csv")

  @OptionGroup var matrix: MatrixOptions

  func perform(on console: Console) async throws {
    try await matrix.show(
      "codebook/together", on: console, of: "Tag", none: "The codebook is empty.")
  }
}

struct AgreementCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "How far two people put the same tags on the same passages.",
    discussion: """
      Compared are all passages of the sources in which both put tags, tag by tag, with \
      Krippendorff's alpha for nominal data: 0.800 and more is called reliable, 0.667 and more \
      tentative. Where nothing could differ there is none. It tells where to talk, and decides \
      nothing.
      Example: inquiry codebook agreement "Ada Author" "Ben Author"
      """)

  @Argument(help: "Who; the two who tagged most when left out.")
  var names: [String] = []

  @Option(help: ArgumentHelp("How many disagreements to list.", valueName: "n"))
  var limit: Int?

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard [0, 2].contains(names.count) else { throw ValidationError("Name two people, or none.") }
  }

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get(
      "codebook/agreement",
      query: ["first": names.first, "second": names.last, "limit": limit.map(String.init)])
    try console.show(answer, as: TagAgreement.self, json: options.json) { agreement, page in
      page.facts([
        ("First", agreement.first), ("Second", agreement.second),
        ("Sources", agreement.sources.joined(separator: " ")),
        ("Passages", "\(agreement.unitCount)"),
      ])
      page.gap()
      page.table(
        [
          "Tag", .number("Both"), .number("First only"), .number("Second only"),
          .number("Neither"), .number("Alpha"),
        ],
        agreement.tags.map {
          [
            $0.name, "\($0.both)", "\($0.onlyFirst)", "\($0.onlySecond)", "\($0.neither)",
            $0.alpha ?? "none",
          ]
        }, none: "There is no source in which both put tags.")
      page.heading("Where they differ (\(agreement.disagreements.count))")
      page.table(
        ["Passage", "Tag", "Put on by"],
        agreement.disagreements.map { [$0.locator, $0.tag, $0.tagger] }, none: "Nowhere.")
    }
  }
}

struct ExportCodebookCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the codebook, or texts with their tags, as a file.",
    discussion: """
      ttl is SKOS in Turtle, jsonld in JSON-LD; qdc a REFI-QDA codebook; qdpx a REFI-QDA project \
      with the texts, for ATLAS.ti, MAXQDA, NVivo, QualCoder and others. A project names no \
      tagger, and passages that are kept from the public are not in it; evidence that is not \
      published yet is, with its names, so handle it as the record itself. The answer is the \
      file itself, so --json changes nothing.
      Example: inquiry codebook export --format qdpx -o evidence.qdpx
      """)

  @Option(help: "What to write.")
  var format: CodebookFormat = .ttl

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp(
      "A source that the project holds; may be repeated; all when left out.",
      valueName: "reference"))
  var sources: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File to write; standard output when left out.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let query =
      [("format", Optional(format.rawValue))] + sources.map { ("source", Optional($0)) }
    let answer = try await options.client(console).get(
      "codebook/export" + Client.query(query.map { (name: $0.0, value: $0.1) }))
    guard let output, output != "-" else { return console.show(bytes: answer.bytes) }
    try Files.write(answer.bytes, to: output)
    console.say("\(output): \(Words.size(answer.bytes.count)).")
  }
}

extension CodebookFormat: ExpressibleByArgument {}

struct ImportCodebookCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in a codebook, or a project with tags on passages.",
    discussion: """
      .ttl or .jsonld (SKOS), .qdc or .qdpx (REFI-QDA); all of the file or nothing. A tag is known again by \
      what the file calls it, or by its name; what is not in the file stays. Tags on words are \
      those of the person whom the file names, where the project came from here, and else yours. \
      The same file twice changes nothing.
      Example: inquiry codebook import evidence.qdpx --dry-run
      """)

  @Argument(help: "The file.", completion: .file())
  var file: String

  @Flag(help: "Show what it would do, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).upload(
      "POST", "codebook/import",
      query: ["fileName": Files.name(file), "dryRun": dryRun ? "true" : nil],
      bytes: try Files.read(file), named: Files.name(file))
    try console.show(answer, as: CodebookImport.self, json: options.json) { report, page in
      if dryRun { page.text("Dry run: nothing was changed.") }
      page.facts([
        ("Added", Words.list(report.added)), ("Changed", Words.list(report.changed)),
        ("As before", "\(report.unchangedCount)"),
        ("Tags put on", "\(report.appliedCount)"), ("On before", "\(report.appliedBefore)"),
      ])
      if !report.changes.isEmpty { page.heading("What changed") }
      for line in report.changes { page.point(line) }
      page.heading("Left out (\(report.leftOut.count))")
      if report.leftOut.isEmpty { page.text("Nothing.") }
      for line in report.leftOut { page.point(line) }
    }
  }
}

extension Words {
  /// How many, and which.
  fileprivate static func list(_ keys: [String]) -> String {
    keys.isEmpty ? "0" : "\(keys.count): \(keys.joined(separator: ", "))"
  }
}
