import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Inquiries
import TestSupport
import Testing
import Wire

@testable import Server

/// What no form of ours would send, at every operation of the staff side: each
/// answer is one that the description tells of, and none is a fault of ours.
@Suite(.database) struct NastyInputTests {
  /// Bodies that are no JSON of ours, or hardly.
  private static let bodies: [[UInt8]] =
    [
      "", " ", "null", "[]", "1", "\"a\"", "{", "{}", "{]", "{\"\":1}", "{\"a\":1,\"a\":2}",
      #"{"locator":"\ud800","name":"\udfff","realName":"\u0000"}"#, "{\"a\":\u{0}}",
      "{\"version\":1e400,\"count\":-1e-400,\"locator\":" + String(repeating: "9", count: 5_000)
        + "}", "{\"a\":NaN}", "{\"a\":0x10}", "{'a':1}", "{\"a\":1,}", "{\"a\":1}{\"b\":2}",
      String(repeating: "[", count: 100_000),
      "{\"decision\":" + String(repeating: "{\"decision\":", count: 10_000),
      "{\"references\":[" + String(repeating: "[", count: 400)
        + String(repeating: "]", count: 400) + "]}",
    ].map { Array($0.utf8) } + [
      [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00],
      [0x00, 0x7B, 0x00, 0x7D], [0x7B, 0x22, 0xC0, 0x80, 0x22, 0x3A, 0x31, 0x7D],
      [0x7B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x3A, 0x31, 0x7D], [0xFF],
    ]

  private static let texts = [
    "", " ", "\u{0}", "a\u{0}b", "\u{202E}gnirts", "\u{200B}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}",
    "e\u{301}", "👩‍👩‍👧", "' OR 1=1 --", "\\", "\"", "%00", "../..", "\r\n", "\u{7F}", "NaN", "{{{x}}}",
    "9223372036854775808", "-1", "Q999999999999999999999", "Q1-999999999", "@Q1]",
    String(repeating: "a", count: 300_000),
  ]

  private func path(_ operation: Server.Operation, word: String = "OS1") -> String {
    var path = operation.path.replacing("{inquiry}", with: "example")
      .replacing("{id}", with: "1").replacing("{number}", with: "1")
    path.replace(#/\{[a-z]+\}/#, with: Client.escaped(word))
    return path
  }

  private func expectDescribed(
    _ answer: TestResponse, _ operation: Server.Operation, _ what: String
  ) {
    let status = answer.status.code
    let isDescribed = operation.statuses.contains(status) || operation.allRefusals.contains(status)
    #expect(status < 500 && isDescribed, "\(operation.key) answers \(status) to \(what.prefix(60))")
    // The framework's own sentences name neither place nor remedy.
    #expect(answer.code != "bad_request", "\(operation.key), \(what.prefix(60))")
  }

  private static let headers: HTTPFields = [.ifMatch: "\"1\""]

  @Test func `bodies that cannot be read are refused`() async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      for operation in StaffAPI.operations {
        guard case .shape = operation.body else { continue }
        for body in NastyInputTests.bodies {
          let answer = try await client.send(
            operation.method, path(operation), body, headers: NastyInputTests.headers)
          expectDescribed(answer, operation, String(decoding: body, as: UTF8.self))
          #expect(answer.status.code >= 400)
        }
      }
    }
  }

  @Test func `texts that nobody would write break nothing, wherever they stand`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await world.push(Sample.draft())
    let (_, token) = try await world.user("Ada Administrator", .administrator)
    try await StaffClient.run(world) { client in
      let client = client.with(token: token)
      for operation in StaffAPI.operations {
        guard case .shape(let schema) = operation.body else { continue }
        for text in NastyInputTests.texts {
          let body = NastyInputTests.value(of: schema, saying: text).jsonBytes
          let answer = try await client.send(
            operation.method, path(operation), body, headers: NastyInputTests.headers)
          expectDescribed(answer, operation, text)
        }
      }
    }
  }

  @Test func `addresses with such texts lead nowhere, or to a refusal`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await StaffClient.run(world) { client in
      for operation in StaffAPI.operations where operation.method == .get {
        for text in NastyInputTests.texts where !text.isEmpty && text.utf8.count < 10_000 {
          let inquiry = path(operation).replacing("example", with: Client.escaped(text))
          for address in [path(operation, word: text), inquiry] {
            expectDescribed(try await client.send(.get, address), operation, text)
          }
          for parameter in operation.query {
            let address = "\(path(operation))?\(parameter.name)=\(Client.escaped(text))"
            expectDescribed(try await client.send(.get, address), operation, text)
          }
        }
      }
    }
  }

  @Test func `a part of an address that is no number is refused in words of ours`() async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      for operation in StaffAPI.operations {
        for name in ["{id}", "{number}"] where operation.path.contains(name) {
          for text in ["what", "0", "-1", "1.5", "9223372036854775808"] {
            let address = operation.path.replacing("{inquiry}", with: "example")
              .replacing(name, with: text).replacing(#/\{[a-z]+\}/#, with: "1")
            let answer = try await client.send(
              operation.method, address, headers: NastyInputTests.headers)
            #expect(answer.status == .notFound && answer.code == "address_value", "\(address)")
            #expect(answer.text.contains("“\(text)” stands in the address"))
          }
        }
      }
    }
  }

  /// A request in which every text is the one given.
  private static func value(of schema: ShapeSchema, saying text: String) -> JSONValue {
    let left = Set(schema.exclusive.flatMap { $0.dropFirst() })
    return .object(
      schema.fields.filter { !left.contains($0.name) }.map {
        .init($0.name, value(of: $0.form, saying: text))
      })
  }

  private static func value(of form: FieldForm, saying text: String) -> JSONValue {
    switch form {
    case .text: .text(text)
    case .day: "2024-01-31"
    case .word(let words): .text(words.first ?? text)
    case .number(let range): .number(min(max(1, range.lowerBound), range.upperBound))
    case .flag: true
    case .list(let form): [value(of: form, saying: text)]
    case .shape(let schema): value(of: schema, saying: text)
    }
  }
}
