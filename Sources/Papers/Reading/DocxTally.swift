import Inquiries

/// What a Word file held that is not in the text taken from it.
struct DocxTally {
  var deletions = 0
  var firstDeletion: Int?
  var comments = 0
  var notes = 0
  var pictures = 0
  var chunks = 0
  var symbols = 0
  var unseen: [(line: Int, characters: Int)] = []
  var emptyNumbers: [Int] = []

  /// A remark for each kind, and one for each paragraph with unseen text.
  ///
  /// None repeats what was left out: it may be what somebody meant to redact.
  var remarks: [PaperRemark] {
    var remarks = unseen.map { line, characters in
      PaperRemark(
        code: "hidden_text",
        message:
          "Paragraph \(line) holds \(counted(characters, "character")) that cannot be seen (hidden, in the colour of the ground, or under a black bar), left out.",
        line: line)
    }
    if deletions > 0 {
      remarks.append(
        PaperRemark(
          code: "tracked_deletion_dropped",
          message:
            "The document has tracked changes: \(counted(deletions, "deleted piece")) left out and insertions taken; accept or reject the changes in Word to be sure.",
          line: firstDeletion))
    }
    remarks += emptyNumbers.map { line in
      PaperRemark(
        code: "number_without_text",
        message: "Paragraph \(line) is numbered and has no text; its number is used up.",
        line: line)
    }
    remarks += PaperRemark.counted([
      .comments(comments),
      .init(
        notes, "footnote_not_read", "footnote or endnote", "footnotes or endnotes",
        ", of which the text is not read"),
      .pictures(pictures),
      .init(
        chunks, "embedded_text_not_read", "embedded document", "embedded documents",
        ", of which the text is not read"),
      .init(
        symbols, "symbol_not_read", "character of a symbol font", "characters of symbol fonts",
        " that could not be read"),
    ])
    return remarks
  }
}
