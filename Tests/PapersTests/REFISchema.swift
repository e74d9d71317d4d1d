import Foundation
import Testing

@testable import Papers

/// Holds a file to what the published schemas of REFI-QDA say of the elements that
/// we write: which children in which order, which attributes, of which form.
///
/// - SeeAlso: Codebook.xsd and Project.xsd of QDA-XML 1.0, 18 March 2019.
final class REFISchema: DocxPart {
  private struct Form {
    /// In the order of the sequence.
    let children: [String]
    let required: [String]
    let optional: [String]
    var wantsOne = false
  }

  private static let forms: [String: Form] = [
    "CodeBook": Form(children: ["Codes", "Sets"], required: [], optional: ["origin"]),
    "Codes": Form(children: ["Code"], required: [], optional: [], wantsOne: true),
    "Code": Form(
      children: ["Description", "NoteRef", "Code"], required: ["guid", "name", "isCodable"],
      optional: ["color"]),
    "Description": Form(children: [], required: [], optional: []),
    "Project": Form(
      children: [
        "Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs",
        "Description", "NoteRef",
      ], required: ["name"], optional: ["origin"]),
    "Users": Form(children: ["User"], required: [], optional: [], wantsOne: true),
    "User": Form(children: [], required: ["guid"], optional: ["name", "id"]),
    "Sources": Form(children: ["TextSource"], required: [], optional: [], wantsOne: true),
    "TextSource": Form(
      children: ["Description", "PlainTextContent", "PlainTextSelection", "Coding"],
      required: ["guid"], optional: ["name", "plainTextPath"]),
    "PlainTextSelection": Form(
      children: ["Description", "Coding", "NoteRef"],
      required: ["guid", "startPosition", "endPosition"], optional: ["name"]),
    "Coding": Form(
      children: ["CodeRef", "NoteRef"], required: ["guid"],
      optional: ["creatingUser", "creationDateTime"], wantsOne: true),
    "CodeRef": Form(children: [], required: ["targetGUID"], optional: []),
  ]

  private let root: String
  private var open: [(name: String, last: Int, count: Int)] = []

  static func check(_ bytes: [UInt8], root: String) throws {
    try DocxXML.parse(
      bytes, into: REFISchema(root: root), name: root, fileName: root, limits: PaperLimits())
  }

  private init(root: String) {
    self.root = root
  }

  func begin(_ element: DocxElement) throws(PaperError) {
    let name = String(element.name.split(separator: ":").last ?? "")
    let space = root == "Project" ? "project" : "codebook"
    #expect(element.namespace == "urn:QDA-XML:\(space):1.0")
    if let parent = open.last {
      let place = REFISchema.forms[parent.name]?.children.firstIndex(of: name)
      #expect(place != nil, "\(name) within \(parent.name)")
      #expect((place ?? 0) >= parent.last, "\(name) out of order in \(parent.name)")
      open[open.count - 1].last = place ?? 0
      open[open.count - 1].count += 1
    } else {
      #expect(name == root)
    }
    let form = REFISchema.forms[name]
    for required in form?.required ?? [] {
      #expect(element[required] != nil, "\(name) without \(required)")
    }
    for attribute in ["guid", "targetGUID", "creatingUser"] {
      guard let value = element[attribute] else { continue }
      let pattern = #/[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}/#
      #expect(value.wholeMatch(of: pattern) != nil, "\(value)")
      #expect(
        (form?.required ?? []).contains(attribute) || (form?.optional ?? []).contains(attribute))
    }
    if let colour = element["color"] {
      #expect(colour.wholeMatch(of: #/#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})/#) != nil)
    }
    if let at = element["creationDateTime"] {
      #expect(at.wholeMatch(of: #/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z/#) != nil, "\(at)")
    }
    open.append((name, 0, 0))
  }

  func text(_ text: String) throws(PaperError) {}

  func end(_ name: String) throws(PaperError) {
    guard let closed = open.popLast() else { return }
    #expect(REFISchema.forms[closed.name]?.wantsOne != true || closed.count > 0)
  }
}
