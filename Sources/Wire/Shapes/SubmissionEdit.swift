public import Inquiries

/// What is mended of a submission. A field left out stays; `supplements`,
/// `call` and `datedOn` as null take it away.
public struct SubmissionEdit: JSONShape, Sendable {
  public var submitterKind: WrittenSubmission.SubmitterKind?
  public var sequenceKind: WrittenSubmission.SequenceKind?
  public var supplements: String??
  public var call: String??
  public var receivedOn: Day?
  public var datedOn: Day??
  /// Whose capacity and organisation are meant, where several signed.
  public var submitter: String?
  public var capacity: String?
  public var organisation: String?

  public init() {}

  public init(_ json: JSONObject) throws {
    submitterKind = try json.optionalWord("submitterKind")
    sequenceKind = try json.optionalWord("sequenceKind")
    supplements = json.has("supplements") ? .some(try json.optionalText("supplements")) : nil
    call = json.has("call") ? .some(try json.optionalText("call")) : nil
    receivedOn = try json.optionalDay("receivedOn")
    datedOn = json.has("datedOn") ? .some(try json.optionalDay("datedOn")) : nil
    submitter = try json.optionalText("submitter")
    capacity = try json.optionalText("capacity")
    organisation = try json.optionalText("organisation")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      if let submitterKind { json.field("submitterKind", submitterKind.rawValue) }
      if let sequenceKind { json.field("sequenceKind", sequenceKind.rawValue) }
      if let supplements { json.field("supplements", supplements) }
      if let call { json.field("call", call) }
      if let receivedOn { json.field("receivedOn", receivedOn) }
      if let datedOn { json.field("datedOn", datedOn) }
      if let submitter { json.field("submitter", submitter) }
      if let capacity { json.field("capacity", capacity) }
      if let organisation { json.field("organisation", organisation) }
    }
  }
}
