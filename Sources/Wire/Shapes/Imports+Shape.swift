public import Inquiries

extension ReceivedFile: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      reference: try json.text("reference"), kind: try json.word("kind"),
      fileName: try json.text("fileName"), sha256: try json.text("sha256"),
      byteCount: try json.number("byteCount"), receivedOn: try json.day("receivedOn"),
      undoneAt: try json.optionalInstant("undoneAt"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("kind", kind.rawValue)
      json.field("fileName", fileName)
      json.field("sha256", sha256)
      json.field("byteCount", byteCount)
      json.field("receivedOn", receivedOn)
      json.field("undoneAt", undoneAt?.description)
    }
  }
}
