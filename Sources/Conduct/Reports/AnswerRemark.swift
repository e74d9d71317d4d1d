public import Checks
public import Inquiries
public import Records

/// Says who answers a remark of the checker, and until when.
public struct AssignRemark: Act {
  public static let title = "assign remark"
  public static let role = Role.author
  let id: String
  let owner: String?
  let dueOn: Day?
  let revision: Int

  /// - Parameters:
  ///   - id: Of the remark, as the check tells it.
  ///   - owner: A staff user with a role in the inquiry; `nil` takes it from whoever has it.
  ///   - revision: At which it was read; 0 where nobody has said anything of it.
  public init(_ id: String, to owner: String?, dueOn: Day?, revision: Int) {
    self.id = id
    self.owner = owner
    self.dueOn = dueOn
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Remark> {
    guard owner != nil || dueOn == nil else {
      throw Refusal(
        .invalid, "remark_owner_missing", "Say who answers it by that day.", field: "owner")
    }
    var (remark, answer) = try RemarkLookup.find(id, revision, from: viewpoint, at: desk)
    let colleague = try owner.map { owner in
      guard let found = try Staff.colleague(named: owner, as: viewpoint, on: desk.connection)
      else {
        throw Refusal(
          .notFound, "staff_user_not_found",
          "Nobody called “\(owner)” has a role in this inquiry; an administrator can tell who has "
            + "(`inquiry staff list`).",
          field: "owner")
      }
      return found
    }
    try answer.assign(to: colleague, dueOn: dueOn, as: viewpoint, on: desk.connection)
    answer.owner = owner
    answer.dueOn = dueOn
    answer.revision += 1
    remark.answer = answer
    return Done(
      remark, subject: "remark \(id)",
      detail: ["code": answer.code, "owner": owner ?? "", "due": dueOn?.description ?? ""])
  }
}

/// Lets a remark stand for a reason, under the actor's name, while the words at
/// its place are as they are now; or takes that back.
///
/// The policy of the inquiry may keep authors who are no clerks from letting errors stand;
/// of a figure that may be held back a clerk alone says that it is of something else.
public struct WaiveRemark: Act {
  public static let title = "waive remark"
  public static let role = Role.author
  let id: String
  let reason: String?
  let revision: Int

  /// - Parameters:
  ///   - reason: Why it may stand; `nil` takes the waiver back.
  ///   - revision: At which it was read; 0 where nobody has said anything of it.
  public init(_ id: String, because reason: String?, revision: Int) {
    self.id = id
    self.reason = reason
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Remark> {
    if let reason, !reason.isVisible || reason.count > 2_000 {
      throw Refusal(
        .invalid, "waiver_reason_missing",
        "Say in 1 to 2,000 visible characters why the remark may stand.", field: "reason")
    }
    var (remark, answer) = try RemarkLookup.find(id, revision, from: viewpoint, at: desk)
    if reason != nil, remark.alwaysStops {
      throw Refusal(
        .conflict, "remark_not_waivable",
        "“\(remark.code.rawValue)” cannot be waived: readers would be sent to what they cannot read, "
          + "or read what is not for them. \(remark.remedy)")
    }
    if reason != nil, remark.isInDoubt, !viewpoint.isClerk {
      throw Refusal(
        .forbidden, "waiver_needs_clerk",
        "That this is not what is held back is said by an author who is a clerk as well, or by an "
          + "administrator. \(remark.remedy)")
    }
    if reason != nil, remark.severity == .error, !viewpoint.isClerk,
      try CheckPolicy.find(as: viewpoint, on: desk.connection).clerksWaiveErrors
    {
      throw Refusal(
        .forbidden, "waiver_needs_clerk",
        "In “\(viewpoint.inquiry.slug)” what stops the report is waived by an author who is a clerk "
          + "as well, or by an administrator. \(remark.remedy)")
    }
    if reason == nil, answer.waiver == nil {
      throw Refusal(.conflict, "remark_not_waived", "Nobody waived this remark.")
    }
    let waiver = reason.map {
      RemarkAnswer.Waiver(
        words: remark.words, reason: $0, by: viewpoint.actor.name,
        on: desk.today(in: viewpoint.inquiry))
    }
    try answer.waive(waiver, as: viewpoint, on: desk.connection)
    answer.waiver = waiver
    answer.revision += 1
    remark.answer = answer
    return Done(
      remark, subject: "remark \(id)",
      detail: [
        "code": answer.code, "waived": waiver == nil ? "no" : "yes", "reason": reason ?? "",
        "words": desk.digest.wording(remark.words).hexadecimal,
      ])
  }
}

/// Finds a remark as the check tells it now.
enum RemarkLookup {
  static func find(
    _ id: String, _ revision: Int, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> (Remark, RemarkAnswer) {
    let remarks = try ReportMaterial.read(as: viewpoint, on: desk.connection).remarks
    guard let remark = remarks.first(where: { $0.id == id }) else {
      throw Refusal(
        .notFound, "remark_not_found",
        "The checker has no remark “\(id)” now; `inquiry check` tells those that it has.")
    }
    let answer =
      remark.answer ?? RemarkAnswer(code: remark.code.rawValue, place: remark.lasting)
    guard answer.revision == revision else {
      throw Refusal.stale("remark \(id)", now: answer.revision)
    }
    return (remark, answer)
  }
}

/// Says what the checker asks of the report of an inquiry.
public struct SetCheckPolicy: Act {
  public static let title = "set check policy"
  public static let role = Role.clerk
  let weights: [CheckPolicy.Weight]
  let sourcesPerFinding: Int
  let minimumBase: Int?
  let clerksWaiveErrors: Bool?
  let revision: Int

