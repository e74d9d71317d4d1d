public import Inquiries
public import Postgres

/// A limb as a person confirms it.
public struct NewLimb: Sendable {
  /// `nil` for one that is new.
  public let number: Int?
  /// Where its words stand in the plain words of the recommendation.
  public let span: Range<Int>
  public let quote: String
  public let act: String
  public let addressees: [Addressee]
  public let deadline: Deadline?

  public init(
    number: Int?, span: Range<Int>, quote: String, act: String, addressees: [Addressee],
    deadline: Deadline?
  ) {
    self.number = number
    self.span = span
    self.quote = quote
    self.act = act
    self.addressees = addressees
    self.deadline = deadline
  }
}

extension Limb {
  /// The limbs of every recommendation of the newest draft, by its key.
  public static func carried(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [String: [Limb]] {
    let carried = try connection.query(
      """
      SELECT recommendation.id, recommendation.key, block.text
      FROM record.draft_block AS block
      JOIN record.recommendation ON recommendation.id = block.recommendation_id
      WHERE block.draft_version_id = \(newestDraft(of: viewpoint))
        AND block.kind = 'recommendation'
      """
    ) { row in (try row.next() as Int64, try row.next() as String, try row.next() as String) }
    let limbs = try byRecommendation(
      Dictionary(carried.map { ($0.0, PlainWords.of($0.2)) }, uniquingKeysWith: { $1 }),
      on: connection)
    return Dictionary(
      carried.map { id, key, _ in (key, limbs[id] ?? []) }, uniquingKeysWith: { $1 })
  }

  /// The numbers of a recommendation's limbs. They are locked, so that none is dropped
  /// before the transaction ends.
  public static func numbers(
    of end: LinkEnd, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Set<Int> {
    Set(
      try connection.query(
        """
        SELECT number FROM record.limb WHERE recommendation_id = \(end.id(as: viewpoint))
        FOR KEY SHARE
        """
      ) { row in try row.next() as Int })
  }

  /// The limbs of recommendations, in the order of their numbers.
  ///
  /// - Parameter words: The plain words of each recommendation in the newest draft.
  static func byRecommendation(
    _ words: [Int64: String], on connection: Connection
  ) throws -> [Int64: [Limb]] {
    let addressees = try connection.query(
      """
      SELECT limb_id, limb_addressee.name, kind, is_lead
      FROM record.limb JOIN record.limb_addressee ON limb_id = limb.id
      WHERE recommendation_id = ANY (\(Array(words.keys)))
      ORDER BY limb_id, ordinal
      """
    ) { row in
      (
        try row.next() as Int64,
        Addressee(name: try row.next(), kind: try row.word(), isLead: try row.next())
      )
    }
    let asked = Dictionary(grouping: addressees, by: \.0).mapValues { $0.map(\.1) }
    let limbs = try connection.query(
      """
      SELECT limb.recommendation_id, limb.id, limb.number, quote, act, seen.text,
        coalesce(staff_user.name, 'operator'), deadline_words, due_on, months_after, days_after,
        \(AwaitedEvent.columns)
      FROM record.limb
      JOIN record.draft_block AS seen ON seen.draft_version_id = limb.draft_version_id
        AND seen.recommendation_id = limb.recommendation_id
      LEFT JOIN record.staff_user ON staff_user.id = limb.staff_user_id
      LEFT JOIN record.awaited_event ON awaited_event.id = awaited_event_id
      LEFT JOIN record.staff_user AS logger ON logger.id = awaited_event.staff_user_id
      WHERE limb.recommendation_id = ANY (\(Array(words.keys)))
      ORDER BY limb.recommendation_id, limb.number
      """
    ) { row -> (Int64, Limb) in
      let recommendation: Int64 = try row.next()
      let id: Int64 = try row.next()
      let number: Int = try row.next()
      let quote: String = try row.next()
      let act: String = try row.next()
      let seen = PlainWords.of(try row.next())
      let now = words[recommendation] ?? ""
      let places = Wording.spans(of: quote, in: now)
      let isSame = Wording.normalised(seen) == Wording.normalised(now)
      let confirmedBy: String = try row.next()
      return (
        recommendation,
        Limb(
          number: number, words: quote, place: places.count == 1 ? places[0] : nil, act: act,
          addressees: asked[id] ?? [], deadline: try Deadline(&row),
          status: isSame ? .confirmed : .suspect, confirmedBy: confirmedBy)
      )
    }
    return Dictionary(grouping: limbs, by: \.0).mapValues { $0.map(\.1) }
  }
}

extension Deadline {
  /// From its words, day, months, days, and the columns of its event.
  fileprivate init?(_ row: inout Row) throws {
    let words: String? = try row.next()
    let day: Day? = try row.next()
    let months: Int? = try row.next()
    let days: Int? = try row.next()
    let event = try AwaitedEvent(&row)
    guard let words else { return nil }
    self.init(
      words: words,
      clock: day.map { .day($0) }
        ?? event.map { .event($0, after: Period(months: months ?? 0, days: days ?? 0)) } ?? .vague)
  }
}

extension Recommendation {
  /// Confirms limbs at the words of the newest draft, drops others, and leaves the
  /// rest as they are.
  ///
  /// - Returns: `false` when its revision is no longer the one given.
  public func settle(
    _ limbs: [NewLimb], dropping dropped: [Int], addressees: [String], now: Instant,
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Bool {
    guard let id = try next(as: viewpoint, on: connection) else { return false }
    try Recommendation.takeBack(dropped, of: id, on: connection)
    try connection.execute(
      "DELETE FROM record.limb WHERE recommendation_id = \(id) AND number = ANY (\(dropped))")
    for limb in limbs {
      try Recommendation.put(limb, of: id, now: now, as: viewpoint, on: connection)
    }
    try Recommendation.address(id, to: addressees, on: connection)
    return true
  }

  /// Links of limbs that go become those of the recommendation as a whole; where the
  /// same words would be linked twice by it, the surest and oldest of the links stays.
  private static func takeBack(
    _ limbs: [Int], of id: Identifier<Recommendation>, on connection: Connection
  ) throws {
    // Whoever is linking to one of them comes first, and is seen below.
    try connection.execute(
      """
      SELECT FROM record.limb WHERE recommendation_id = \(id) AND number = ANY (\(limbs))
      ORDER BY number FOR UPDATE
      """)
    try connection.execute(
      """
      UPDATE record.link
      SET status = 'dropped', affirmed_by = NULL, affirmed_at = NULL, revision = revision + 1
      FROM (
        SELECT id, row_number() OVER (
          PARTITION BY passage_id, span_from, span_to
          ORDER BY limb IS NULL DESC, status = 'affirmed' DESC, id) AS place
        FROM record.link
        WHERE recommendation_id = \(id) AND status <> 'dropped'
          AND (limb IS NULL OR limb = ANY (\(limbs)))) AS same
      WHERE link.id = same.id AND same.place > 1
      """)
    try connection.execute(
      """
      UPDATE record.link SET limb = NULL, revision = revision + 1
      WHERE recommendation_id = \(id) AND limb = ANY (\(limbs))
      """)
  }

  private static func put(
    _ limb: NewLimb, of id: Identifier<Recommendation>, now: Instant, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws {
    let number =
      try limb.number
      ?? connection.one(
        """
        UPDATE record.recommendation SET last_limb = last_limb + 1 WHERE id = \(id)
        RETURNING last_limb
        """
      ) { row in try row.next() }
    var event: (key: String, period: Period)?
    var day: Day?
    switch limb.deadline?.clock {
    case .event(let awaited, let period): event = (awaited.key, period)
    case .day(let due): day = due
    case .vague, nil: break
    }
    let limbID = try connection.one(
      """
      INSERT INTO record.limb
        (recommendation_id, number, draft_version_id, span_from, span_to, quote, act,
         deadline_words, due_on, awaited_event_id, months_after, days_after, staff_user_id,
         confirmed_at)
      VALUES
        (\(id), \(number), \(newestDraft(of: viewpoint)), \(limb.span.lowerBound),
         \(limb.span.upperBound), \(limb.quote), \(limb.act), \(limb.deadline?.words), \(day),
         (SELECT id FROM record.awaited_event
          WHERE inquiry_id = \(viewpoint.inquiryID) AND key = \(event?.key)),
         \(event?.period.months), \(event?.period.days), \(viewpoint.actor.id), \(now))
      ON CONFLICT ON CONSTRAINT limb_number_key DO UPDATE
      SET draft_version_id = EXCLUDED.draft_version_id, span_from = EXCLUDED.span_from,
        span_to = EXCLUDED.span_to, quote = EXCLUDED.quote, act = EXCLUDED.act,
        deadline_words = EXCLUDED.deadline_words, due_on = EXCLUDED.due_on,
        awaited_event_id = EXCLUDED.awaited_event_id, months_after = EXCLUDED.months_after,
        days_after = EXCLUDED.days_after, staff_user_id = EXCLUDED.staff_user_id,
        confirmed_at = EXCLUDED.confirmed_at, revision = limb.revision + 1
      RETURNING id
      """
    ) { row -> Int64 in try row.next() }
    try connection.execute("DELETE FROM record.limb_addressee WHERE limb_id = \(limbID)")
    try connection.execute(
      """
      INSERT INTO record.limb_addressee (limb_id, ordinal, name, kind, is_lead)
      SELECT \(limbID), ordinal, name, kind, is_lead
      FROM unnest(
        \(limb.addressees.map(\.name)), \(limb.addressees.map(\.kind.rawValue)),
        \(limb.addressees.map(\.isLead))) WITH ORDINALITY AS given (name, kind, is_lead, ordinal)
      """)
  }
}
