public import Inquiries

extension ReportLimb: JSONWritable {
  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("number", number)
      json.field("words", words)
      json.field("act", act)
      json.field("addressees", addressees)
      json.field("deadline", deadline)
    }
  }
}

extension ReportDeadline: JSONWritable {
  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("words", words)
      json.field("kind", kind.rawValue)
      json.field("dueOn", dueOn)
      json.field("event", event?.name)
      json.field("happenedOn", event?.happenedOn)
      json.field("eventSource", event?.source)
      json.field("months", event?.after.months)
      json.field("days", event?.after.days)
    }
  }
}

extension ReportLineage: JSONWritable {
  public func write(to json: inout JSONBytes) {
    write(to: &json, at: href)
  }

  /// - Parameter address: Of what is taken up; whole where the reader is elsewhere.
  public func write(to json: inout JSONBytes, at address: String?) {
    json.object { json in
      json.field("relation", relation.rawValue)
      json.field("title", title)
      json.field("recommendation", number)
      json.field("document", reference)
      json.field("words", words)
      json.field("href", address)
    }
  }
}

/// The schemas of what is written above; there is no reader to record them from.
extension ShapeSchema {
  public static var reportLimb: ShapeSchema {
    ShapeSchema(
      "ReportLimb",
      [
        .number("number"), .text("words"), .text("act"),
        .shapes("addressees", Addressee.schema),
        .shape(
          "deadline",
          ShapeSchema(
            "ReportDeadline",
            [
              .text("words"), .word("kind", Deadline.Kind.self), .day("dueOn").orNull,
              .text("event").orNull, .day("happenedOn").orNull, .text("eventSource").orNull,
              .number("months").orNull, .number("days").orNull,
            ])
        ).orNull,
      ])
  }

  public static var reportLineage: ShapeSchema {
    ShapeSchema(
      "ReportLineage",
      [
        .word("relation", Lineage.Relation.self), .text("title"),
        .number("recommendation").orNull, .text("document").orNull, .text("words").orNull,
        .text("href").orNull,
      ])
  }
}
