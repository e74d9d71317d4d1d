import ArgumentParser
import Inquiries
import Wire

/// `inquiry trace`
struct TraceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "What rests on what: matrices, coverage, the chain as a picture.",
    subcommands: [MatrixCommand.self, CoverageCommand.self, AsksCommand.self, ChainCommand.self])
}

/// Where something that was made goes.
struct TraceOutput: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File to write; standard output when left out.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var options: InquiryOptions

  fileprivate func put(_ answer: Client.Answer, as format: String, on console: Console) throws {
    guard let output, output != "-" else { return console.show(bytes: answer.bytes) }
    try Files.write(answer.bytes, to: output)
    console.say("\(output): \(Words.size(answer.bytes.count)) of \(format).")
  }

  /// The format asked for, or the one that the name of the file says.
  fileprivate func format(_ asked: String?, among known: [String]) -> String? {
    if options.json { return "json" }
    if let asked { return asked }
    return output.flatMap { name in known.first { name.lowercased().hasSuffix(".\($0)") } }
  }
}

/// What a table is made as.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
  case csv, html, json
}

struct MatrixCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Show recommendations by source, findings by group, or sources by paragraph.",
    discussion: """
      Counted in passages. In the terminal + supports, - contrasts, o gives context, ? waits for a \
      person, and a bare number is cited.
      Example: inquiry trace matrix findings --format html -o findings.html
      """)

  @Argument(help: "Which: recommendations, findings or sources.")
  var matrix: EvidenceMatrix.Kind

  @Option(help: "What to make; the name of -o decides when left out, else a table to read.")
  var format: TableFormat?

  @OptionGroup var target: TraceOutput

  func perform(on console: Console) async throws {
    let path = "matrices/\(matrix.rawValue)"
    let format = target.format(format?.rawValue, among: ["csv", "html", "json"])
    let answer = try await target.options.client(console).get(
      path, query: ["format": format ?? "json"])
    if let format { return try target.put(answer, as: format, on: console) }
    try console.show(answer, as: EvidenceMatrix.self, json: false) { $1.lay($0) }
  }
}

struct CoverageCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Show what rests on no evidence, and the evidence that nothing rests on.",
    discussion: "Example: inquiry trace coverage")

  @Option(help: "What to make; the name of -o decides when left out, else a table to read.")
  var format: TableFormat?

  @OptionGroup var target: TraceOutput

  func perform(on console: Console) async throws {
    let format = target.format(format?.rawValue, among: ["csv", "html", "json"])
    let answer = try await target.options.client(console).get(
      "coverage", query: ["format": format ?? "json"])
    if let format { return try target.put(answer, as: format, on: console) }
    try console.show(answer, as: EvidenceCoverage.self, json: false) { $1.lay($0) }
  }
}

struct AsksCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "asks",
    abstract: "Show what evidence asks for, of whom, and the recommendations linked to it.",
    discussion: """
      By words such as “should” and “we would like to see”, grouped by witnesses; somebody has to \
      read them. Members' words and what is confidential are left out.
      Example: inquiry trace asks --unanswered --group social-workers
      """)

  @Option(help: ArgumentHelp("Only those of this group of witnesses.", valueName: "slug"))
  var group: String?

  @Flag(help: "Only those that no recommendation is linked to.")
  var unanswered = false

  @Option(help: ArgumentHelp("Those after the passage of this number.", valueName: "number"))
  var after: Int = 0

  @Option(help: "How many passages are looked through at most, up to 5,000.")
  var limit = 500

  @Option(help: "What to make; the name of -o decides when left out, else tables to read.")
  var format: TableFormat?

  @OptionGroup var target: TraceOutput

  func perform(on console: Console) async throws {
    let format = target.format(format?.rawValue, among: ["csv", "html", "json"])
    let answer = try await target.options.client(console).get(
      "asks",
      query: [
        "format": format ?? "json", "group": group, "unanswered": unanswered ? "true" : nil,
        "after": "\(after)", "limit": "\(limit)",
      ])
    if let format { return try target.put(answer, as: format, on: console) }
    try console.show(answer, as: AskListShape.self, json: false) { list, page in
      for group in Dictionary(grouping: list.items, by: \.group).sorted(by: {
        ($0.key ?? "\u{10FFFF}") < ($1.key ?? "\u{10FFFF}")
      }) {
        page.heading("\(group.key ?? "Of no group") (\(group.value.count))")
        page.table(
          ["Passage", "Asks", "Of", "Recommendations"],
          group.value.flatMap { ask in
            ask.sentences.map {
              [
                ask.locator, $0.words, $0.actors.joined(separator: "; "),
                ask.recommendations.isEmpty ? "none" : ask.recommendations.joined(separator: "; "),
              ]
            }
          }, none: "")
      }
      if list.items.isEmpty { page.text("No evidence asks for anything so.") }
      if let next = list.next { page.text("There may be more: --after \(next).") }
    }
  }
}

