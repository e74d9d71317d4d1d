import Papers

enum DraftSample {
  static let header = "---\ntitle: Storing up trouble\ninquiry: care-thresholds\nbase: 3\n---\n"

  static let text =
    header + """

      # Summary

      A paragraph. [@Q45] More words [@Q12-14; @OS6, point 3].

      ::: {.finding #postcode-lottery}
      Words of the finding. [@Q4]
      :::

      Another paragraph.

      - a point [@Q5]

      - another

      ## Early help

      ::: {.recommendation #respond-to-variation}
      The Department for Education should act.

      It should do so soon.
      :::

      ::: {.conclusion #unfair}
      It is unfair.
      :::

      ::: {.recommendation #collect-data}
      Data should be collected.
      :::

      Last words.

      """

  /// Reads a draft with the usual header before it.
  static func read(_ body: String) throws -> Draft {
    try DraftReader.read(Array((header + "\n" + body).utf8), fileName: "draft.md")
  }

  /// The error that reading such a draft gives.
  static func fault(_ body: String, header: String = header) -> PaperError? {
    do throws(PaperError) {
      _ = try DraftReader.read(Array((header + body).utf8), fileName: "draft.md")
      return nil
    } catch {
      return error
    }
  }

  /// A draft's worth of Markdown, tidy or not.
  static func random(_ dice: inout DraftDice) -> String {
    let lines = [
      "", "", "", "# Heading", "## Second [@Q3]", "Words and *more* words.", "Words [@Q45].",
      "> a quotation", "- a point", "1. one", "    indented", "\tindented", "```", "~~~", "===",
      "---", "| a | b |", "|---|---|", ": caption", "[^1]: a note", "[a]: http://a.b", "Text[^1].",
      "`code [@Q1]`", "``", "[open @Q3", "@Q5 bare", "\\[@Q6]", "***", "Table: caption", "  a",
      "::: x", ":::", "é – “quoted”", "+---+", "%", "<div>", "![@Q9](b)", "]", "[", "[@Q45; x]",
      "\u{E000}", "$a$", "(i) first", "A. Smith", "@", "^[note @Q7]",
    ]
    var text = ""
    for index in 0..<Int.random(in: 0...30, using: &dice) {
      if dice.isTrue(oneIn: 6) {
        text += "\n::: {.finding #key-\(index)}\nWords [@Q\(index + 1)].\n:::\n\n"
      } else {
        text += dice.pick(lines, or: "")
        text += dice.isTrue(oneIn: 8) ? "\r\n" : "\n"
      }
    }
    return dice.isTrue(oneIn: 4) ? String(text.dropLast()) : text
  }
}
