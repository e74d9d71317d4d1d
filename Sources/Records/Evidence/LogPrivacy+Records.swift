public import Inquiries
public import Postgres

extension LogPrivacy.Step {
  /// Of each log of a sitting the last line of each sort: only they decide whose log is in
  /// private now. Of a sitting of which nothing was in private there are none.
  ///
  /// Asked with every line that is typed, so no words are read but those of stage texts,
  /// and few rows come back. An id that is no plain ASCII is a log of its own here: where
  /// its last hyphen stands is for ``LogPrivacy/Run`` to say, and more lines than are
  /// needed change nothing.
  ///
  /// - Complexity: One range of the index by session, as the next question number is read.
  public static func last(
    of session: Identifier<Session>, on connection: Connection
  ) throws -> [LogPrivacy.Step] {
    try connection.query(
      """
      SELECT coalesce(staff_user.name, 'operator'), min(line_id), max(ordinal), is_private, is_end
      FROM (
        SELECT staff_user_id, line_id, passage.ordinal, log_line.is_private,
          CASE WHEN octet_length(line_id) = length(line_id)
            THEN substring(line_id FROM '^(.*)-') ELSE line_id END AS run,
          NOT log_line.is_private AND log_line.kind = 'stage' AND EXISTS (
            SELECT FROM record.passage_version AS version
            WHERE version.passage_id = log_line.passage_id AND version.is_current
              AND version.text = \(LogPrivacy.mark(false))) AS is_end
        FROM record.log_line
        JOIN record.passage ON passage.id = log_line.passage_id
        WHERE log_line.session_id = \(session) AND (log_line.is_private OR NOT is_struck)
          AND EXISTS (
            SELECT FROM record.log_line AS hidden
            WHERE hidden.session_id = \(session) AND hidden.is_private)) AS typed
      LEFT JOIN record.staff_user ON staff_user.id = typed.staff_user_id
      GROUP BY staff_user.name, run, is_private, is_end
      """
    ) { row in
      LogPrivacy.Step(
        run: LogPrivacy.Run(loggedBy: try row.next(), lineID: try row.next()),
        ordinal: try row.next(), isPrivate: try row.next(), isEnd: try row.next())
    }
  }
}
