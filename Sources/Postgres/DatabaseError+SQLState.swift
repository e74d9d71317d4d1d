extension DatabaseError.Kind {
  /// PostgreSQL's Appendix A, as far as callers tell the codes apart.
  init(sqlState: String?) {
    self =
      switch sqlState {
      case "23505": .uniqueViolation
      case "23503", "23001": .foreignKeyViolation
      case "23502": .notNullViolation
      case "23514": .checkViolation
      case "23P01": .exclusionViolation
      case "40001": .serializationFailure
      case "40P01": .deadlock
      case "55P03": .lockTimeout
      // Also an operator's pg_cancel_backend: the two differ in a translated text alone.
      case "57014": .statementTimeout
      case "42501": .permissionDenied
      default: .other
      }
  }

  /// The kind as the beginning of a sentence for a log.
  var words: String {
    switch self {
    case .uniqueViolation: "unique constraint violated"
    case .foreignKeyViolation: "foreign key violated"
    case .notNullViolation: "NULL in a column that forbids it"
    case .checkViolation: "check constraint violated"
    case .exclusionViolation: "exclusion constraint violated"
    case .serializationFailure: "serialization failure"
    case .deadlock: "deadlock"
    case .lockTimeout: "lock not available in time"
    case .statementTimeout: "statement timed out"
    case .permissionDenied: "permission denied"
    case .unavailable: "database unavailable"
    case .outcomeUnknown: "outcome unknown"
    case .decoding: "unexpected value"
    case .rowCount: "unexpected number of rows"
    case .misuse: "misuse of a connection"
    case .other: "database error"
    }
  }
}
