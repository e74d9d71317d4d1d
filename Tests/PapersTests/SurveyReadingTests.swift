import Foundation
import Papers
import Surveys
import Testing

private let samples = ProcessInfo.processInfo.environment["INQUIRY_SAMPLES"]

@Suite struct SurveyReadingTests {
  static let codebook = """
    question,kind,wording,column,value,code,label,meaning
    Q1,single,"Are thresholds, in your view, rising?",q1,1,yes,Yes,
    ,,,,2,no,No,
    ,,,,97,dk,Don't know,dont_know
    ,,,,98,pnts,Prefer not to say,prefer_not_to_say
    ,,,,99,na,Not asked,not_asked
    Q2,multiple,Which services?,q2a,,early,Early help,
    Q2,,,q2b,,plan,Protection plan,
    Q2,,,,97,dk,Don't know,dont_know
    Q3,text,Anything else?,q3,,,,
    """
  static let header = "id,q1,q2a,q2b,q3,w\n"

  static func codebook(_ text: String = codebook) throws -> Codebook {
    try CodebookReader.read(Array(text.utf8), fileName: "codebook.csv")
  }

  static var mapping: ResponseMapping {
    var mapping = ResponseMapping()
    mapping.respondent = "id"
    mapping.weight = "w"
    return mapping
  }

  static func read(_ text: String, _ change: (inout ResponseMapping) -> Void = { _ in }) throws
    -> Responses
  {
    var mapping = mapping
    change(&mapping)
    return try ResponseReader.read(
      Array(text.utf8), fileName: "responses.csv", codebook: try codebook(), mapping: mapping
    ).responses
  }

  @Test func `a blank row is nobody and is told`() throws {
    var mapping = ResponseMapping()
    mapping.ignored = ["w", "id"]
    let text = Self.header + ",1,,,,\n,,,,,\n, ,,,,\n,2,1,0,,\n"
    let (responses, remarks) = try ResponseReader.read(
      Array(text.utf8), fileName: "r.csv", codebook: try Self.codebook(), mapping: mapping)
    #expect(responses.count == 2 && responses.answers[0] == .single([1, 2]))
    #expect(remarks.map(\.code) == ["response_row_blank"] && remarks.first?.line == 3)
    #expect(remarks.first?.message.contains("(2)") == true)
    #expect(remarks.first?.message.hasSuffix("line 3, 4.") == true)
    #expect(try Self.read(Self.header + "1,1,,,,1\n,,,,,\n").count == 1)
    let error = #expect(throws: PaperError.self) { try Self.read(Self.header + ",1,,,,1\n") }
    #expect(error?.code == "response_respondent_missing" && error?.line == 2)
  }

