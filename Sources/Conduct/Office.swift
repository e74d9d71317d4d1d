public import Inquiries
public import Postgres
@_spi(Conduct) public import Records

/// Where acts are done and confidential material is read: it asks who it is,
/// opens the one transaction, and writes the one audit entry.
public struct Office: Sendable {
  let staff: Pool
  let keys: Keys
  private let clock: @Sendable () -> Instant

  /// - Parameters:
  ///   - staff: Connections in the staff role.
  ///   - keys: The secret of the installation.
  ///   - clock: The time; given, so that tests have their own.
  public init(
    staff: Pool, keys: Keys, clock: @escaping @Sendable () -> Instant = Calendars.now
  ) {
    self.staff = staff
    self.keys = keys
    self.clock = clock
  }

  /// The staff user who shows a token.
  ///
  /// - Throws: ``Refusal`` of kind `unauthenticated` for a token that does not
  ///   count; it does not say why.
  public func actor(showing token: String) async throws -> Actor {
    let digest = Token.digest(of: token)
    // In a transaction that only reads: lost half way, nothing was done.
    let reading = TransactionOptions(isReadOnly: true)
    let actor = try await staff.transaction(reading) { connection in
      try Staff.actor(tokenDigest: digest, on: connection)
    }
    guard let actor else {
      throw Refusal(
        .unauthenticated, "token_unknown",
        "This token is not known or no longer counts; ask an administrator for one.")
    }
    return actor
  }

  /// Does an act in the inquiry with that slug.
  public func perform<A: Act>(
    _ act: A, in slug: String, by actor: Actor, dryRun: Bool = false
  ) async throws -> A.Outcome {
    try await perform(act, in: slug, by: actor, dryRun: dryRun, answer: { $0 })
  }

  /// Does an act and makes its answer in the same unit of work.
  ///
  /// - Parameters:
  ///   - dryRun: Does it all, constraints included, and rolls it back.
  ///   - answer: Turns the outcome into what is sent or shown.
  public func perform<A: Act, Answer: Sendable>(
    _ act: A, in slug: String, by actor: Actor, dryRun: Bool,
    answer: @escaping @Sendable (A.Outcome) throws -> Answer
  ) async throws -> Answer {
    try await transaction(dryRun: dryRun) { connection in
      try carryOut(act, in: slug, by: actor, answer: answer, on: connection)
    }
  }

  /// Does an act once for a key: the same request again gets the answer kept,
  /// another one with the same key is refused.
  public func performOnce<A: Act>(
    _ act: A, in slug: String, by actor: Actor, as request: OnceOnly,
    answer: @escaping @Sendable (A.Outcome) throws -> (status: Int, body: [UInt8])
  ) async throws -> (status: Int, body: [UInt8]) {
    try await staff.transaction { connection in
      // Asked before an answer kept is told: a role may have been taken away.
      _ = try viewpoint(in: slug, of: actor, needing: A.role, on: connection)
      return try request.run(by: actor, key: keys.audit, on: connection) {
        try carryOut(act, in: slug, by: actor, answer: answer, on: connection)
      }
    }
  }

  /// Does an act beyond any one inquiry.
  public func perform<A: HouseAct>(_ act: A, by actor: Actor) async throws -> A.Outcome {
    try await staff.transaction { connection in try carryOut(act, by: actor, on: connection) }
  }

  /// Does an act beyond any one inquiry once for a key.
  public func performOnce<A: HouseAct>(
    _ act: A, by actor: Actor, as request: OnceOnly,
    answer: @escaping @Sendable (A.Outcome) throws -> (status: Int, body: [UInt8])
  ) async throws -> (status: Int, body: [UInt8]) {
    try await staff.transaction { connection in
      try request.run(by: actor, key: keys.audit, on: connection) {
        try answer(carryOut(act, by: actor, on: connection))
      }
    }
  }

  /// Reads in one inquiry, for anyone who has a role there.
  public func read<Answer: Sendable>(
    in slug: String, by actor: Actor,
    _ body: @escaping @Sendable (Viewpoint, Connection) throws -> Answer
  ) async throws -> Answer {
    try await staff.transaction(TransactionOptions(isReadOnly: true)) { connection in
      try body(viewpoint(in: slug, of: actor, needing: nil, on: connection), connection)
    }
  }

