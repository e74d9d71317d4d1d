public import Inquiries
public import Postgres

/// Keeps the name of who must not be named out of what is public: out of the
/// words of the submission, and out of what a report says beside its citation.
///
/// A name counts where it stands as whole words, without a title and whatever
/// the case; one that is a single word must stand as it is written, so that
/// “Shelter” is not found in every shelter. In their own words, which can be
/// redacted, the surname behind a title and the name of their body count as well;
/// in a report either may be somebody else, but for the surname in one that cites them.
public enum AnonymousWall {
  /// A text as ``plain(_:)`` words between single blanks, so that a name is found whole.
  static func words(_ text: SQL) -> SQL {
    "' ' || btrim(regexp_replace(\(plain(text)), '[^[:alnum:]]+', ' ', 'g')) || ' '"
  }

  /// What stands within words and is not seen, such as a soft hyphen: files of word
  /// processors have it.
  static let unseenLetters: [Unicode.Scalar] = [
    "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}",
  ]

  static let unseen: SQL = "\(unsafe: String(String.UnicodeScalarView(unseenLetters)))"

  /// A text without what is not seen in it, its letters composed.
  static func seen(_ text: SQL) -> SQL {
    composed("translate(\(text), '\(unseen)', '')")
  }

  /// A text in which a letter and its accent are one: some systems write them as two.
  ///
  /// To compose costs half of what it costs to take a text apart, and few need it.
  static func composed(_ text: SQL) -> SQL {
    """
    (SELECT CASE WHEN line ~ '\(accent)' THEN normalize(line) ELSE line END
    FROM (SELECT \(text) AS line OFFSET 0) AS given)
    """
  }

  /// What is composed with the letter before it.
  private static let accent: SQL =
    "[\\u0300-\\u036F\\u0653-\\u0655\\u093C\\u1160-\\u11FF\\u3099\\u309A]"

  static let titles = [
    "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Professor", "Prof", "Sir", "Dame", "Lord", "Lady",
    "Baroness", "Hon", "Cllr", "Councillor", "Rev", "Revd", "Reverend",
  ]

  /// The pattern of a title.
  static let title = "(\(titles.joined(separator: "|")))"

  /// The names of those who signed each submission, those under which they went
  /// before they were renamed or entries of them were joined included.
  static let names: SQL = """
    SELECT contribution.source_id, form.name AS printed,
      form.said AS name, form.kind
    \(signed)
    CROSS JOIN LATERAL (\(forms)
      UNION SELECT 'body', witness.organisation, \(words("witness.organisation"))) AS form
    WHERE form.name <> ''
    """

  /// A pattern of a letter that is written in one way alone, as those of Chinese, Arabic and
  /// Hebrew are: no capital tells a name there.
  static let uncasedLetter: SQL = "(?![[:upper:][:lower:]])[[:alpha:]]"

  /// Whether words look like a name: “A care leaver” does not, nor does a name that was typed
  /// in small letters.
  static func looksLikeName(_ name: SQL) -> SQL {
    "\(name) ~ '\\m[[:upper:]][[:alnum:]]|\(uncasedLetter)'"
  }

  /// What a person is called by, as ``words(_:)``: the whole name; the surname behind a title,
  /// of “Lark-Wood” either half as well; the surname behind an initial of theirs, as “A.
  /// Rahman”; and the name turned, as “Rahman, Aisha”.
  static let forms: SQL = """
    WITH last AS (
      SELECT substring(person.name FROM '\\s(\\S+)\\s*$') AS name,
        regexp_replace(person.name, '\\S+\\s*$|[^[:upper:]]', '', 'g') AS initials
      WHERE NOT person.is_organisation)
    SELECT kind, name, \(words("said")) AS said
    FROM (
      SELECT 'whole' AS kind, person.name AS name, person.name AS said
      UNION
      SELECT 'surname', last.name, last.name FROM last
      UNION
      SELECT 'surname', last.name, half
      FROM last CROSS JOIN LATERAL regexp_split_to_table(last.name, '[^[:alnum:]]+') AS half
      WHERE length(half) > 1
      UNION
      SELECT 'initials', last.name, last.initials || ' ' || last.name FROM last
      WHERE last.initials <> '' AND last.name ~ '[[:upper:]]') AS called_by
    UNION
    SELECT 'turned', person.name, turned_form.said
    FROM (\(turnedForms(of: "person.name"))) AS turned_form
    WHERE NOT person.is_organisation
    """

