public import Inquiries
public import Postgres

/// Looks for words that would give a protected person away.
public enum ProtectedTerms {
  public struct Place: Sendable {
    /// `Q45+1`, or of a paragraph `CTI0012, para 4`.
    public let locator: String
    public let reference: String

    /// `OS1, Q45+1`.
    public var words: String {
      locator.hasPrefix(reference) ? locator : "\(reference), \(locator)"
    }
  }

  /// Real names, former names, names of joined entries and protected terms of those on the
  /// register who occur in an inquiry, each as the pattern by which it stands in a text of
  /// ``words(_:)``, with the longest word of it; the pattern of their surnames behind a title;
  /// that of them behind initials or one of the callings, for the words as they are `written`;
  /// and the names turned, which stand in the text as it is. Whoever is on the register is
  /// looked for in every form in which somebody is who is merely not named. Sees nothing unless
  /// the register is open.
  ///
  /// Another inquiry's people are none of its business: to be refused there would tell who
  /// is protected here. Evidence that was carried over has its people with it; what was
  /// carried beside it may name them as well, so that predecessors and successors count.
  /// Who occurs nowhere any more, as after an import undone, counts everywhere.
  ///
  /// A word ends where no letter goes on, but for an s, or no digit behind a digit: “Ann”
  /// stands in “Ann’s”, “the Anns”, “Ann-Marie” and “ann2”, and not in “annual”.
  static func terms(in inquiry: Identifier<Inquiry>) -> SQL {
    """
    WITH RECURSIVE \(Inquiry.family(of: "SELECT \(inquiry)::bigint")),
    present AS (
      SELECT identity.person_id, place.inquiry_id
      FROM record.identity
      CROSS JOIN LATERAL (
        \(Person.inquiries(where: "person_id = identity.person_id"))) AS place),
    \(Person.entries(of: "SELECT person_id FROM record.identity")),
    register AS (
      SELECT known.name, protected_terms, bearer.is_organisation
      FROM (
        SELECT person_id, name, protected_terms FROM record.identity
        UNION ALL
        SELECT entry.person_id, \(AnonymousWall.untitled("former.name")), '{}'
        FROM record.former_name AS former
        JOIN entry ON entry.id = former.person_id
        WHERE NOT former.is_mistake
        UNION ALL
        SELECT entry.person_id, \(AnonymousWall.untitled("joined.name")), '{}'
        FROM entry
        JOIN record.person AS joined ON joined.id = entry.id AND joined.id <> entry.person_id
        JOIN record.person AS survivor ON survivor.id = entry.person_id
        WHERE \(wasPrinted("joined.name", before: "survivor.name"))) AS known
      JOIN record.person AS bearer ON bearer.id = known.person_id
      WHERE person_id IN (
          SELECT person_id FROM present WHERE inquiry_id IN (SELECT id FROM family))
        OR person_id NOT IN (SELECT person_id FROM present))
    SELECT part, pattern, written, turned
    FROM (
      SELECT word, CASE WHEN word ~ '^[[:alpha:]]' THEN '(?<![[:alpha:]])'
          WHEN word ~ '^[0-9]' THEN '(?<![0-9])' ELSE '' END
        || word
        || CASE WHEN word ~ '[[:alpha:]]$' THEN 's?(?![[:alpha:]])'
          WHEN word ~ '[0-9]$' THEN '(?![0-9])' ELSE '' END AS pattern,
        NULL::text AS written, NULL::text AS turned
      FROM register
      \(called)
      CROSS JOIN LATERAL unnest(
        register.protected_terms || register.name || person.name) AS said
      CROSS JOIN LATERAL (SELECT btrim(\(AnonymousWall.words("lower(said)")))) AS small (word)
      WHERE word <> ''
      UNION
      SELECT CASE form.kind WHEN 'surname' THEN small.word
          WHEN 'initials' THEN regexp_replace(small.word, '^[^ ]+ ', '')
          ELSE \(AnonymousWall.firstWord(ofTurned: "small.word")) END,
        CASE form.kind WHEN 'surname' THEN \(behindTitle)::text || small.word || '\\M' END,
        CASE form.kind WHEN 'initials' THEN concat_ws('|',
          \(AnonymousWall.behindInitials("form.said")),
          \(AnonymousWall.behindInitials("upper(form.said)")))
          WHEN 'surname' THEN \(AnonymousWall.behindCalling("form.said")) END,
        CASE form.kind WHEN 'turned' THEN form.said END
      FROM register
      \(called)
      CROSS JOIN LATERAL (\(AnonymousWall.forms)) AS form
      CROSS JOIN LATERAL (SELECT lower(btrim(form.said))) AS small (word)
      WHERE form.kind <> 'whole' AND small.word <> ''
    ) AS looked_for
    CROSS JOIN LATERAL (
      SELECT part FROM regexp_split_to_table(word, ' ') AS part
      ORDER BY length(part) DESC LIMIT 1) AS longest
    """
  }