struct ChainCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "chain",
    abstract: "Show the chain from recommendations through findings to passages.",
    discussion: """
      As words, or as a picture: SVG with its words within it, or a page with both.
      Example: inquiry trace chain --recommendation 4 -o chain.svg
      """)

  /// What the chain is shown as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, svg, html, json
  }

  @Option(help: ArgumentHelp("Number or key of one recommendation.", valueName: "name"))
  var recommendation: String?

  @Option(help: ArgumentHelp("Number or key of one finding.", valueName: "name"))
  var finding: String?

  @Option(help: "What to make; the name of -o decides when left out, else text.")
  var format: Format?

  @OptionGroup var target: TraceOutput

  func validate() throws {
    if recommendation != nil, finding != nil {
      throw ValidationError("Give either --recommendation or --finding.")
    }
  }

  func perform(on console: Console) async throws {
    let format = target.format(format?.rawValue, among: ["svg", "html", "json"]) ?? "text"
    let answer = try await target.options.client(console).get(
      "chain",
      query: ["format": format, "recommendation": recommendation, "finding": finding])
    if format == "text", target.output == nil {
      let lines = String(decoding: answer.bytes, as: UTF8.self).split(separator: "\n")
      return console.show { page in
        for line in lines {
          let words = line.drop { $0 == " " }
          page.text(String(words), indent: line.count - words.count)
        }
      }
    }
    try target.put(answer, as: format, on: console)
  }
}

extension EvidenceMatrix.Cell {
  /// `+3 -1 o2 ?1`, or a bare number of what is cited.
  fileprivate var short: String {
    [("+", supports), ("-", contrasts), ("o", context), ("?", waiting), ("", cited)]
      .filter { $0.1 > 0 }.map { "\($0.0)\($0.1)" }.joined(separator: " ")
  }
}

extension Page {
  fileprivate mutating func lay(_ matrix: EvidenceMatrix) {
    var rows = matrix.rows.map { [$0.label] + matrix.columns.map { _ in "" } }
    for cell in matrix.cells { rows[cell.row][cell.column + 1] = cell.short }
    heading(matrix.kind.title)
    table(
      [""] + matrix.columns.map { .number($0.label) }, rows, none: "There is nothing to count.")
    gap()
    text(
      matrix.kind == .sources
        ? "Passages that a paragraph cites."
        : "Passages: + supports, - contrasts, o gives context, ? waits for a person.")
  }

  fileprivate mutating func lay(_ coverage: EvidenceCoverage) {
    let bare = coverage.conclusions.filter { $0.supports == 0 }
    heading("Rest on no evidence (\(bare.count) of \(coverage.conclusions.count))")
    table(
      ["Conclusion", .number("Contrasts"), .number("Context"), .number("Waiting")],
      bare.map {
        let kind = $0.isFinding ? "Finding" : "Recommendation"
        return [
          "\(kind) \($0.number.map { "\($0) " } ?? "")(\($0.key))", "\($0.contrasts)",
          "\($0.context)", "\($0.waiting)",
        ]
      }, none: "Every finding and recommendation has evidence that supports it.")
    let published = coverage.sources.filter { $0.state == .published }
    let unused = published.filter { !$0.isUsed }
    heading("Published and never cited or linked (\(unused.count) of \(published.count))")
    table(
      ["Source", "Title", .number("Passages")],
      unused.map { [$0.reference, $0.title, "\($0.passageCount)"] },
      none: "All that was published is cited or linked.")
    let silent = coverage.groups.filter { $0.sourceCount > 0 && $0.usedCount == 0 }
    heading("Groups heard and never cited or linked (\(silent.count) of \(coverage.groups.count))")
    table(
      ["Group", .number("Sources")], silent.map { [$0.name, "\($0.sourceCount)"] },
      none: "Every group that was heard is cited or linked.")
    let used = coverage.sources.reduce(0) { $0 + $1.citedCount }
    gap()
    text(
      "\(used) of \(Words.count(coverage.sources.reduce(0) { $0 + $1.passageCount }, "passage")) "
        + "are cited in the draft.")
  }
}