  /// - Parameters:
  ///   - clerksWaiveErrors: As before where it is `nil`.
  ///   - revision: At which the policy was read; 0 for the product's own.
  public init(
    weights: [CheckPolicy.Weight], sourcesPerFinding: Int, minimumBase: Int? = nil,
    clerksWaiveErrors: Bool? = nil, revision: Int
  ) {
    self.weights = weights
    self.sourcesPerFinding = sourcesPerFinding
    self.minimumBase = minimumBase
    self.clerksWaiveErrors = clerksWaiveErrors
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<CheckPolicy> {
    let before = try CheckPolicy.find(as: viewpoint, on: desk.connection)
    guard before.revision == revision else {
      throw Refusal.stale("the check policy", now: before.revision)
    }
    guard (1...100).contains(sourcesPerFinding) else {
      throw Refusal(
        .invalid, "sources_per_finding_range", "Ask for 1 to 100 sources a finding.",
        field: "sourcesPerFinding")
    }
    if let minimumBase, !(1...1_000_000).contains(minimumBase) {
      throw Refusal(
        .invalid, "minimum_base_range", "Ask for a base of 1 to 1,000,000, or for none.",
        field: "minimumBase")
    }
    try requireWeights()
    let policy = CheckPolicy(
      weights: weights.sorted { $0.code < $1.code }, sourcesPerFinding: sourcesPerFinding,
      minimumBase: minimumBase,
      clerksWaiveErrors: clerksWaiveErrors ?? before.clerksWaiveErrors, revision: revision + 1)
    try policy.put(as: viewpoint, on: desk.connection)
    return Done(
      policy, subject: viewpoint.inquiry.slug,
      detail: [
        "sourcesPerFinding": "\(sourcesPerFinding)",
        "minimumBase": minimumBase.map(String.init) ?? "",
        "clerksWaiveErrors": policy.clerksWaiveErrors ? "yes" : "no",
        "weights": policy.weights.map { "\($0.code)=\($0.severity.rawValue)" }.joined(
          separator: " "),
      ])
  }

  private func requireWeights() throws {
    var seen: Set<String> = []
    for weight in weights {
      guard let code = Remark.Code(rawValue: weight.code) else {
        throw Refusal(
          .invalid, "remark_code_unknown",
          "There is no remark “\(weight.code)”; config/errors.md lists them.", field: "weights")
      }
      guard seen.insert(weight.code).inserted else {
        throw Refusal(
          .invalid, "remark_code_repeated", "“\(weight.code)” stands twice.", field: "weights")
      }
      if code.alwaysStops, weight.severity != .error {
        throw Refusal(
          .invalid, "remark_weight_fixed",
          "“\(weight.code)” always stops a report: readers would be sent to what they cannot read, or "
            + "read what is not for them.",
          field: "weights")
      }
      if code.isOfTranscript {
        throw Refusal(
          .invalid, "remark_weight_fixed",
          "“\(weight.code)” is told of transcripts alone, by `inquiry session check`; no policy "
            + "weighs it.", field: "weights")
      }
    }
  }
}