  /// Whether the name of an entry that was joined may be a real one: each of two words of it
  /// looks like a name, and it is not the pseudonym, which may be said.
  private static func wasPrinted(_ name: SQL, before pseudonym: SQL) -> SQL {
    let word = "[[:upper:]][[:alnum:]]"
    return """
      \(AnonymousWall.seen(name)) ~ \("\\m\(word).*\\s\\S*\(word)")
        AND position(lower(\(AnonymousWall.words(name)))
          IN lower(\(AnonymousWall.words(pseudonym)))) = 0
      """
  }

  /// Those on the register as they are called, without a title. Of “Dr Smith” it stays, since
  /// the surname alone may be a word.
  private static let called: SQL = """
    CROSS JOIN LATERAL (
      SELECT CASE WHEN bare.name LIKE '% %' THEN bare.name ELSE register.name END AS name,
        register.is_organisation
      FROM (SELECT \(AnonymousWall.untitled("register.name")) AS name) AS bare) AS person
    """

  /// A title and the initials that may follow it, before a surname in small letters.
  private static let behindTitle = "\\m\(AnonymousWall.title.lowercased()) ([[:alpha:]] )*"

  /// A text in small letters as its words. Where a hyphen stands before a blank or the end
  /// of a line, nobody can tell whether it is of the word, so that both are looked at.
  static func words(_ text: SQL) -> SQL {
    """
    \(AnonymousWall.words(text)) || \(AnonymousWall.words(
      "regexp_replace(\(text), '[-\u{AD}\u{2010}\u{2011}]\\s+', '', 'g')"))
    """
  }

  /// A condition: a `term` of these stands in a text.
  ///
  /// To take a text apart is slow. The longest word of a term is looked for in it as it is,
  /// but for a text in which words may be broken.
  static func stands(in text: SQL) -> SQL {
    """
    EXISTS (
      SELECT FROM (
        SELECT small.line, small.text, CASE WHEN small.line
          ~ '[\(AnonymousWall.unseen)]|[-\u{2010}\u{2011}]\\s'
          THEN \(words("small.line")) END AS words
        FROM (
          SELECT even.text, lower(even.text) AS line
          FROM (SELECT \(AnonymousWall.folded(text)) AS text OFFSET 0) AS even
          OFFSET 0) AS small
        OFFSET 0) AS said
      WHERE EXISTS (
        SELECT FROM term WHERE position(term.part IN coalesce(said.words, said.line)) > 0
          AND CASE WHEN term.turned IS NOT NULL
            THEN \(AnonymousWall.standsTurned("term.turned", in: AnonymousWall.plain("said.text")))
            WHEN term.written IS NOT NULL AND \(words("said.text")) ~ term.written THEN true
            ELSE coalesce(said.words, \(AnonymousWall.words("said.line"))) ~ term.pattern END))
    """
  }

