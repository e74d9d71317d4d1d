import Postgres

/// Names are compared without their accents: who writes one down in haste, or on another
/// keyboard, leaves them out.
extension AnonymousWall {
  /// A text without what is not seen in it, and without accents.
  static func plain(_ text: SQL) -> SQL {
    folded("translate(\(text), '\(unseen)', '')")
  }

  /// A text without accents: “Zak-Soren” for “Żak-Søren”.
  ///
  /// To take letters and accents apart is slow, so that only a text with such letters is:
  /// dashes and quotation marks are none.
  static func folded(_ text: SQL) -> SQL {
    """
    (SELECT CASE WHEN line ~ '\(accented)' THEN \(bare) ELSE line END
    FROM (SELECT \(text) AS line OFFSET 0) AS given)
    """
  }

  /// From the accented letters of Latin to those of Greek.
  private static let accented: SQL = "[\\u00C0-\\u1FFF\\u212A\\u212B\\u3099\\u309A]"

  /// The line bare of them; where a letter has none that could be taken away, those that are
  /// written in its place.
  private static let bare: SQL = {
    var bare: SQL = """
      translate(normalize(regexp_replace(normalize(line, NFD), '[\\u0300-\\u036F]', '', 'g')),
        'ŁłØøĐđÐðĦħıʼʻ', 'LlOoDdDdHhi''''')
      """
    for (letter, plain) in [
      ("Æ", "Ae"), ("æ", "ae"), ("Œ", "Oe"), ("œ", "oe"), ("Þ", "Th"), ("þ", "th"), ("ẞ", "SS"),
      ("ß", "ss"),
    ] {
      bare = "replace(\(bare), '\(unsafe: letter)', '\(unsafe: plain)')"
    }
    return bare
  }()
}
