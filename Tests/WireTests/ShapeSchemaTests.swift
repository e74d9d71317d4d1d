import Foundation
import Inquiries
import Testing

@testable import Wire

@Suite struct ShapeSchemaTests {
  private func required(_ shape: any JSONShape.Type) -> [String] {
    shape.schema.fields.filter(\.isRequired).map(\.name)
  }

  @Test func `a request must say what its reader cannot do without`() {
    #expect(required(ActRequest.self) == ["decision"])
    #expect(required(DecisionShape.self) == ["on", "by"])
    #expect(required(RecommendationRequest.self).isEmpty)
  }

  @Test func `forms are those that the reader asks for`() {
    let fields = Source.schema.fields
    #expect(fields.first { $0.name == "heldOn" }?.form == .day)
    #expect(fields.first { $0.name == "questions" }?.form == .shape(RangeShape.schema))
    #expect(
      fields.first { $0.name == "kind" }?.form == .word(SourceKind.allCases.map(\.rawValue)))
  }

  @Test func `an answer may say null where the writer does`() {
    let nullable = Inquiry.schema.fields.filter(\.isNullable).map(\.name)
    #expect(nullable == ["predecessor", "launchedOn", "reportedOn", "banner", "lapsedOn"])
    #expect(Inquiry.schema.fields.filter { !$0.isAlwaysWritten }.isEmpty)
  }

  @Test func `of fields that exclude each other a request says one`() {
    #expect(LinkRequest.schema.exclusive == [["finding", "recommendation", "proposition"]])
    #expect(LinkRequest.schema.fault == nil)
  }

  @Test(arguments: [
    (#"{"locator":"Q1"}"#, "field_missing"),
    (#"{"locator":"Q1","finding":null}"#, "field_missing"),
    (#"{"locator":"Q1","finding":"a","recommendation":"b"}"#, "field_value"),
  ])
  func `none or both of them is refused`(text: String, code: String) throws {
    let fault = #expect(throws: JSONFault.self) {
      try LinkRequest(JSONObject(Array(text.utf8)))
    }
    #expect(fault?.code == code)
  }

  @Test func `lists of closed words say which`() {
    let uses = ConsentRequest.schema.fields.first { $0.name == "uses" }
    #expect(uses?.form == .list(.word(ConsentUse.allCases.map(\.rawValue))))
    #expect(ConsentRequest.schema.exclusive == [["references", "reference"]])
    #expect(ConsentRequest.schema.fault == nil)
  }

  private struct Drifted: JSONShape {
    init(_ json: JSONObject) throws {
      _ = try json.text("read")
    }

    func write(to json: inout JSONBytes) {
      json.object { $0.field("written", "a") }
    }
  }

  @Test func `a reader and a writer that part ways are found`() {
    #expect(Drifted.schema.fault?.contains("reads read and writes written") == true)
  }

  @Test func `names say what a shape is of`() {
    #expect(ShapeSchema.name(of: ListShape<Source>.self) == "SourceList")
    #expect(ShapeSchema.name(of: PushReport.Change.self) == "PushReportChange")
    #expect(ActRequest.schema.requestName == "ActRequest")
  }

  @Test(arguments: [
    #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, #"{"b":[{"c":{"a":1,"b":[],"a":null}}]}"#,
    "{\"\u{e9}\":1,\"e\u{301}\":2}",
  ])
  func `a field that stands twice is refused`(text: String) {
    let fault = #expect(throws: JSONFault.self) { try JSONObject(Array(text.utf8)) }
    #expect(fault?.code == "field_repeated")
  }

  @Test(arguments: [
    #"{"a":"a\",\"a","b":"{\"a\":1,\"a\":2}"}"#, #"{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}"#,
    #"{"a":["a","a","b"],"\\":"\\\\","b":"\""}"#,
  ])
  func `the same word elsewhere is no repetition`(text: String) {
    #expect(throws: Never.self) { _ = try JSONObject(Array(text.utf8)) }
  }
}