  /// Passages of these sources that hold a real name or protected term, in
  /// their words as the public would see them or their label, whatever the
  /// case. What was said in private is never public, and is not looked at.
  public static func places(
    in sources: [Identifier<Source>], atMost limit: Int, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> [Place] {
    try places("source.id = ANY (\(sources))", atMost: limit, as: viewpoint, on: connection)
  }

  /// Those of one source.
  public static func places(
    of reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Place] {
    try places(
      "source.inquiry_id = \(viewpoint.inquiryID) AND source.reference = \(reference)",
      atMost: nil, as: viewpoint, on: connection)
  }

  private static func places(
    _ condition: SQL, atMost limit: Int?, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Place] {
    try Person.openRegister(on: connection)
    defer { try? Person.closeRegister(on: connection) }
    return try connection.query(
      """
      WITH term AS MATERIALIZED (\(terms(in: viewpoint.inquiryID)))
      SELECT source.id, passage.ordinal, \(QuotableWords.locator), source.reference
      FROM record.passage
      JOIN record.source ON source.id = source_id
      LEFT JOIN record.question_block AS block ON block.id = passage.question_block_id
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      LEFT JOIN record.redacted_text AS redacted ON redacted.passage_version_id = version.id
      LEFT JOIN record.person AS speaker ON speaker.id = passage.person_id
      WHERE \(condition) AND NOT passage.is_private
        AND (\(stands(in: "coalesce(redacted.text, version.text)"))
          OR speaker.id IS NULL AND \(stands(in: "passage.label")))
      ORDER BY source.id, passage.ordinal
      LIMIT \(limit)
      """
    ) { row in
      _ = (try row.next() as Int64, try row.next() as Int)
      return Place(locator: try row.next(), reference: try row.next())
    }
  }

  /// Which of these texts, from 0, hold a real name or protected term.
  public static func standing(
    in texts: [String], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Int] {
    try Person.openRegister(on: connection)
    defer { try? Person.closeRegister(on: connection) }
    return try connection.query(
      """
      WITH term AS MATERIALIZED (\(terms(in: viewpoint.inquiryID)))
      SELECT given.place - 1
      FROM unnest(\(texts)) WITH ORDINALITY AS given (text, place)
      WHERE \(stands(in: "given.text"))
      ORDER BY given.place
      """
    ) { row in try row.next() as Int }
  }

  /// Whether the name that is printed for somebody on the register has a part of the real
  /// one in it, by which they would be known as well.
  public static func standInPrintedName(
    of person: Identifier<Person>, on connection: Connection
  ) throws -> Bool {
    try Person.openRegister(on: connection)
    defer { try? Person.closeRegister(on: connection) }
    let found = try connection.first(
      """
      SELECT person.id
      FROM (
        SELECT bearer.id, bearer.is_organisation, \(AnonymousWall.words("bearer.name")) AS printed,
          \(AnonymousWall.untitled("identity.name")) AS name
        FROM record.identity
        JOIN record.person AS bearer ON bearer.id = identity.person_id
        WHERE bearer.id = \(person)) AS person
      \(AnonymousWall.wordsOfName)
        AND position(\(AnonymousWall.words("said.word")) IN person.printed) > 0
      LIMIT 1
      """
    ) { row -> Int64 in try row.next() }
    return found != nil
  }

  /// Where in its source a published passage is.
  private static let passagePlace: SQL = """
    CASE WHEN passage.kind = 'paragraph' THEN coalesce('para '
        || coalesce(point_number::text, outline_number), 'a paragraph')
      WHEN passage.kind = 'heading' THEN 'a heading'
      WHEN point_number IS NOT NULL THEN 'point ' || point_number
      WHEN question_code IS NOT NULL THEN question_code || ', answer ' || option_code
      ELSE 'Q' || coalesce(question_number, 0) || '+' || coalesce(block_offset, 0) END
    """

  /// What a row of `published` that is of no source is about.
  private static func subject(in table: String) -> SQL {
    """
    CASE WHEN source.id IS NOT NULL THEN NULL
      WHEN \(table) = 'inquiry' THEN 'the inquiry itself'
      WHEN \(table) IN ('report', 'report_block', 'citation') THEN 'the report'
      WHEN \(table) = 'person' THEN 'person ' || (entry ->> 'id')
      WHEN \(table) = 'session' THEN 'session ' || (entry ->> 'number')
      WHEN \(table) = 'finding' THEN 'the finding ' || (entry ->> 'key')
      WHEN recommendation.id IS NOT NULL THEN 'the recommendation ' || recommendation.key
      WHEN call.id IS NOT NULL THEN 'the call ' || call.slug
      ELSE coalesce('person ' || (entry ->> 'person_id'), entry ->> 'reference') END
    """
  }

  /// The first rows of a table of `published` in which a term stands, as a person finds
  /// them: `OS3, Q45+1 (passage version: text)`, `the inquiry itself (inquiry: title)`. A
  /// subject that would tell the term is left out. Sees nothing unless the register is open.
  ///
  /// A term stands in one column: where one ends with a word of it and the next goes on
  /// with the rest, nothing is said of anybody.
  static func places(
    in projection: Projection, of inquiry: Identifier<Inquiry>, atMost limit: Int?,
    on connection: Connection
  ) throws -> [String] {
    let table = projection.table
    let key = projection.key.joined(separator: ", ")
    let fields = (projection.key + projection.columns)
      .map { "('\($0)', shown.\($0)::text)" }.joined(separator: ", ")
    return try connection.query(
      """
      WITH term AS MATERIALIZED (\(terms(in: inquiry)))
      SELECT ltrim(concat_ws(', ', source.reference, subject.said,
            CASE WHEN passage.id IS NOT NULL THEN \(passagePlace) END,
            'paragraph ' || (entry ->> 'paragraph_number'))
          || ' (' || \(table.replacing("_", with: " "))::text || ': ' || fields || ')')
      FROM (
        SELECT to_jsonb(shown) AS entry, told.fields,
          row_number() OVER (ORDER BY \(unsafe: key)) AS place
        FROM published.\(unsafe: table) AS shown
        CROSS JOIN LATERAL (
          SELECT string_agg(replace(field.name, '_', ' '), ', ' ORDER BY field.name) AS fields
          FROM (VALUES \(unsafe: fields)) AS field (name, value)
          WHERE \(stands(in: "field.value"))) AS told
        WHERE (\(unsafe: key)) IN (SELECT \(unsafe: key) FROM (\(projection.wanted)) AS wanted)
          AND \(stands(in: "shown::text")) AND told.fields IS NOT NULL
        ORDER BY \(unsafe: key)
        LIMIT \(limit)) AS leak
      LEFT JOIN published.passage ON passage.id
        = (entry ->> CASE \(table) WHEN 'passage' THEN 'id' ELSE 'passage_id' END)::bigint
      LEFT JOIN published.source ON source.id = coalesce(passage.source_id,
        (entry ->> CASE \(table) WHEN 'source' THEN 'id' ELSE 'source_id' END)::bigint)
      LEFT JOIN published.recommendation ON recommendation.id = (entry ->> CASE \(table)
        WHEN 'recommendation' THEN 'id' ELSE 'recommendation_id' END)::bigint
      LEFT JOIN published.call_for_evidence AS call ON call.id = (entry ->> CASE \(table)
        WHEN 'call_for_evidence' THEN 'id' ELSE 'call_for_evidence_id' END)::bigint
      LEFT JOIN LATERAL (
        SELECT named.said FROM (SELECT \(subject(in: table)) AS said) AS named
        WHERE NOT \(stands(in: "named.said"))) AS subject ON true
      ORDER BY leak.place
      """
    ) { row in try row.next() }
  }

  /// Where terms of the register stand in what an inquiry has published, in whichever
  /// table: the places in words, such as `OS3, Q45+1 (passage version: text)`.
  public static func published(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [String] {
    try Person.openRegister(on: connection)
    defer { try? Person.closeRegister(on: connection) }
    let inquiry = viewpoint.inquiryID
    var told: Set<String> = []
    return try Publication.projections(of: inquiry, sources: nil).flatMap {
      try places(in: $0, of: inquiry, atMost: nil, on: connection)
    }.filter { told.insert($0).inserted }
  }
}
