import Inquiries
import Papers
import Records
import Surveys

/// Writes the questions of a survey: each with a chart of everybody's answers and
/// the same as a table, then the tables by groups.
///
/// A row is at the anchor of its answer. Bytes and not a template: a survey of
/// fifty questions has thousands of cells (performance.md 4).
struct SurveyHTML {
  private let survey: PublishedSurvey
  /// Answers whose words were corrected, by the code of their question.
  private let corrected: [String: [PublishedPassage]]
  private let slug: String
  private var html: HTMLBytes

  static func bytes(
    of survey: PublishedSurvey, _ passages: [PublishedPassage], in slug: String
  ) -> DrawnBytes {
    let corrected = passages.filter { !$0.corrections.isEmpty && $0.passage.answer != nil }
    var writer = SurveyHTML(
      survey: survey,
      corrected: Dictionary(grouping: corrected) { $0.passage.answer?.question ?? "" },
      slug: slug, html: HTMLBytes(capacity: survey.questions.count * 4_096))
    for question in survey.questions { writer.write(question) }
    return DrawnBytes(writer.html.bytes)
  }

  private mutating func write(_ asked: PublishedSurvey.Question) {
    let question = asked.question
    let anchor = AnswerPlace.anchor(ofQuestion: question.code)
    html.literal("<section class=\"survey-question\" aria-labelledby=\"")
    html.attribute(anchor)
    html.literal("\">\n<h2 id=\"")
    html.attribute(anchor)
    html.literal("\">")
    html.text("\(question.code). \(question.wording)")
    html.literal("</h2>\n")
    if let askedOf = question.askedOf { paragraph("Asked of: \(askedOf)") }
    if question.kind == .multiple { paragraph("Several answers could be ticked.") }
    if let stated = asked.stated { write(stated, to: question) }
    if let table = asked.tables.first {
      write(table, alone: true)
      note(on: table)
    }
    for table in asked.tables.dropFirst() { write(table, alone: false) }
    if question.kind == .text { write(asked.inWords, asked.gone) }
    for passage in corrected[question.code] ?? [] { write(correctionsOf: passage) }
    html.literal("</section>\n")
  }

  /// What an answer was put as before, and where that still stands.
  private mutating func write(correctionsOf published: PublishedPassage) {
    paragraph("\(published.passage.locator ?? "") is cited as: \(published.passage.text)")
    PassageHTML.corrections(of: published, to: &html, in: slug)
  }

  private mutating func paragraph(_ text: String) {
    html.literal("<p class=\"note\">")
    html.text(text)
    html.literal("</p>\n")
  }

  private mutating func write(_ answers: [PublishedSurvey.Quoted], _ gone: [AnswerGone]) {
    paragraph(
      answers.isEmpty && gone.isEmpty
        ? "Answered in the respondents' own words, which are not published with the survey."
        : "Answered in the respondents' own words. Those below were published one by one, and are "
          + "numbered as they were published.")
    for answer in answers {
      html.literal("<div class=\"answer\" id=\"")
      html.attribute(answer.place.anchor)
      html.literal("\">\n<p class=\"who\">Answer ")
      html.text(answer.place.option)
      html.literal("</p>\n")
      PassageHTML.paragraphs(answer.text, to: &html)
      html.literal("</div>\n")
    }
    for answer in gone {
      html.literal("<div class=\"answer\" id=\"")
      html.attribute(answer.place.anchor)
      html.literal("\">\n<p class=\"who\">Answer ")
      html.text(answer.place.option)
      html.literal("</p>\n<p class=\"corrected\">Taken down on ")
      html.time(answer.tombstone.removedOn)
      html.text(": \(answer.tombstone.reason)")
      html.literal("</p>\n</div>\n")
    }
  }

  /// What the base allows to be said.
  private mutating func note(on table: SurveyTable) {
    guard let base = table.everybody.base?.count else {
      return paragraph("[c]: held back, because too few answered.")
    }
    switch survey.rule.band(base: base) {
    case .tooSmall, .plain: break
    case .countsOnly: paragraph("So few answered that percentages would mislead.")
    case .caution: paragraph("Caution: a very small base; one respondent moves a figure by points.")
    case .small: paragraph("A small base, of fewer than 100.")
    }
    if table.columns.contains(where: { $0.cells.contains { $0 == nil } }) {
      paragraph(
        "[c]: held back, because few gave the answer or because it would give such a figure away.")
    }
  }

