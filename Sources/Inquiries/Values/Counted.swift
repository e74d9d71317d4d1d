/// A number with what it counts: `1 question`, `3 questions`.
///
/// - Parameter many: The word for several; that for one with an s unless said.
public func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  number == 1 ? "1 \(one)" : "\(number) \(many ?? one + "s")"
}