  /// The single words of the names of people, as far as they are written as names
  /// are, or in capitals: “A care leaver” has none, nor has a name typed in small letters. Of
  /// a surname the plural counts as well. Each may be an ordinary word, so that a person looks
  /// at it.
  static let parts: SQL = """
    SELECT DISTINCT contribution.source_id, said.word
    \(signed)
    \(wordsOfName)
    """

  /// Of a `person`, whose words of the name are `said.word`.
  static let wordsOfName: SQL = """
    CROSS JOIN LATERAL regexp_split_to_table(person.name, '[^[:alnum:]]+') AS part (word)
    CROSS JOIN LATERAL (
      SELECT part.word AS word UNION SELECT upper(part.word)
      UNION SELECT unnest(ARRAY[part.word || 's', upper(part.word) || 'S'])
      WHERE person.name ~ ('\\s\\S*' || part.word || '\\S*\\s*$')) AS said
    WHERE NOT is_organisation AND part.word ~ '^([[:upper:]].|\(uncasedLetter))'
    """

  static let signed: SQL = """
    FROM record.contribution
    JOIN record.witness ON witness.id = witness_id
    CROSS JOIN LATERAL (
      WITH RECURSIVE \(Person.entries(of: "SELECT witness.person_id")),
      called AS (
        SELECT bearer.name, bearer.is_organisation FROM entry
        JOIN record.person AS bearer ON bearer.id = entry.id
        UNION
        SELECT former.name, bearer.is_organisation FROM entry
        JOIN record.person AS bearer ON bearer.id = entry.id
        JOIN record.former_name AS former ON former.person_id = entry.id
        WHERE NOT former.is_mistake)
      SELECT \(untitled("name")) AS name, is_organisation
      FROM called) AS person
    """

  /// A title with the initials that may follow it, as “Miss M.”, once ``words(_:)`` evened it.
  private static let address = " \(title)( [[:alpha:]])*"

  /// Whether a whole name stands in a text; both as ``words(_:)``.
  static func stands(_ name: SQL, in text: SQL) -> SQL {
    """
    CASE WHEN btrim(\(name)) LIKE '% %' THEN position(lower(\(name)) IN lower(\(text))) > 0
      ELSE btrim(\(name)) <> '' AND position(\(name) IN \(text)) > 0 END
    """
  }

  /// Whether a name stands in a text; both as ``words(_:)``, and the text as it is besides.
  ///
  /// Behind initials it must stand as it is written or in capitals: “a young person” is
  /// nobody whose name is Ann Young.
  static func stands(_ name: SQL, _ kind: SQL, in text: SQL, of line: SQL) -> SQL {
    """
    CASE WHEN \(kind) = 'surname' THEN position(lower(\(name)) IN lower(\(text))) > 0
        AND (\(text) ~* (\(address) || \(name)) OR \(text) ~ \(behindCalling(name)))
      WHEN \(kind) = 'initials'
      THEN position(lower(regexp_replace(\(name), '^ [^ ]+', '')) IN lower(\(text))) > 0
        AND (\(text) ~ \(behindInitials(name))
          OR \(text) ~ \(behindInitials("upper(\(name))")))
      WHEN \(kind) = 'turned' THEN \(standsTurned(name, in: plain(line)))
      ELSE \(stands(name, in: text)) END
    """
  }

  /// The pattern of a name of the kind `initials`, ` PJ Quill `: one of these initials, more
  /// about it as they come, and the surname.
  static func behindInitials(_ name: SQL) -> SQL {
    "regexp_replace(\(name), '^ ([^ ]+)', ' [\\1][[:upper:]]?( [[:upper:]])*')"
  }

  /// Whether a public name has in it one that is withheld, or the surname of which that is a
  /// form.
  static func bears(_ name: SQL, _ printed: SQL, _ bearer: SQL) -> SQL {
    """
    (position(\(name) IN \(words(bearer))) > 0
      OR position(\(words(printed)) IN \(words(bearer))) > 0)
    """
  }

