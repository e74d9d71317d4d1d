import Inquiries

extension Refusal {
  /// What was to be changed has been changed by someone else meanwhile.
  static func stale(_ subject: String, now revision: Int) -> Refusal {
    Refusal(
      .stale, "revision_differs",
      "\(subject) was changed meanwhile and is at revision \(revision); read it again and repeat.",
      field: "If-Match")
  }
}