  @Test func `every way of answering is read apart`() throws {
    let responses = try Self.read(
      Self.header
        + "1,1,1,0,\"Two\nlines, one \"\"quote\"\"\",1.5\r\n2,97,0,0,,0.5\n3,,,,,1\n4,99,97,97,,1\n5,98,,x,,0\n"
    )
    #expect(
      responses.answers == [
        .single([1, 3, 0, 5, 4]), .multiple([0b1, Answers.noneTicked, 0, 0b100, 0b10]),
        .text(["Two\nlines, one \"quote\"", nil, nil, nil, nil]),
      ])
    #expect(
      responses.weights.map { weights in weights.scaled.map(weights.exact) } == [
        "1.5", "0.5", "1", "1", "0",
      ])
  }

  @Test(
    arguments: [
      ("id,q1,q2a,q2b,q3,w,q1\n1,1,0,0,,1,1\n", "response_column_repeated", 1),
      ("id,q1,q2a,q2b,q3,w,\n1,1,0,0,,1,1\n", "response_column_unnamed", 1),
      ("id,q1,q2a,q2b,q3,w,extra\n1,1,0,0,,1,1\n", "response_column_unexpected", 1),
      ("id,q1,q2a,q2b,w\n1,1,0,0,1\n", "response_column_missing", 1),
      ("id;q1;q2a;q2b;q3;w\n1;1;0;0;;1\n", "response_column_missing", 1),
      (header + "1,1,0,0,,1\n2,1,0,0,\n", "response_row_ragged", 3),
      (header + "1,1,0,0,,1\n2,7,0,0,,1\n", "response_value_unknown", 3),
      (header + "1,1,maybe,0,,1\n", "response_value_unknown", 2),
      (header + "1,1,0,0,,1\n1,1,0,0,,1\n", "response_respondent_repeated", 3),
      (header + "1,1,0,0,,-1\n", "response_weight_invalid", 2),
      (header + "1,1,0,0,,\n", "response_weight_invalid", 2),
      (header + "1,1,0,0,\"open,1\n", "csv_quote_open", 2),
      (header + "1,1,0,0,\"a\"b,1\n", "csv_quote_stray", 2),
      (header, "responses_missing", nil), ("", "responses_missing", nil),
    ] as [(String, String, Int?)])
  func `a file that does not fit is refused with its place`(text: String, code: String, line: Int?)
  {
    let error = #expect(throws: PaperError.self) { try Self.read(text) }
    #expect(error?.code == code)
    #expect(error?.line == line)
  }

  @Test func `what a clerk maps is read`() throws {
    let text =
      "Nr;Thresholds;;q2b;q3;w;extra\nnumber;wording;;;;;\n1;1;1;0;;1;x\n2;2;;;;1;y\n"
    let responses = try Self.read(text) { mapping in
      mapping.separator = ";"
      mapping.skippedRows = [2]
      mapping.names = ["q1": "Thresholds", "q2a": "#3"]
      mapping.ignored = ["extra"]
      mapping.respondent = "Nr"
    }
    #expect(responses.answers[0] == .single([1, 2]))
    #expect(responses.answers[1] == .multiple([1, 0]))
    let twice = "id,q1,q2a,q2b,q3,w,q1\n1,1,0,0,,1,2\n"
    #expect(try Self.read(twice) { $0.ignored = ["#2"] }.answers[0] == .single([2]))
  }

  @Test func `Windows-1252 is refused until it is named, a mark is no part of the header`() throws {
    let bytes = Array((Self.header + "1,1,0,0,caf").utf8) + [0xE9] + Array(",1\n".utf8)
    let codebook = try Self.codebook()
    var mapping = Self.mapping
    let error = #expect(throws: PaperError.self) {
      try ResponseReader.read(bytes, fileName: "r.csv", codebook: codebook, mapping: mapping)
    }
    #expect(error?.code == "encoding_invalid")
    #expect(error?.message.contains("--encoding windows-1252") == true)
    mapping.encoding = "windows-1252"
    let responses = try ResponseReader.read(
      bytes, fileName: "r.csv", codebook: codebook, mapping: mapping
    ).responses
    #expect(responses.answers[2] == .text(["café"]))
    #expect(try Self.read("\u{FEFF}" + Self.header + "1,1,0,0,,1\n").count == 1)
  }

  @Test(arguments: [
    ("question,wording,colour\nQ1,What?,red\n", "codebook_column_unknown"),
    ("question,value\nQ1,1\n", "codebook_column_missing"),
    ("question,wording,value\nQ1,What?\n", "codebook_row_ragged"),
    ("question,wording,kind\nQ1,What?,scale\n", "codebook_kind_unknown"),
    ("question,wording,value,meaning\nQ1,What?,1,refused\n", "codebook_meaning_unknown"),
    ("question,wording,value,code\nQ1,What?,1,a\nQ1,,1,b\n", "codebook_value_repeated"),
    ("question,wording,value\nQ1,What?,1\nQ2,Who?,1\nQ1,,2\n", "codebook_question_scattered"),
    ("question,wording\n,What?\n", "codebook_question_missing"),
    ("question,wording,value\nQ1,,1\n", "survey_question_unworded"),
    ("question,wording,kind\nQ1,What?,single\n", "survey_options_missing"),
    ("question,wording,kind,code\nQ1,What?,multiple,a\n", "codebook_column_missing"),
    ("question,wording,column\nQ1,What?,a\nQ2,Who?,a\n", "codebook_column_repeated"),
    ("question,wording,value,code\nQ1,What?,1,two words\n", "survey_code_malformed"),
  ])
  func `a codebook that says no instrument is refused`(text: String, code: String) {
    let error = #expect(throws: PaperError.self) { try Self.codebook(text) }
    #expect(error?.code == code)
  }

  static let ddi = """
    <?xml version="1.0" encoding="UTF-8"?>
    <codeBook xmlns="ddi:codebook:2_5"><stdyDscr><citation><titlStmt><titl>Directors 2018</titl></titlStmt></citation>
    <stdyInfo><sumDscr><collDate date="2018-01-08" event="start"/><collDate date="2018-02-02" event="end"/>
    <universe>Directors in England</universe></sumDscr></stdyInfo>
    <method><dataColl><collMode>Online</collMode></dataColl></method></stdyDscr>
    <dataDscr><varGrp ID="G1" name="Q2" type="multipleResp" var="V2 V3"><labl>Which?</labl></varGrp>
    <var ID="V1" name="q1"><labl>Rising</labl><qstn><preQTxt>Thinking of thresholds:</preQTxt>
    <qstnLit>are they rising?</qstnLit></qstn><universe>All</universe>
    <catgry><catValu>1</catValu><labl>Yes</labl></catgry>
    <catgry missing="Y"><catValu>-8</catValu><labl>Don’t know</labl></catgry>
    <catgry missing="Y"><catValu>-9</catValu><labl>Refused</labl></catgry></var>
    <var ID="V2" name="q2a"><labl>Early help</labl></var><var ID="V3" name="q2b"><labl>Plans</labl></var>
    <var ID="V4" name="w" wgt="wgt"><labl>Weight</labl></var><var ID="V5" name="q3"><labl>More</labl></var>
    </dataDscr></codeBook>
    """

  @Test func `a DDI codebook gives questions, meanings and the study`() throws {
    let codebook = try CodebookReader.read(Array(Self.ddi.utf8), fileName: "study.xml")
    let questions = codebook.instrument.questions
    #expect(questions.map(\.code) == ["q1", "Q2", "q3"])
    #expect(questions.map(\.kind) == [.single, .multiple, .text])
    #expect(questions[0].wording == "Thinking of thresholds: are they rising?")
    #expect(questions[0].options.map(\.meaning) == [.answer, .dontKnow, .preferNotToSay])
    #expect(questions[1].options.map(\.code) == ["q2a", "q2b"])
    #expect(codebook.study["title"] == "Directors 2018")
    #expect(codebook.study["fieldwork_end"] == "2018-02-02")
    #expect(codebook.study["universe"] == "Directors in England")
    #expect(codebook.remarks.count == 2)
    let responses = try ResponseReader.read(
      Array("q1,q2a,q2b,q3\n1,1,0,\n-9,0,0,a\n".utf8), fileName: "r.csv", codebook: codebook
    ).responses
    #expect(responses.answers[0] == .single([1, 3]))
  }

  @Test func `a DDI document with a document type or none of its parts is refused`() {
    for (text, code) in [
      ("<!DOCTYPE a [<!ENTITY b \"c\">]><codeBook/>", "doctype_refused"),
      ("<codeBook/>", "ddi_without_variables"), ("<codeBook><var>", "xml_damaged"),
    ] {
      let error = #expect(throws: PaperError.self) { try Self.codebook(text) }
      #expect(error?.code == code)
    }
  }
}