  /// Where the submitters' own names stand in the words of these submissions, as
  /// the public would see them: `CTI0044, para 3`.
  public static func places(
    in sources: [Identifier<Source>], on connection: Connection
  ) throws -> [String] {
    try connection.query(
      """
      SELECT DISTINCT source.id, passage.ordinal,
        source.reference || coalesce(', para ' || passage.point_number,
          ', line ' || passage.ordinal)
      FROM record.passage
      JOIN record.source ON source.id = passage.source_id
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      LEFT JOIN record.redacted_text AS redacted ON redacted.passage_version_id = version.id
      JOIN (\(names)) AS signed
        ON signed.source_id = source.id AND signed.kind <> 'initials'
      WHERE source.id = ANY (\(sources))
        AND \(stands(
          "signed.name", "signed.kind", in: words("coalesce(redacted.text, version.text)"),
          of: "coalesce(redacted.text, version.text)"))
      ORDER BY source.id, passage.ordinal
      LIMIT 20
      """
    ) { row in
      _ = try row.next() as Int64
      _ = try row.next() as Int
      return try row.next()
    }
  }

  /// Which of these submissions have a name of their submitters, or a part of one, in
  /// what is printed in its place: `CTI0044`.
  public static func inPrintedName(
    of sources: [Identifier<Source>], on connection: Connection
  ) throws -> [String] {
    try inPrintedName(of: "source.id = ANY (\(sources))", on: connection)
  }

  /// The like among the submissions that these people signed, in any inquiry, but for what
  /// went from the public.
  public static func inPrintedName(
    ofSubmissionsBy people: [Identifier<Person>], on connection: Connection
  ) throws -> [String] {
    try inPrintedName(
      of: """
        source.state NOT IN ('declined', 'withdrawn', 'taken_down') AND source.id IN (
          SELECT contribution.source_id FROM record.contribution
          JOIN record.witness ON witness.id = contribution.witness_id
          WHERE witness.person_id = ANY (\(people)))
        """, on: connection)
  }

  private static func inPrintedName(
    of sources: SQL, on connection: Connection
  ) throws -> [String] {
    try connection.query(
      """
      SELECT source.reference
      FROM record.source
      JOIN record.written_submission AS written ON written.source_id = source.id
      CROSS JOIN LATERAL (SELECT \(words("written.printed_name")) AS text) AS shown
      WHERE \(sources) AND written.outcome = 'published_anonymous'
        AND (\(isNamed("source.id", in: "shown.text", of: "written.printed_name"))
          OR \(isNamedInPart("source.id", in: "shown.text")))
      ORDER BY source.id
      """
    ) { row in try row.next() }
  }

