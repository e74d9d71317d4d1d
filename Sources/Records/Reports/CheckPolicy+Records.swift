public import Inquiries
public import Postgres

extension CheckPolicy {
  /// What the inquiry wants checked; as the product has it where nobody said.
  public static func find(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> CheckPolicy {
    let weights = try connection.query(
      """
      SELECT code, severity FROM record.check_weight
      JOIN record.check_policy ON check_policy.id = check_policy_id
      WHERE inquiry_id = \(viewpoint.inquiryID)
      ORDER BY code COLLATE "C"
      """
    ) { row in Weight(code: try row.next(), severity: try row.word()) }
    let found = try connection.first(
      """
      SELECT sources_per_finding, minimum_base, clerks_waive_errors, revision
      FROM record.check_policy
      WHERE inquiry_id = \(viewpoint.inquiryID)
      """
    ) { row in
      CheckPolicy(
        weights: weights, sourcesPerFinding: try row.next(), minimumBase: try row.next(),
        clerksWaiveErrors: try row.next(), revision: try row.next())
    }
    return found ?? .standard
  }

  /// Keeps it in place of the one before.
  public func put(as viewpoint: Viewpoint, on connection: Connection) throws {
    let id = try connection.one(
      """
      INSERT INTO record.check_policy
        (inquiry_id, sources_per_finding, minimum_base, clerks_waive_errors)
      VALUES
        (\(viewpoint.inquiryID), \(sourcesPerFinding), \(minimumBase), \(clerksWaiveErrors))
      ON CONFLICT (inquiry_id) DO UPDATE
      SET sources_per_finding = EXCLUDED.sources_per_finding,
        minimum_base = EXCLUDED.minimum_base,
        clerks_waive_errors = EXCLUDED.clerks_waive_errors,
        revision = check_policy.revision + 1
      RETURNING id
      """
    ) { row -> Int64 in try row.next() }
    try connection.execute("DELETE FROM record.check_weight WHERE check_policy_id = \(id)")
    try connection.execute(
      """
      INSERT INTO record.check_weight (check_policy_id, code, severity)
      SELECT \(id), code, severity
      FROM unnest(\(weights.map(\.code)), \(weights.map(\.severity.rawValue)))
        AS given (code, severity)
      """)
  }
}

extension RemarkAnswer {
  /// What people said of the remarks of the inquiry.
  public static func all(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [RemarkAnswer] {
    try connection.query(
      """
      SELECT code, place, owner.name, due_on, waived_words, waived_reason,
        coalesce(waiver.name, 'operator'), waived_on, remark_answer.revision
      FROM record.remark_answer
      LEFT JOIN record.staff_user AS owner ON owner.id = owner_staff_user_id
      LEFT JOIN record.staff_user AS waiver ON waiver.id = waived_by_staff_user_id
      WHERE inquiry_id = \(viewpoint.inquiryID)
      """
    ) { row in
      var answer = RemarkAnswer(
        code: try row.next(), place: try row.next(), owner: try row.next(), dueOn: try row.next())
      let words: String? = try row.next()
      let reason: String? = try row.next()
      let by: String = try row.next()
      let on: Day? = try row.next()
      if let words, let reason, let on {
        answer.waiver = Waiver(words: words, reason: reason, by: by, on: on)
      }
      answer.revision = try row.next()
      return answer
    }
  }

  /// Says who answers a remark until when; `nil` for nobody.
  public func assign(
    to owner: Identifier<StaffUser>?, dueOn: Day?, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.remark_answer (inquiry_id, code, place, owner_staff_user_id, due_on)
      VALUES (\(viewpoint.inquiryID), \(code), \(place), \(owner), \(dueOn))
      ON CONFLICT ON CONSTRAINT remark_answer_place_key DO UPDATE
      SET owner_staff_user_id = EXCLUDED.owner_staff_user_id, due_on = EXCLUDED.due_on,
        revision = remark_answer.revision + 1
      """)
  }

  /// Waives a remark; `nil` takes a waiver back.
  public func waive(
    _ waiver: Waiver?, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    let by = waiver == nil ? nil : viewpoint.actor.id
    try connection.execute(
      """
      INSERT INTO record.remark_answer
        (inquiry_id, code, place, waived_words, waived_reason, waived_on, waived_by_staff_user_id)
      VALUES
        (\(viewpoint.inquiryID), \(code), \(place), \(waiver?.words), \(waiver?.reason),
         \(waiver?.on), \(by))
      ON CONFLICT ON CONSTRAINT remark_answer_place_key DO UPDATE
      SET waived_words = EXCLUDED.waived_words, waived_reason = EXCLUDED.waived_reason,
        waived_on = EXCLUDED.waived_on, waived_by_staff_user_id = EXCLUDED.waived_by_staff_user_id,
        revision = remark_answer.revision + 1
      """)
  }
}

extension Staff {
  /// The staff user of that name, if one has a role in the inquiry.
  public static func colleague(
    named name: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Identifier<StaffUser>? {
    try connection.first(
      """
      SELECT id FROM record.staff_user
      WHERE name = \(name) AND EXISTS (
        SELECT FROM record.staff_role
        WHERE staff_user_id = staff_user.id
          AND (inquiry_id IS NULL OR inquiry_id = \(viewpoint.inquiryID)))
      """
    ) { row in try row.next() }
  }
}
