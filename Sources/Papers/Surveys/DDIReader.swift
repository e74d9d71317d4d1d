import Surveys

/// Reads the questions of a DDI Codebook 2.5 document, and what it says of the
/// study (domain.md, 3.11).
///
/// A `var` is a question; a `varGrp` of type `multipleResp` makes one question
/// of its variables, each an option. Variables marked as weights are none.
final class DDIReader: DocxPart {
  /// What was read.
  struct Result {
    let questions: [CodebookQuestion]
    let study: [String: String]
    let remarks: [PaperRemark]
  }

  private struct Variable {
    var id: String
    var name: String
    var label = ""
    var wording = ""
    var universe = ""
    var isWeight = false
    var options: [CodebookQuestion.Option] = []
    /// What marks an option as missing data, by place.
    var missing: Set<Int> = []
  }

  private struct Group {
    var members: [String]
    var name: String
    var label = ""
    var wording = ""
  }

  /// Our names for what stands in the description of the study.
  private static let fields = [
    "titl": "title", "universe": "universe", "collMode": "mode", "sampProc": "sampling",
    "weight": "weighting", "respRate": "response_rate", "fundAg": "client",
    "AuthEnty": "conducted_by",
  ]

  private var path: [String] = []
  private var text = ""
  private var variables: [Variable] = []
  private var groups: [Group] = []
  private var study: [String: String] = [:]

  static func read(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits
  ) throws(PaperError) -> Result {
    var doctype = DoctypeScan()
    guard !bytes.withUnsafeBytes({ doctype.finds(in: $0) }) else {
      throw PaperError(
        code: "doctype_refused",
        message:
          "\(fileName) declares a document type, which can hide what a text says; take the declaration out.",
        file: fileName)
    }
    let reader = DDIReader()
    try DocxXML.parse(
      bytes, into: reader, name: "codeBook", fileName: fileName, limits: limits,
      remedy: "export it again, in UTF-8")
    guard reader.variables.contains(where: { !$0.isWeight }) else {
      throw PaperError(
        code: "ddi_without_variables",
        message:
          "\(fileName) has no variable; a codebook in DDI 2.5 lists them in dataDscr as var.",
        file: fileName)
    }
    var remarks: [PaperRemark] = []
    let questions = reader.questions(&remarks)
    return Result(questions: questions, study: reader.study, remarks: remarks)
  }

  func begin(_ element: DocxElement) {
    let name = Self.local(element.name)
    path.append(name)
    switch name {
    case "var":
      variables.append(
        Variable(
          id: element["ID"] ?? "", name: element["name"] ?? "", isWeight: element["wgt"] == "wgt"))
    case "varGrp" where element["type"] == "multipleResp":
      groups.append(
        Group(
          members: (element["var"] ?? "").split(separator: " ").map(String.init),
          name: element["name"] ?? element["ID"] ?? ""))
    case "catgry" where !variables.isEmpty:
      let last = variables.count - 1
      if element["missing"] == "Y" { variables[last].missing.insert(variables[last].options.count) }
      variables[last].options.append(
        .init(value: "", code: "", label: "", meaning: .answer, column: nil))
    case "collDate":
      if let date = element["date"] {
        study[element["event"] == "end" ? "fieldwork_end" : "fieldwork_start"] = date
        if element["event"] == "single" { study["fieldwork_end"] = date }
      }
    default: break
    }
    text = ""
  }

  func text(_ text: String) { self.text += text }

  func end(_ closed: String) {
    let name = path.popLast() ?? ""
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    text = ""
    guard !words.isEmpty else { return }
    if path.contains("stdyDscr") {
      // The title is of the study itself, not of what it cites.
      if let field = Self.fields[name], study[field] == nil { study[field] = words }
      return
    }
    if path.contains("var"), !variables.isEmpty {
      take(name, words, at: variables.count - 1)
    } else if path.last == "varGrp", !groups.isEmpty {
      if name == "labl" { groups[groups.count - 1].label = words }
      if name == "txt" { groups[groups.count - 1].wording = words }
    }
  }

  private func take(_ name: String, _ words: String, at last: Int) {
    switch (path.last, name) {
    case ("catgry", "catValu"):
      variables[last].options[variables[last].options.count - 1].value = words
    case ("catgry", "labl"):
      variables[last].options[variables[last].options.count - 1].label = words
    case ("var", "labl"): variables[last].label = words
    case ("var", "universe"): variables[last].universe = words
    case ("qstn", "preQTxt"), ("qstn", "qstnLit"), ("qstn", "postQTxt"):
      variables[last].wording += (variables[last].wording.isEmpty ? "" : " ") + words
    default: break
    }
  }

  private static func local(_ name: String) -> String {
    String(name[(name.firstIndex(of: ":").map(name.index(after:)) ?? name.startIndex)...])
  }

  private func questions(_ remarks: inout [PaperRemark]) -> [CodebookQuestion] {
    let grouped = Set(groups.flatMap(\.members))
    var met: Set<String> = []
    var questions: [CodebookQuestion] = []
    for variable in variables where !variable.isWeight {
      guard grouped.contains(variable.id) else {
        questions.append(question(of: variable, &remarks))
        continue
      }
      for group in groups
      where group.members.contains(variable.id) && met.insert(group.name).inserted {
        questions.append(question(of: group))
      }
    }
    return questions
  }

  private func question(of group: Group) -> CodebookQuestion {
    let members = variables.filter { group.members.contains($0.id) }
    return CodebookQuestion(
      code: group.name, kind: .multiple,
      wording: group.wording.isEmpty ? group.label : group.wording,
      askedOf: members.first.flatMap { $0.universe.isEmpty ? nil : $0.universe },
      options: members.map { member in
        CodebookQuestion.Option(
          value: "", code: SurveyOption.isCode(member.name) ? member.name : "",
          label: member.label.isEmpty ? member.name : member.label, meaning: .answer,
          column: member.name)
      })
  }

  private func question(of variable: Variable, _ remarks: inout [PaperRemark]) -> CodebookQuestion {
    let options = variable.options.enumerated().map { place, option in
      var option = option
      if option.label.isEmpty { option.label = option.value }
      if variable.missing.contains(place) {
        option.meaning = Self.meaning(of: option.label)
        remarks.append(
          PaperRemark(
            code: "missing_value_read",
            message:
              "\(variable.name): the missing value “\(option.value)”, \(option.label), was read as \(option.meaning.rawValue)."
          ))
      }
      return option
    }
    return CodebookQuestion(
      code: variable.name, kind: options.isEmpty ? .text : .single,
      wording: variable.wording.isEmpty ? variable.label : variable.wording,
      askedOf: variable.universe.isEmpty ? nil : variable.universe, column: variable.name,
      options: options)
  }

  /// What a value marked as missing stands for, by the words of its label.
  private static func meaning(of label: String) -> SurveyOption.Meaning {
    let label = label.lowercased().replacing("’", with: "'")
    func says(_ words: String...) -> Bool { words.contains { label.contains($0) } }
    if says("don't know", "dont know", "do not know", "not sure", "can't say") { return .dontKnow }
    if says("prefer not", "refus", "rather not") { return .preferNotToSay }
    if says("not asked", "not applicable", "inapplicable", "not routed") { return .notAsked }
    return .skipped
  }
}
