import Inquiries
import Postgres

/// The projections of surveys: facts, questions, and the tables as they may be
/// shown; of responses there is none.
extension EvidenceProjections {
  private var surveySources: SQL {
    "SELECT id FROM (\(publishedSources)) AS source WHERE source.kind = 'survey'"
  }

  var surveys: Projection {
    Projection(
      table: "survey", key: ["source_id"],
      columns: [
        "inquiry_id", "population", "fieldwork_from", "fieldwork_to", "client", "conducted_by",
        "mode", "sampling", "weighting", "is_open_link", "invited_count", "response_count",
        "weight_scale", "counts_dont_know", "smallest_count", "smallest_base",
      ],
      wanted: """
        SELECT source_id, inquiry_id, population, fieldwork_from, fieldwork_to, client,
          conducted_by, mode, sampling, weighting, is_open_link, invited_count,
          CASE WHEN response_count >= smallest_base THEN response_count END AS response_count,
          weight_scale, counts_dont_know, smallest_count, smallest_base
        FROM record.survey WHERE source_id IN (\(surveySources))
        """,
      scope: "old.inquiry_id = \(inquiry)")
  }

  var surveyQuestions: Projection {
    Projection(
      table: "survey_question", key: ["id"],
      columns: [
        "source_id", "ordinal", "code", "kind", "wording", "asked_of", "option_codes",
        "option_labels", "option_meanings", "stated_figures", "stated_bases",
      ],
      wanted: """
        SELECT id, source_id, ordinal, code, kind, wording, asked_of, option_codes,
          option_labels, option_meanings, stated_figures, stated_bases
        FROM record.survey_question WHERE source_id IN (\(surveySources))
        """,
      scope: "old.source_id IN (SELECT id FROM published.source WHERE inquiry_id = \(inquiry))")
  }

  /// Answers in respondents' own words that were public; those of a survey that
  /// went are told of with it.
  var answerTombstones: Projection {
    Projection(
      table: "answer_tombstone", key: ["id"],
      columns: [
        "inquiry_id", "reference", "title", "question_code", "option_code", "reason",
        "removed_on",
      ],
      wanted: """
        SELECT passage.id, source.inquiry_id, source.reference, source.title,
          passage.question_code, passage.option_code, removal.reason,
          removal.decided_on AS removed_on
        FROM record.quoted_answer AS quoted
        JOIN record.passage ON passage.id = quoted.passage_id
        JOIN (\(publishedSources)) AS source ON source.id = passage.source_id
        JOIN record.decision AS removal ON removal.id = quoted.removed_decision_id
        """,
      scope: "old.inquiry_id = \(inquiry)")
  }

  var surveyTables: Projection {
    Projection(
      table: "survey_table", key: ["id"],
      columns: ["survey_question_id", "by_survey_question_id", "counts", "weights"],
      wanted: """
        SELECT survey_table.id, survey_question_id, by_survey_question_id, counts, weights
        FROM record.survey_table
        JOIN record.survey_question AS question ON question.id = survey_question_id
        WHERE question.source_id IN (\(surveySources))
        """,
      scope: """
        old.survey_question_id IN (
          SELECT question.id FROM published.survey_question AS question
          JOIN published.source ON source.id = question.source_id
          WHERE source.inquiry_id = \(inquiry))
        """)
  }
}
