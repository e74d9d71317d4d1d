/// Two entries of one person that were joined under the second.
public struct PersonMerge: Hashable, Sendable {
  public let id: Identifier<PersonMerge>
  public let person: Identifier<Person>
  public let name: String
  public let into: Identifier<Person>
  public let intoName: String
  public let mergedAt: Instant
  public let by: String
  public let undoneAt: Instant?
  public let revision: Int

  public init(
    id: Identifier<PersonMerge>, person: Identifier<Person>, name: String,
    into: Identifier<Person>, intoName: String, mergedAt: Instant, by: String, undoneAt: Instant?,
    revision: Int
  ) {
    self.id = id
    self.person = person
    self.name = name
    self.into = into
    self.intoName = intoName
    self.mergedAt = mergedAt
    self.by = by
    self.undoneAt = undoneAt
    self.revision = revision
  }
}
