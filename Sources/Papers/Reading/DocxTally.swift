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
          "Paragraph \(line) holds \(characters) characters that cannot be seen (hidden, in the colour of the ground, or under a black bar); they were left out.",
        line: line)
    }
    if deletions > 0 {
      remarks.append(
        PaperRemark(
          code: "tracked_deletion_dropped",
          message:
            "The document has tracked changes: \(deletions) deleted pieces were left out and insertions taken; accept or reject the changes in Word to be sure.",
          line: firstDeletion))
    }
    remarks += emptyNumbers.map { line in
      PaperRemark(
        code: "number_without_text",
        message: "Paragraph \(line) is numbered and has no text; its number is used up.",
        line: line)
    }
    let counts: [(Int, String, String)] = [
      (comments, "comment_dropped", "comments were left out"),
      (notes, "footnote_not_read", "footnotes or endnotes are referred to; their text is not read"),
      (pictures, "picture_not_read", "pictures or drawings are in it; words in them are not read"),
      (chunks, "embedded_text_not_read", "embedded documents are in it; their text is not read"),
      (symbols, "symbol_not_read", "characters of symbol fonts could not be read"),
    ]
    for (count, code, words) in counts where count > 0 {
      remarks.append(PaperRemark(code: code, message: "In the document, \(count) \(words)."))
    }
    return remarks
  }
}
