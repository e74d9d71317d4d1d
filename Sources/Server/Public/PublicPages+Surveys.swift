import Hummingbird
import Inquiries
import Postgres
import Records
import Surveys
import Wire

/// Pages of surveys, and their tables as CSV.
extension PublicPages {
  func survey(
    _ reference: String, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> PublicAnswer? {
    guard let survey = try PublishedSurvey.find(reference, of: inquiry.id, on: connection) else {
      let gone = try Tombstone.ofWritten(reference, of: inquiry.id, on: connection)
      return tombstones(
        gone.map { [$0] } ?? [], at: .survey(inquiry.slug, reference), in: .surveys, of: inquiry)
    }
    let passages = try PublishedPassage.all(
      ofSubmission: reference, of: inquiry, on: connection)
    return draw(SurveyPage(survey, passages, of: inquiry, drawing))
  }

  /// An answer by itself: a page of few words that leads to its place among the
  /// others, or tells that it went.
  func answer(
    _ anchor: String, of reference: String, at survey: String, _ inquiry: PublishedInquiry,
    _ connection: Connection
  ) throws -> PublicAnswer? {
    let place = PublishedVersion.Place.answer(survey: reference, anchor: anchor)
    if let found = try PublishedVersion.standing(at: place, in: inquiry.id, on: connection) {
      return draw(VersionPage(found, at: place, of: inquiry, drawing))
    }
    let gone = try PublishedVersions.gone(anchor, of: reference, in: inquiry, on: connection)
    return tombstones(
      gone.map { [$0] } ?? [], at: .answer(inquiry.slug, reference, anchor), in: .surveys,
      of: inquiry)
  }

  /// Every table of a survey, a row for each figure; what is held back is `[c]`.
  func surveyTables(
    _ reference: String, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> PublicAnswer? {
    guard let survey = try PublishedSurvey.find(reference, of: inquiry.id, on: connection) else {
      return nil
    }
    var text =
      "question,wording,by,group,option,label,count,base,percent,weighted_count,weighted_base,weighted_percent\r\n"
    for table in survey.questions.flatMap(\.tables) {
      let shape = SurveyTableShape(table, rule: survey.rule)
      for column in shape.columns {
        for (row, cell) in zip(shape.rows, column.cells) {
          let isWeighted = table.weightScale != nil
          let fields = [
            shape.question, shape.wording, shape.by ?? "", column.group ?? "", row.code, row.label,
            cell.count.map(String.init) ?? "[c]", column.base.map(String.init) ?? "[c]",
            cell.percent ?? (cell.count == nil ? "[c]" : "[u]"),
            isWeighted ? cell.weightedCount ?? "[c]" : "",
            isWeighted ? column.weightedBase ?? "[c]" : "",
            isWeighted ? cell.weightedPercent ?? (cell.weightedCount == nil ? "[c]" : "[u]") : "",
          ]
          text += fields.map(Self.field).joined(separator: ",") + "\r\n"
        }
      }
    }
    return PublicAnswer(contentType: "text/csv; charset=utf-8", body: ByteBuffer(string: text))
  }

  /// A field of CSV that no spreadsheet takes for a formula.
  private static func field(_ text: String) -> String {
    let safe = text.first.map { "=+-@".contains($0) } == true ? "'" + text : text
    let needsQuotes = safe.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}