  /// Whether a text that will be public has the name of a submitter who is not named,
  /// or whose submission went from the public or goes now.
  ///
  /// - Parameters:
  ///   - sources: What the text is about. Of those who signed these, part of a name
  ///     counts as well; of others it may be an ordinary word.
  ///   - areGoing: Whether these go from the public now.
  public static func isBroken(
    by text: String, about sources: [Identifier<Source>], areGoing: Bool,
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Bool {
    let found = try connection.first(
      """
      SELECT written.source_id
      FROM record.written_submission AS written
      JOIN record.source ON source.id = written.source_id
      CROSS JOIN (
        SELECT said, \(words("said")) AS text FROM (SELECT \(text)::text AS said) AS given) AS shown
      WHERE written.inquiry_id = \(viewpoint.inquiryID)
        AND (written.outcome = 'published_anonymous'
          OR source.state IN ('withdrawn', 'taken_down')
          OR (\(areGoing) AND written.source_id = ANY (\(sources))))
        AND (\(isNamed("written.source_id", in: "shown.text", of: "shown.said"))
          OR (written.source_id = ANY (\(sources))
            AND \(isNamedInPart("written.source_id", in: "shown.text"))))
      LIMIT 1
      """
    ) { row -> Int64 in try row.next() }
    return found != nil
  }

  /// Whether a name of those who signed a submission stands in a text.
  private static func isNamed(_ source: SQL, in text: SQL, of line: SQL) -> SQL {
    """
    EXISTS (SELECT FROM (\(names)) AS signed WHERE signed.source_id = \(source)
      AND \(stands("signed.name", "signed.kind", in: text, of: line)))
    """
  }

  /// Whether one of ``parts`` of those who signed it stands in a text.
  private static func isNamedInPart(_ source: SQL, in text: SQL) -> SQL {
    """
    EXISTS (SELECT FROM (\(parts)) AS part
      WHERE part.source_id = \(source) AND position(\(words("part.word")) IN \(text)) > 0)
    """
  }

  /// Looks over what is public of an inquiry's anonymous submissions. Every
  /// refresh does so for what it changed; an act that gives somebody another name
  /// changes nothing there and looks over all of it.
  ///
  /// - Parameter sources: Those whose words an act may have changed; all of
  ///   them when `nil`, as when a report is published.
  /// - Throws: ``Refusal`` `anonymous_named`, which tells the place and no name.
  public static func check(
    _ inquiry: Identifier<Inquiry>, sources: [Identifier<Source>]?, on connection: Connection
  ) throws {
    let meant: SQL = sources.map { "written.source_id = ANY (\($0))" } ?? "true"
    let place = try connection.first(
      """
      WITH anonymous AS (
        SELECT written.source_id, signed.name, signed.kind, signed.printed,
          \(words("signed.printed")) AS whole
        FROM published.written_submission AS written
        JOIN (\(names)) AS signed ON signed.source_id = written.source_id
        WHERE written.inquiry_id = \(inquiry) AND written.is_anonymous AND \(meant)
      )
      SELECT place FROM (
        SELECT source.reference
            || coalesce(', para ' || point_number, ', line ' || passage.ordinal) AS place,
          version.text AS line, anonymous.name, anonymous.kind
        FROM anonymous
        JOIN published.source ON source.id = anonymous.source_id
        JOIN published.passage ON passage.source_id = source.id
        JOIN published.passage_version AS version ON version.passage_id = passage.id
        WHERE anonymous.kind <> 'initials'
        UNION ALL
        SELECT 'the report, paragraph ' || coalesce(block.paragraph_number, 0), block.markdown,
          anonymous.name, anonymous.kind
        FROM anonymous
        JOIN published.passage ON passage.source_id = anonymous.source_id
        JOIN published.passage_version AS version ON version.passage_id = passage.id
        JOIN published.citation_passage AS pin ON pin.passage_version_id = version.id
        JOIN published.citation ON citation.id = pin.citation_id
        JOIN published.report_block AS block ON block.report_id = citation.report_id
          AND block.ordinal = citation.block_ordinal
        WHERE anonymous.kind IN ('whole', 'turned')
        UNION ALL
        -- Who is public under the name elsewhere may be meant as that.
        SELECT 'the report, paragraph ' || coalesce(block.paragraph_number, 0), block.markdown,
          anonymous.name, anonymous.kind
        FROM anonymous
        JOIN published.report ON report.inquiry_id = \(inquiry)
        JOIN published.report_block AS block ON block.report_id = report.id
        WHERE anonymous.kind IN ('whole', 'turned') AND NOT EXISTS (
          SELECT FROM published.person
          WHERE \(stands("anonymous.whole", in: words("person.name"))))
        UNION ALL
        -- Where it is cited, a surname is theirs, unless somebody public bears it.
        SELECT 'the report, paragraph ' || coalesce(block.paragraph_number, 0), block.markdown,
          anonymous.name, anonymous.kind
        FROM anonymous
        JOIN published.report ON report.inquiry_id = \(inquiry)
        JOIN published.report_block AS block ON block.report_id = report.id
        WHERE anonymous.kind IN ('surname', 'initials') AND EXISTS (
          SELECT FROM published.passage
          JOIN published.passage_version AS version ON version.passage_id = passage.id
          JOIN published.citation_passage AS pin ON pin.passage_version_id = version.id
          JOIN published.citation ON citation.id = pin.citation_id
          WHERE passage.source_id = anonymous.source_id AND citation.report_id = report.id)
          AND NOT EXISTS (
            SELECT FROM published.person
            WHERE \(bears("anonymous.name", "anonymous.printed", "person.name")))
        UNION ALL
        \(besideWords(of: inquiry))
      ) AS shown
      WHERE \(stands("name", "kind", in: words("shown.line"), of: "shown.line"))
      ORDER BY place
      LIMIT 1
      """
    ) { row -> String in try row.next() }
    guard let place else { return }
    throw Refusal(
      .conflict, "anonymous_named",
      "\(place) would name somebody who is not to be named; nothing was done. Redact or correct "
        + "the words first.")
  }
}
