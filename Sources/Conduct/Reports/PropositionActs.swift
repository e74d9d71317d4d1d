public import Inquiries
public import Records

/// Enters a proposition, or gives one that is there other words.
public struct StateProposition: Act {
  public static let title = "state proposition"
  public static let role = Role.author
  let key: String
  let text: String
  let revision: Int?

  /// - Parameter revision: Of the proposition as it was read; `nil` for a new one.
  public init(_ key: String, text: String, revision: Int?) {
    self.key = key
    self.text = text
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Proposition> {
    try Key.require(key)
    guard text.isVisible else {
      throw Refusal(
        .invalid, "proposition_empty", "Say what the evidence is weighed for.", field: "text")
    }
    let before = try find(from: viewpoint, at: desk)
    if let revision {
      guard let before else {
        throw Refusal(
          .notFound, "proposition_not_found", "There is no proposition “\(key)”.", field: "key")
      }
      guard before.revision == revision,
        try before.reword(text, as: viewpoint, on: desk.connection)
      else { throw Refusal.stale("proposition \(key)", now: before.revision) }
    } else if try !Proposition.insert(key: key, text: text, as: viewpoint, on: desk.connection) {
      throw Refusal(
        .conflict, "proposition_known", "There is a proposition “\(key)” already.", field: "key")
    }
    guard let after = try find(from: viewpoint, at: desk) else { throw Refusal.stale(key, now: 0) }
    return Done(after, subject: key)
  }

  private func find(from viewpoint: Viewpoint, at desk: Desk) throws -> Proposition? {
    try Proposition.all(as: viewpoint, on: desk.connection).first { $0.key == key }
  }
}