  /// Reads the words or the original of one source. Of a session heard in
  /// private, and of a submission of which something is kept from the public,
  /// the reading itself is on record.
  ///
  /// - Parameter confidential: What the audit calls the reading, where what is read
  ///   is confidential whatever the source.
  public func readWords<Answer: Sendable>(
    of reference: String, in slug: String, by actor: Actor, confidential: String? = nil,
    _ body: @escaping @Sendable (Viewpoint, Connection) throws -> Answer
  ) async throws -> Answer {
    try await staff.transaction { connection in
      let viewpoint = try viewpoint(in: slug, of: actor, needing: nil, on: connection)
      guard let source = try Source.find(reference, as: viewpoint, on: connection) else {
        throw Refusal(
          .notFound, "source_not_found", "There is no “\(reference)” in this inquiry.",
          field: "reference")
      }
      let usual = try Office.readingOnRecord(of: source, as: viewpoint, on: connection)
      if let reading = confidential ?? usual {
        try desk(for: actor, on: connection).enter(
          reading, reference, [:], inquiry: viewpoint.inquiryID, key: keys.audit)
      }
      return try body(viewpoint, connection)
    }
  }

  /// What the audit calls the reading of a source; `nil` where it is no matter.
  private static func readingOnRecord(
    of source: Source, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> String? {
    if source.hearing == .heardInPrivate { return "read private record" }
    guard source.kind == .writtenSubmission,
      try WrittenSubmission.find(source.reference, as: viewpoint, on: connection)?.isKeptBack
        == true
    else { return nil }
    return "read confidential submission"
  }

  /// The inquiries that `actor` has a role in.
  public func inquiries(for actor: Actor) async throws -> [Inquiry] {
    try await staff.transaction(TransactionOptions(isReadOnly: true)) { connection in
      try Inquiry.all(for: actor, on: connection)
    }
  }

  /// Forgets answers kept for retries that are older than a week.
  public func forgetOldAnswers() async throws {
    let now = clock()
    try await staff.run { try IdempotentAnswer.forgetOld(at: now, on: $0) }
  }

  private func carryOut<A: Act, Answer>(
    _ act: A, in slug: String, by actor: Actor, answer: (A.Outcome) throws -> Answer,
    on connection: Connection
  ) throws -> Answer {
    let viewpoint = try viewpoint(in: slug, of: actor, needing: A.role, on: connection)
    // Acts of one inquiry follow each other: what one has checked, no other
    // changes before it is done.
    try Inquiry.lock(as: viewpoint, on: connection)
    let desk = desk(for: actor, on: connection)
    let done = try act.perform(from: viewpoint, at: desk)
    try desk.enter(
      A.title, done.subject, done.detail, inquiry: viewpoint.inquiryID, key: keys.audit)
    return try answer(done.outcome)
  }

  private func carryOut<A: HouseAct>(
    _ act: A, by actor: Actor, on connection: Connection
  ) throws -> A.Outcome {
    guard actor.roles(in: nil).contains(.administrator) else {
      throw Refusal(
        .forbidden, "administrators_only",
        "Only an administrator of the whole installation may do this.")
    }
    let desk = desk(for: actor, on: connection)
    let done = try act.perform(at: desk)
    try desk.enter(A.title, done.subject, done.detail, inquiry: nil, key: keys.audit)
    return done.outcome
  }

  private func desk(for actor: Actor, on connection: Connection) -> Desk {
    Desk(connection: connection, actor: actor, now: clock(), digest: TextDigest(key: keys.text))
  }

  /// Where `actor` stands in an inquiry. One who has no role there is told
  /// that there is no such inquiry.
  private func viewpoint(
    in slug: String, of actor: Actor, needing role: Role?, on connection: Connection
  ) throws -> Viewpoint {
    let found = try Inquiry.find(slug: slug, on: connection)
    guard let found, case let roles = actor.roles(in: found.id), !roles.isEmpty else {
      throw Refusal(
        .notFound, "inquiry_not_found",
        "There is no inquiry “\(slug)” that you have a role in; `inquiry list` (GET /api/v1/inquiries) "
          + "lists yours.",
        field: "inquiry")
    }
    if let role, !roles.contains(role), !roles.contains(.administrator) {
      throw Refusal(
        .forbidden, "role_needed",
        "This needs the role of \(role.rawValue) in “\(slug)”; an administrator can give it.")
    }
    return Viewpoint(actor: actor, roles: roles, inquiryID: found.id, inquiry: found.inquiry)
  }

  private func transaction<Answer: Sendable>(
    dryRun: Bool, _ body: @escaping @Sendable (Connection) throws -> Answer
  ) async throws -> Answer {
    guard dryRun else { return try await staff.transaction { try body($0) } }
    do {
      return try await staff.transaction { connection in
        throw RolledBack(answer: try body(connection))
      }
    } catch let rolledBack as RolledBack<Answer> {
      return rolledBack.answer
    }
  }
}

/// Carries the answer of a dry run out of the transaction it rolls back.
private struct RolledBack<Answer: Sendable>: Error {
  let answer: Answer
}
