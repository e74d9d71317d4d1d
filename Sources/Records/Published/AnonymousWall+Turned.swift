import Postgres

/// Names with the surname first, as registers and references have them: “Lark-Wood, Fay”.
///
/// Between surname and forename a comma may stand and no end of a sentence, so that such a
/// name is looked for in the text itself, and only where the first word of it stands.
extension AnonymousWall {
  /// The forms of a name with the last words of it first, each as ``words(_:)`` of the
  /// surname and of the rest, ` Lark Wood  Fay `: where one ends, two blanks stand. Of names
  /// in small letters there are none.
  static func turnedForms(of name: SQL) -> SQL {
    """
    SELECT \(words("turned.surname")) || \(words("turned.rest")) AS said
    FROM (SELECT regexp_split_to_array(btrim(\(seen(name))), '\\s+') AS part OFFSET 0) AS called
    CROSS JOIN LATERAL generate_series(1, cardinality(called.part) - 1) AS place
    CROSS JOIN LATERAL (
      SELECT array_to_string(called.part[place + 1:], ' ') AS surname,
        array_to_string(called.part[:place], ' ') AS rest) AS turned
    WHERE \(looksLikeName("turned.surname")) AND \(looksLikeName("turned.rest"))
    """
  }

  /// The first word of such a form, to be looked for first.
  static func firstWord(ofTurned form: SQL) -> SQL {
    "split_part(btrim(\(form)), ' ', 1)"
  }

  /// Whether such a form stands in a text, of which ``plain(_:)`` is given. Without a comma it
  /// must stand as it is written or in capitals: “a young Ann” is nobody whose name is Ann
  /// Young. Nor is “John Smith, Mary Brown” somebody whose name is Mary Smith.
  static func standsTurned(_ form: SQL, in text: SQL) -> SQL {
    let surname: SQL = "split_part(\(form), '  ', 1)"
    let withCapitals: SQL = "upper(\(surname)) || substr(\(form), length(\(surname)) + 1)"
    return """
      (position(lower(\(firstWord(ofTurned: form))) IN lower(\(text))) > 0
        AND (\(text) ~* (\(pattern(ofTurned: form, parted: behindComma)))
            AND regexp_replace(\(text), \(listed(form)), '.', 'g')
              ~* (\(pattern(ofTurned: form, parted: behindComma)))
          OR \(text) ~ concat_ws('|', \(pattern(ofTurned: form, parted: behindBlank)),
            \(pattern(ofTurned: "upper(\(form))", parted: behindBlank)),
            \(pattern(ofTurned: withCapitals, parted: behindBlank)))))
      """
  }

  /// The pattern of its surname where it ends a name and the forename begins the next one, as
  /// in a list of names: a word with a capital stands right before the one and right behind
  /// the other, on one line.
  ///
  /// In words that are all capitals nobody can tell, so that those of the form decide.
  private static func listed(_ form: SQL) -> SQL {
    """
    (\("(?<=\(capitalised)\(blank)+)")::text
      || \(pattern(ofTurned: form, parted: "(?=\(behindComma)"))
      || \("\(blank)+[[:upper:]])")::text)
    """
  }

  private static func pattern(ofTurned form: SQL, parted boundary: String) -> SQL {
    // Words are letters and digits alone, so that none of them is read as a pattern.
    """
    '(?<![[:alnum:]])' || replace(replace(replace(btrim(\(form)), '  ', '|'),
      ' ', '[^[:alnum:],;:!?]+'), '|', \(boundary)::text) || '(?![[:alnum:]])'
    """
  }

  /// Blanks, and the marks by which drafts set words off.
  private static let blank = "[ \\t\\u00A0\\u2009\\u202F*_]"
  /// A word with a capital, or an initial or title with its full stop: behind any other stop
  /// something else begins.
  private static let capitalised =
    "(?<![[:alnum:]])([[:upper:]][[:alnum:]]*|[[:upper:]][.]|\(title)[.])"
  /// No empty line: behind that something else begins.
  private static let behindBlank = "(\(blank)+|\(blank)*\\n\(blank)*)"
  private static let behindComma =
    "\(blank)*[,\\uFF0C]\(blank)*\\n?\(blank)*(\(title)[.]?\(blank)+)?"
}