// LOUD: NOT RUN UNLESS INQUIRY_SAMPLES NAMES THE DIRECTORY OF THE SAMPLES.
@Suite(.enabled(if: samples != nil, "INQUIRY_SAMPLES is not set: no real survey was read"))
struct SurveySampleTests {
  @Test func `a real survey is counted as it was published`() throws {
    let file = URL(filePath: try #require(samples)).appending(
      path: "survey-microdata/comma-survey.csv")
    let bytes = Array(try Data(contentsOf: file))
    let codebook = try SurveyReadingTests.codebook(
      """
      question,wording,column,value
      Q2,Heard of it?,"Prior to reading about it above, had you heard of the serial (or Oxford) comma?",Yes
      ,,,No
      Gender,Gender,,Male
      ,,,Female
      """)
    var mapping = ResponseMapping()
    mapping.respondent = "RespondentID"
    mapping.ignored = Set((["#2"] + (4...8).map { "#\($0)" } + (10...13).map { "#\($0)" }))
    let responses = try ResponseReader.read(
      bytes, fileName: "comma-survey.csv", codebook: codebook, mapping: mapping
    ).responses
    let tabulation = Tabulation(codebook.instrument, responses)
    #expect(responses.count == 1_129)
    #expect(tabulation.table(of: 0).everybody.cells.map { $0?.count } == [655, 444])
    #expect(tabulation.table(of: 0).everybody.base?.count == 1_099)
    #expect(tabulation.table(of: 1).everybody.cells.map { $0?.count } == [489, 548])
  }
}
