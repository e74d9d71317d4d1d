import Inquiries
import Papers
import Records

/// What a report must not print of the evidence that it cites: words whose
/// authors have not agreed to be quoted, and words that were left out.
///
/// Quoted counts what stands between quotation marks, or in a block quotation,
/// in the paragraph that cites or what goes on from it, and is found in the
/// passage cited, typography aside.
struct QuotationGate {
  let material: ReportMaterial

  func check(from viewpoint: Viewpoint, at desk: Desk) throws {
    try checkPrivate(from: viewpoint, at: desk)
    let minded = try QuotableWords.cited(in: material.version.id, on: desk.connection)
    var unquotable = try QuotableWords.quoted(as: viewpoint, on: desk.connection).map {
      "the link of “\($0.key)” to \($0.locator)"
    }
    for (ordinal, words) in minded {
      guard material.draft.blocks.indices.contains(ordinal) else { continue }
      let block = material.draft.blocks[ordinal]
      let place = block.paragraphNumber.map { "paragraph \($0)" } ?? "line \(block.line)"
      let texts = texts(around: ordinal)
      if let omitted = words.omitted.first(where: { words in
        texts.contains { QuotationGate.holds($0, words) }
      }) {
        throw Refusal(
          .conflict, "omitted_words_printed",
          "\(place.capitalisedFirst) cites \(words.locator) and prints words that are left out of it "
            + "for the public (\(omitted.count) characters); take them out.")
      }
      if words.mayNotBeQuoted,
        texts.flatMap(QuotationGate.quotations).contains(where: {
          !Wording.spans(of: $0, in: words.text).isEmpty
        })
      {
        unquotable.append("\(place), of \(words.locator)")
      }
    }
    guard let first = unquotable.first else { return }
    throw Refusal(
      .conflict, "consent_to_quote_missing",
      "Words are quoted whose author has not agreed to be quoted: \(first)"
        + (unquotable.count > 1
          ? "; \(unquotable.dropFirst().joined(separator: "; "))" : "")
        + ". Report them in other words, or record the consent.")
  }

  /// What was said in private is not public with the rest of its session.
  private func checkPrivate(from viewpoint: Viewpoint, at desk: Desk) throws {
    let found = try QuotableWords.saidInPrivate(
      citedIn: material.version.id, as: viewpoint, on: desk.connection)
    guard let first = found.first else { return }
    let block = first.block.flatMap {
      material.draft.blocks.indices.contains($0) ? material.draft.blocks[$0] : nil
    }
    let place = block.map { block in
      block.paragraphNumber.map { "Paragraph \($0)" } ?? "Line \(block.line)"
    }
    throw Refusal(
      .conflict, "private_words_cited",
      "\(place ?? "A link") rests on \(first.locator), which was said in private"
        + (found.count > 1 ? ", and there are \(found.count - 1) further places" : "")
        + "; cite something else, or drop the link.")
  }

  /// The words of a block, of the paragraph it goes on from and of all that goes
  /// on from that.
  private func texts(around ordinal: Int) -> [String] {
    let blocks = material.draft.blocks
    let first = blocks[...ordinal].lastIndex { $0.kind != .continuation } ?? ordinal
    let after = blocks[(first + 1)...].firstIndex { $0.kind != .continuation } ?? blocks.endIndex
    return blocks[first..<max(after, ordinal + 1)].map(\.text)
  }

  private static func holds(_ text: String, _ words: String) -> Bool {
    !Wording.spans(of: words.lowercased(), in: text.lowercased()).isEmpty
  }

  /// What a block quotes: between double or single quotation marks, and the
  /// lines after `>`. One word alone is a term and no quotation.
  static func quotations(in text: String) -> [String] {
    var found: [String] = []
    let plain = Wording.normalised(text.split(separator: "\n").joined(separator: " "))
    let pieces = plain.split(separator: "\"", omittingEmptySubsequences: false)
    found += pieces.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    found += plain.matches(of: #/(?:^|[\s(])'(.+?)'(?=$|[\s.,;:)\[])/#).map { String($0.output.1) }
    let lines = text.split(separator: "\n").filter { $0.hasPrefix(">") }
    if !lines.isEmpty {
      let block = lines.map { $0.drop { $0 == ">" || $0 == " " } }.joined(separator: " ")
      found.append(block.replacing(#/\s*\[[^\]]*@[^\]]*\]/#, with: ""))
    }
    return found.map { $0.trimmed }.filter { $0.contains(" ") }
  }
}

extension String {
  fileprivate var capitalisedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }

  /// Without blanks and closing points at the ends: where a quotation is a
  /// part of a sentence, the point is the report's.
  fileprivate var trimmed: String {
    var words = self[...]
    while let last = words.last, last.isWhitespace || ".,;:".contains(last) { words.removeLast() }
    while let first = words.first, first.isWhitespace { words.removeFirst() }
    return String(words)
  }
}
