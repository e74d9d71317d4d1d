import Foundation
import Wire

@testable import Server

/// Holds answers to the document, field by field: what it does not say may not
/// be there either.
struct SchemaCheck {
  private let document: [String: Any]

  init(isPublicOnly: Bool = false) throws {
    let bytes = try OpenAPIDocument(isPublicOnly: isPublicOnly).json.jsonBytes
    document =
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
  }

  private func component(_ kind: String, _ name: String) -> [String: Any] {
    let components = document["components"] as? [String: [String: Any]]
    return components?[kind]?[name] as? [String: Any] ?? [:]
  }

  /// What is wrong with the answer of an operation; empty when nothing is.
  func faults(in bytes: [UInt8], of operation: Server.Operation, status: Int) -> [String] {
    let paths = document["paths"] as? [String: [String: [String: Any]]]
    let found = paths?[operation.path]?[operation.method.rawValue.lowercased()]
    guard let responses = found?["responses"] as? [String: [String: Any]],
      var response = responses["\(status)"]
    else { return ["\(operation.id) does not say that it answers \(status)"] }
    if let reference = response["$ref"] as? String {
      response = component("responses", last(reference))
    }
    let content = response["content"] as? [String: [String: Any]] ?? [:]
    let type = status < 400 ? "application/json" : "application/problem+json"
    guard let schema = content[type]?["schema"] as? [String: Any] else { return [] }
    guard
      let value = try? JSONSerialization.jsonObject(
        with: Data(bytes), options: .fragmentsAllowed)
    else { return ["no JSON"] }
    return faults(value, schema, operation.id)
  }

  private func last(_ reference: String) -> String {
    reference.split(separator: "/").last.map(String.init) ?? ""
  }

  private func faults(_ value: Any, _ schema: [String: Any], _ at: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      return faults(value, component("schemas", last(reference)), at)
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let found = choices.map { faults(value, $0, at) }
      return found.contains(where: \.isEmpty) ? [] : found.first ?? []
    }
    let types = schema["type"] as? [String] ?? [schema["type"] as? String ?? "none"]
    guard types.contains(where: { isOf($0, value) }) else {
      return ["\(at) is no \(types.joined(separator: " or "))"]
    }
    if let words = schema["enum"] as? [Any], let word = value as? String,
      !words.contains(where: { $0 as? String == word })
    {
      return ["\(at) says “\(word)”"]
    }
    if let object = value as? [String: Any] { return faults(object, schema, at) }
    guard let list = value as? [Any], let items = schema["items"] as? [String: Any] else {
      return []
    }
    return list.enumerated().flatMap { faults($1, items, "\(at)[\($0)]") }
  }

  private func faults(
    _ object: [String: Any], _ schema: [String: Any], _ at: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
    return missing.map { "\(at).\($0) is missing" }
      + object.keys.sorted().flatMap { name in
        guard let property = properties[name], let value = object[name] else {
          return ["\(at).\(name) is not described"]
        }
        return faults(value, property, "\(at).\(name)")
      }
  }

  private func isOf(_ type: String, _ value: Any) -> Bool {
    let isFlag = (value as? NSNumber).map { ["c", "B"].contains(String(cString: $0.objCType)) }
    return switch type {
    case "null": value is NSNull
    case "string": value is String
    case "integer":
      isFlag == false && (value as? NSNumber).flatMap { Int(exactly: $0.doubleValue) } != nil
    case "boolean": isFlag == true
    case "array": value is [Any]
    case "object": value is [String: Any]
    default: false
    }
  }
}
