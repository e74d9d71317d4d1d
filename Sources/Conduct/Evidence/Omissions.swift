import Inquiries
import Records

/// Keeps omissions through a change of words.
enum Omissions {
  /// Leaves out of the new words what was left out of the old; refused unless
  /// each omission is found there once, so that nothing comes back by accident.
  static func carry(
    of standing: StandingPassage, to version: Identifier<PassageVersion>, _ text: String,
    _ locator: String, at desk: Desk
  ) throws {
    let old = try RedactedVersion.some([standing.version], on: desk.connection).first
    guard let old, !old.omitted.isEmpty else { return }
    var spans: [Range<Int>] = []
    for omitted in old.omitted {
      let words = Wording.text(in: omitted, of: old.text) ?? ""
      let places = Wording.spans(of: words, in: text)
      guard places.count == 1, !spans.contains(where: { $0.overlaps(places[0]) }) else {
        throw Refusal(
          .conflict, "redaction_lost",
          "Words of \(locator) are left out for the public, and they must stand once in the new "
            + "words too; nothing was done. Change the words around them only.", field: "text")
      }
      spans.append(places[0])
    }
    try old.carry(to: version, text: text, spans: spans, on: desk.connection)
  }

  /// Refuses a quotation of words that the public does not see.
  static func check(
    _ span: Range<Int>?, in version: Identifier<PassageVersion>, at desk: Desk
  ) throws {
    guard let span else { return }
    let versions = try RedactedVersion.some([version], on: desk.connection)
    guard versions.contains(where: { $0.omitted.contains { $0.overlaps(span) } }) else { return }
    throw Refusal(
      .conflict, "quote_omitted",
      "These words are left out for the public, so that they cannot be quoted; quote others.",
      field: "quote")
  }
}
