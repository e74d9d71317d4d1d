import Checks
import Inquiries
import Papers
import Postgres
import Records

/// What a report must not print of the evidence that it cites: words whose
/// authors have not agreed to be quoted, and words that were left out.
///
/// Quoted counts what stands in quotation marks, however they are written, or in a block
/// quotation, in the paragraph that cites or what goes on from it, and is found in the
/// passage cited, typography and marked omissions aside.
struct QuotationGate {
  let version: Identifier<DraftVersion>
  let draft: Draft
  /// What is printed with it and stands in none of its blocks.
  let beside: [PublicWords]

  /// A remark for each place; none of them can be waived.
  func remarks(as viewpoint: Viewpoint, on connection: Connection) throws -> [Remark] {
    try privateWords(as: viewpoint, on: connection)
      + QuotableWords.quoted(as: viewpoint, on: connection).map { key, locator in
        unquotable(
          Remark.Place(key: key, locator: locator), "The link of “\(key)” quotes \(locator)")
      }
      + QuotableWords.cited(in: version, on: connection).flatMap(remarks)
      + names(in: QuotableWords.withOmissions(as: viewpoint, on: connection))
  }

  /// Names that were left out of evidence stand nowhere in a report, cited or not.
  private func names(in evidence: [QuotableWords]) -> [Remark] {
    evidence.flatMap { words in
      words.omitted.filter(QuotationGate.isName).flatMap { name -> [Remark] in
        let inBlocks = draft.blocks.filter { QuotationGate.holds($0.text, name) }.map {
          let place = place(of: $0, words.locator)
          return printed(name, of: words, inWords(place), place)
        }
        let besides = beside.filter { QuotationGate.holds($0.text, name) }.map { said in
          var place = said.at
          place.locator = words.locator
          return printed(name, of: words, said.place, place, subject: said.place)
        }
        return inBlocks + besides
      }
    }
  }

  private func printed(
    _ name: String, of words: QuotableWords, _ what: String, _ place: Remark.Place,
    subject: String? = nil
  ) -> Remark {
    Remark(
      code: .omittedWordsPrinted, place: place,
      sentence:
        "\(what) prints a name that is left out of \(words.locator) for the public "
        + "(\(counted(name.count, "character"))).", remedy: "Take it out.", subject: subject)
  }

  /// Two words or more, each with a capital: one alone may be anybody or anything.
  static func isName(_ words: String) -> Bool {
    let words = words.split(whereSeparator: \.isWhitespace)
    return words.count > 1 && words.allSatisfy { $0.first?.isUppercase ?? false }
  }

  private func remarks(_ ordinal: Int, _ words: QuotableWords) -> [Remark] {
    guard draft.blocks.indices.contains(ordinal) else { return [] }
    let place = place(of: draft.blocks[ordinal], words.locator)
    let texts = texts(around: ordinal)
    var remarks = words.omitted.filter { words in
      texts.contains { QuotationGate.holds($0, words) }
    }.map { omitted in
      Remark(
        code: .omittedWordsPrinted, place: place,
        sentence:
          "\(inWords(place)) cites \(words.locator) and prints words that are left out of it "
          + "for the public (\(counted(omitted.count, "character"))).", remedy: "Take them out.")
    }
    if words.mayNotBeQuoted,
      texts.flatMap(QuotationGate.quotations).contains(where: {
        $0.stand(in: [EvenedText.bytes(words.text)])
      })
    {
      remarks.append(unquotable(place, "\(inWords(place)) quotes \(words.locator)"))
    }
    return remarks
  }

  private func unquotable(_ place: Remark.Place, _ what: String) -> Remark {
    Remark(
      code: .consentToQuoteMissing, place: place,
      sentence: "\(what), whose author has not agreed to be quoted.",
      remedy: "Report it in other words, or record the consent.")
  }

  /// What was said in private is not public with the rest of its session.
  private func privateWords(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Remark] {
    try QuotableWords.saidInPrivate(citedIn: version, as: viewpoint, on: connection).map { found in
      let block = found.block.flatMap { draft.blocks.indices.contains($0) ? draft.blocks[$0] : nil }
      let place =
        block.map { self.place(of: $0, found.locator) } ?? Remark.Place(locator: found.locator)
      return Remark(
        code: .privateWordsCited, place: place,
        sentence:
          "\(block == nil ? "A link" : inWords(place)) rests on \(found.locator), which was "
          + "said in private.", remedy: "Cite something else, or drop the link.")
    }
  }

  private func place(of block: DraftBlock, _ locator: String) -> Remark.Place {
    Remark.Place(paragraph: block.paragraphNumber, line: block.line, locator: locator)
  }

  private func inWords(_ place: Remark.Place) -> String {
    place.paragraph.map { "Paragraph \($0)" } ?? "Line \(place.line ?? 0)"
  }

  /// The words of a block, of the paragraph it goes on from and of all that goes
  /// on from that.
  private func texts(around ordinal: Int) -> [String] {
    let blocks = draft.blocks
    let first = blocks[...ordinal].lastIndex { $0.kind != .continuation } ?? ordinal
    let after = blocks[(first + 1)...].firstIndex { $0.kind != .continuation } ?? blocks.endIndex
    return blocks[first..<max(after, ordinal + 1)].map(\.text)
  }

  /// Whether words stand in a text, typography and capitals aside.
  static func holds(_ text: String, _ words: String) -> Bool {
    !Wording.spans(of: words.lowercased(), in: text.lowercased()).isEmpty
  }

  /// What a block quotes, whether or not a mark closes it. One word alone is a term and no
  /// quotation.
  private static func quotations(in text: String) -> [QuotedWords] {
    let prose = Prose(Array(text.utf8))
    return (prose.quotations + prose.openQuotations)
      .map { QuotedWords(prose.text($0.range)) }
      .filter { !$0.isTerm }
  }
}