  private mutating func write(_ stated: [StatedFigure], to question: SurveyQuestion) {
    chart(
      question,
      zip(question.options, stated).map {
        AnswerChart.Bar(label: $0.label, figure: $1.inWords, share: $1.share)
      })
    html.literal("<table class=\"figures\">\n<caption>As published</caption>\n<thead><tr>")
    for title in ["Answer", "Figure", "Base"] { head(title) }
    html.literal("</tr></thead>\n<tbody>\n")
    for (option, figure) in zip(question.options, stated) {
      row(question, option, isAnchored: true)
      cell(figure.words)
      cell(figure.base.isEmpty ? "no base published" : figure.base)
      html.literal("</tr>\n")
    }
    html.literal("</tbody>\n</table>\n")
  }

  private mutating func write(_ table: SurveyTable, alone: Bool) {
    let isWeighted = table.weightScale != nil
    if alone {
      let everybody = table.everybody
      // Bars beside each other are all drawn alike.
      let isDrawnByWeight =
        isWeighted && everybody.cells.allSatisfy { $0 == nil || $0?.weight != nil }
      let by = isWeighted && !isDrawnByWeight ? " per cent, unweighted" : " per cent"
      let bars = table.options.enumerated().map { place, option in
        let share = shares(everybody) ? everybody.share(place, weighted: isDrawnByWeight) : nil
        return AnswerChart.Bar(
          label: option.label,
          figure: share?.percent().map { $0 + by } ?? count(everybody, place), share: share)
      }
      chart(table.question, bars)
    }
    html.literal("<table class=\"figures\">\n<caption>")
    html.text(caption(of: table))
    html.literal("</caption>\n<thead><tr>")
    head("Answer")
    for column in table.columns { head(column.group?.label ?? "All respondents") }
    html.literal("</tr></thead>\n<tbody>\n")
    for (place, option) in table.options.enumerated() {
      row(table.question, option, isAnchored: alone)
      for column in table.columns { cell(words(column, place, isWeighted)) }
      html.literal("</tr>\n")
    }
    html.literal("</tbody>\n<tfoot><tr><th scope=\"row\">Base</th>")
    for column in table.columns { cell(column.base.map { "\($0.count)" } ?? "[c]") }
    html.literal("</tr>")
    if let scale = table.weightScale {
      let weights = Weights(scaled: [], scale: scale)
      html.literal("<tr><th scope=\"row\">Weighted base</th>")
      for column in table.columns { cell(column.base?.weight.map { weights.rounded($0) } ?? "[c]") }
      html.literal("</tr>")
    }
    html.literal("</tfoot>\n</table>\n")
  }

  private func caption(of table: SurveyTable) -> String {
    let what = "Respondents who gave each answer"
    let by = table.by.map { ", by \($0.code): \($0.wording)" } ?? ""
    let weighted = table.weightScale == nil ? "" : "; in brackets unweighted, then weighted"
    return what + by + weighted
  }

  private func shares(_ column: SurveyTable.Column) -> Bool {
    guard let base = column.base?.count else { return false }
    return ![.tooSmall, .countsOnly].contains(survey.rule.band(base: base))
  }

  private func count(_ column: SurveyTable.Column, _ place: Int) -> String {
    column.cells[place].map { "\($0.count)" } ?? "[c]"
  }

  private func words(
    _ column: SurveyTable.Column, _ place: Int, _ isWeighted: Bool
  ) -> String {
    let count = count(column, place)
    guard shares(column), let percent = column.share(place)?.percent() else { return count }
    guard isWeighted else { return "\(count) (\(percent) per cent)" }
    let weighted = column.share(place, weighted: true)?.percent() ?? "[c]"
    return "\(count) (\(percent), \(weighted) per cent)"
  }

  private mutating func chart(_ question: SurveyQuestion, _ bars: [AnswerChart.Bar]) {
    guard bars.contains(where: { $0.share != nil }) else { return }
    html.literal("<figure>")
    html.sanitised(AnswerChart(title: "\(question.code), as in the table below", bars: bars).svg)
    html.literal("</figure>\n")
  }

  private mutating func head(_ title: String) {
    html.literal("<th scope=\"col\">")
    html.text(title)
    html.literal("</th>")
  }

  private mutating func row(_ question: SurveyQuestion, _ option: SurveyOption, isAnchored: Bool) {
    html.literal("<tr")
    if isAnchored {
      html.literal(" id=\"")
      html.attribute(AnswerPlace(question: question.code, option: option.code).anchor)
      html.literal("\"")
    }
    html.literal("><th scope=\"row\">")
    html.text(option.label)
    html.literal("</th>")
  }

  private mutating func cell(_ text: String) {
    html.literal("<td>")
    html.text(text)
    html.literal("</td>")
  }
}
