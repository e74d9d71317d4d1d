/// A name under which somebody was printed before, and which is guarded as the name itself
/// is: others may still call them by it.
public struct FormerName: Hashable, Sendable {
  public let id: Identifier<FormerName>
  public let name: String

  public init(id: Identifier<FormerName>, name: String) {
    self.id = id
    self.name = name
  }
}
